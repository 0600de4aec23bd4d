#include "ui/risk/risk_controls.h"

#include "ui/dialogs/form_dialog.h"
#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/wording.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <array>
#include <limits>

namespace trestle {

namespace {

constexpr std::array kConfidences{50, 80, 90};

} // namespace

RiskControls::RiskControls(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("riskControls"));
    setLayout(new FlowLayout(16));
    addConfidence();
    addTarget();
    addBudget();
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    refresh();
}

QWidget* RiskControls::addGroup()
{
    auto* group = new QWidget(this);
    group->setObjectName(QStringLiteral("riskControlGroup%1").arg(layout()->count()));
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    layout()->addWidget(group);
    return group;
}

void RiskControls::addConfidence()
{
    QWidget* group = addGroup();
    m_confidence = new QButtonGroup(this);
    for (const int confidence : kConfidences) {
        auto* chip = new QPushButton(tr("%1 sure").arg(format::percent(confidence / 100.0)), group);
        chip->setObjectName(QStringLiteral("riskConfidence%1").arg(confidence));
        chip->setCheckable(true);
        chip->setProperty("chip", true);
        chip->setToolTip(tr("Promise what %1 of 100 simulated plans keep").arg(confidence));
        m_confidence->addButton(chip, confidence);
        group->layout()->addWidget(chip);
    }
    connect(m_confidence, &QButtonGroup::idClicked, this, [this](int confidence) {
        m_document.edit(tr("%1 sure").arg(format::percent(confidence / 100.0)),
                        [confidence](Inputs& inputs) { inputs.confidence = confidence; });
        refresh();
    });
}

void RiskControls::addTarget()
{
    QWidget* group = addGroup();
    m_useDate = new QCheckBox(tr("Done by"), group);
    m_useDate->setObjectName(QStringLiteral("riskUseTarget"));
    m_useDate->setToolTip(tr("Whether the plan has a target date"));
    m_date = new QDateEdit(group);
    setUpDateEdit(*m_date, format::toQDate(m_document.plan().finishDate.high));
    m_date->setObjectName(QStringLiteral("riskTarget"));
    m_date->setAccessibleName(tr("Target date"));
    m_date->setKeyboardTracking(false);
    group->layout()->addWidget(m_useDate);
    group->layout()->addWidget(m_date);
    connect(m_useDate, &QCheckBox::clicked, this, &RiskControls::editTarget);
    connect(m_date, &QDateEdit::dateChanged, this, &RiskControls::editTarget);
}

void RiskControls::addBudget()
{
    QWidget* group = addGroup();
    m_useBudget = new QCheckBox(tr("within"), group);
    m_useBudget->setObjectName(QStringLiteral("riskUseBudget"));
    m_useBudget->setToolTip(
        tr("Whether the plan has a budget: %1, ex GST").arg(wording::costsCounted(m_document.inputs())));
    m_budget = new QSpinBox(group);
    m_budget->setObjectName(QStringLiteral("riskBudget"));
    m_budget->setAccessibleName(tr("Budget in AUD"));
    m_budget->setLocale(format::locale());
    m_budget->setGroupSeparatorShown(true);
    m_budget->setPrefix(QStringLiteral("AUD "));
    m_budget->setRange(0, std::numeric_limits<int>::max());
    m_budget->setSingleStep(5000);
    m_budget->setKeyboardTracking(false);
    fitBudget();
    group->layout()->addWidget(m_useBudget);
    group->layout()->addWidget(m_budget);
    connect(m_useBudget, &QCheckBox::clicked, this, &RiskControls::editBudget);
    connect(m_budget, &QSpinBox::valueChanged, this, &RiskControls::editBudget);
}

/// As wide as a budget is long, not as the widest value that can be typed.
void RiskControls::fitBudget()
{
    constexpr int kButtons = 44;
    m_budget->setFixedWidth(m_budget->fontMetrics().horizontalAdvance(QStringLiteral("AUD 99,999,999")) + kButtons);
}

void RiskControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_budget)
        fitBudget();
}

void RiskControls::refresh()
{
    const Inputs& inputs = m_document.inputs();
    const QSignalBlocker date(m_date);
    const QSignalBlocker budget(m_budget);
    if (QAbstractButton* chip = m_confidence->button(inputs.confidence))
        chip->setChecked(true);
    m_useDate->setChecked(inputs.targetDate.has_value());
    m_date->setEnabled(inputs.targetDate.has_value());
    m_date->setDate(format::toQDate(inputs.targetDate.value_or(m_document.plan().finishDate.high)));
    m_useBudget->setChecked(inputs.budget.has_value());
    m_budget->setEnabled(inputs.budget.has_value());
    m_budget->setValue(static_cast<int>(inputs.budget.value_or(m_document.plan().total.high).cents / 100));
}

void RiskControls::editTarget()
{
    std::optional<Date> target;
    if (m_useDate->isChecked())
        target = format::fromQDate(m_date->date());
    m_document.edit(
        target ? tr("Target %1").arg(format::date(*target)) : tr("No target date"),
        [&](Inputs& inputs) { inputs.targetDate = target; }, QStringLiteral("target"));
    refresh();
}

void RiskControls::editBudget()
{
    std::optional<Money> budget;
    if (m_useBudget->isChecked())
        budget = Money::dollars(m_budget->value());
    // A budget to the cent stays what it was unless its dollars are changed.
    const auto& now = m_document.inputs().budget;
    if (budget && now && now->cents / 100 == budget->cents / 100)
        return;
    m_document.edit(
        budget ? tr("Budget %1").arg(format::money(*budget)) : tr("No budget"),
        [&](Inputs& inputs) { inputs.budget = budget; }, QStringLiteral("budget"));
    refresh();
}

} // namespace trestle
