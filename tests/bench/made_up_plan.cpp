#include "tests/bench/made_up_plan.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace trestle::bench {

namespace {

using namespace std::chrono_literals;

constexpr Date kStart = std::chrono::sys_days{2027y / 1 / 4};
constexpr std::size_t kPeople = 20;

class Writer {
public:
    explicit Writer(MadeUpPlan& plan) : m_plan(plan)
    {
        Catalogue& catalogue = plan.catalogue;
        catalogue.id = catalogue.title = "made-up";
        catalogue.prototypeShare.value = 0.2;
        catalogue.partialFactor.value = 0.5;
        catalogue.itemCrewLimit.value = 2;
        catalogue.phaseCrewLimit.value = 3;
        catalogue.coordination.value = 0.05;
        catalogue.scales.emplace_back().id = "all";
        catalogue.scales.front().factor.value = 1;
        plan.inputs.name = "Made up";
        plan.inputs.start = kStart;
    }

    std::size_t below(std::size_t end) { return m_random() % end; }

    void addPhase(std::size_t items)
    {
        Phase phase;
        phase.id = phaseId(m_plan.catalogue.phases.size());
        phase.title = phase.shortTitle = phase.id;
        double sum = 0;
        for (std::size_t i = 0; i < items; ++i) {
            Item& item = phase.items.emplace_back();
            item.id = m_items.emplace_back(phase.id + "-item-" + std::to_string(i));
            item.title = item.id;
            item.share.value = static_cast<double>(2 + below(15)) / 20; // 0.1 to 0.8 person-weeks for now
            sum += item.share.value;
        }
        for (Item& item : phase.items)
            item.share.value /= sum;
        phase.effort.value = {sum * 0.7, sum, sum * 1.5};
        m_plan.catalogue.phases.push_back(std::move(phase));
    }

    /// Nearly two links a phase, mostly finish to start, as in the built-in catalogue. Each phase waits for some of
    /// those shortly before it, so that about eight are open at any time, whatever the size of the plan.
    void linkPhases()
    {
        for (std::size_t p = 6; p < m_plan.catalogue.phases.size(); ++p) {
            addLink(phaseId(p - 6), phaseId(p), LinkType::finishToStart);
            if (p >= 10 && below(3) != 0)
                addLink(phaseId(p - 7 - below(4)), phaseId(p), LinkType::finishToStart);
            if (below(5) == 0)
                addLink(phaseId(p - 1 - below(3)), phaseId(p), LinkType::finishToFinish);
        }
    }

    /// An item waits for one of the forty before it.
    void linkItems()
    {
        for (std::size_t i = 1; i < m_items.size(); ++i)
            if (below(10) == 0)
                addLink(m_items[i - 1 - below(std::min<std::size_t>(i, 40))], m_items[i], LinkType::finishToStart);
    }

    void addPeople(bool specialists)
    {
        for (std::size_t i = 0; i < kPeople; ++i) {
            Person person;
            person.name = "Person " + std::to_string(i);
            person.allocation = i % 4 == 3 ? 0.5 : 1.0;
            person.weeklyRate = Money::dollars(5000);
            if (specialists && i % 3 == 0)
                person.skills = {skill(i), skill(i + 1)};
            for (int month = 0; month < 180; month += 6) {
                const Date first = kStart + std::chrono::days{30 * month + static_cast<int>(below(150))};
                person.leave.push_back({first, first + std::chrono::days{13}});
            }
            m_plan.inputs.team.push_back(std::move(person));
        }
    }

    void giveSkills()
    {
        for (Phase& phase : m_plan.catalogue.phases)
            for (Item& item : phase.items)
                if (below(7) == 0)
                    item.skill = skill(below(5));
    }

private:
    static std::string phaseId(std::size_t index) { return "phase-" + std::to_string(index); }
    static std::string skill(std::size_t index) { return std::string(1, static_cast<char>('a' + index % 5)); }

    void addLink(const std::string& from, const std::string& to, LinkType type)
    {
        Link& link = m_plan.catalogue.links.emplace_back();
        link.from = from;
        link.to = to;
        link.type = type;
    }

    MadeUpPlan& m_plan;
    std::vector<std::string> m_items;
    std::mt19937_64 m_random{20270104};
};

} // namespace

MadeUpPlan realisticPlan(std::size_t items)
{
    MadeUpPlan plan;
    Writer writer(plan);
    for (std::size_t left = items; left > 0;) {
        const std::size_t size = std::min(left, 8 + writer.below(33));
        writer.addPhase(size);
        left -= size;
    }
    writer.linkPhases();
    writer.linkItems();
    writer.giveSkills();
    writer.addPeople(true);
    return plan;
}

MadeUpPlan allReadyPlan(std::size_t items, std::size_t phases)
{
    MadeUpPlan plan;
    Writer writer(plan);
    for (std::size_t p = 0; p < phases; ++p)
        writer.addPhase(items / phases);
    writer.addPeople(false);
    return plan;
}

Compiled compile(const Catalogue& catalogue, const Inputs& inputs)
{
    const Scope scope = remainingWork(catalogue, inputs);
    auto network = buildNetwork(catalogue, inputs, scope, WorkCalendar(inputs.start, {}));
    if (!network) {
        std::fprintf(stderr, "the plan to measure is refused: %s\n", network.error().what.c_str());
        std::exit(1);
    }
    Compiled compiled{std::move(*network), {}};
    std::mt19937_64 random(1);
    for (int set = 0; set < 16; ++set) {
        std::vector<PersonWeeks>& work = compiled.efforts.emplace_back();
        for (const ScopeItem& item : scope.items)
            work.push_back(std::uniform_real_distribution(item.remaining.low, item.remaining.high)(random));
    }
    return compiled;
}

} // namespace trestle::bench
