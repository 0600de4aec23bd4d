#pragma once

#include "models/plan/plan.h"
#include "models/risk/chance.h"
#include "models/risk/simulation.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What a simulation says of a plan in plain sentences, for the window and for reports alike: one sentence a chart, and
/// whether the chart has anything to add to it.
namespace trestle {

struct RiskPart {
    QString title;
    QString sentence;   ///< empty: the part has nothing to say and is left out
    bool drawn = false; ///< false: the sentence stands alone
    friend bool operator==(const RiskPart&, const RiskPart&) = default;
};

struct RiskWords {
    RiskPart finish;       ///< S-curve
    RiskPart cost;         ///< S-curve
    RiskPart joint;        ///< target date and budget, together
    RiskPart finishMovers; ///< by how much each phase moves the finish
    RiskPart costMovers;
    RiskPart drivers; ///< how often each phase drives the finish
    QString basis;    ///< "10,000 simulated plans, seed 1"
    friend bool operator==(const RiskWords&, const RiskWords&) = default;
};

RiskWords riskWords(const Plan& plan, const Risk& risk);
/// The titles alone, for while the simulation is under way.
RiskWords riskTitles();

namespace riskwords {

/// "All plans", "44 plans of 100", "fewer than 1 plan of 100", "no plan". A chance is told as certain only where it is.
QString plansOfHundred(Chance chance);
/// One plan or none: what follows is said in the singular.
bool isSingular(Chance chance);
/// "a 48 % chance", "an 8 % chance", "a chance of under 1 %", "no chance".
QString aChance(Chance chance);
/// "+1.4", "−0.9"; no sign on what rounds to 0.
QString signedWeeks(double weeks);
QString signedAmount(double dollars);
/// "+AUD 10,900", "−AUD 9,300".
QString signedMoney(double dollars);
/// Weeks of the project that a finish in plan time falls on: the plan may be made anew from a later date.
Weeks projectWeek(const Plan& plan, Weeks finish);

/// Rows of cells, headings first: figures of each chart, for the clipboard and for who cannot see it.
using Table = std::vector<QStringList>;
Table percentileTable(const Plan& plan, const Risk& risk);
Table quarterTable(const Plan& plan, const Risk& risk);
Table moverTable(const Plan& plan, const Risk& risk);
Table driverTable(const Plan& plan, const Risk& risk);
QString asTabbedText(const Table& table);
/// Row after row: "Chance 10 %, date 12 May 2027, …".
QString asSentences(const Table& table);

} // namespace riskwords

} // namespace trestle
