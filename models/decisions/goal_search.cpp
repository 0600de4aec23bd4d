#include "models/decisions/goal_search.h"

#include "models/decisions/goal_nearest.h"
#include "models/decisions/goal_steps.h"
#include "models/decisions/goal_trial.h"
#include "models/decisions/item_value.h"

#include <algorithm>
#include <tuple>

namespace trestle {

namespace {

constexpr int kStartHalvings = 6;      // of the time between the earliest start and the plan's
constexpr int kMostTries = 4;          // of a way that few runs found, until all runs agree
constexpr std::size_t kMostMixes = 16; // of items left with an earlier start, where none can be passed over
constexpr std::size_t kMostOfKind = 3; // of the candidates of one kind, how many are tried

using Runs = GoalTrial::Runs;

class GoalSearch {
public:
    GoalSearch(const Plan& plan, const Goal& goal, const QuestionOptions& options)
        : m_plan(plan), m_goal(goal), m_options(options), m_trial(plan, goal, m_options), m_steps(goal, m_trial),
          m_additions(additionsOf(plan.inputs, hireRateOf(goal, *plan.catalogue)))
    {
        m_options.price = goal.marginPercent.has_value();
        m_options.cash = goal.cashLasts;
    }

    Result<GoalAnswer> run();

private:
    Result<void> findDeferrable();
    // Whether people, or items left for later, without any other change were found to meet the goal.
    [[nodiscard]] bool meetsAlone(const Way& way) const;

    // Each keeps `way` with the least of one change more that seems to meet the goal, if any does.
    Result<void> deferEnough(const Way& way);
    Result<void> startEarlyEnough(const Way& way);
    Result<void> addPeople();
    Result<void> combine();
    Result<void> deferAndStartEarly();

    // How many items of the list to leave, at least, on top of `way`; nothing where all of them are not enough.
    Result<std::optional<Way>> withLeast(const Way& way, const std::vector<std::string>& items);
    // The way by all runs, with as much more of its change as that takes; nothing where it does not get there.
    Result<std::optional<Way>> confirmed(Way way, const std::vector<std::string>& items);
    bool takeMore(Way& way, const std::vector<std::string>& items) const;
    Result<void> confirmAll(GoalAnswer& answer);
    Result<void> findLessScope(GoalAnswer& answer);

    const Plan& m_plan;
    const Goal& m_goal;
    QuestionOptions m_options; // with the plan's own simulation, once it is made
    GoalTrial m_trial;
    GoalSteps m_steps;
    std::vector<std::vector<AddedPerson>> m_additions;
    std::vector<std::string> m_deferrable; // most weeks saved first
    std::vector<Way> m_found;              // seem to meet the goal, by few runs
};

Result<void> GoalSearch::findDeferrable()
{
    QuestionOptions quiet = m_options;
    quiet.progress = nullptr;
    quiet.price = false;
    quiet.cash = false;
    const auto values = roughItemValues(m_plan, quiet); // only an order is wanted
    if (!values)
        return std::unexpected(values.error());
    for (const ItemValue& value : *values)
        if (const Item* item = findItem(*m_plan.catalogue, value.id); item && item->deferrable.value)
            m_deferrable.push_back(value.id);
    return {};
}

Result<std::optional<Way>> GoalSearch::withLeast(const Way& way, const std::vector<std::string>& items)
{
    if (items.empty())
        return std::nullopt;
    return m_steps.fewest(static_cast<int>(items.size()), [&](int count) {
        Way less = way;
        less.deferred.insert(less.deferred.end(), items.begin(), items.begin() + count);
        return less;
    });
}

Result<void> GoalSearch::deferEnough(const Way& way)
{
    auto found = withLeast(way, m_deferrable);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        m_found.push_back(std::move(**found));
    return {};
}

Result<void> GoalSearch::startEarlyEnough(const Way& way)
{
    const Date late = m_plan.inputs.start;
    const int days = static_cast<int>((late - m_goal.earliestStart).count());
    if (days <= 0)
        return {};
    auto found = m_steps.fewest(
        days,
        [&](int earlier) {
            Way sooner = way;
            Date start = late - std::chrono::days{earlier};
            while (!isWeekday(start)) // a weekend starts on its Monday
                start += std::chrono::days{1};
            sooner.start = start;
            return sooner;
        },
        kStartHalvings);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return {};
    m_found.push_back(std::move(**found));
    return {};
}

Result<void> GoalSearch::addPeople()
{
    for (const auto& added : m_additions) {
        Way way;
        way.added = added;
        auto tried = m_trial.assess(way, Runs::few);
        if (!tried)
            return std::unexpected(tried.error());
        if (m_trial.seemsToMeet(*tried))
            m_found.push_back(std::move(*tried));
    }
    return {};
}

bool GoalSearch::meetsAlone(const Way& way) const
{
    bool meets = false;
    m_trial.eachTried([&](const Way& tried, const auto&) {
        meets = meets || (m_trial.seemsToMeet(tried) && !tried.start && tried.added == way.added &&
                          tried.deferred.empty() == way.deferred.empty());
    });
    return meets;
}

Result<void> GoalSearch::combine()
{
    for (const auto& added : m_additions) {
        Way way;
        way.added = added;
        if (meetsAlone(way))
            continue; // what more would only give up more
        if (auto ok = deferEnough(way); !ok)
            return ok;
        if (auto ok = startEarlyEnough(way); !ok)
            return ok;
    }
    return deferAndStartEarly();
}

Result<void> GoalSearch::deferAndStartEarly()
{
    Way way;
    way.deferred = m_deferrable;
    if (m_deferrable.empty() || meetsAlone(way))
        return {};
    // All of them may leave too little of the price.
    const std::size_t all = m_deferrable.size();
    const std::size_t stride = m_goal.hasConditions() ? (all + kMostMixes - 1) / kMostMixes : all;
    const std::size_t found = m_found.size();
    for (std::size_t count = 0; count < all && m_found.size() == found;) {
        count = std::min(all, count + stride);
        way.deferred.assign(m_deferrable.begin(), m_deferrable.begin() + static_cast<std::ptrdiff_t>(count));
        if (auto ok = startEarlyEnough(way); !ok)
            return ok;
    }
    return {};
}

bool GoalSearch::takeMore(Way& way, const std::vector<std::string>& items) const
{
    const auto next = std::ranges::find_if(
        items, [&](const std::string& item) { return std::ranges::find(way.deferred, item) == way.deferred.end(); });
    if (!way.deferred.empty() && next != items.end()) {
        way.deferred.push_back(*next);
        return true;
    }
    if (!way.start || *way.start <= m_goal.earliestStart)
        return false;
    do
        *way.start -= std::chrono::days{1};
    while (!isWeekday(*way.start) && *way.start > m_goal.earliestStart);
    return true;
}

Result<std::optional<Way>> GoalSearch::confirmed(Way way, const std::vector<std::string>& items)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        auto assessed = m_trial.assess(way, Runs::all);
        if (!assessed)
            return std::unexpected(assessed.error());
        if (m_trial.meets(*assessed))
            return std::optional(std::move(*assessed));
        if (!takeMore(way, items))
            break;
    }
    return std::nullopt;
}

// Ways of one kind differ little: of each kind the one that gives up least stays.
Result<void> GoalSearch::confirmAll(GoalAnswer& answer)
{
    const auto kind = [](const Way& w) { return std::tuple(w.added.empty(), !w.start, w.deferred.empty()); };
    // What was met on the way to date and budget alone is not lost where no later look came by there.
    m_trial.eachTried([&](const Way& way, const auto&) {
        if (m_goal.hasConditions() && way.changesPlan() && m_trial.seemsToMeet(way) &&
            std::ranges::none_of(m_found, [&](const Way& found) { return kind(found) == kind(way); }))
            m_found.push_back(way);
    });
    const auto burden = [](const Way& w) { return std::tuple(w.costDifference, w.deferred.size(), w.added.size()); };
    std::ranges::stable_sort(m_found, [&](const Way& a, const Way& b) { return burden(a) < burden(b); });
    std::vector<decltype(kind(Way()))> settled;
    for (const Way& way : m_found) {
        const auto ofKind = [&](const Way& other) { return kind(other) == kind(way); };
        if (std::ranges::any_of(answer.ways, ofKind) ||
            std::ranges::count(settled, kind(way)) >= static_cast<std::ptrdiff_t>(kMostOfKind))
            continue;
        settled.push_back(kind(way));
        auto found = confirmed(way, m_deferrable);
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            answer.ways.push_back(std::move(**found));
    }
    std::ranges::stable_sort(answer.ways, [](const Way& a, const Way& b) {
        return std::tuple(a.kinds(), a.costDifference) < std::tuple(b.kinds(), b.costDifference);
    });
    return {};
}

// What may be left for later goes first, then the rest from the end of the catalogue: as a budget covers from its top.
Result<void> GoalSearch::findLessScope(GoalAnswer& answer)
{
    std::vector<std::string> items = m_deferrable;
    for (auto item = m_plan.items.rbegin(); item != m_plan.items.rend(); ++item)
        if (item->effort.high > kEpsilon && std::ranges::find(m_deferrable, item->id) == m_deferrable.end())
            items.push_back(item->id);
    if (!items.empty())
        items.pop_back(); // a plan of nothing is no way
    auto found = withLeast({}, items);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return {};
    auto sure = confirmed(**found, items);
    if (!sure)
        return std::unexpected(sure.error());
    answer.lessScope = std::move(*sure);
    return {};
}

Result<GoalAnswer> GoalSearch::run()
{
    GoalAnswer answer;
    auto own = ownRisk(m_plan, m_options);
    if (!own)
        return std::unexpected(own.error());
    m_options.known = std::move(*own);
    auto today = m_trial.assess({}, Runs::all);
    if (!today)
        return std::unexpected(today.error());
    answer.today = std::move(*today);
    answer.today.weeksSaved = 0;
    answer.today.costDifference = {};
    m_trial.setToday(answer.today);
    answer.metToday = m_trial.meets(answer.today);
    if (answer.metToday)
        return answer;

    if (auto few = m_trial.assess({}, Runs::few); !few)
        return std::unexpected(few.error());
    if (auto ok = findDeferrable(); !ok)
        return std::unexpected(ok.error());
    if (auto ok = deferEnough({}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = startEarlyEnough({}); !ok)
        return std::unexpected(ok.error());
    if (auto ok = addPeople(); !ok)
        return std::unexpected(ok.error());
    if (auto ok = combine(); !ok)
        return std::unexpected(ok.error());
    if (auto ok = confirmAll(answer); !ok)
        return std::unexpected(ok.error());
    if (!answer.ways.empty())
        return answer;
    if (auto ok = findNearest(m_goal, m_trial, answer); !ok)
        return std::unexpected(ok.error());
    if (auto ok = findLessScope(answer); !ok)
        return std::unexpected(ok.error());
    return answer;
}

} // namespace

Result<GoalAnswer> searchGoal(const Plan& plan, const Goal& goal, const QuestionOptions& options)
{
    if (goal.confidence < 1 || goal.confidence > 99)
        return fail(ErrorCode::invalidValue, std::to_string(goal.confidence), "/confidence",
                    {DetailKind::fromTo, {"1", "99"}});
    if (goal.hireRate && goal.hireRate->cents < 0)
        return fail(ErrorCode::invalidValue, std::to_string(goal.hireRate->cents / 100), "/hireRate",
                    {DetailKind::atLeast, {"0"}});
    if (goal.marginPercent && !(*goal.marginPercent >= 0 && *goal.marginPercent <= kMostMargin))
        return fail(ErrorCode::invalidValue, numberText(*goal.marginPercent), "/margin",
                    {DetailKind::fromTo, {"0", numberText(kMostMargin)}});
    if (goal.cashLasts && !plan.inputs.cash.opening)
        return fail(ErrorCode::noOpeningCash);
    return GoalSearch(plan, goal, options).run();
}

} // namespace trestle
