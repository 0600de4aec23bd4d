#include "ui/inspector/estimate_editor.h"

#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/private_note_hint.h"
#include "ui/widgets/reading_order.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kLongestReason = 500;

} // namespace

EstimateEditor::EstimateEditor(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("estimateEditor"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_open = new QPushButton(this);
    m_open->setObjectName(QStringLiteral("ownEstimate"));
    m_reset = new QPushButton(tr("Use the catalogue's"), this);
    m_reset->setObjectName(QStringLiteral("resetEstimate"));
    m_reset->setToolTip(tr("Drops your estimate of this phase."));
    buttons->addWidget(m_open);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    makeForm();
    layout->addWidget(m_form);
    m_form->hide();

    connect(m_open, &QPushButton::clicked, this, &EstimateEditor::open);
    connect(m_reset, &QPushButton::clicked, this, &EstimateEditor::reset);
    connect(&document, &PlanDocument::planChanged, this, &EstimateEditor::refresh);
}

void EstimateEditor::makeForm()
{
    m_form = new QWidget(this);
    auto* layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* about = new QLabel(
        tr("Person-weeks for the whole phase, before any tick. They count as entered, whatever the number of users."),
        m_form);
    about->setWordWrap(true);
    layout->addWidget(about);
    auto* fields = new QFormLayout;
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    m_low = new EffortField(QStringLiteral("estimateLow"), m_form);
    m_likely = new EffortField(QStringLiteral("estimateLikely"), m_form);
    m_high = new EffortField(QStringLiteral("estimateHigh"), m_form);
    addFormRow(*fields, tr("Low"), m_low);
    addFormRow(*fields, tr("Likely"), m_likely);
    addFormRow(*fields, tr("High"), m_high);
    m_note = new QLineEdit(m_form);
    m_note->setObjectName(QStringLiteral("estimateNote"));
    m_note->setPlaceholderText(tr("Why: a quote, a past project…"));
    m_note->setMaxLength(kLongestReason);
    hintAtPrivateNotes(*m_note);
    addFormRow(*fields, tr("Note"), m_note);
    layout->addLayout(fields);
    m_problem = new QLabel(m_form);
    m_problem->setObjectName(QStringLiteral("estimateProblem"));
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* cancel = new QPushButton(tr("Cancel"), m_form);
    cancel->setObjectName(QStringLiteral("cancelEstimate"));
    m_apply = new QPushButton(tr("Use these"), m_form);
    m_apply->setObjectName(QStringLiteral("applyEstimate"));
    m_apply->setProperty("primary", true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    layout->addLayout(buttons);

    for (EffortField* field : {m_low, m_likely, m_high}) {
        connect(field, &QLineEdit::textChanged, this, &EstimateEditor::check);
        connect(field, &QLineEdit::returnPressed, this, &EstimateEditor::apply);
    }
    connect(m_apply, &QPushButton::clicked, this, &EstimateEditor::apply);
    connect(m_note, &QLineEdit::returnPressed, this, &EstimateEditor::apply);
    connect(cancel, &QPushButton::clicked, this, &EstimateEditor::close);
}

void EstimateEditor::setPhase(const QString& id)
{
    if (id != m_phase)
        close();
    m_phase = id;
    refresh();
}

bool EstimateEditor::isOpen() const
{
    return !m_form->isHidden();
}

bool EstimateEditor::hasOwn() const
{
    return m_document.inputs().estimates.contains(format::utf8(m_phase));
}

ThreePoint EstimateEditor::entered() const
{
    return {m_low->effort(), m_likely->effort(), m_high->effort()};
}

void EstimateEditor::refresh()
{
    m_open->setText(hasOwn() ? tr("Change your estimate…") : tr("Use your own estimate…"));
    m_open->setVisible(!isOpen());
    m_reset->setVisible(!isOpen() && hasOwn());
}

void EstimateEditor::open()
{
    const Phase* phase = findPhase(m_document.catalogue(), format::utf8(m_phase));
    if (!phase)
        return;
    const auto own = m_document.inputs().estimates.find(phase->id);
    const bool known = own != m_document.inputs().estimates.end();
    const ThreePoint effort = scaledPhaseEffort(m_document.catalogue(), *phase, m_document.inputs());
    for (EffortField* field : {m_low, m_likely, m_high})
        field->setHoursPerWeek(m_document.inputs().hoursPerWeek);
    m_low->setEffort(effort.low);
    m_likely->setEffort(effort.likely);
    m_high->setEffort(effort.high);
    m_note->setText(known ? format::raw(own->second.note) : QString());
    m_form->show();
    check();
    refresh();
    m_low->setFocus(Qt::OtherFocusReason);
    m_low->selectAll();
}

void EstimateEditor::close()
{
    const bool wasInside = m_form->isAncestorOf(window()->focusWidget());
    m_form->hide();
    refresh();
    if (wasInside)
        m_open->setFocus(Qt::OtherFocusReason);
}

/// What keeps the figures from being used; empty: nothing.
QString EstimateEditor::problem() const
{
    for (const EffortField* field : {m_low, m_likely, m_high})
        if (!field->problem().isEmpty())
            return field->problem();
    const ThreePoint effort = entered();
    if (effort.low > effort.likely)
        return tr("Low is more than likely; lower it.");
    if (effort.likely > effort.high)
        return tr("Likely is more than high; lower it, or raise high.");
    return {};
}

void EstimateEditor::check()
{
    const QString problem = this->problem();
    QPalette alarmed = m_problem->palette();
    alarmed.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_problem->setPalette(alarmed);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_apply->setEnabled(problem.isEmpty());
}

void EstimateEditor::apply()
{
    if (settleFields(*this) || !m_apply->isEnabled())
        return;
    const std::string phase = format::utf8(m_phase);
    const OwnEstimate own{entered(), m_document.today(), format::utf8(m_note->text().trimmed())};
    const Phase* source = findPhase(m_document.catalogue(), phase);
    const auto before = m_document.inputs().estimates.find(phase);
    const bool same = before != m_document.inputs().estimates.end() && before->second.effort == own.effort &&
                      before->second.note == own.note;
    if (source && !same)
        m_document.edit(tr("Your estimate of %1").arg(format::text(source->title)),
                        [&](Inputs& inputs) { inputs.estimates[phase] = own; });
    close();
}

/// Escape leaves without a change.
void EstimateEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void EstimateEditor::reset()
{
    const std::string phase = format::utf8(m_phase);
    if (const Phase* source = findPhase(m_document.catalogue(), phase))
        m_document.edit(tr("The catalogue's estimate of %1").arg(format::text(source->title)),
                        [&](Inputs& inputs) { inputs.estimates.erase(phase); });
}

} // namespace trestle
