#include "ui/dialogs/target_fields.h"

#include "ui/dialogs/form_dialog.h"
#include "ui/format.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QSpinBox>

#include <limits>

namespace trestle {

TargetFields::TargetFields(const Plan& plan, QWidget* parent)
    : QWidget(parent),
      m_useDate(makeCheck(tr("&Done by"), QStringLiteral("targetUseDate"), plan.inputs.targetDate.has_value(), this)),
      m_date(new QDateEdit(this)),
      m_useBudget(makeCheck(tr("&Within"), QStringLiteral("targetUseBudget"), plan.inputs.budget.has_value(), this)),
      m_budget(new QSpinBox(this))
{
    setObjectName(QStringLiteral("targetFields"));
    setUpDateEdit(*m_date, format::toQDate(plan.inputs.targetDate.value_or(plan.finishDate.high)));
    m_date->setObjectName(QStringLiteral("targetDate"));
    m_date->setAccessibleName(tr("Target date"));
    m_date->setEnabled(m_useDate->isChecked());
    m_budget->setObjectName(QStringLiteral("targetBudget"));
    m_budget->setAccessibleName(tr("Budget in AUD"));
    m_budget->setLocale(format::locale());
    m_budget->setGroupSeparatorShown(true);
    m_budget->setPrefix(QStringLiteral("AUD "));
    m_budget->setRange(0, std::numeric_limits<int>::max());
    m_budget->setSingleStep(5000);
    m_budget->setValue(static_cast<int>(plan.inputs.budget.value_or(plan.total.high).cents / 100));
    m_budget->setEnabled(m_useBudget->isChecked());

    auto* rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(8);
    rows->addRow(m_useDate, m_date);
    rows->addRow(m_useBudget, m_budget);
    setFocusProxy(m_useDate->isChecked() ? static_cast<QWidget*>(m_date) : m_useDate);
    connect(m_useDate, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
    connect(m_useBudget, &QCheckBox::toggled, m_budget, &QWidget::setEnabled);
    connect(m_useDate, &QCheckBox::toggled, this, &TargetFields::changed);
    connect(m_useBudget, &QCheckBox::toggled, this, &TargetFields::changed);
    connect(m_date, &QDateEdit::dateChanged, this, &TargetFields::changed);
    connect(m_budget, &QSpinBox::valueChanged, this, &TargetFields::changed);
}

void TargetFields::apply(Inputs& inputs) const
{
    inputs.targetDate.reset();
    if (m_useDate->isChecked())
        inputs.targetDate = format::fromQDate(m_date->date());
    const Money budget = Money::dollars(m_budget->value());
    // A budget to the cent stays what it was unless its dollars are changed.
    const bool same = inputs.budget && inputs.budget->cents / 100 == budget.cents / 100;
    if (!m_useBudget->isChecked())
        inputs.budget.reset();
    else if (!same)
        inputs.budget = budget;
}

} // namespace trestle
