#include "models/risk/nearby_runs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trestle {

namespace {

constexpr std::size_t kFirstLook = 32; // runs on either side of the percentile
// How far beyond the largest gain and loss seen the window reaches, in parts of the room between the two. By 1 one
// percentile of 390 was a rank off, by 2 none.
constexpr double kGuard = 2;

std::vector<std::uint32_t> inOrder(const std::vector<double>& values)
{
    std::vector<std::uint32_t> runs(values.size());
    std::iota(runs.begin(), runs.end(), 0U);
    std::ranges::sort(runs, {}, [&](std::uint32_t run) { return std::pair(values[run], run); });
    return runs;
}

// The runs of a variant that are scheduled so far.
class Scheduled {
public:
    Scheduled(const Plan& plan, std::size_t runs, const SimulationOptions& options)
        : finish(runs), total(runs), m_plan(plan), m_options(options), m_isThere(runs)
    {
    }

    Result<void> add(std::span<const std::uint32_t> runs)
    {
        std::vector<std::uint32_t> missing;
        for (const std::uint32_t run : runs)
            if (!m_isThere[run])
                missing.push_back(run);
        if (missing.empty())
            return {};
        std::ranges::sort(missing);
        const auto outcomes = simulateRuns(m_plan, missing, m_options);
        if (!outcomes)
            return std::unexpected(outcomes.error());
        for (std::size_t n = 0; n < missing.size(); ++n) {
            m_isThere[missing[n]] = true;
            finish[missing[n]] = outcomes->finish[n];
            total[missing[n]] = outcomes->total[n];
        }
        return {};
    }

    std::vector<double> finish;
    std::vector<double> total;

private:
    const Plan& m_plan;
    const SimulationOptions& m_options;
    std::vector<bool> m_isThere;
};

// One figure of the runs: where its percentile lies among those scheduled.
class Window {
public:
    Window(const std::vector<double>& known, std::span<const std::uint32_t> order, double q)
        : m_known(known), m_order(order),
          m_rank(std::clamp<std::size_t>(
              static_cast<std::size_t>(std::ceil(q * static_cast<double>(order.size()) - 1e-9)), 1, order.size()))
    {
        m_first = m_rank - std::min(m_rank, kFirstLook);
        m_last = std::min(m_rank + kFirstLook, order.size());
    }

    [[nodiscard]] std::span<const std::uint32_t> runs() const { return m_order.subspan(m_first, m_last - m_first); }
    [[nodiscard]] bool isMost() const { return m_last - m_first > m_order.size() / 2; }
    [[nodiscard]] double value() const { return m_value; }

    // Looks at the runs in the window; false where it has to be wider, which it is then.
    bool settles(const std::vector<double>& values)
    {
        std::vector<double> sorted;
        double least = 0;
        double most = 0;
        for (const std::uint32_t run : runs()) {
            const double change = values[run] - m_known[run];
            least = sorted.empty() ? change : std::min(least, change);
            most = sorted.empty() ? change : std::max(most, change);
            sorted.push_back(values[run]);
        }
        std::ranges::sort(sorted);
        m_value = sorted[m_rank - m_first - 1]; // those below the window stay below
        const double guard = kGuard * (most - least);
        const auto at = [&](std::size_t place) { return m_known[m_order[place]]; };
        const bool below = m_first == 0 || at(m_first - 1) + most + guard <= m_value;
        const bool above = m_last == m_order.size() || at(m_last) + least - guard >= m_value;
        if (!below)
            m_first = std::min(m_first - 1, placeOf(m_value - most - guard));
        if (!above)
            m_last = std::max(m_last + 1, placeOf(m_value - least + guard));
        return below && above;
    }

private:
    // Of the first known value above.
    [[nodiscard]] std::size_t placeOf(double value) const
    {
        const auto above =
            std::ranges::upper_bound(m_order, value, {}, [&](std::uint32_t run) { return m_known[run]; });
        return static_cast<std::size_t>(above - m_order.begin());
    }

    const std::vector<double>& m_known;
    std::span<const std::uint32_t> m_order;
    std::size_t m_rank; // of the percentile, from 1
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    double m_value = 0;
};

} // namespace

NearbyRuns::NearbyRuns(const Risk& known)
    : m_known(known), m_byFinish(inOrder(known.finish)), m_byTotal(inOrder(known.total))
{
}

Result<NearbyRuns::Percentile> NearbyRuns::of(const Plan& variant, double q, const SimulationOptions& options) const
{
    Scheduled scheduled(variant, m_known.finish.size(), options);
    Window finish(m_known.finish, m_byFinish, q);
    Window total(m_known.total, m_byTotal, q);
    while (true) {
        if (finish.isMost() || total.isMost()) {
            const auto whole = simulate(variant, options);
            if (!whole)
                return std::unexpected(whole.error());
            return Percentile{whole->finishAt(q), whole->totalAt(q).inDollars()};
        }
        for (const Window* window : {&finish, &total})
            if (auto ok = scheduled.add(window->runs()); !ok)
                return std::unexpected(ok.error());
        const bool finishSettles = finish.settles(scheduled.finish);
        const bool totalSettles = total.settles(scheduled.total);
        if (finishSettles && totalSettles)
            return Percentile{finish.value(), total.value()};
    }
}

} // namespace trestle
