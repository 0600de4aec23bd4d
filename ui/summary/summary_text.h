#pragma once

#include "models/decisions/best_move.h"
#include "models/decisions/headline_delta.h"
#include "models/plan/plan.h"
#include "models/risk/promises.h"

#include <QString>

/// What the cards above the plan say: plain values made from a plan, apart from how they are shown.
namespace trestle {

struct SummaryText {
    QString caption;
    QString value;          ///< its part after ", " may stand on a line of its own
    QString line;           ///< below the value, in plain ink
    QString detail;         ///< empty: the value stands alone; what follows "; " is left out where there is no room
    QString aside;          ///< beside the caption
    QString hint;           ///< a plain sentence that explains the card
    bool alarm = false;     ///< the value is bad news
    bool isAwaited = false; ///< the value is being worked out; an older one may stand there dimmed
    friend bool operator==(const SummaryText&, const SummaryText&) = default;
};

// With the simulation. `risk` is always of that plan, or null while it is under way.

/// "80 % sure": finish and cost at the plan's confidence.
SummaryText sureText(const Plan& plan, const Risk* risk);
/// The likely figures in the headline's place, where the simulation takes its time.
SummaryText likelyMeanwhileText(const Plan& plan);
/// The likely plan with its own chance and what is possible at all.
SummaryText likelyText(const Plan& plan, const Risk* risk);
/// The chance of target date and budget, of both where both are set.
SummaryText chanceText(const Plan& plan, const Risk* risk);
/// In place of a promise where nothing is left: "Ready for production", or "Nothing in scope" where no item is needed.
QString nothingLeftTitle(const Plan& plan);
/// Why: "Every item is in place or not needed."
QString nothingLeftReason(const Plan& plan);
SummaryText readinessText(const Plan& plan);

// Without one.

/// The likely finish and cost, with the weeks to go.
SummaryText headlineText(const Plan& plan);
/// From everything going well to everything going badly.
SummaryText rangeText(const Plan& plan);
/// Target date and budget against the likely plan.
SummaryText targetText(const Plan& plan);

/// By how much the headline moved: "13 days sooner, AUD 14,900 less"; empty for not at all.
QString movedText(const HeadlineDelta& change);
/// What a move does to the headline, as the chip beside it will say: "6 weeks sooner, same cost".
QString moveEffect(const BestMove& best);
/// "Make Ana full-time: 6 weeks sooner, same cost."
QString moveSentence(const Plan& plan, const BestMove& best);
/// "16 of 20 projects", on a second line "like this keep it".
QString oddsText(const CountableOdds& odds);
/// "by 14 June 2027, for AUD 172,900": what the plan comes to at a confidence.
QString promiseOf(const Plan& plan, const Risk& risk, int confidence);
/// A headline in that form.
QString promiseText(const Headline& headline);
/// The likely plan in one line: "by 31 May 2027, for AUD 159,165".
QString likelyLine(const Plan& plan);
/// For lists of plans: "80 % sure by 14 June 2027, for AUD 172,900", without a simulation "likely by 31 May 2027, …".
QString headlineInList(const Plan& plan, const Risk* risk);

} // namespace trestle
