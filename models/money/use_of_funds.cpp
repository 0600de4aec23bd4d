#include "models/money/use_of_funds.h"

#include "models/draws/parallel_for.h"
#include "models/plan/cost.h"
#include "models/risk/outlook.h"
#include "models/risk/promises.h"
#include "models/risk/simulation_setting.h"
#include "models/rounding.h"
#include "models/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace trestle {

namespace {

using std::chrono::days;
using std::chrono::year_month;

constexpr std::size_t kFundsBlock = 10;   // runs handed to a thread at a time, and summed by themselves
constexpr std::size_t kFundsMonths = 600; // what would be spent later falls on the last
static_assert(kFundsRuns <= EffortBatch::kMostRuns);

/// Runs by what they cost, those around the one that the confidence names.
std::vector<std::uint32_t> runsAround(const Risk& risk, double q)
{
    std::vector<std::uint32_t> order(risk.total.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t run) { return std::pair(risk.total[run], run); });
    const std::size_t count = std::min(kFundsRuns, order.size());
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(order.size()) - 1e-9));
    const std::size_t first = std::min(rank - std::min(rank, count / 2), order.size() - count);
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

/// The months of a plan up to what is spent last.
class Months {
public:
    Months(const Plan& plan, Weeks latest) : m_first(trestle::monthOf(plan.startDate))
    {
        if (plan.actual.any())
            m_first = std::min(m_first, plan.actual.byMonth.front().month);
        const Date last = plan.calendar.lastDate(0, latest);
        const auto count = (trestle::monthOf(last) - m_first).count() + plan.inputs.monthsAfterLaunch + 1;
        for (std::size_t m = 0; m < std::min(static_cast<std::size_t>(count), kFundsMonths); ++m)
            m_ends.push_back(static_cast<double>(plan.calendar.indexOnOrAfter(lastDay(m) + days{1})) /
                             kWorkingDaysPerWeek);
    }

    [[nodiscard]] std::size_t count() const { return m_ends.size(); }
    [[nodiscard]] year_month at(std::size_t month) const
    {
        return m_first + std::chrono::months{static_cast<int>(month)};
    }
    [[nodiscard]] Date lastDay(std::size_t month) const { return Date{at(month) / std::chrono::last}; }
    [[nodiscard]] std::size_t of(Date date) const
    {
        return std::min(static_cast<std::size_t>((trestle::monthOf(date) - m_first).count()), m_ends.size() - 1);
    }

    /// Calls use(month, weeks) for each month of a time.
    template <class Use>
    void eachPart(Weeks from, Weeks to, Use use) const
    {
        auto month = static_cast<std::size_t>(std::ranges::upper_bound(m_ends, from + kEpsilon) - m_ends.begin());
        for (; from < to; ++month) {
            const bool isLast = month + 1 >= m_ends.size();
            const Weeks end = isLast ? to : std::min(to, m_ends[month]);
            use(std::min(month, m_ends.size() - 1), std::max(Weeks{}, end - from));
            from = std::max(from, end);
        }
    }

private:
    year_month m_first;
    std::vector<Weeks> m_ends; // of each month's last working day
};

/// Dollars by line and month.
class Cells {
public:
    Cells(std::size_t lines, std::size_t months) : m_months(months), m_dollars(lines * months, 0.0) {}
    double& at(std::size_t line, std::size_t month) { return m_dollars[line * m_months + month]; }
    [[nodiscard]] const std::vector<double>& all() const { return m_dollars; }
    [[nodiscard]] std::size_t monthOf(std::size_t cell) const { return cell % m_months; }
    [[nodiscard]] std::size_t lineOf(std::size_t cell) const { return cell / m_months; }
    void add(const Cells& other)
    {
        for (std::size_t i = 0; i < m_dollars.size(); ++i)
            m_dollars[i] += other.m_dollars[i];
    }

private:
    std::size_t m_months;
    std::vector<double> m_dollars;
};

/// One thread's tools.
class FundsRunner {
public:
    FundsRunner(const SimulationSetting& setting, const Months& months, const EffortBatch& batch)
        : m_setting(setting), m_months(months), m_batch(batch), m_scheduler(setting.network),
          m_work(setting.network.itemCount), m_delay(setting.network.phaseCount), m_byPhase(setting.network.phaseCount)
    {
    }

    /// Adds the j-th run drawn.
    void add(std::size_t j, Cells& cells)
    {
        m_batch.workOfRun(j, m_work);
        m_batch.delayOfRun(j, m_delay);
        const Schedule& schedule = m_scheduler.run(m_work, m_delay);
        if (m_setting.plan.inputs.costMode == CostMode::retained)
            addRetained(schedule, cells);
        else
            addWorked(schedule, cells);
        addRunning(j, schedule, cells);
        addRisks(j, schedule, cells);
    }

private:
    void addWorked(const Schedule& schedule, Cells& cells)
    {
        eachTimeOnItem(
            m_setting.network, schedule, [&](std::uint32_t item, std::uint32_t worker, Weeks from, Weeks to) {
                addSpan(m_setting.network.workers[worker].weeklyCost, from, to, m_setting.network.phaseOf[item], cells);
            });
    }

    /// What they are retained for falls on the phases in proportion to the worked time.
    void addRetained(const Schedule& schedule, Cells& cells)
    {
        std::ranges::fill(m_byPhase, 0.0);
        for (std::uint32_t item = 0; item < m_setting.network.itemCount; ++item)
            m_byPhase[m_setting.network.phaseOf[item]] += schedule.itemCost[item];
        const double worked = std::accumulate(m_byPhase.begin(), m_byPhase.end(), 0.0);
        if (worked <= 0.0)
            return;
        for (const Worker& worker : m_setting.network.workers)
            for (std::size_t p = 0; p < m_byPhase.size(); ++p)
                if (m_byPhase[p] > 0.0)
                    addSpan(worker.weeklyCost * m_byPhase[p] / worked, worker.firstDay,
                            std::min(schedule.end, worker.lastDay), p, cells);
    }

    void addSpan(double perWeek, Weeks from, Weeks to, std::size_t line, Cells& cells)
    {
        m_months.eachPart(from, to, [&](std::size_t month, Weeks weeks) { cells.at(line, month) += perWeek * weeks; });
    }

    void addRunning(std::size_t j, const Schedule& schedule, Cells& cells)
    {
        const Plan& plan = m_setting.plan;
        const Date finish = plan.calendar.lastDate(0, schedule.end);
        for (std::size_t r = 0; r < plan.running.size(); ++r) {
            const NodeIndex phase = m_setting.network.phaseNode(static_cast<std::uint32_t>(plan.running[r].phase));
            const std::size_t line = m_byPhase.size() + r;
            const double monthly = m_batch.monthly(r)[j];
            Date from = plan.calendar.startDate(schedule.start[phase]);
            if (schedule.end > kEpsilon)
                for (std::size_t m = m_months.of(from); from <= finish; ++m) {
                    const Date to = m + 1 >= m_months.count() ? finish : std::min(finish, m_months.lastDay(m));
                    cells.at(line, std::min(m, m_months.count() - 1)) +=
                        monthly / kDaysPerMonth * static_cast<double>((to - from).count() + 1);
                    from = to + days{1};
                }
            for (int m = 1; m <= plan.running[r].monthsAfterLaunch; ++m)
                cells.at(line, std::min(m_months.of(finish) + static_cast<std::size_t>(m), m_months.count() - 1)) +=
                    monthly;
        }
    }

    /// Responses at the start, what events cost on the last day of their phase.
    void addRisks(std::size_t j, const Schedule& schedule, Cells& cells)
    {
        const Plan& plan = m_setting.plan;
        const std::size_t line = m_byPhase.size() + plan.running.size();
        cells.at(line, m_months.of(plan.startDate)) += m_setting.effort.responses.inDollars();
        if (!m_batch.hasRisks())
            return;
        for (std::uint32_t p = 0; p < m_setting.network.phaseCount; ++p)
            if (const double dollars = m_batch.money(p)[j]; dollars > 0.0)
                cells.at(line,
                         m_months.of(plan.calendar.lastDate(0, schedule.finish[m_setting.network.phaseNode(p)]))) +=
                    dollars;
    }

    const SimulationSetting& m_setting;
    const Months& m_months;
    const EffortBatch& m_batch;
    Scheduler m_scheduler;
    std::vector<PersonWeeks> m_work;
    std::vector<Weeks> m_delay;
    std::vector<double> m_byPhase;
};

/// What the runs around the promise spend, all together.
Result<Cells> spentAround(const SimulationSetting& setting, const Months& months, std::span<const std::uint32_t> runs,
                          std::uint64_t seed, const SimulationOptions& options)
{
    EffortBatch batch(setting.effort, seed, options.method);
    batch.draw(runs);
    const Cells none(setting.network.phaseCount + setting.plan.running.size() + 1, months.count());
    std::vector<Cells> blocks((runs.size() + kFundsBlock - 1) / kFundsBlock, none);
    std::vector<FundsRunner> tools;
    for (unsigned t = 0; t < threadCount(runs.size(), kFundsBlock, options.threads); ++t)
        tools.emplace_back(setting, months, batch);
    parallelFor(runs.size(), kFundsBlock, options.threads,
                [&](std::size_t thread, std::size_t first, std::size_t last) {
                    for (std::size_t j = first; j < last && !options.stop.stop_requested(); ++j)
                        tools[thread].add(j, blocks[first / kFundsBlock]);
                });
    if (options.stop.stop_requested())
        return fail(ErrorCode::cancelled);
    Cells all = none;
    for (const Cells& block : blocks) // in their order, whoever made them
        all.add(block);
    return all;
}

/// Splits what is shown of a total as the exact amounts do, in steps in which the largest has three digits.
template <class Line>
void addShown(Money shown, std::vector<Line>& lines)
{
    std::vector<double> parts;
    Money most;
    for (const Line& line : lines) {
        parts.push_back(static_cast<double>(std::max<std::int64_t>(0, line.amount.cents)));
        most = std::max(most, line.amount);
    }
    std::int64_t step = threeDigitStep(most).cents;
    while (shown.cents % step != 0)
        step /= 10;
    const std::vector<Money> steps = splitByLargestRemainder({shown.cents / step}, parts);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].shown = {steps[i].cents * step};
}

/// What was spent is known, and stays out of the split.
Money addActual(UseOfFunds& funds, const Plan& plan, const Months& months, GstBasis basis)
{
    if (!plan.actual.any())
        return {};
    const auto charged = [basis](Money exGst) { return basis == GstBasis::price ? exGst + gst(exGst) : exGst; };
    Money exGst;
    for (const ActualMonth& month : plan.actual.byMonth) {
        const Money before = charged(exGst);
        exGst += month.total();
        funds.months[months.of(Date{month.month / std::chrono::day{1}})].amount += charged(exGst) - before;
    }
    funds.lines.insert(funds.lines.begin(), {CostLineKind::actual, 0, {}, charged(exGst), {}, {}});
    return charged(exGst);
}

void addLikely(UseOfFunds& funds, const Plan& plan, GstBasis basis)
{
    const bool isPrice = basis == GstBasis::price;
    const CostTable table = shownCostTable(plan, basis);
    funds.likely = table.total.charged(Case::likely, isPrice);
    for (std::size_t i = 0; i < table.lines.size(); ++i)
        funds.lines[i].likely = table.lines[i].charged(Case::likely, isPrice);
}

/// Cash at the start and what comes in once, by the month that it comes in.
std::vector<FundsTranche> tranchesOf(const Plan& plan, const std::vector<FundsMonth>& spent)
{
    const CashPlan& cash = plan.inputs.cash;
    std::vector<FundsTranche> tranches;
    if (spent.empty() || std::ranges::none_of(cash.once, [](const OneOff& line) { return line.amount > Money{}; }))
        return tranches;
    tranches.push_back({spent.front().month, cash.opening, {}, cash.opening.value_or(Money{}), {}, {}});
    std::vector<std::size_t> order(cash.once.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return cash.once[i].date; });
    for (const std::size_t i : order) {
        if (cash.once[i].amount <= Money{})
            continue;
        const year_month month = std::max(monthOf(cash.once[i].date), spent.front().month);
        if (month != tranches.back().from)
            tranches.push_back({month, {}, {}, {}, {}, {}});
        tranches.back().once.push_back(i);
        tranches.back().in += cash.once[i].amount;
    }
    auto tranche = tranches.begin();
    for (const FundsMonth& month : spent) {
        while (std::next(tranche) != tranches.end() && std::next(tranche)->from <= month.month)
            ++tranche;
        tranche->amount += month.amount;
        tranche->shown += month.shown;
    }
    return tranches;
}

} // namespace

Result<UseOfFunds> useOfFunds(const Plan& plan, const Risk& risk, int confidence, GstBasis basis,
                              const SimulationOptions& options)
{
    const auto setting = simulationSetting(plan);
    if (!setting)
        return std::unexpected(setting.error());
    const Headline promise = headlineOf(plan, risk, confidence);
    const std::vector<std::uint32_t> runs = runsAround(risk, probability(confidence));
    Weeks latest;
    for (const std::uint32_t run : runs)
        latest = std::max(latest, Weeks{risk.finish[run]});
    const Months months(plan, latest);
    const auto spent = spentAround(*setting, months, runs, risk.seed, options);
    if (!spent)
        return std::unexpected(spent.error());

    UseOfFunds funds;
    funds.confidence = confidence;
    funds.total = promise.total;
    funds.shown = promised(promise.total);
    if (basis == GstBasis::price) {
        funds.total += gst(promise.total);
        funds.shown = promisedPrice(plan, risk, confidence);
    }
    for (std::size_t m = 0; m < months.count(); ++m)
        funds.months.push_back({months.at(m), {}, {}});
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        std::optional<Date> by;
        if (plan.phases[p].mayHaveWork() && p < risk.phases.size())
            by = plan.calendar.lastDate(0, atConfidence(risk.phases[p].finishWeek, confidence));
        funds.lines.push_back({CostLineKind::phase, p, {}, {}, {}, by});
    }
    for (std::size_t r = 0; r < plan.running.size(); ++r)
        funds.lines.push_back({CostLineKind::running, r, {}, {}, {}, {}});
    funds.lines.push_back({CostLineKind::risks, 0, {}, {}, {}, {}});

    const Money actual = addActual(funds, plan, months, basis);
    const std::size_t firstLine = plan.actual.any() ? 1 : 0;
    const std::vector<Money> cells = splitByLargestRemainder(funds.total - actual, spent->all());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        funds.months[spent->monthOf(i)].amount += cells[i];
        funds.lines[firstLine + spent->lineOf(i)].amount += cells[i];
    }
    addShown(funds.shown, funds.months);
    addShown(funds.shown, funds.lines);
    addLikely(funds, plan, basis);
    if (const FundsLine& risks = funds.lines.back(); risks.amount == Money{} && risks.likely == Money{})
        funds.lines.pop_back();
    funds.tranches = tranchesOf(plan, funds.months);
    return funds;
}

std::span<const FundsMonth> shownMonths(const UseOfFunds& funds)
{
    std::size_t count = funds.months.size();
    while (count > 1 && funds.months[count - 1].shown == Money{})
        --count;
    return std::span(funds.months).first(count);
}

const FundsMonth* dearestMonth(const UseOfFunds& funds)
{
    const auto most = std::ranges::max_element(funds.months, {}, &FundsMonth::shown);
    return most == funds.months.end() || most->shown == Money{} ? nullptr : &*most;
}

} // namespace trestle
