#pragma once

#include "models/decisions/estimate.h"
#include "models/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// "Finish by D within AUD B, at C %": which changes of the plan get there?
struct Goal {
    Date by{};
    Money budget;
    int confidence = 80;  ///< per cent, 1 to 99
    Date earliestStart{}; ///< the plan cannot start before this day
};

/// A person to add: a copy of one of today's, at an allocation.
struct AddedPerson {
    std::string copyOf;
    double allocation = 1;
    friend bool operator==(const AddedPerson&, const AddedPerson&) = default;
};

/// A change of the plan, with what it costs and gives up.
struct Way {
    std::vector<AddedPerson> added;
    std::optional<Date> start;         ///< earlier than the plan's
    std::vector<std::string> deferred; ///< items left for after launch
    double chance = 0;                 ///< of meeting date and budget together
    double chanceByDate = 0;
    double chanceUnderBudget = 0;
    Headline headline;    ///< at the goal's confidence
    Weeks weeksSaved = 0; ///< against the plan as it is
    Money costDifference; ///< positive: dearer than the plan as it is
};

enum class Unmet : std::uint8_t {
    no,       ///< it can be met
    date,     ///< no way makes the date sure enough, whatever it costs
    budget,   ///< no way makes the budget sure enough, however long it takes
    together, ///< each alone can be met, both together cannot
};

struct GoalAnswer {
    Way today; ///< the plan as it is
    bool metToday = false;
    std::vector<Way> ways;      ///< that meet the goal, of different kinds, least given up first
    std::optional<Way> closest; ///< where none does: the likeliest
    Unmet unmet = Unmet::no;
};

/// Searches people added (up to three copies at 1.0 or 0.5 FTE), an earlier start and deferrable items, alone and in
/// pairs. Deterministic. Errors: invalidValue for a confidence outside 1–99; those of estimate(); cancelled.
Result<GoalAnswer> searchGoal(const Plan& plan, const Goal& goal, const QuestionOptions& options = {});

Inputs applyWay(const Inputs& inputs, const Way& way);
/// The way as a scenario of the inputs it was found for.
Scenario scenarioFor(const Inputs& inputs, const Way& way, std::string name);

} // namespace trestle
