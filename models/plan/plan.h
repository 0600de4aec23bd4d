#pragma once

#include "models/catalogue.h"
#include "models/happened.h"
#include "models/inputs.h"
#include "models/learning.h"
#include "models/order_search.h"
#include "models/plan/waits.h"
#include "models/readiness.h"
#include "models/work_calendar.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A plan: everything worked out from a set of inputs, as one value. The window repaints from it, the
/// command line prints it, the plan file stores it. Nothing in it is edited; an edit makes new Inputs and a new Plan.
///
///     auto plan = makePlan(catalogue, inputs);
///     if (plan) plan->finish.likely;   // 24.0 working weeks with nothing ticked
namespace trestle {

/// When a node runs in one case. Without work there is nothing to show: start = finish or a bound of its links. Of one
/// that has begun, what is left: it starts at 0.
struct Span {
    Weeks start = 0;
    Weeks workDone = 0; ///< of a phase: the latest of its items
    Weeks finish = 0;
    bool hasWork = false;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Someone's time on an item.
struct CrewTime {
    std::size_t person = 0; ///< index into Plan::people and Inputs::team
    Weeks joined = 0;
    Weeks left = 0;
    Weeks worked = 0; ///< left − joined less absences
    friend bool operator==(const CrewTime&, const CrewTime&) = default;
};

/// An amount of a calendar month.
struct MonthMoney {
    std::chrono::year_month month;
    Money amount;
    friend bool operator==(const MonthMoney&, const MonthMoney&) = default;
};

/// Why a node waits, with names in place of indices; see WaitKind for what `on` holds.
struct WaitReason {
    WaitKind kind = WaitKind::start;
    std::vector<std::string> on;
    friend bool operator==(const WaitReason&, const WaitReason&) = default;
};

struct ItemPlan {
    std::string id;
    std::string title;
    std::size_t phase = 0;
    ItemState state = ItemState::missing;
    bool addOn = false;
    ThreePoint fullEffort; ///< as if missing
    ThreePoint effort;     ///< remaining, person-weeks
    ItemActual actual;     ///< what happened
    Happened happened;     ///< the same in weeks, as links count it: at or before 0; see happenedOn()
    double learnt = 1;     ///< by which finished work multiplies what is left
    bool hasWork = false;  ///< in the likely case
    PerCase<Span> when;
    PerCase<Money> cost;      ///< labour
    PerCase<Money> shownCost; ///< see shown_costs.h
    Weeks slack = 0;          ///< with people; likely case
    Weeks slackByLinks = 0;
    bool drivesFinish = false; ///< slack <= 1e-6 and has work
    WaitReason waitsFor;
    PerCase<std::vector<CrewTime>> crew; ///< in order of joining

    [[nodiscard]] bool mayHaveWork() const { return effort.high > kEpsilon; } ///< in the high case if no other
};

struct PhasePlan {
    std::string id;
    std::string title;
    std::string shortTitle;
    ReferenceWindow reference; ///< the source's weeks, counted from 1
    std::size_t firstItem = 0; ///< into Plan::items
    std::size_t itemCount = 0;
    ItemState state = ItemState::missing; ///< of its items in scope: all in place, some, or none; excluded: no item is
    ThreePoint effort;                    ///< remaining
    double inPlace = 0;                   ///< items in place, partial counting half, excluded left out …
    int inScope = 0;                      ///< … of this many
    double progress = 0;                  ///< 0 to 1, see partInPlace()
    std::optional<Date> actualStart;      ///< see happenedOn(); present: the phase has begun
    std::optional<Date> actualFinish;     ///< the end of that day; present: nothing of it is left
    Happened happened;                    ///< the same in weeks: at or before 0
    bool hasWork = false;                 ///< in the likely case
    PerCase<Span> when;
    PerCase<Money> cost; ///< labour
    PerCase<Money> shownCost;
    Weeks slack = 0;
    Weeks slackByLinks = 0;
    bool drivesFinish = false;
    std::vector<std::string> waitsFor; ///< phases or items that link to it
    std::vector<std::string> holdsUp;  ///< nodes that it links to

    [[nodiscard]] bool mayHaveWork() const { return effort.high > kEpsilon; } ///< in the high case if no other
};

struct PersonPlan {
    std::string name;
    double allocation = 1;
    Money weeklyRate;
    PerCase<Weeks> worked;
    ThreePoint effort;   ///< of the plan's: each item's in proportion to the time its people gave it
    PerCase<Money> cost; ///< by the plan's cost mode
    PerCase<Money> shownCost;
    bool isRole = false; ///< no name yet: `name` is the role's title
    bool paidOut = true; ///< false: own time
};

struct RunningCostPlan {
    std::string title;
    std::size_t phase = 0;
    ThreePoint monthly; ///< dollars
    PerCase<Date> from;
    PerCase<int> days;         ///< to the finish, both included; 0 where nothing is left to do
    int monthsAfterLaunch = 0; ///< counted in on top
    PerCase<Money> cost;
    PerCase<Money> shownCost;
};

/// The totals as they are shown, in whole dollars that add up.
struct ShownTotals {
    PerCase<Money> labour;
    PerCase<Money> running;
    PerCase<Money> risks;
    PerCase<Money> total;
    PerCase<Money> ownTime{}; ///< a part of labour
    Money actual{};           ///< a part of the total, in every case
};

/// What was spent in a month that has begun, ex GST.
struct ActualMonth {
    std::chrono::year_month month;
    Money labour;
    Money running;
    Money books;
    Money ownTime; ///< a part of labour

    [[nodiscard]] Money total() const { return labour + running + books; }
    friend bool operator==(const ActualMonth&, const ActualMonth&) = default;
};

/// What was spent up to the status date, ex GST; see actual_costs.h.
struct Actual {
    Money labour;  ///< 0 where the books tell
    Money running; ///< likewise
    Money books;   ///< the books' amounts; they take the place of the other two
    bool fromBooks = false;
    Money ownTime;                    ///< a part of labour: of those whose time is not paid out
    double effort = 0;                ///< person-weeks recorded
    std::vector<ActualMonth> byMonth; ///< those with any money, by time: each part adds up to its total to the cent

    /// Whether any money is known to have been spent, or to have come back.
    [[nodiscard]] bool any() const { return !byMonth.empty(); }
    [[nodiscard]] Money total() const { return labour + running + books; }
    friend bool operator==(const Actual&, const Actual&) = default;
};

/// A link of the network with what it does in the likely plan.
struct LinkPlan {
    std::string from;
    std::string to;
    LinkType type = LinkType::finishToStart;
    Weeks lag = 0;
    std::string reason;
    bool tight = false; ///< the successor starts or finishes right at its bound
};

struct Plan {
    std::shared_ptr<const Catalogue> catalogue; ///< with an item for each event that has happened
    Inputs inputs;
    WorkCalendar calendar;
    Date startDate{}; ///< the first working day
    Readiness readiness;
    Learning learning; ///< what finished work says of the rest
    std::vector<PhasePlan> phases;
    std::vector<ItemPlan> items; ///< phase after phase
    std::vector<PersonPlan> people;
    std::vector<RunningCostPlan> running;
    std::vector<LinkPlan> links;
    std::vector<std::uint32_t> order; ///< the item of each priority rank
    ThreePoint effort;
    PerCase<Weeks> finish;
    PerCase<Date> finishDate;
    PerCase<Money> labour; ///< still to come, as are running costs and risks
    PerCase<Money> runningTotal;
    PerCase<Money> riskTotal;     ///< responses in the plan, and the money of what has happened
    Actual actual;                ///< up to the status date
    PerCase<Money> total;         ///< actual + labour + running + risks, ex GST
    PerCase<Money> ownTime;       ///< a part of labour: of those whose time is not paid out
    ShownTotals shown;            ///< see shown_costs.h
    std::size_t peopleAtOnce = 0; ///< the most who are there at one time before the likely finish
    double coordination = 1;      ///< κ at that time, the part of their time people work at

    /// Whether someone's time is not paid out.
    [[nodiscard]] bool hasOwnTime() const;
    /// Whether no work is left, even should everything take its most.
    [[nodiscard]] bool nothingLeft() const { return effort.high <= kEpsilon; }
    /// Whether every item is marked as not needed: nothing is left, and nothing is ready either.
    [[nodiscard]] bool nothingInScope() const { return !readiness.fraction; }
    /// Whether everyone works on each item together, so that one item follows another: the whole team fits on an item,
    /// and everyone is able to do all that is left.
    [[nodiscard]] bool isOneCrew() const;
    [[nodiscard]] const ItemPlan* findItem(std::string_view id) const;
    [[nodiscard]] const PhasePlan* findPhase(std::string_view id) const;
};

/// Who works on an item in the likely plan, as indices of people, each once, in order of joining.
std::vector<std::size_t> peopleOn(const ItemPlan& item);

/// The estimate. Errors: those of checkInputs and buildNetwork.
Result<Plan> makePlan(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs,
                      const OrderSearchOptions& search = {});
/// The same with the items in the order of priority of another plan, whatever order the inputs ask for: for those who
/// can't wait for the better one. An item that the other plan lacks stands behind the one before it in the catalogue.
Result<Plan> makePlanInOrderOf(const Plan& other, std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs);

} // namespace trestle
