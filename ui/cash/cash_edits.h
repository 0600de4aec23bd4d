#pragma once

#include "models/money_terms.h"

#include <QString>

#include <functional>

namespace trestle {

class PlanDocument;

/// One edit of the plan's cash: `change` gets a copy. What breaks a rule is not taken; then this returns what is wrong,
/// in words to show at the field.
QString editCash(PlanDocument& document, const QString& label, const std::function<void(CashPlan&)>& change,
                 const QString& mergeKey = {});

/// The label, or with the first number behind it that none of the lines has: "Monthly line 2".
std::string freeLabel(const CashPlan& cash, const QString& label);

} // namespace trestle
