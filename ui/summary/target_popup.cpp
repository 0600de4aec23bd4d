#include "ui/summary/target_popup.h"

#include "ui/base/wording.h"
#include "ui/dialogs/target_fields.h"
#include "ui/document/plan_document.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/typed_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace trestle {

TargetPopup::TargetPopup(PlanDocument& document, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_document(document), m_fields(new TargetFields(document, this)),
      m_chance(new QLabel(this))
{
    setObjectName(QStringLiteral("targetPopup"));
    setAccessibleName(tr("Target and budget"));
    m_chance->setObjectName(QStringLiteral("targetPopupChance"));
    m_chance->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    auto* note =
        new QLabel(tr("The budget covers %1, ex GST.").arg(wording::costsCounted(document.plan().inputs)), this);
    note->setWordWrap(true);
    note->setObjectName(QStringLiteral("targetPopupNote"));
    note->setFont(scaledFont(font(), TextSize::Small));
    QPalette quiet = note->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, quiet));
    note->setPalette(quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_fields);
    column->addWidget(m_chance);
    column->addWidget(note);

    connect(m_fields, &TargetFields::changed, this, [this] {
        m_document.edit(
            tr("Target and budget"), [this](Inputs& inputs) { m_fields->apply(inputs); }, QStringLiteral("target"));
    });
    connect(&document, &PlanDocument::riskChanged, this, &TargetPopup::describe);
    describe();
}

void TargetPopup::describe()
{
    const SummaryText chance = chanceText(m_document.plan(), m_document.risk().get());
    const Inputs& inputs = m_document.inputs();
    if (!inputs.targetDate && !inputs.budget)
        m_chance->setText(tr("No target set."));
    else
        m_chance->setText(tr("%1: %2").arg(chance.isAwaited ? tr("…") : chance.value, chance.line));
}

void TargetPopup::openBelow(const QWidget& anchor)
{
    adjustSize();
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    const QRect room = anchor.screen()->availableGeometry();
    place.setX(std::max(room.left(), std::min(place.x(), room.right() - width())));
    move(place);
    show();
    m_fields->setFocus(Qt::TabFocusReason);
}

void TargetPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_fields->restore();
        close();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!settleFields(*this))
            close();
        return;
    }
    QFrame::keyPressEvent(event);
}

/// A click elsewhere takes what was typed.
void TargetPopup::closeEvent(QCloseEvent* event)
{
    settleFields(*this);
    QFrame::closeEvent(event);
}

void TargetPopup::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), kPopupRadius, roleColor(Role::Surface, palette()),
                  roleColor(Role::ControlBorder, palette()));
}

} // namespace trestle
