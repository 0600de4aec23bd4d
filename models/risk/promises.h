#pragma once

#include "models/plan/cost_table.h"
#include "models/risk/chance.h"
#include "models/risk/simulation.h"

#include <array>
#include <cstddef>
#include <optional>

/// What a simulation says of a plan's promises. The one home of its headline, of every chance (of a date, of a budget,
/// of both, of the likely plan) and of the money to put aside; each place that shows one takes it from here.
/// Each function takes the plan that was simulated.
namespace trestle {

/// A plan's promise at a confidence: what the headline shows.
struct Headline {
    Weeks finish = 0;
    Date finishDate{};
    Money total; ///< exact; promised() rounds it for people
    friend bool operator==(const Headline&, const Headline&) = default;
};

/// One headline less another: positive is later, dearer.
struct Delta {
    Weeks weeks = 0;
    Money cost;
    friend bool operator==(const Delta&, const Delta&) = default;
};

constexpr Delta operator-(const Headline& a, const Headline& b)
{
    return {a.finish - b.finish, a.total - b.total};
}

/// What `confidence` per cent of the runs keep, the finish and the total each for itself.
Headline headlineOf(const Plan& plan, const Risk& risk, int confidence);
/// The likely plan in the same form.
Headline likelyHeadline(const Plan& plan);

/// The promise in countable odds: twenty projects like this one, the i-th (from 1) finishing at P_q of the runs,
/// q = (i − ½) ÷ 20.
struct CountableOdds {
    static constexpr std::size_t kProjects = 20;
    std::array<Weeks, kProjects> finish{}; ///< ascending
    Weeks promise = 0;                     ///< the headline's finish
    std::size_t kept = 0;                  ///< so many of the first end by it
    friend bool operator==(const CountableOdds&, const CountableOdds&) = default;
};
CountableOdds countableOdds(const Risk& risk, int confidence);

/// To be done by the end of `date`, which may be a day off. A date before the start is kept only by runs that have
/// nothing left to do.
Chance chanceBy(const Plan& plan, const Risk& risk, Date date);
/// To cost no more than `budget`.
Chance chanceUnder(const Risk& risk, Money budget);
Chance chanceOfBoth(const Plan& plan, const Risk& risk, Date date, Money budget);

/// The chances of the likely plan: to be done by its finish date, for no more than its total as that is shown, in whole
/// dollars.
struct LikelyChance {
    Chance onTime;
    Chance inBudget;
    Chance both;
};

LikelyChance chanceOfLikely(const Plan& plan, const Risk& risk);

/// Shares of the runs, as to the target date and the budget of a plan; absent where the plan does not have the one
/// (or, for both and the quarters, the other).
struct TargetChance {
    struct Quarters {
        Chance both;
        Chance onTimeOnly;
        Chance inBudgetOnly;
        Chance neither;
        friend bool operator==(const Quarters&, const Quarters&) = default;
    };
    std::optional<Chance> onTime;
    std::optional<Chance> inBudget;
    std::optional<Chance> both;
    std::optional<Quarters> quarters; ///< their shares add up to 1

    /// Of all that is set; absent where neither is.
    [[nodiscard]] const std::optional<Chance>& ofTarget() const { return both ? both : onTime ? onTime : inBudget; }
    friend bool operator==(const TargetChance&, const TargetChance&) = default;
};

TargetChance targetChance(const Plan& plan, const Risk& risk);

/// The quarters in whole per cent that add up to 100. What is met together is rounded as it is everywhere else; the
/// rest is split by largest remainder.
struct ToldQuarters {
    ToldChance both;
    ToldChance onTimeOnly;
    ToldChance inBudgetOnly;
    ToldChance neither;
    friend bool operator==(const ToldQuarters&, const ToldQuarters&) = default;
};

ToldQuarters told(const TargetChance::Quarters& quarters);

/// What to put aside on top of the likely total as it is shown, to reach what the headline promises at `confidence`
/// (per cent); nothing where the likely plan is dearer than that. A price carries GST on it; what the plan's own
/// purchases would take of it is not known before it is spent, so that it carries none then.
struct Contingency {
    bool isNeeded = false;
    Money amount; ///< of rounded figures, so that likely total and contingency add up to the promise
    Money gst;
    [[nodiscard]] Money incGst() const { return amount + gst; }
};

Contingency contingency(const Plan& plan, const Risk& risk, int confidence, GstBasis basis);

/// What the headline promises at `confidence` as a price with GST, as it is shown.
Money promisedPrice(const Plan& plan, const Risk& risk, int confidence);

} // namespace trestle
