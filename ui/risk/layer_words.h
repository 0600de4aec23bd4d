#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QString>

/// What is said of the plan with less that may go otherwise: from the estimates alone, and without its risks.
namespace trestle::riskwords {

/// What a plan's outside view is called: "Like other projects", "Your own".
QString outsideViewName(const Catalogue& catalogue, const OutsideView& view);
/// "estimates alone", "like other projects": the plan with less that may go otherwise.
QString layerName(const Plan& plan, RiskLayer::Of layer);
/// Of the plan's own curve beside those: "like other projects", "with the risks".
QString planCurveName(const Plan& plan, const Risk& risk);
/// "The estimates alone say 14 June; projects like this usually vary more, so 80 % sure is 27 July." Empty where the
/// plan is of estimates alone.
QString outsideSentence(const Plan& plan, const Risk& risk);
/// The same of the cost.
QString outsideCostSentence(const Plan& plan, const Risk& risk);

} // namespace trestle::riskwords
