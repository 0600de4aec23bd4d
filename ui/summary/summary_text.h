#pragma once

#include "models/plan.h"

#include <QString>

/// What the cards above the plan say: plain values made from a plan, apart from how they are shown.
namespace trestle {

struct SummaryText {
    QString caption;
    QString value;
    QString detail;
    QString hint;       ///< a plain sentence that explains the card
    bool alarm = false; ///< the value is bad news
    friend bool operator==(const SummaryText&, const SummaryText&) = default;
};

/// The likely finish and cost, with the weeks to go.
SummaryText headlineText(const Plan& plan);
/// From everything going well to everything going badly.
SummaryText rangeText(const Plan& plan);
SummaryText readinessText(const Plan& plan);
/// Target date and budget against the likely plan.
SummaryText targetText(const Plan& plan);

/// One line for lists of plans: "by 31 May 2027, for AUD 159,165".
QString headlineOf(const Plan& plan);

} // namespace trestle
