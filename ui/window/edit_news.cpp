#include "ui/window/edit_news.h"

#include "ui/base/input_origin.h"
#include "ui/widgets/toast.h"

#include <QWidget>

#include <utility>

namespace trestle {

EditNews::EditNews(PlanDocument& document, Toast& toast, QWidget& pages)
    : QObject(&pages), m_document(document), m_toast(toast), m_origin(new InputOrigin(pages))
{
    connect(&document, &PlanDocument::edited, this, &EditNews::follow);
}

void EditNews::setToldElsewhere(std::function<bool()> isTold)
{
    m_isToldElsewhere = std::move(isTold);
}

bool EditNews::isNews(const Edited& edited) const
{
    switch (edited.kind) {
    case Edited::Kind::Undone:
    case Edited::Kind::Redone:
    case Edited::Kind::OfProject: return true;
    case Edited::Kind::Reverted: return false;
    case Edited::Kind::OfInputs: break;
    }
    if (m_isToldElsewhere && m_isToldElsewhere())
        return false;
    return edited.takesAway || !m_origin->isInSight();
}

void EditNews::follow(const Edited& edited)
{
    if (!isNews(edited)) {
        // "Undo" in an older message would take this edit back in place of the one that it names.
        if (!m_told.isEmpty() && m_toast.text() == m_told)
            m_toast.dismiss();
        m_told.clear();
        return;
    }
    const bool undone = edited.kind == Edited::Kind::Undone;
    m_told = undone                                ? tr("Undone: %1").arg(edited.label)
             : edited.kind == Edited::Kind::Redone ? tr("Redone: %1").arg(edited.label)
                                                   : edited.label;
    if (undone)
        m_toast.tell(m_told, {{QStringLiteral("toastRedo"), tr("Redo"), [this] { m_document.redo(); }}});
    else
        m_toast.tell(m_told, {{QStringLiteral("toastUndo"), tr("Undo"), [this] { m_document.undo(); }}});
}

} // namespace trestle
