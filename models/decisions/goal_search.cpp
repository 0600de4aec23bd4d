#include "models/decisions/goal_search.h"

#include "models/decisions/goal_trial.h"
#include "models/decisions/item_value.h"

#include <algorithm>
#include <tuple>

namespace trestle {

namespace {

constexpr int kStartSteps = 6;         // halvings of the time between the earliest start and the plan's
constexpr int kMostTries = 4;          // of a way that few runs found, until all runs agree
constexpr std::size_t kMostOfKind = 3; // of the candidates of one kind, how many are tried
// By few runs a way that seems to miss by less than this is still looked at by all of them.
constexpr double kDoubt = 0.015;

using Runs = GoalTrial::Runs;

class GoalSearch {
public:
    GoalSearch(const Plan& plan, const Goal& goal, const QuestionOptions& options)
        : m_plan(plan), m_goal(goal), m_options(options), m_trial(plan, goal, m_options),
          m_additions(additionsOf(plan.inputs, hireRateOf(goal, *plan.catalogue)))
    {
    }

    Result<GoalAnswer> run();

private:
    [[nodiscard]] bool seemsToMeet(const Way& way) const
    {
        return way.chance.share >= probability(m_goal.confidence) - (m_trial.fewAreAll() ? 0.0 : kDoubt);
    }
    Result<void> findDeferrable();
    // Whether people, or items left for later, without any other change were found to meet the goal.
    [[nodiscard]] bool meetsAlone(const Way& way) const;

    // Each keeps `way` with the least of one change more that seems to meet the goal, if any does.
    Result<void> deferEnough(const Way& way);
    Result<void> startEarlyEnough(Way way);
    Result<void> addPeople();
    Result<void> combine();

    // How many items of the list to leave, at least, on top of `way`; nothing where all of them are not enough.
    Result<std::optional<Way>> withLeast(const Way& way, const std::vector<std::string>& items);
    // The way by all runs, with as much more of its change as that takes; nothing where it does not get there.
    Result<std::optional<Way>> confirmed(Way way, const std::vector<std::string>& items);
    bool takeMore(Way& way, const std::vector<std::string>& items) const;
    Result<void> confirmAll(GoalAnswer& answer);
    Result<void> findNearest(GoalAnswer& answer);
    Result<void> findLessScope(GoalAnswer& answer);

    const Plan& m_plan;
    const Goal& m_goal;
    QuestionOptions m_options; // with the plan's own simulation, once it is made
    GoalTrial m_trial;
    std::vector<std::vector<AddedPerson>> m_additions;
    std::vector<std::string> m_deferrable; // most weeks saved first
    std::vector<Way> m_found;              // seem to meet the goal, by few runs
};

Result<void> GoalSearch::findDeferrable()
{
    QuestionOptions quiet = m_options;
    quiet.progress = nullptr;
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
    const auto leaving = [&](std::size_t count) {
        Way less = way;
        less.deferred.insert(less.deferred.end(), items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
        return m_trial.assess(std::move(less), Runs::few);
    };
    auto found = leaving(items.size());
    if (!found)
        return std::unexpected(found.error());
    if (!seemsToMeet(*found))
        return std::nullopt;
    std::size_t tooFew = 0;
    std::size_t enough = items.size();
    while (enough - tooFew > 1) {
        const std::size_t middle = (enough + tooFew) / 2;
        auto tried = leaving(middle);
        if (!tried)
            return std::unexpected(tried.error());
        if (seemsToMeet(*tried)) {
            enough = middle;
            found = std::move(tried);
        } else {
            tooFew = middle;
        }
    }
    return std::optional(std::move(*found));
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

Result<void> GoalSearch::startEarlyEnough(Way way)
{
    Date early = m_goal.earliestStart;
    Date late = m_plan.inputs.start;
    if (early >= late)
        return {};
    way.start = early;
    auto found = m_trial.assess(way, Runs::few);
    if (!found)
        return std::unexpected(found.error());
    if (!seemsToMeet(*found))
        return {};
    for (int n = 0; n < kStartSteps && late - early > std::chrono::days{1}; ++n) {
        const Date middle = early + (late - early) / 2;
        way.start = middle;
        auto tried = m_trial.assess(way, Runs::few);
        if (!tried)
            return std::unexpected(tried.error());
        if (seemsToMeet(*tried)) {
            found = tried;
            early = middle;
        } else {
            late = middle;
        }
    }
    // A weekend starts on its Monday.
    while (!isWeekday(*found->start))
        *found->start += std::chrono::days{1};
    m_found.push_back(std::move(*found));
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
        if (seemsToMeet(*tried))
            m_found.push_back(std::move(*tried));
    }
    return {};
}

bool GoalSearch::meetsAlone(const Way& way) const
{
    bool meets = false;
    m_trial.eachTried([&](const Way& tried, const auto&, const auto&) {
        meets = meets || (seemsToMeet(tried) && !tried.start && tried.added == way.added &&
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
    Way way;
    way.deferred = m_deferrable;
    if (!m_deferrable.empty() && !meetsAlone(way))
        return startEarlyEnough(way);
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

// What comes closest, and the goal moved to where the ways get: by few runs to see which way gets nearest, then by all.
Result<void> GoalSearch::findNearest(GoalAnswer& answer)
{
    std::optional<Way> likeliest;
    std::optional<std::pair<Date, Way>> soonest;
    std::optional<std::pair<Money, Way>> cheapest;
    const double sure = probability(m_goal.confidence);
    bool dateCan = false;
    bool budgetCan = false;
    m_trial.eachTried([&](const Way& way, const std::optional<Date>& date, const std::optional<Money>& budget) {
        dateCan = dateCan || way.chanceByDate.share >= sure;
        budgetCan = budgetCan || way.chanceUnderBudget.share >= sure;
        if (!likeliest || way.chance.share > likeliest->chance.share)
            likeliest = way;
        if (date && (!soonest || *date < soonest->first))
            soonest = {*date, way};
        if (budget && (!cheapest || *budget < cheapest->first))
            cheapest = {*budget, way};
    });
    answer.unmet = !dateCan ? Unmet::date : !budgetCan ? Unmet::budget : Unmet::together;
    auto closest = m_trial.assess(*likeliest, Runs::all);
    if (!closest)
        return std::unexpected(closest.error());
    answer.closest = std::move(*closest);
    if (soonest) {
        auto way = m_trial.assess(soonest->second, Runs::all);
        if (!way)
            return std::unexpected(way.error());
        if (const auto& date = m_trial.dateWithinBudget(); date && *date > m_goal.by)
            answer.laterDate = NearestDate{*date, std::move(*way)};
    }
    if (cheapest) {
        auto way = m_trial.assess(cheapest->second, Runs::all);
        if (!way)
            return std::unexpected(way.error());
        if (const auto& budget = m_trial.budgetByDate(); budget && *budget > m_goal.budget)
            answer.largerBudget = NearestBudget{*budget, std::move(*way)};
    }
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
    if (auto ok = findNearest(answer); !ok)
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
    return GoalSearch(plan, goal, options).run();
}

} // namespace trestle
