#include "ui/dialogs/target_fields.h"

#include "models/decisions/suggested_target.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QFormLayout>

namespace trestle {

TargetFields::TargetFields(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_useDate(makeCheck(tr("&Done by"), QStringLiteral("targetUseDate"),
                                           document.inputs().targetDate.has_value(), this)),
      m_date(new DateField(QStringLiteral("targetDate"), document.today(), this)),
      m_useBudget(
          makeCheck(tr("&Within"), QStringLiteral("targetUseBudget"), document.inputs().budget.has_value(), this)),
      m_budget(new AmountField(QStringLiteral("targetBudget"), {}, this))
{
    setObjectName(QStringLiteral("targetFields"));
    const SuggestedTarget start = suggestedTarget(document.plan(), document.risk().get());
    m_date->setDate(start.date);
    m_date->setNotBefore(document.plan().startDate);
    m_date->setAccessibleName(tr("Target date"));
    m_date->setEnabled(m_useDate->isChecked());
    m_budget->setAmount(start.budget);
    m_budget->setAccessibleName(tr("Budget in AUD"));
    m_budget->setEnabled(m_useBudget->isChecked());

    auto* rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(8);
    addFormRow(*rows, m_useDate, m_date);
    addFormRow(*rows, m_useBudget, m_budget);
    setReadingOrder(*this);
    setFocusProxy(m_useDate->isChecked()     ? static_cast<QWidget*>(m_date)
                  : m_useBudget->isChecked() ? static_cast<QWidget*>(m_budget)
                                             : m_useDate);
    for (const auto& [use, field] : {std::pair<QCheckBox*, TypedField*>(m_useDate, m_date),
                                     std::pair<QCheckBox*, TypedField*>(m_useBudget, m_budget)}) {
        connect(use, &QCheckBox::toggled, field, &QWidget::setEnabled);
        connect(use, &QCheckBox::toggled, this, &TargetFields::changed);
        connect(field, &TypedField::settled, this, &TargetFields::changed);
    }
}

void TargetFields::apply(Inputs& inputs) const
{
    inputs.targetDate = m_useDate->isChecked() ? m_date->date() : std::nullopt;
    inputs.budget = m_useBudget->isChecked() ? std::optional(m_budget->amount()) : std::nullopt;
}

void TargetFields::restore()
{
    m_date->restore();
    m_budget->restore();
}

} // namespace trestle
