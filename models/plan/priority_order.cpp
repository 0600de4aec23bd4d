#include "models/plan/priority_order.h"

#include "models/draws/effort_sampler.h"
#include "models/draws/parallel_for.h"
#include "models/earliest_times.h"
#include "models/schedule.h"
#include "models/slack.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <span>

namespace trestle {

namespace {

using Order = std::vector<std::uint32_t>;

constexpr std::size_t kMoves = 300;
constexpr std::size_t kRuns = 64;
constexpr std::size_t kAtOnce = 16; // candidates shared out among the threads
// All candidates are simulated up to 60 items; of larger plans so few that it takes no longer: a tick waits for it.
constexpr std::size_t kItemsOfAll = 60;
constexpr Weeks kForever = 1e300;
constexpr std::uint64_t kSeed = 64; // of the fixed runs; any will do, as long as it stays

// The fixed simulated runs.
struct Runs {
    std::vector<std::vector<PersonWeeks>> work;
    std::array<Weeks, kRuns> leastAfter{}; // the sum of the lower bounds of the runs after each
};

// Schedules one order after the other; one a thread.
class OrderTrial {
public:
    explicit OrderTrial(const Network& network) : m_network(std::make_unique<Network>(network)), m_scheduler(*m_network)
    {
    }

    void setOrder(const Order& order)
    {
        m_network->setOrder(order);
        m_scheduler.reorder();
    }
    Weeks finishOf(std::span<const PersonWeeks> work) { return m_scheduler.run(work).end; }
    // Gives up once the sum cannot come under `limit` any more, however short the runs that are left turn out.
    Weeks meanOf(const Order& order, const Runs& runs, Weeks limit)
    {
        setOrder(order);
        Weeks sum = 0;
        for (std::size_t n = 0; n < kRuns; ++n) {
            sum += finishOf(runs.work[n]);
            if (sum + runs.leastAfter[n] >= limit * static_cast<double>(kRuns))
                return limit;
        }
        return sum / static_cast<double>(kRuns);
    }

private:
    std::unique_ptr<Network> m_network; // where the scheduler expects it
    Scheduler m_scheduler;
};

class OrderSearch {
public:
    OrderSearch(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope, const Network& network,
                const OrderSearchOptions& options)
        : m_network(network), m_options(options), m_earliest(m_network)
    {
        for (const ScopeItem& entry : scope.items)
            m_likely.push_back(entry.remaining.likely);
        const EffortModel model(catalogue, inputs, scope, {});
        EffortSampler sampler(model, kSeed);
        for (std::size_t n = 0; n < kRuns; ++n) {
            sampler.next();
            m_runs.work.emplace_back(sampler.work().begin(), sampler.work().end());
        }
        for (unsigned t = 0; t < threadCount(kAtOnce, 1, options.threads); ++t)
            m_trials.emplace_back(m_network);
        sortRuns();
    }

    OrderChoice run();

private:
    Weeks finishOf(const Order& order)
    {
        m_trials.front().setOrder(order);
        return m_trials.front().finishOf(m_likely);
    }

    void sortRuns();
    [[nodiscard]] Order longestTailFirst() const;
    void insertionMoves(Order order, Weeks finish, OrderChoice& choice);
    void chooseByMean(OrderChoice& choice);

    const Network& m_network; // in catalogue order
    const OrderSearchOptions& m_options;
    EarliestTimes m_earliest;
    std::vector<OrderTrial> m_trials; // one a thread
    std::vector<PersonWeeks> m_likely;
    Runs m_runs;
    std::set<std::pair<Weeks, Order>> m_candidates; // strictly shorter than catalogue order, by likely finish
};

// Those in which catalogue order stays farthest above the lower bound come first: they show soonest that a candidate
// cannot win.
void OrderSearch::sortRuns()
{
    struct Run {
        Weeks bound;
        Weeks gap;
        std::vector<PersonWeeks> work;
    };
    std::vector<Run> runs;
    for (std::vector<PersonWeeks>& work : m_runs.work) {
        const Weeks bound = m_earliest.lowerBound(work);
        runs.push_back({bound, m_trials.front().finishOf(work) - bound, std::move(work)});
    }
    std::ranges::stable_sort(runs, std::greater{}, &Run::gap);
    Weeks least = 0;
    for (std::size_t n = kRuns; n-- > 0;) {
        m_runs.leastAfter[n] = least;
        least += runs[n].bound;
        m_runs.work[n] = std::move(runs[n].work);
    }
}

Order OrderSearch::longestTailFirst() const
{
    // What lies behind an item's start on the longest path is the end less its latest start.
    const Schedule earliest = earliestTimes(m_network, m_likely);
    const auto slack = slackByLinks(m_network, m_likely);
    Order order(m_network.itemCount);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return earliest.start[i] + slack[i]; });
    return order;
}

void OrderSearch::insertionMoves(Order order, Weeks finish, OrderChoice& choice)
{
    std::mt19937_64 random(kSeed); // its sequence is fixed by the standard; distributions are not, so none is used
    for (std::size_t move = 0; move < kMoves && !m_options.stop.stop_requested(); ++move) {
        Order moved = order;
        const auto from = static_cast<std::ptrdiff_t>(random() % moved.size());
        const auto to = static_cast<std::ptrdiff_t>(random() % moved.size());
        if (from < to)
            std::rotate(moved.begin() + from, moved.begin() + from + 1, moved.begin() + to + 1);
        else
            std::rotate(moved.begin() + to, moved.begin() + from, moved.begin() + from + 1);
        const Weeks moveFinish = finishOf(moved);
        if (moveFinish < choice.catalogueFinish - kSlackEpsilon)
            m_candidates.emplace(moveFinish, moved);
        if (moveFinish <= finish + kEpsilon) {
            order = std::move(moved);
            finish = moveFinish;
        }
    }
}

void OrderSearch::chooseByMean(OrderChoice& choice)
{
    if (m_candidates.empty())
        return;
    choice.catalogueMean = m_trials.front().meanOf(choice.order, m_runs, kForever);
    choice.mean = choice.catalogueMean;
    const std::size_t most = kMoves * kItemsOfAll / std::max(kItemsOfAll, choice.order.size()) + 1;
    std::size_t left = std::min(most, m_candidates.size()); // the shortest in the likely case
    auto next = m_candidates.begin();
    while (left > 0 && !m_options.stop.stop_requested()) {
        std::vector<const Order*> together;
        for (; together.size() < kAtOnce && left > 0; ++next, --left)
            together.push_back(&next->second);
        // The limit is that of the first of them: a lower one would find the same, a little sooner.
        std::vector<Weeks> means(together.size());
        parallelFor(together.size(), 1, m_options.threads, [&](std::size_t thread, std::size_t first, std::size_t) {
            means[first] = m_trials[thread].meanOf(*together[first], m_runs, choice.mean);
        });
        for (std::size_t k = 0; k < together.size(); ++k)
            if (means[k] < choice.mean - kEpsilon) {
                choice.mean = means[k];
                choice.order = *together[k];
                choice.isBetter = true;
            }
    }
    choice.finish = finishOf(choice.order);
}

OrderChoice OrderSearch::run()
{
    OrderChoice choice;
    choice.order = m_network.order;
    choice.catalogueFinish = finishOf(choice.order);
    choice.finish = choice.catalogueFinish;
    choice.bound = m_earliest.lowerBound(m_likely);
    const Order tail = longestTailFirst();
    choice.longestTailFinish = finishOf(tail);
    // Nothing can be gained where catalogue order already meets the bound.
    if (choice.order.size() < 2 || choice.catalogueFinish <= choice.bound + kSlackEpsilon)
        return choice;
    const bool tailLeads = choice.longestTailFinish < choice.catalogueFinish - kSlackEpsilon;
    if (tailLeads)
        m_candidates.emplace(choice.longestTailFinish, tail);
    insertionMoves(tailLeads ? tail : choice.order, std::min(choice.longestTailFinish, choice.catalogueFinish), choice);
    chooseByMean(choice);
    return choice;
}

} // namespace

OrderChoice chooseOrder(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope, const Network& network,
                        const OrderSearchOptions& options)
{
    return OrderSearch(catalogue, inputs, scope, network, options).run();
}

} // namespace trestle
