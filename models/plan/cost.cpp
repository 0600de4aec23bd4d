#include "models/plan/cost.h"

#include "models/availability.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace trestle {

namespace {

using std::chrono::days;
using std::chrono::year_month;

// Dollars of labour on each working day from day 0 on, before rounding.
class DailyLabour {
public:
    enum class Of : std::uint8_t { everyone, paidOut };
    DailyLabour(const Plan& plan, Case which, Of of = Of::everyone) : m_plan(plan), m_of(of)
    {
        m_days.resize(static_cast<std::size_t>(WorkCalendar::lastIndex(0, plan.finish.at(which))) + 1, 0.0);
        for (const Person& person : plan.inputs.team)
            m_away.push_back(absences(person, plan.calendar));
        if (plan.inputs.costMode == CostMode::retained)
            addRetained(which);
        else
            addWorked(which);
    }

    [[nodiscard]] const std::vector<double>& days() const { return m_days; }

private:
    void addWorked(Case which)
    {
        for (const ItemPlan& item : m_plan.items)
            for (const CrewTime& time : item.crew.at(which))
                eachPresence(m_away[time.person], time.joined, time.left,
                             [&](Weeks from, Weeks to) { addSpan(time.person, from, to); });
    }

    void addRetained(Case which)
    {
        for (std::size_t p = 0; p < m_plan.inputs.team.size(); ++p)
            addSpan(p, firstWeek(m_plan.inputs.team[p], m_plan.calendar),
                    std::min(m_plan.finish.at(which), lastWeek(m_plan.inputs.team[p], m_plan.calendar)));
    }

    void addSpan(std::size_t person, Weeks from, Weeks to)
    {
        const Person& who = m_plan.inputs.team[person];
        if (m_of == Of::paidOut && !who.paidOut)
            return;
        const double perWeek = who.allocation * who.weeklyRate.inDollars();
        while (to - from > kEpsilon) {
            const auto day = static_cast<std::size_t>(std::max(WorkCalendar::startIndex(from), 0));
            const Weeks end = std::min(to, Weeks{static_cast<double>(day + 1) / kWorkingDaysPerWeek});
            m_days[std::min(day, m_days.size() - 1)] += (end - from) * perWeek;
            from = std::max(end, from + kEpsilon);
        }
    }

    const Plan& m_plan;
    Of m_of;
    std::vector<double> m_days;
    std::vector<std::vector<Absence>> m_away;
};

// Calendar days of a running cost that fall on or before `last`.
int daysUntil(const RunningCostPlan& cost, Case which, Date last)
{
    const auto until = static_cast<int>((last - cost.from.at(which)).count()) + 1;
    return std::clamp(until, 0, cost.days.at(which));
}

double dollarsFor(const RunningCostPlan& cost, Case which, int calendarDays)
{
    return calendarDays / kDaysPerMonth * cost.monthly.at(which);
}

struct MonthDollars {
    double labour = 0;
    double running = 0;
};

// Of any money, spent or still to be spent.
year_month firstMonth(const Plan& plan)
{
    const year_month start = monthOf(plan.startDate);
    return plan.actual.any() ? std::min(start, plan.actual.byMonth.front().month) : start;
}

void addRunningByMonth(const Plan& plan, Case which, std::map<year_month, MonthDollars>& months)
{
    const year_month last = monthOf(plan.finishDate.at(which));
    for (const RunningCostPlan& cost : plan.running) {
        for (auto& [month, dollars] : months) {
            const Date end = Date{month / std::chrono::last};
            const Date before = Date{month / std::chrono::day{1}} - days{1};
            dollars.running += dollarsFor(cost, which, daysUntil(cost, which, end) - daysUntil(cost, which, before));
        }
        if (cost.monthsAfterLaunch == 0)
            continue;
        for (int m = 1; m <= cost.monthsAfterLaunch; ++m)
            months[last + std::chrono::months{m}].running += cost.monthly.at(which);
    }
}

} // namespace

std::vector<std::pair<Date, Money>> riskSpending(const Plan& plan, Case which)
{
    std::vector<std::pair<Date, Money>> spent;
    if (const Money cost = responseCost(plan.inputs.risks); cost > Money{})
        spent.emplace_back(plan.startDate, cost);
    for (const RiskEvent& event : plan.inputs.risks.events)
        if (const Money money = Money::rounded(event.money.at(which));
            event.status == RiskStatus::happened && money > Money{})
            spent.emplace_back(plan.calendar.lastDate(0, plan.findPhase(event.phase)->when.at(which).finish), money);
    return spent;
}

std::vector<Money> splitByLargestRemainder(Money total, std::span<const double> parts)
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<Money> lines(parts.size());
    if (!(sum > 0.0) || total.cents == 0)
        return lines;
    std::vector<double> remainders(parts.size());
    std::int64_t left = total.cents;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double exact = static_cast<double>(total.cents) * (parts[i] / sum);
        // A product such as 0.15 × 300 000 lands slightly below its whole number of cents.
        const double whole = std::floor(exact + 1e-6);
        lines[i].cents = static_cast<std::int64_t>(whole);
        remainders[i] = exact - whole;
        left -= lines[i].cents;
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t k = 0; left > 0; k = (k + 1) % order.size())
        if (parts[order[k]] > 0.0) {
            ++lines[order[k]].cents;
            --left;
        }
    for (std::size_t k = order.size(); left < 0; k = k == 1 ? order.size() : k - 1)
        if (lines[order[k - 1]].cents > 0) {
            --lines[order[k - 1]].cents;
            ++left;
        }
    return lines;
}

std::vector<MonthCost> costByMonth(const Plan& plan, Case which)
{
    std::map<year_month, MonthDollars> months;
    const year_month last = monthOf(plan.finishDate.at(which));
    for (year_month month = firstMonth(plan); month <= last; month += std::chrono::months{1})
        months[month];
    const DailyLabour labour(plan, which);
    for (std::size_t day = 0; day < labour.days().size(); ++day)
        months[monthOf(plan.calendar.dateOf(static_cast<int>(day)))].labour += labour.days()[day];
    addRunningByMonth(plan, which, months);

    std::vector<double> labourParts;
    std::vector<double> runningParts;
    for (const auto& [month, dollars] : months) {
        labourParts.push_back(dollars.labour);
        runningParts.push_back(dollars.running);
    }
    const auto labourLines = splitByLargestRemainder(plan.labour.at(which), labourParts);
    const auto runningLines = splitByLargestRemainder(plan.runningTotal.at(which), runningParts);
    std::vector<MonthCost> result;
    for (const auto& [month, dollars] : months)
        result.push_back({month, labourLines[result.size()], runningLines[result.size()], {}});
    for (const auto& [date, amount] : riskSpending(plan, which))
        std::ranges::find(result, monthOf(date), &MonthCost::month)->risks += amount;
    for (const ActualMonth& past : plan.actual.byMonth)
        std::ranges::find(result, past.month, &MonthCost::month)->actual += past.total();
    return result;
}

std::vector<MonthMoney> paidLabourByMonth(const Plan& plan, Case which)
{
    std::map<year_month, double> months;
    const DailyLabour labour(plan, which, DailyLabour::Of::paidOut);
    for (std::size_t day = 0; day < labour.days().size(); ++day)
        months[monthOf(plan.calendar.dateOf(static_cast<int>(day)))] += labour.days()[day];
    std::vector<double> parts;
    for (const auto& [month, dollars] : months)
        parts.push_back(dollars);
    const auto lines = splitByLargestRemainder(plan.labour.at(which) - plan.ownTime.at(which), parts);
    std::vector<MonthMoney> result;
    for (const auto& [month, dollars] : months)
        result.push_back({month, lines[result.size()]});
    return result;
}

Money costAfterLaunch(const Plan& plan, Case which)
{
    double dollars = 0;
    for (const RunningCostPlan& cost : plan.running)
        dollars += cost.monthly.at(which) * cost.monthsAfterLaunch;
    return std::min(Money::rounded(dollars), plan.runningTotal.at(which));
}

std::vector<SpendPoint> cumulativeSpend(const Plan& plan, Case which)
{
    const DailyLabour labour(plan, which);
    const Money before = plan.actual.total();
    std::vector<SpendPoint> points{{0, before}};
    double spent = 0;
    const std::size_t dayCount = labour.days().size();
    for (std::size_t day = 0; day < dayCount; ++day) {
        spent += labour.days()[day];
        const bool isLast = day + 1 == dayCount;
        if ((day + 1) % kWorkingDaysPerWeek != 0 && !isLast)
            continue;
        double running = 0;
        for (const RunningCostPlan& cost : plan.running)
            running += dollarsFor(cost, which, daysUntil(cost, which, plan.calendar.dateOf(static_cast<int>(day))));
        const Weeks at = isLast ? plan.finish.at(which) : Weeks{static_cast<double>(day + 1) / kWorkingDaysPerWeek};
        const Date today = plan.calendar.dateOf(static_cast<int>(day));
        Money others = before;
        for (const auto& [date, amount] : riskSpending(plan, which))
            others += date <= today ? amount : Money{};
        points.push_back({at, Money::rounded(spent + running) + others});
    }
    const Money after = costAfterLaunch(plan, which);
    points.back().total = plan.total.at(which) - after;
    if (after > Money{})
        points.push_back({plan.finish.at(which) + 1.0 / kWorkingDaysPerWeek, plan.total.at(which)});
    return points;
}

Money gst(Money exGst)
{
    constexpr std::int64_t kHalf = 5;
    return {(exGst.cents < 0 ? exGst.cents - kHalf : exGst.cents + kHalf) / 10};
}

} // namespace trestle
