#include "models/effort.h"
#include "models/network.h"
#include "models/plan/priority_order.h"
#include "models/schedule.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <vector>

/// How good the order of the items is: the gap to the lower bound of catalogue order, longest tail first, and the one
/// that is offered, on 200 made-up plans; the same beside the best of all orders on small plans; and what it costs in
/// time. Prints two tables.

namespace trestle::bench {

namespace {

struct MadeUp {
    Catalogue catalogue;
    Inputs inputs;
    Scope scope;
    std::optional<Network> network;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : m_random(seed) {}

    /// Phases of four to eight items (two to four in small plans), linked as the built-in catalogue links its own;
    /// people full-time or half-time, one in five of them a specialist.
    MadeUp plan(std::size_t items, std::size_t people, bool small)
    {
        MadeUp made;
        Catalogue& catalogue = made.catalogue;
        catalogue.id = catalogue.title = "made-up";
        catalogue.partialFactor.value = 0.5;
        catalogue.itemCrewLimit.value = 2;
        catalogue.phaseCrewLimit.value = 3;
        catalogue.coordination.value = 0.05;
        catalogue.correlation.value = 0.5;
        while (items > 0) {
            const std::size_t size = std::min(items, small ? 2 + below(3) : 4 + below(5));
            addPhase(catalogue, size);
            items -= size;
        }
        linkPhases(catalogue);
        made.inputs.name = "Made up";
        made.inputs.start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
        made.inputs.correlation = 0.5;
        for (std::size_t p = 0; p < people; ++p)
            made.inputs.team.push_back(
                {"Person " + std::to_string(p),
                 below(4) == 0 ? 0.5 : 1.0,
                 Money::dollars(5000),
                 p > 0 && below(5) == 0 ? std::vector<std::string>{"special"} : std::vector<std::string>{},
                 {},
                 {}});
        return made;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    void addPhase(Catalogue& catalogue, std::size_t size)
    {
        Phase phase;
        phase.id = phase.title = "phase-" + std::to_string(catalogue.phases.size());
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i) {
            Item& item = phase.items.emplace_back();
            item.id = item.title = phase.id + "-item-" + std::to_string(i);
            item.share.value = static_cast<double>(2 + below(15)) / 10;
            item.skill = below(8) == 0 ? "special" : "";
            sum += item.share.value;
        }
        for (Item& item : phase.items)
            item.share.value /= sum;
        phase.effort.value = {sum * 2 / 3, sum, sum * 4 / 3};
        catalogue.phases.push_back(std::move(phase));
    }

    void linkPhases(Catalogue& catalogue)
    {
        for (std::size_t p = 1; p < catalogue.phases.size(); ++p)
            for (std::size_t k = 0; k < 2; ++k) {
                const std::size_t back = 1 + below(4);
                if (back > p || below(4) == 0)
                    continue;
                Link link;
                link.from = catalogue.phases[p - back].id;
                link.to = catalogue.phases[p].id;
                link.type = below(8) == 0   ? LinkType::finishToFinish
                            : below(8) == 0 ? LinkType::startToStart
                                            : LinkType::finishToStart;
                catalogue.links.push_back(link);
            }
    }

    std::mt19937_64 m_random;
};

bool compile(MadeUp& made)
{
    made.scope = remainingWork(made.catalogue, made.inputs);
    auto network = buildNetwork(made.catalogue, made.inputs, made.scope, WorkCalendar(made.inputs.start, {}));
    if (!network)
        return false;
    made.network = std::move(*network);
    return true;
}

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Report {
    std::vector<double> catalogue; // gaps to the bound, as parts of it
    std::vector<double> tail;
    std::vector<double> ours;
    std::vector<double> best;  // of all orders, where that was searched
    std::vector<double> clock; // milliseconds
    std::vector<double> processor;
};

double meanOf(const std::vector<double>& values)
{
    return values.empty() ? 0.0
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double largestOf(const std::vector<double>& values)
{
    return values.empty() ? 0.0 : std::ranges::max(values);
}

OrderChoice measure(MadeUp& made, Report& report)
{
    double clock = 1e300;
    double processor = 1e300;
    OrderChoice choice;
    for (int repetition = 0; repetition < 3; ++repetition) {
        const double clockBefore = milliseconds(CLOCK_MONOTONIC);
        const double processorBefore = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        choice = chooseOrder(made.catalogue, made.inputs, made.scope, *made.network);
        clock = std::min(clock, milliseconds(CLOCK_MONOTONIC) - clockBefore);
        processor = std::min(processor, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - processorBefore);
    }
    report.catalogue.push_back(choice.catalogueFinish / choice.bound - 1);
    report.tail.push_back(choice.longestTailFinish / choice.bound - 1);
    report.ours.push_back(choice.finish / choice.bound - 1);
    report.clock.push_back(clock);
    report.processor.push_back(processor);
    return choice;
}

void row(const char* name, const std::vector<double>& gaps)
{
    std::vector<double> sorted = gaps;
    std::ranges::sort(sorted);
    std::printf("| %s | %.2f %% | %.2f %% | %.2f %% |\n", name, 100 * meanOf(gaps),
                sorted.empty() ? 0.0 : 100 * sorted[sorted.size() / 2], 100 * largestOf(gaps));
}

void manyPlans()
{
    Report report;
    std::size_t better = 0;
    struct Times {
        std::vector<double> clock;
        std::vector<double> processor;
    };
    std::map<std::size_t, Times> times;
    for (std::uint64_t n = 0; report.ours.size() < 200; ++n) {
        const std::size_t items = 30 + n * 7 % 31;
        MadeUp made = Maker(n).plan(items, 2 + n % 7, false);
        if (!compile(made))
            continue;
        better += measure(made, report).isBetter ? 1U : 0U;
        times[items / 10 * 10].clock.push_back(report.clock.back());
        times[items / 10 * 10].processor.push_back(report.processor.back());
    }
    std::printf("200 plans of 30 to 60 items and 2 to 8 people; a better order offered for %zu.\n"
                "Gap to the lower bound, likely case:\n\n| order | mean | median | largest |\n|---|---:|---:|---:|\n",
                better);
    row("catalogue", report.catalogue);
    row("longest tail first", report.tail);
    row("offered", report.ours);
    std::printf("\n| items | search, on the clock: mean | longest | processor: mean |\n|---|---:|---:|---:|\n");
    for (const auto& [items, each] : times)
        std::printf("| %zu to %zu | %.1f ms | %.1f ms | %.1f ms |\n", items, std::min<std::size_t>(items + 9, 60),
                    meanOf(each.clock), largestOf(each.clock), meanOf(each.processor));
}

/// The best of all orders that can differ: a phase that waits for another's finish comes behind it in any case.
class AllOrders {
public:
    AllOrders(const MadeUp& made, double bound) : m_network(*made.network), m_bound(bound)
    {
        for (const ScopeItem& item : made.scope.items)
            m_work.push_back(item.remaining.likely);
        m_behind.assign(m_network.itemCount, 0);
        for (const NetworkLink& link : m_network.links)
            if (link.type == LinkType::finishToStart)
                for (const std::uint32_t from : itemsOf(link.from))
                    for (const std::uint32_t to : itemsOf(link.to))
                        m_behind[to] |= 1U << from;
    }

    /// Nothing where there are too many orders to look at.
    std::optional<Weeks> best()
    {
        m_order.clear();
        place(0);
        return m_tried > kMost ? std::nullopt : std::optional(m_best);
    }

private:
    static constexpr std::size_t kMost = 200'000;

    [[nodiscard]] std::vector<std::uint32_t> itemsOf(NodeIndex node) const
    {
        if (!m_network.isPhase(node))
            return {node};
        std::vector<std::uint32_t> items;
        const std::uint32_t p = node - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            items.push_back(i);
        return items;
    }

    void place(std::uint32_t placed)
    {
        if (m_order.size() == m_network.itemCount) {
            ++m_tried;
            m_network.setOrder(m_order);
            m_best = std::min(m_best, Scheduler(m_network).run(m_work).end);
            return;
        }
        for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
            if (m_tried > kMost || m_best <= m_bound + kEpsilon)
                return;
            if ((placed >> i & 1U) != 0 || (m_behind[i] & ~placed) != 0)
                continue;
            m_order.push_back(i);
            place(placed | 1U << i);
            m_order.pop_back();
        }
    }

    Network m_network;
    std::vector<PersonWeeks> m_work;
    std::vector<std::uint32_t> m_behind; // per item: items that are always done before it may start
    std::vector<std::uint32_t> m_order;
    Weeks m_bound;
    Weeks m_best = 1e300;
    std::size_t m_tried = 0;
};

void smallPlans()
{
    Report report;
    std::size_t found = 0;
    for (std::uint64_t n = 1'000; report.best.size() < 60; ++n) {
        MadeUp made = Maker(n).plan(8 + n % 5, 2 + n % 3, true);
        if (!compile(made))
            continue;
        Report one;
        const OrderChoice choice = measure(made, one);
        const auto best = AllOrders(made, choice.bound).best();
        if (!best)
            continue;
        report.catalogue.push_back(choice.catalogueFinish / *best - 1);
        report.tail.push_back(choice.longestTailFinish / *best - 1);
        report.ours.push_back(choice.finish / *best - 1);
        report.best.push_back(*best / choice.bound - 1);
        found += choice.finish <= *best + 1e-6 ? 1U : 0U;
    }
    std::printf(
        "\n60 plans of 8 to 12 items and 2 to 4 people, beside the shortest of all orders (found exactly in %zu).\n"
        "Gap to the shortest:\n\n| order | mean | median | largest |\n|---|---:|---:|---:|\n",
        found);
    row("catalogue", report.catalogue);
    row("longest tail first", report.tail);
    row("offered", report.ours);
    row("the shortest itself, to the lower bound", report.best);
}

} // namespace

} // namespace trestle::bench

int main()
{
    trestle::bench::manyPlans();
    trestle::bench::smallPlans();
    return 0;
}
