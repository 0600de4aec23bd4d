#include "ui/checklist/item_note_dialog.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/private_note_hint.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace trestle {

ItemNoteDialog::ItemNoteDialog(PlanDocument& document, const QString& item, QWidget* parent)
    : FormDialog(QStringLiteral("itemNoteDialog"), wording::nodeTitle(document.plan(), format::utf8(item)), {}, parent),
      m_document(document), m_item(item), m_owner(new QLineEdit(this)), m_note(new QPlainTextEdit(this))
{
    m_owner->setPlaceholderText(tr("Who looks after it"));
    m_note->setPlaceholderText(tr("Ticket, decision, what is still open…"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumSize(360, 120);
    addField(tr("&Owner"), m_owner, QStringLiteral("itemOwner"));
    addField(tr("&Note"), m_note, QStringLiteral("itemNote"));
    addWide(privateNoteHint(this));

    const auto& items = document.inputs().items;
    if (const auto found = items.find(format::utf8(item)); found != items.end()) {
        m_owner->setText(format::raw(found->second.owner));
        m_note->setPlainText(format::raw(found->second.note));
    }
}

void ItemNoteDialog::accept()
{
    const std::string id = format::utf8(m_item);
    m_document.edit(tr("Note on %1").arg(windowTitle()), [&](Inputs& inputs) {
        const std::string owner = format::utf8(m_owner->text().trimmed());
        const std::string note = format::utf8(m_note->toPlainText().trimmed());
        ItemInput& entry = inputs.items[id];
        entry.owner = owner;
        entry.note = note;
        if (entry.progress.state == ItemState::missing && owner.empty() && note.empty() && !entry.evidence)
            inputs.items.erase(id);
    });
    FormDialog::accept();
}

} // namespace trestle
