#include "tests/models/support/random_plans.h"

#include "tests/models/support/reference_problem.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace trestle {

namespace {

using namespace std::chrono_literals;

constexpr Date kMonday = std::chrono::sys_days{2027y / 1 / 4};

class Maker {
public:
    Maker(std::uint64_t seed, const PlanMix& mix) : m_random(seed), m_mix(mix) {}

    RandomPlan make()
    {
        RandomPlan plan;
        makeSettings(plan);
        const std::size_t phases = upTo(m_mix.maxPhases);
        const std::size_t mostItems = upTo(m_mix.maxItems);
        std::size_t items = 0;
        for (std::size_t p = 0; p < phases && items < mostItems; ++p)
            items += addPhase(plan, p, std::min(upTo(m_mix.maxItemsInPhase), mostItems - items));
        const std::size_t people = upTo(m_mix.maxPeople);
        for (std::size_t i = 0; i < people; ++i)
            addPerson(plan, i);
        giveSkills(plan);
        setStates(plan);
        setLastDays(plan);
        addLinks(plan);
        plan.orderSeed = chance(0.3) ? upTo(1000) : 0;
        if (m_mix.begun)
            begin(plan);
        return plan;
    }

private:
    bool chance(double probability) { return std::bernoulli_distribution(probability)(m_random); }
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }
    std::size_t upTo(std::size_t most) { return below(most) + 1; }
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }
    template <class T>
    T oneOf(std::initializer_list<T> values)
    {
        return *(values.begin() + below(values.size()));
    }

    void makeSettings(RandomPlan& plan)
    {
        Catalogue& catalogue = plan.catalogue;
        catalogue.id = "random";
        catalogue.title = "Random";
        catalogue.prototypeShare.value = 0.2;
        catalogue.partialFactor.value = 0.5;
        catalogue.itemCrewLimit.value = chance(0.6) ? 2 : static_cast<int>(upTo(4));
        catalogue.phaseCrewLimit.value = chance(0.6) ? 3 : static_cast<int>(upTo(5));
        catalogue.coordination.value = m_mix.wholeDays ? 0 : chance(0.8) ? 0.05 : between(0, 0.2);
        catalogue.personWeekRate.value = Money::dollars(5000);
        catalogue.referenceTeam.value = 1.5;
        catalogue.timelineWeeks.value = 24;
        catalogue.conditions = {{"yes", "Yes", "Holds"}, {"no", "No", "Does not hold"}};
        addScale(catalogue, "small", 1);
        addScale(catalogue, "large", 1.25);
        plan.inputs.name = "Random";
        plan.inputs.start = kMonday + std::chrono::days{chance(0.2) ? below(7) : 0};
        if (chance(0.1))
            plan.inputs.asOf = kMonday + std::chrono::days{below(30)};
        plan.inputs.profile.conditions = {"yes"};
        plan.inputs.profile.scale = chance(0.2) ? "large" : "";
        plan.inputs.costMode = chance(0.3) ? CostMode::retained : CostMode::worked;
        plan.inputs.monthsAfterLaunch = chance(0.3) ? static_cast<int>(below(13)) : 0;
        while (chance(0.2))
            plan.inputs.daysOff.push_back({kMonday + std::chrono::days{below(60)}, "Closed"});
    }

    static void addScale(Catalogue& catalogue, const std::string& id, double factor)
    {
        ScaleStep& step = catalogue.scales.emplace_back();
        step.id = step.title = id;
        step.factor.value = factor;
    }

    /// Round figures make many things happen at the same time; others, hardly any.
    double weight() { return m_round ? static_cast<double>(upTo(8)) : between(0.2, 8); }

    std::size_t addPhase(RandomPlan& plan, std::size_t index, std::size_t itemCount)
    {
        m_round = m_mix.wholeDays || chance(0.6);
        Phase phase;
        phase.id = "phase-" + std::to_string(index);
        phase.title = phase.shortTitle = phase.id;
        phase.scaled = chance(0.2);
        std::vector<double> weights;
        double sum = 0;
        for (std::size_t i = 0; i < itemCount; ++i)
            sum += weights.emplace_back(weight());
        for (std::size_t i = 0; i < itemCount; ++i) {
            Item item;
            item.id = "item-" + std::to_string(index) + "-" + std::to_string(i);
            item.title = item.id;
            item.share.value = weights[i] / sum;
            phase.items.push_back(item);
        }
        const double day = m_mix.wholeDays ? 0.2 : m_round ? oneOf({0.1, 0.2, 0.25}) : between(0.05, 0.4);
        const double likely = sum * day;
        phase.effort.value = {likely * between(0.3, 1), likely, likely * between(1, 2)};
        if (m_mix.unlikely && chance(0.08))
            phase.effort.value = {0, 0, chance(0.7) ? likely : 0};
        if (chance(0.2)) {
            RunningCost& cost = phase.runningCosts.emplace_back();
            cost.title = "Service of " + phase.id;
            cost.monthly.value = {100, between(100, 500), 500};
        }
        for (const char* condition : {"yes", "no"})
            if (chance(0.15))
                addAddOn(phase, index, condition);
        plan.catalogue.phases.push_back(phase);
        return itemCount;
    }

    void addAddOn(Phase& phase, std::size_t index, const std::string& condition)
    {
        Item item;
        item.id = "extra-" + std::to_string(index) + "-" + condition;
        item.title = item.id;
        item.condition = condition;
        const double likely = chance(0.5) ? 0.5 : between(0.1, 2);
        item.effort = SourcedRange{{likely * 0.7, likely, likely * 1.6}, {}};
        phase.addOns.push_back(item);
    }

    void addPerson(RandomPlan& plan, std::size_t index)
    {
        Person person;
        person.name = "P" + std::to_string(index);
        person.allocation = m_mix.wholeDays || chance(0.5) ? 1.0
                            : chance(0.6)                  ? oneOf({0.2, 0.5, 0.8})
                                                           : between(0.1, 1);
        person.weeklyRate = Money::dollars(static_cast<std::int64_t>(below(8)) * 1000);
        if (m_mix.absences && chance(0.25))
            person.firstDay = kMonday + std::chrono::days{below(50)};
        while (m_mix.absences && chance(0.4)) {
            const Date first = kMonday - std::chrono::days{5} + std::chrono::days{below(80)};
            const std::size_t longest = oneOf<std::size_t>({3, 8, 30});
            person.leave.push_back({first, first + std::chrono::days{below(longest)}});
            if (chance(0.2)) // the next entry goes on where this ends
                person.leave.push_back({person.leave.back().last + std::chrono::days{1},
                                        person.leave.back().last + std::chrono::days{upTo(6)}});
        }
        plan.inputs.team.push_back(person);
    }

    void giveSkills(RandomPlan& plan)
    {
        if (!m_mix.skills || chance(0.3))
            return;
        const std::vector<std::string> skills{"a", "b", "c", "d"};
        for (Person& person : plan.inputs.team)
            for (const std::string& skill : skills)
                if (chance(0.2))
                    person.skills.push_back(skill);
        for (Phase& phase : plan.catalogue.phases)
            for (std::vector<Item>* items : {&phase.items, &phase.addOns})
                for (Item& item : *items) {
                    const std::string& skill = skills[below(skills.size())];
                    const bool known = std::any_of(plan.inputs.team.begin(), plan.inputs.team.end(),
                                                   [&](const Person& person) { return canDoIt(person, skill); });
                    if (chance(0.35) && (known || m_mix.nobodyAble))
                        item.skill = skill;
                }
        // Work that asks for no skill is for everyone, specialists too.
    }

    void setLastDays(RandomPlan& plan)
    {
        if (!m_mix.absences || !m_mix.lastDays)
            return;
        for (Person& person : plan.inputs.team)
            if (chance(m_mix.mayRunOut ? 0.5 : 0.15))
                person.lastDay = std::max(kMonday - std::chrono::days{5} + std::chrono::days{below(100)},
                                          person.firstDay.value_or(kMonday - std::chrono::days{5}));
        if (!m_mix.mayRunOut)
            keepSomeone(plan);
    }

    /// Of those who can do an item one stays.
    static void keepSomeone(RandomPlan& plan)
    {
        for (const Phase& phase : plan.catalogue.phases)
            for (const std::vector<Item>* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items) {
                    Person* able = nullptr;
                    for (Person& person : plan.inputs.team)
                        if ((item.skill.empty() || canDoIt(person, item.skill)) &&
                            (!able || (able->lastDay && !person.lastDay)))
                            able = &person;
                    if (able)
                        able->lastDay.reset();
                }
    }

    static bool canDoIt(const Person& person, const std::string& skill)
    {
        return person.skills.empty() || std::count(person.skills.begin(), person.skills.end(), skill) > 0;
    }

    void setStates(RandomPlan& plan)
    {
        const double left = between(0.4, 1);
        for (const Phase& phase : plan.catalogue.phases) {
            const bool phaseDone = chance(0.08);
            for (const std::vector<Item>* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    if (phaseDone || !chance(left))
                        plan.inputs.items[item.id].progress.state =
                            phaseDone ? ItemState::done
                                      : oneOf({ItemState::partial, ItemState::done, ItemState::excluded});
            if (chance(0.05))
                plan.inputs.estimates[phase.id].effort = {1, 2, 4};
        }
    }

    /// Starts and finishes up to a status date, of items as they stand.
    void begin(RandomPlan& plan)
    {
        const Date status = kMonday + std::chrono::days{upTo(50)};
        plan.inputs.asOf = std::max(status, plan.inputs.start);
        while (chance(0.3))
            plan.inputs.daysOff.push_back({kMonday + std::chrono::days{below(50)}, "Closed"});
        const double happened = between(0.2, 1);
        for (const Phase& phase : plan.catalogue.phases)
            for (const std::vector<Item>* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    if (chance(happened))
                        begin(plan.inputs.items[item.id], *plan.inputs.asOf);
    }

    void begin(ItemInput& item, Date status)
    {
        ItemState& state = item.progress.state;
        const auto before = [&](Date day) { return day - std::chrono::days{chance(0.2) ? 0 : below(40)}; };
        if (state == ItemState::missing || state == ItemState::partial) {
            item.actual.partlyBefore = state == ItemState::partial;
            state = chance(0.3) ? ItemState::done : ItemState::underWay;
        }
        if (chance(0.7) && state != ItemState::underWay)
            item.actual.finished = before(status);
        if (chance(0.7))
            item.actual.started = before(item.actual.finished.value_or(status));
        if (state != ItemState::underWay)
            return;
        if (chance(0.6))
            item.actual.spent = chance(0.2) ? 0 : between(0, 3);
        if (chance(0.2)) {
            const double low = chance(0.3) ? 0 : between(0, 2);
            item.actual.left = {low, low * between(1, 2), low * between(2, 3)};
        }
    }

    double lag()
    {
        if (!m_mix.lags || chance(0.55))
            return 0;
        return m_mix.wholeDays || chance(0.6) ? static_cast<double>(upTo(10)) / 5 : between(0, 3);
    }

    LinkType linkType()
    {
        using enum LinkType;
        return chance(0.4) ? finishToStart : oneOf({startToStart, finishToFinish, startToFinish, finishToStart});
    }

    /// Links between any two nodes; unless cycles are wanted, one that would close a cycle is left out.
    void addLinks(RandomPlan& plan)
    {
        Inputs everything = plan.inputs;
        everything.profile.conditions = {"yes", "no"};
        reference::Problem problem = reference::makeProblem(plan.catalogue, everything, Case::likely);
        const std::size_t nodes = problem.nodeCount();
        const std::size_t wanted = below(nodes + 3);
        const bool mostlyPhases = chance(0.4);
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto pick = [&] {
                return mostlyPhases || chance(0.3) ? problem.stageNode(below(problem.stages.size())) : below(nodes);
            };
            reference::Node from = pick();
            reference::Node to = pick();
            if (stageOf(problem, from) > stageOf(problem, to) && chance(m_mix.cycles ? 0.3 : 0.8))
                std::swap(from, to);
            const bool sameStage = stageOf(problem, from) == stageOf(problem, to);
            if (from == to || (sameStage && problem.isStage(from) != problem.isStage(to)))
                continue;
            problem.ties.push_back({from, to, linkType(), lag()});
            if (!m_mix.cycles && reference::hasCycle(problem))
                problem.ties.pop_back();
        }
        for (const reference::Tie& tie : problem.ties)
            plan.catalogue.links.push_back({problem.idOf(tie.from), problem.idOf(tie.to), tie.type, tie.lag, "", {}});
    }

    static std::size_t stageOf(const reference::Problem& problem, reference::Node node)
    {
        return problem.isStage(node) ? node - problem.tasks.size() : problem.tasks[node].phase;
    }

    std::mt19937_64 m_random;
    PlanMix m_mix;
    bool m_round = true;
};

/// Every plan that is simpler by one thing, the largest losses first.
class Simplifier {
public:
    Simplifier(const RandomPlan& plan, const PlanMix& mix) : m_plan(plan), m_mix(mix) {}

    std::vector<RandomPlan> all()
    {
        dropParts();
        simplifySettings();
        simplifyPeople();
        simplifyWork();
        return std::move(m_simpler);
    }

private:
    template <class Change>
    void offer(Change&& change)
    {
        RandomPlan candidate = m_plan;
        change(candidate);
        dropLooseEnds(candidate);
        const auto problem = reference::makeProblem(candidate.catalogue, candidate.inputs, Case::high);
        if ((m_mix.nobodyAble || !reference::hasTaskForNobody(problem)) &&
            (m_mix.mayRunOut || m_mix.nobodyAble || !reference::hasTaskForNobodyWhoStays(problem)))
            m_simpler.push_back(std::move(candidate));
    }

    /// Links, states and estimates of what is no longer there.
    static void dropLooseEnds(RandomPlan& plan)
    {
        const auto known = [&](const std::string& id) {
            for (const Phase& phase : plan.catalogue.phases) {
                if (phase.id == id)
                    return true;
                for (const std::vector<Item>* items : {&phase.items, &phase.addOns})
                    for (const Item& item : *items)
                        if (item.id == id)
                            return true;
            }
            return false;
        };
        std::erase_if(plan.catalogue.links, [&](const Link& link) { return !known(link.from) || !known(link.to); });
        std::erase_if(plan.inputs.items, [&](const auto& entry) { return !known(entry.first); });
        std::erase_if(plan.inputs.estimates, [&](const auto& entry) { return !known(entry.first); });
    }

    template <class T>
    static void removeAt(std::vector<T>& values, std::size_t index)
    {
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(index));
    }

    void dropParts()
    {
        const Catalogue& catalogue = m_plan.catalogue;
        for (std::size_t p = 0; catalogue.phases.size() > 1 && p < catalogue.phases.size(); ++p)
            offer([&](RandomPlan& plan) { removeAt(plan.catalogue.phases, p); });
        for (std::size_t i = 0; m_plan.inputs.team.size() > 1 && i < m_plan.inputs.team.size(); ++i)
            offer([&](RandomPlan& plan) { removeAt(plan.inputs.team, i); });
        for (std::size_t p = 0; p < catalogue.phases.size(); ++p) {
            for (std::size_t i = 0; catalogue.phases[p].items.size() > 1 && i < catalogue.phases[p].items.size(); ++i)
                offer([&](RandomPlan& plan) { dropItem(plan.catalogue.phases[p], i); });
            for (std::size_t i = 0; i < catalogue.phases[p].addOns.size(); ++i)
                offer([&](RandomPlan& plan) { removeAt(plan.catalogue.phases[p].addOns, i); });
        }
        for (std::size_t i = 0; i < catalogue.links.size(); ++i)
            offer([&](RandomPlan& plan) { removeAt(plan.catalogue.links, i); });
    }

    /// The work of the phase's other items stays what it is.
    static void dropItem(Phase& phase, std::size_t index)
    {
        const double left = 1 - phase.items[index].share.value;
        removeAt(phase.items, index);
        for (Item& item : phase.items)
            item.share.value /= left;
        phase.effort.value = {phase.effort.value.low * left, phase.effort.value.likely * left,
                              phase.effort.value.high * left};
    }

    void simplifySettings()
    {
        if (m_plan.orderSeed != 0)
            offer([](RandomPlan& plan) { plan.orderSeed = 0; });
        if (!m_plan.inputs.daysOff.empty())
            offer([](RandomPlan& plan) { plan.inputs.daysOff.clear(); });
        if (m_plan.inputs.asOf)
            offer([](RandomPlan& plan) { plan.inputs.asOf.reset(); });
        if (m_plan.inputs.start != kMonday)
            offer([](RandomPlan& plan) { plan.inputs.start = kMonday; });
        if (m_plan.catalogue.coordination.value > 0)
            offer([](RandomPlan& plan) { plan.catalogue.coordination.value = 0; });
        if (m_plan.inputs.costMode == CostMode::retained)
            offer([](RandomPlan& plan) { plan.inputs.costMode = CostMode::worked; });
        if (m_plan.inputs.monthsAfterLaunch > 0)
            offer([](RandomPlan& plan) { plan.inputs.monthsAfterLaunch = 0; });
        if (!m_plan.inputs.profile.scale.empty())
            offer([](RandomPlan& plan) { plan.inputs.profile.scale.clear(); });
        for (std::size_t i = 0; i < m_plan.catalogue.links.size(); ++i)
            if (m_plan.catalogue.links[i].lag > 0)
                offer([&](RandomPlan& plan) { plan.catalogue.links[i].lag = 0; });
    }

    void simplifyPeople()
    {
        for (std::size_t i = 0; i < m_plan.inputs.team.size(); ++i) {
            const Person& person = m_plan.inputs.team[i];
            for (std::size_t k = 0; k < person.leave.size(); ++k)
                offer([&](RandomPlan& plan) { removeAt(plan.inputs.team[i].leave, k); });
            for (std::size_t k = 0; k < person.skills.size(); ++k)
                offer([&](RandomPlan& plan) { removeAt(plan.inputs.team[i].skills, k); });
            if (person.lastDay)
                offer([&](RandomPlan& plan) { plan.inputs.team[i].lastDay.reset(); });
            if (person.firstDay)
                offer([&](RandomPlan& plan) { plan.inputs.team[i].firstDay.reset(); });
            if (person.allocation < 1)
                offer([&](RandomPlan& plan) { plan.inputs.team[i].allocation = 1; });
        }
    }

    void simplifyWork()
    {
        for (const auto& entry : m_plan.inputs.items)
            offer([&](RandomPlan& plan) { plan.inputs.items.erase(entry.first); });
        for (const auto& entry : m_plan.inputs.estimates)
            offer([&](RandomPlan& plan) { plan.inputs.estimates.erase(entry.first); });
        for (std::size_t p = 0; p < m_plan.catalogue.phases.size(); ++p) {
            const Phase& phase = m_plan.catalogue.phases[p];
            const double count = static_cast<double>(phase.items.size());
            if (phase.effort.value != ThreePoint{count, count, count})
                offer([&](RandomPlan& plan) { plan.catalogue.phases[p].effort.value = {count, count, count}; });
            for (std::size_t i = 0; i < phase.items.size(); ++i)
                if (!phase.items[i].skill.empty())
                    offer([&](RandomPlan& plan) { plan.catalogue.phases[p].items[i].skill.clear(); });
        }
    }

    const RandomPlan& m_plan;
    PlanMix m_mix;
    std::vector<RandomPlan> m_simpler;
};

const char* nameOf(LinkType type)
{
    switch (type) {
    case LinkType::finishToStart: return "FS";
    case LinkType::startToStart: return "SS";
    case LinkType::finishToFinish: return "FF";
    case LinkType::startToFinish: return "SF";
    }
    return "?";
}

void showPerson(const Person& person, std::ostream& out)
{
    out << "  " << person.name << ' ' << person.allocation << " FTE";
    for (const std::string& skill : person.skills)
        out << " +" << skill;
    if (person.firstDay)
        out << ", from " << isoDate(*person.firstDay);
    if (person.lastDay)
        out << ", to " << isoDate(*person.lastDay);
    for (const DateRange& leave : person.leave)
        out << ", away " << isoDate(leave.first) << ".." << isoDate(leave.last);
    out << '\n';
}

} // namespace

rc::Gen<RandomPlan> randomPlans(const PlanMix& mix)
{
    return [mix](const rc::Random& random, int) {
        rc::Random source = random;
        return rc::shrinkable::shrinkRecur(Maker(source.next(), mix).make(), [mix](const RandomPlan& plan) {
            return rc::seq::fromContainer(Simplifier(plan, mix).all());
        });
    };
}

std::vector<std::size_t> priorityOrder(const RandomPlan& plan, std::size_t itemCount)
{
    std::vector<std::size_t> order(itemCount);
    for (std::size_t i = 0; i < itemCount; ++i)
        order[i] = i;
    if (plan.orderSeed != 0)
        std::shuffle(order.begin(), order.end(), std::mt19937_64(plan.orderSeed));
    return order;
}

void showValue(const RandomPlan& plan, std::ostream& out)
{
    const Inputs& inputs = plan.inputs;
    out << "\nstart " << isoDate(inputs.start);
    if (inputs.asOf)
        out << ", as of " << isoDate(*inputs.asOf);
    for (const DayOff& off : inputs.daysOff)
        out << ", closed " << isoDate(off.date);
    out << (inputs.costMode == CostMode::retained ? "; retained" : "");
    out << "; crew limits " << plan.catalogue.itemCrewLimit.value << " on an item, "
        << plan.catalogue.phaseCrewLimit.value << " on a phase; coordination " << plan.catalogue.coordination.value
        << "\nteam:\n";
    for (const Person& person : inputs.team)
        showPerson(person, out);
    const auto problem = reference::makeProblem(plan.catalogue, inputs, Case::likely);
    out << "priority:";
    for (const std::size_t item : priorityOrder(plan, problem.tasks.size()))
        out << ' ' << problem.tasks[item].id;
    out << "\nwork (likely, person-weeks):\n";
    for (const reference::Stage& stage : problem.stages) {
        out << "  " << stage.id << ':';
        for (const std::size_t task : stage.tasks)
            out << ' ' << problem.tasks[task].id << '=' << problem.tasks[task].work
                << (problem.tasks[task].skill.empty() ? "" : "+" + problem.tasks[task].skill);
        out << '\n';
    }
    out << "links:\n";
    for (const reference::Tie& tie : problem.ties)
        out << "  " << problem.idOf(tie.from) << ' ' << nameOf(tie.type) << '+' << tie.lag << " -> "
            << problem.idOf(tie.to) << '\n';
}

} // namespace trestle
