#include "models/decisions/goal_search.h"

#include "models/decisions/item_value.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace trestle {

namespace {

// Copies to add, as allocations: the smallest help first.
const std::array<std::vector<double>, 5> kHelp{{{0.5}, {1.0}, {1.0, 0.5}, {1.0, 1.0}, {1.0, 1.0, 1.0}}};
constexpr std::size_t kMostKinds = 3; // of people to copy
constexpr std::size_t kMostWays = 6;
constexpr int kStartSteps = 6; // halvings of the time between the earliest start and the plan's

class GoalSearch {
public:
    GoalSearch(const Plan& plan, const Goal& goal, const QuestionOptions& options)
        : m_plan(plan), m_goal(goal), m_options(options)
    {
    }

    Result<GoalAnswer> run();

private:
    Result<Way> assess(Way way);
    [[nodiscard]] bool meets(const Way& way) const { return way.chance >= m_goal.confidence / 100.0; }
    Result<void> findDeferrable();
    [[nodiscard]] std::vector<std::vector<AddedPerson>> additions() const;
    // Whether people, or items left for later, without any other change were found to meet the goal.
    [[nodiscard]] bool meetsAlone(const Way& way) const;

    // Each adds to `way` the least of one change that meets the goal; false where none does.
    Result<bool> deferEnough(Way way);
    Result<bool> startEarlyEnough(Way way);
    Result<void> addPeople();
    Result<void> combine();
    void keep(const Way& way);
    void finish(GoalAnswer& answer) const;
    void step() { ++m_steps; }

    const Plan& m_plan;
    const Goal& m_goal;
    const QuestionOptions& m_options;
    Way m_today;
    std::vector<std::string> m_deferrable; // most weeks saved first
    std::vector<Way> m_meeting;
    std::vector<Way> m_all;
    std::size_t m_steps = 0;
};

Result<Way> GoalSearch::assess(Way way)
{
    const auto made = estimate(m_plan.catalogue, applyWay(m_plan.inputs, way), m_options);
    if (!made)
        return std::unexpected(made.error());
    const Weeks by = m_goal.by < made->plan.startDate ? -1.0 : latestFinishBy(made->plan.calendar, m_goal.by);
    way.chance = made->risk.chanceOfBoth(by, m_goal.budget);
    way.chanceByDate = made->risk.chanceBy(by);
    way.chanceUnderBudget = made->risk.chanceUnder(m_goal.budget);
    way.headline = made->headlineAt(m_goal.confidence);
    way.weeksSaved = m_today.headline.finish - way.headline.finish;
    way.costDifference = way.headline.total - m_today.headline.total;
    m_all.push_back(way);
    step();
    if (m_options.progress) // how many plans it will take is not known; it nears the end ever more slowly
        m_options.progress(1.0 - 30.0 / (30.0 + static_cast<double>(m_steps)));
    return way;
}

Result<void> GoalSearch::findDeferrable()
{
    QuestionOptions quiet = m_options;
    quiet.progress = nullptr;
    quiet.runs = std::max(1U, m_options.runs / 4); // only an order is wanted
    const auto values = itemValues(m_plan, quiet);
    if (!values)
        return std::unexpected(values.error());
    for (const ItemValue& value : *values)
        if (const Item* item = findItem(*m_plan.catalogue, value.id); item && item->deferrable.value)
            m_deferrable.push_back(value.id);
    return {};
}

std::vector<std::vector<AddedPerson>> GoalSearch::additions() const
{
    // People who differ in what they can do or cost; the cheapest first.
    std::vector<const Person*> kinds;
    for (const Person& person : m_plan.inputs.team) {
        const bool known = std::ranges::any_of(kinds, [&](const Person* other) {
            return other->skills == person.skills && other->weeklyRate == person.weeklyRate;
        });
        if (!known)
            kinds.push_back(&person);
    }
    std::ranges::stable_sort(kinds, {}, [](const Person* person) { return person->weeklyRate; });
    if (kinds.size() > kMostKinds)
        kinds.resize(kMostKinds);
    std::vector<std::vector<AddedPerson>> result;
    for (const std::vector<double>& help : kHelp)
        for (const Person* person : kinds) {
            if (m_plan.inputs.team.size() + help.size() > kMaxPeople)
                continue;
            std::vector<AddedPerson> added;
            for (const double allocation : help)
                added.push_back({person->name, allocation});
            result.push_back(std::move(added));
        }
    return result;
}

Result<bool> GoalSearch::deferEnough(Way way)
{
    for (const std::string& item : m_deferrable) {
        way.deferred.push_back(item);
        auto tried = assess(way);
        if (!tried)
            return std::unexpected(tried.error());
        if (meets(*tried)) {
            keep(*tried);
            return true;
        }
    }
    return false;
}

Result<bool> GoalSearch::startEarlyEnough(Way way)
{
    Date early = m_goal.earliestStart;
    Date late = m_plan.inputs.start;
    if (early >= late)
        return false;
    way.start = early;
    auto found = assess(way);
    if (!found)
        return std::unexpected(found.error());
    if (!meets(*found))
        return false;
    for (int n = 0; n < kStartSteps && late - early > std::chrono::days{1}; ++n) {
        const Date middle = early + (late - early) / 2;
        way.start = middle;
        auto tried = assess(way);
        if (!tried)
            return std::unexpected(tried.error());
        if (meets(*tried)) {
            found = tried;
            early = middle;
        } else {
            late = middle;
        }
    }
    // A weekend starts on its Monday.
    while (!isWeekday(*found->start))
        *found->start += std::chrono::days{1};
    keep(*found);
    return true;
}

Result<void> GoalSearch::addPeople()
{
    for (const auto& added : additions()) {
        Way way;
        way.added = added;
        auto tried = assess(way);
        if (!tried)
            return std::unexpected(tried.error());
        if (meets(*tried))
            keep(*tried);
    }
    return {};
}

bool GoalSearch::meetsAlone(const Way& way) const
{
    return std::ranges::any_of(m_all, [&](const Way& tried) {
        return meets(tried) && !tried.start && tried.added == way.added &&
               tried.deferred.empty() == way.deferred.empty();
    });
}

Result<void> GoalSearch::combine()
{
    for (const auto& added : additions()) {
        if (m_meeting.size() >= kMostWays)
            break;
        Way way;
        way.added = added;
        if (meetsAlone(way))
            continue; // what more would only give up more
        if (auto found = deferEnough(way); !found)
            return std::unexpected(found.error());
        if (auto found = startEarlyEnough(way); !found)
            return std::unexpected(found.error());
    }
    Way way;
    way.deferred = m_deferrable;
    if (!m_deferrable.empty() && !meetsAlone(way))
        if (auto found = startEarlyEnough(way); !found)
            return std::unexpected(found.error());
    return {};
}

// Ways of one kind differ little: of each kind the one that gives up least stays.
void GoalSearch::keep(const Way& way)
{
    const auto kind = [](const Way& w) { return std::tuple(w.added.empty(), !w.start, w.deferred.empty()); };
    const auto burden = [](const Way& w) { return std::tuple(w.costDifference, w.deferred.size(), w.added.size()); };
    const auto same = std::ranges::find_if(m_meeting, [&](const Way& other) { return kind(other) == kind(way); });
    if (same == m_meeting.end())
        m_meeting.push_back(way);
    else if (burden(way) < burden(*same))
        *same = way;
}

void GoalSearch::finish(GoalAnswer& answer) const
{
    answer.ways = m_meeting;
    const auto changes = [](const Way& w) {
        return (w.added.empty() ? 0 : 1) + (w.start ? 1 : 0) + (w.deferred.empty() ? 0 : 1);
    };
    std::ranges::stable_sort(answer.ways, [&](const Way& a, const Way& b) {
        return std::tuple(changes(a), a.costDifference) < std::tuple(changes(b), b.costDifference);
    });
    if (answer.metToday || !answer.ways.empty())
        return;
    answer.closest = *std::ranges::max_element(m_all, {}, &Way::chance);
    const double sure = m_goal.confidence / 100.0;
    const bool dateCan = std::ranges::any_of(m_all, [&](const Way& w) { return w.chanceByDate >= sure; });
    const bool budgetCan = std::ranges::any_of(m_all, [&](const Way& w) { return w.chanceUnderBudget >= sure; });
    answer.unmet = !dateCan ? Unmet::date : !budgetCan ? Unmet::budget : Unmet::together;
}

Result<GoalAnswer> GoalSearch::run()
{
    GoalAnswer answer;
    auto today = assess({});
    if (!today)
        return std::unexpected(today.error());
    m_today = *today;
    m_today.weeksSaved = 0;
    m_today.costDifference = {};
    answer.today = m_today;
    answer.metToday = meets(m_today);
    if (answer.metToday)
        return answer;

    if (auto ok = findDeferrable(); !ok)
        return std::unexpected(ok.error());
    if (auto found = deferEnough({}); !found)
        return std::unexpected(found.error());
    if (auto found = startEarlyEnough({}); !found)
        return std::unexpected(found.error());
    if (auto ok = addPeople(); !ok)
        return std::unexpected(ok.error());
    if (auto ok = combine(); !ok)
        return std::unexpected(ok.error());
    finish(answer);
    return answer;
}

} // namespace

Result<GoalAnswer> searchGoal(const Plan& plan, const Goal& goal, const QuestionOptions& options)
{
    if (goal.confidence < 1 || goal.confidence > 99)
        return fail(ErrorCode::invalidValue, std::to_string(goal.confidence), "/confidence", "1 to 99");
    return GoalSearch(plan, goal, options).run();
}

Inputs applyWay(const Inputs& inputs, const Way& way)
{
    Inputs changed = inputs;
    if (way.start)
        changed.start = *way.start;
    for (const std::string& item : way.deferred)
        changed.items[item].state = ItemState::excluded;
    for (const AddedPerson& added : way.added) {
        const auto model = std::ranges::find(inputs.team, added.copyOf, &Person::name);
        if (model == inputs.team.end())
            continue;
        Person copy = *model;
        copy.allocation = added.allocation;
        copy.firstDay.reset();
        copy.leave.clear();
        const auto taken = [&](const std::string& name) {
            return std::ranges::find(changed.team, name, &Person::name) != changed.team.end();
        };
        for (int number = 2; taken(copy.name); ++number)
            copy.name = model->name + " " + std::to_string(number);
        changed.team.push_back(std::move(copy));
    }
    return changed;
}

Scenario scenarioFor(const Inputs& inputs, const Way& way, std::string name)
{
    const Inputs changed = applyWay(inputs, way);
    Scenario scenario;
    scenario.name = std::move(name);
    scenario.start = way.start;
    if (!way.added.empty())
        scenario.team = changed.team;
    for (const std::string& item : way.deferred)
        scenario.items[item] = ItemState::excluded;
    return scenario;
}

} // namespace trestle
