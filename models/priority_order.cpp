#include "models/priority_order.h"

#include "models/earliest_times.h"
#include "models/risk/effort_sampler.h"
#include "models/schedule.h"
#include "models/slack.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <set>

namespace trestle {

namespace {

using Order = std::vector<std::uint32_t>;

constexpr int kMoves = 300;
constexpr std::size_t kRuns = 64;
constexpr std::uint64_t kSeed = 64; // of the fixed runs; any will do, as long as it stays

class OrderSearch {
public:
    OrderSearch(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope, const Network& network)
        : m_network(network), m_earliest(m_network)
    {
        for (const ScopeItem& entry : scope.items)
            m_likely.push_back(entry.remaining.likely);
        const EffortModel model(catalogue, inputs, scope, {});
        EffortSampler sampler(model, kSeed);
        for (std::size_t n = 0; n < kRuns; ++n) {
            sampler.next();
            m_runs.emplace_back(sampler.work().begin(), sampler.work().end());
        }
        Weeks least = 0;
        for (std::size_t n = kRuns; n-- > 0;) {
            m_leastAfter[n] = least;
            least += m_earliest.lowerBound(m_runs[n]);
        }
    }

    OrderChoice run();

private:
    Weeks finishOf(const Order& order)
    {
        m_network.setOrder(order);
        return Scheduler(m_network).run(m_likely).end;
    }

    // Gives up once the sum cannot come under `limit` any more, however short the runs that are left turn out.
    Weeks meanOf(const Order& order, Weeks limit)
    {
        m_network.setOrder(order);
        Scheduler scheduler(m_network);
        Weeks sum = 0;
        for (std::size_t n = 0; n < kRuns; ++n) {
            sum += scheduler.run(m_runs[n]).end;
            if (sum + m_leastAfter[n] >= limit * static_cast<double>(kRuns))
                return limit;
        }
        return sum / static_cast<double>(kRuns);
    }

    [[nodiscard]] Order longestTailFirst() const;
    void insertionMoves(Order order, Weeks finish, OrderChoice& choice);
    void chooseByMean(OrderChoice& choice);

    Network m_network;
    EarliestTimes m_earliest;
    std::vector<PersonWeeks> m_likely;
    std::vector<std::vector<PersonWeeks>> m_runs;
    std::array<Weeks, kRuns> m_leastAfter{};        // the sum of the lower bounds of the runs after each
    std::set<std::pair<Weeks, Order>> m_candidates; // strictly shorter than catalogue order, by likely finish
};

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
    for (int move = 0; move < kMoves; ++move) {
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
    choice.catalogueMean = meanOf(choice.order, 1e300);
    choice.mean = choice.catalogueMean;
    for (const auto& [likely, candidate] : m_candidates)
        if (const Weeks mean = meanOf(candidate, choice.mean); mean < choice.mean - kEpsilon) {
            choice.mean = mean;
            choice.order = candidate;
            choice.isBetter = true;
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

OrderChoice chooseOrder(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope, const Network& network)
{
    return OrderSearch(catalogue, inputs, scope, network).run();
}

} // namespace trestle
