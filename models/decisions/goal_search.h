#pragma once

#include "models/decisions/way.h"

#include <optional>
#include <vector>

namespace trestle {

/// "Finish by D within AUD B, at C %": which changes of the plan get there? It may ask besides that the cash lasts, and
/// that enough of the price is left. A run has to keep to all of it.
struct Goal {
    Date by{};
    Money budget;
    int confidence = 80;             ///< per cent, 1 to 99
    Date earliestStart{};            ///< the plan cannot start before this day
    std::optional<Money> hireRate{}; ///< of an engineer to hire, a full-time week; the catalogue's where not given
    bool cashLasts = false;          ///< to the end of the buffer after launch; asks for an opening balance
    std::optional<double> marginPercent{}; ///< at least so much of what the way itself is priced at, 0 to 95

    [[nodiscard]] bool hasConditions() const { return cashLasts || marginPercent; }
};

Money hireRateOf(const Goal& goal, const Catalogue& catalogue);

enum class Unmet : std::uint8_t {
    no,       ///< it can be met
    date,     ///< no way makes the date sure enough, whatever it costs
    budget,   ///< no way makes the budget sure enough, however long it takes
    cash,     ///< no way makes it sure enough that the money lasts
    margin,   ///< no way makes the margin sure enough
    together, ///< each alone can be met, all together cannot
};

/// The goal with one of its limits moved, as far as it takes and no farther, and the way there. (The way's chances
/// are those of the goal as it was asked.)
struct NearestDate {
    Date by{};
    Way way;
};
struct NearestBudget {
    Money budget;
    Way way;
};
struct NearestCash {
    Money more; ///< in the bank on the first day, up to the cent
    Way way;
};
struct NearestMargin {
    double percent = 0;
    Way way;
};

struct GoalAnswer {
    Way today; ///< the plan as it is
    bool metToday = false;
    std::vector<Way> ways;      ///< that meet the goal, of different kinds, least given up first
    std::optional<Way> closest; ///< where none does: the likeliest
    Unmet unmet = Unmet::no;
    // Where no way meets the goal, what would: each absent where even that does not.
    std::optional<NearestDate> laterDate;
    std::optional<NearestBudget> largerBudget;
    std::optional<NearestCash> moreCash;
    std::optional<NearestMargin> smallerMargin;
    std::optional<Way> lessScope; ///< items left that the catalogue would not leave for later, too
};

/// Searches engineers hired (up to three, full-time or half), copies of people at no less than half of their rate, an
/// earlier start and deferrable items, alone and in pairs. It looks for ways in the first few hundred runs; each way in
/// the answer is then simulated with all of them. Deterministic. Errors: invalidValue for a confidence outside
/// 1–99, a rate below 0 or a margin outside 0–95; noOpeningCash; those of estimate(); cancelled.
Result<GoalAnswer> searchGoal(const Plan& plan, const Goal& goal, const QuestionOptions& options = {});

} // namespace trestle
