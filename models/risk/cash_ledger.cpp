#include "models/risk/cash_ledger.h"

#include "models/money_rules.h"
#include "models/plan/actual_costs.h"
#include "models/plan/cost.h"

#include <algorithm>

namespace trestle {

namespace {

using std::chrono::days;
using std::chrono::year_month;

bool counts(const MonthlyLine& line, Date day)
{
    return line.from <= day && (!line.to || day <= *line.to);
}

Row product(const Row& a, const Row& b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] * b.pairs[k]; });
}

double& laneOf(Row& row, std::size_t lane)
{
    return reinterpret_cast<double*>(&row)[lane];
}

} // namespace

bool needsPhaseEnds(const Inputs& inputs)
{
    return isInvoiced(inputs) && std::ranges::find(inputs.price.payments, PaymentWhen::phaseFinished,
                                                   &PaymentPart::when) != inputs.price.payments.end();
}

CashSetting::CashSetting(const SimulationSetting& setting)
{
    const Inputs& inputs = setting.plan.inputs;
    const WorkCalendar& calendar = setting.plan.calendar;
    Money balance = inputs.cash.opening.value_or(Money{});
    const std::vector<MonthMoney> paid = paidByMonth(setting.plan);
    year_month month = trestle::monthOf(inputs.start);
    for (std::size_t m = 0; m < kMostMonths; ++m, month += std::chrono::months{1}) {
        const Date last{month / std::chrono::last};
        for (const MonthlyLine& line : inputs.cash.monthly)
            if (counts(line, last))
                balance += line.amount;
        for (const OneOff& line : inputs.cash.once)
            if (trestle::monthOf(line.date) == month)
                balance += line.amount;
        for (const MonthMoney& spent : paid)
            if (spent.month == month)
                balance -= spent.amount;
        if (month == trestle::monthOf(calendar.dateOf(0)))
            balance -= setting.effort.responses;
        months.push_back({static_cast<double>(calendar.indexOnOrAfter(last + days{1})) / kWorkingDaysPerWeek,
                          static_cast<int>((last - calendar.dateOf(0)).count()), balance.inDollars()});
    }
    for (const Worker& worker : setting.network.workers)
        weeklyPay.push_back(inputs.team[worker.person].paidOut ? worker.weeklyCost : 0.0);
    retained = inputs.costMode == CostMode::retained;
    runningFactor = (inputs.gstRegistered ? 1.0 : 1.0 + kGstRate) / kDaysPerMonth;
    buffer = static_cast<std::size_t>(inputs.cash.bufferMonths);
    phases = needsPhaseEnds(inputs) ? setting.network.phaseCount : 0;
}

std::size_t CashSetting::monthOf(Weeks finish) const
{
    const Weeks lastDay = static_cast<double>(WorkCalendar::lastIndex(0, finish)) / kWorkingDaysPerWeek;
    const auto found = std::ranges::upper_bound(months, lastDay, {}, &Month::end);
    return std::min(static_cast<std::size_t>(found - months.begin()), kMostMonths - 1);
}

std::array<CashLedger::Place, kLanes> CashLedger::keep(const ScheduleReplay& replay, const EffortBatch& batch,
                                                       std::size_t drawn, std::size_t lanes)
{
    std::array<Place, kLanes> places{};
    std::uint32_t most = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::size_t launch = m_cash.monthOf(replay.end()[lane]);
        const std::size_t last = std::min(launch + m_cash.buffer, CashSetting::kMostMonths - 1);
        places[lane] = {this, 0, 0, static_cast<std::uint32_t>(last + 1), static_cast<std::uint32_t>(launch)};
        most = std::max(most, places[lane].months);
    }
    takeRunning(replay, batch, drawn, lanes);
    takeRisks(replay, batch, drawn, lanes);
    m_ends.clear();
    Row risks = rowOf(0.0);
    for (std::size_t m = 0; m < most; ++m) {
        Row spent = labourBy(m, replay);
        for (const Running& running : m_running)
            spent = spent + product(running.perDay, larger(rowOf(m_cash.months[m].day + 1) - running.from, rowOf(0.0)));
        if (m < m_risks.size())
            risks = risks + m_risks[m];
        m_ends.push_back(rowOf(m_cash.months[m].balance) - (spent + risks));
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        places[lane].first = m_balances.size();
        for (std::size_t m = 0; m < places[lane].months; ++m)
            m_balances.push_back(laneOf(m_ends[m], lane));
        places[lane].phaseEnds = m_phaseEnds.size();
        for (std::size_t p = 0; p < m_cash.phases; ++p)
            m_phaseEnds.push_back(WorkCalendar::lastIndex(0, replay.phaseFinish(p)[lane]));
    }
    return places;
}

void CashLedger::takeRunning(const ScheduleReplay& replay, const EffortBatch& batch, std::size_t drawn,
                             std::size_t lanes)
{
    const std::vector<RunningCostPlan>& costs = m_setting.plan.running;
    m_running.assign(costs.size(), {rowOf(0.0), rowOf(0.0)});
    for (std::size_t r = 0; r < costs.size(); ++r)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            laneOf(m_running[r].from, lane) = m_days.startDay(replay.phaseStart(costs[r].phase)[lane]);
            laneOf(m_running[r].perDay, lane) = batch.monthly(r)[drawn + lane] * m_cash.runningFactor;
        }
}

// What an event costs is paid on the last day of its phase.
void CashLedger::takeRisks(const ScheduleReplay& replay, const EffortBatch& batch, std::size_t drawn, std::size_t lanes)
{
    m_risks.clear();
    if (!batch.hasRisks())
        return;
    for (std::uint32_t p = 0; p < m_setting.network.phaseCount; ++p)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double dollars = batch.money(p)[drawn + lane];
            if (!(dollars > 0.0))
                continue;
            const std::size_t month = m_cash.monthOf(replay.phaseFinish(p)[lane]);
            if (month >= m_risks.size())
                m_risks.resize(month + 1, rowOf(0.0));
            laneOf(m_risks[month], lane) += dollars;
        }
}

// Of those who are paid out.
Row CashLedger::labourBy(std::size_t month, const ScheduleReplay& replay) const
{
    const Weeks by = m_cash.months[month].end;
    Row dollars = rowOf(0.0);
    for (std::size_t rank = 0; rank < m_cash.weeklyPay.size(); ++rank) {
        const double pay = m_cash.weeklyPay[rank];
        if (pay <= 0.0)
            continue;
        if (!m_cash.retained) {
            dollars = dollars + pay * replay.workLog().workedBy(rank, by);
            continue;
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            laneOf(dollars, lane) +=
                pay * m_setting.network.workers[rank].retained(std::min(by, Weeks{replay.end()[lane]}));
    }
    return dollars;
}

CashRuns CashLedger::gather(std::span<const Place> places, std::size_t phases)
{
    CashRuns runs;
    runs.first.push_back(0);
    for (const Place& place : places)
        runs.first.push_back(runs.first.back() + place.months);
    runs.balances.reserve(runs.first.back());
    runs.phaseEnds.reserve(places.size() * phases);
    for (const Place& place : places) {
        const auto from = place.ledger->m_balances.begin() + static_cast<std::ptrdiff_t>(place.first);
        runs.balances.insert(runs.balances.end(), from, from + place.months);
        runs.launch.push_back(place.launch);
        if (phases == 0)
            continue;
        const auto ends = place.ledger->m_phaseEnds.begin() + static_cast<std::ptrdiff_t>(place.phaseEnds);
        runs.phaseEnds.insert(runs.phaseEnds.end(), ends, ends + static_cast<std::ptrdiff_t>(phases));
    }
    return runs;
}

} // namespace trestle
