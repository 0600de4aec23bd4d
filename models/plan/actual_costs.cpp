#include "models/plan/actual_costs.h"

#include "models/availability.h"
#include "models/bill_rate.h"
#include "models/calendar/days_off.h"
#include "models/plan/cost.h"
#include "models/plan/plan_draft.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace trestle {

namespace {

using std::chrono::days;
using std::chrono::year_month;

/// Of a full-time week of the team, by allocation; 0 without a team.
template <class PerWeek>
double meanOfTeam(const Inputs& inputs, PerWeek perWeek)
{
    double dollars = 0;
    double allocation = 0;
    for (const Person& person : inputs.team) {
        dollars += person.allocation * perWeek(person);
        allocation += person.allocation;
    }
    return allocation > 0 ? dollars / allocation : 0.0;
}

double meanRate(const Inputs& inputs)
{
    return meanOfTeam(inputs, [](const Person& person) { return person.weeklyRate.inDollars(); });
}

bool anyBegun(const Inputs& inputs)
{
    return std::ranges::any_of(inputs.items, [](const auto& item) { return hasBegun(item.second); });
}

/// Dollars of a day that is over.
struct PastDay {
    double labour = 0;
    double ownTime = 0; // a part of labour
    double running = 0;
};

/// Derived costs, day by day.
class PastDays {
public:
    explicit PastDays(const Plan& plan) : m_plan(plan), m_inputs(plan.inputs), m_last(plan.startDate - days{1})
    {
        if (!anyBegun(m_inputs))
            return;
        if (m_inputs.costMode == CostMode::retained)
            addRetained();
        else
            addRecorded();
        addRunning();
        spread();
    }

    [[nodiscard]] double labour() const { return m_sum.labour; }
    [[nodiscard]] double ownTime() const { return m_sum.ownTime; }
    [[nodiscard]] double running() const { return m_sum.running; }
    [[nodiscard]] Date first() const { return m_first; }
    [[nodiscard]] const std::vector<PastDay>& all() const { return m_days; }

private:
    /// Dollars for a time, both days included: on its working days, or on all of them.
    struct Time {
        Date from;
        Date to;
        PastDay dollars;
        bool onWorkingDays = true;
    };

    void add(const Time& time)
    {
        m_sum.labour += time.dollars.labour;
        m_sum.ownTime += time.dollars.ownTime;
        m_sum.running += time.dollars.running;
        m_times.push_back(time);
    }

    // Time that is recorded without a date fell on the days from the start on.
    void addRecorded()
    {
        const double rate = meanRate(m_inputs);
        const double ownRate = meanOfTeam(
            m_inputs, [](const Person& person) { return person.paidOut ? 0.0 : person.weeklyRate.inDollars(); });
        for (const auto& [id, item] : m_inputs.items) {
            const double spent = item.actual.spent.value_or(0);
            if (spent <= 0)
                continue;
            const std::optional<Date>& started = item.actual.started;
            const Date status = statusDate(m_inputs);
            const Date open = std::max(std::min(status, m_last), std::min(started.value_or(m_inputs.start), status));
            const Date to = item.actual.finished.value_or(open);
            add({started.value_or(std::min(m_inputs.start, to)), to, {spent * rate, spent * ownRate, 0}});
        }
    }

    // Leave included, as of what is still to come.
    void addRetained()
    {
        for (const Person& person : m_inputs.team) {
            const Date from = std::max(person.firstDay.value_or(m_inputs.start), m_inputs.start);
            const Date to = std::min(person.lastDay.value_or(m_last), m_last);
            const double dollars =
                person.allocation * person.weeklyRate.inDollars() * workingDays(from, to) / kWorkingDaysPerWeek;
            if (dollars > 0)
                add({from, to, {dollars, person.paidOut ? 0.0 : dollars, 0}});
        }
    }

    void addRunning()
    {
        for (const RunningCostPlan& cost : m_plan.running) {
            const std::optional<Date>& from = m_plan.phases[cost.phase].actualStart;
            if (from && *from <= m_last)
                add({*from,
                     m_last,
                     {0, 0, cost.monthly.likely * static_cast<double>((m_last - *from).count() + 1) / kDaysPerMonth},
                     false});
        }
    }

    [[nodiscard]] int workingDays(Date from, Date to) const
    {
        if (from > to)
            return 0;
        const WorkCalendar calendar(from, daysOffBetween(m_inputs, from, to));
        return calendar.indexOnOrAfter(to + days{1});
    }

    // A time without a working day falls on all its days.
    void spread()
    {
        if (m_times.empty())
            return;
        m_first = std::ranges::min(m_times, {}, &Time::from).from;
        const Date last = std::ranges::max(m_times, {}, &Time::to).to;
        const WorkCalendar calendar(m_first, daysOffBetween(m_inputs, m_first, last));
        const auto count = static_cast<std::size_t>((last - m_first).count()) + 1;
        std::vector<int> worked{0}; // up to a day, that day not counted
        for (std::size_t day = 0; day < count; ++day)
            worked.push_back(calendar.indexOnOrAfter(m_first + days{day + 1}));
        m_days.resize(count);
        for (const Time& time : m_times) {
            const auto from = static_cast<std::size_t>((time.from - m_first).count());
            const auto to = static_cast<std::size_t>((time.to - m_first).count()) + 1;
            const bool onWorkingDays = time.onWorkingDays && worked[to] > worked[from];
            const double parts = onWorkingDays ? worked[to] - worked[from] : static_cast<double>(to - from);
            for (std::size_t day = from; day < to; ++day) {
                if (onWorkingDays && worked[day + 1] == worked[day])
                    continue;
                m_days[day].labour += time.dollars.labour / parts;
                m_days[day].ownTime += time.dollars.ownTime / parts;
                m_days[day].running += time.dollars.running / parts;
            }
        }
    }

    const Plan& m_plan;
    const Inputs& m_inputs;
    Date m_last; // that is over
    std::vector<Time> m_times;
    PastDay m_sum;
    Date m_first{};
    std::vector<PastDay> m_days;
};

/// Splits the totals over the months by what their days cost.
void splitByMonth(const PastDays& past, Actual& actual)
{
    std::map<year_month, PastDay> months;
    for (std::size_t day = 0; day < past.all().size(); ++day) {
        PastDay& month = months[monthOf(past.first() + days{day})];
        month.labour += past.all()[day].labour;
        month.ownTime += past.all()[day].ownTime;
        month.running += past.all()[day].running;
    }
    const auto split = [&](Money total, double PastDay::* dollars) {
        std::vector<double> parts;
        for (const auto& [month, day] : months)
            parts.push_back(day.*dollars);
        return splitByLargestRemainder(total, parts);
    };
    const std::vector<Money> labour = split(actual.labour, &PastDay::labour);
    const std::vector<Money> ownTime = split(actual.ownTime, &PastDay::ownTime);
    const std::vector<Money> running = split(actual.running, &PastDay::running);
    std::size_t m = 0;
    for (const auto& [month, day] : months) {
        if (labour[m] != Money{} || running[m] != Money{})
            actual.byMonth.push_back({month, labour[m], running[m], {}, ownTime[m]});
        ++m;
    }
}

void takeBooks(const Inputs& inputs, Actual& actual)
{
    std::map<year_month, Money> months;
    for (const ActualCost& cost : inputs.actualCosts)
        months[cost.month] += cost.amount;
    for (const auto& [month, amount] : months) {
        actual.books += amount;
        actual.byMonth.push_back({month, {}, {}, amount, {}});
    }
}

void addPoint(std::vector<SpentBy>& points, Date day, Money total)
{
    if (!points.empty() && points.back().day == day)
        points.back().total = total;
    else
        points.push_back({day, total});
}

} // namespace

Result<Actual> actualCosts(const Plan& plan)
{
    Actual actual;
    for (const auto& [id, item] : plan.inputs.items)
        actual.effort += item.actual.spent.value_or(0);
    actual.fromBooks = !plan.inputs.actualCosts.empty();
    if (actual.fromBooks) {
        double dollars = 0;
        for (const ActualCost& cost : plan.inputs.actualCosts)
            dollars += std::abs(cost.amount.inDollars());
        if (dollars > kDearestPlan)
            return std::unexpected(tooDear(dollars));
        takeBooks(plan.inputs, actual);
        return actual;
    }
    const PastDays past(plan);
    if (const double dollars = past.labour() + past.running(); dollars > kDearestPlan)
        return std::unexpected(tooDear(dollars));
    actual.labour = Money::rounded(past.labour());
    actual.ownTime = Money::rounded(past.ownTime());
    actual.running = Money::rounded(past.running());
    splitByMonth(past, actual);
    return actual;
}

std::vector<SpentBy> actualSpend(const Plan& plan)
{
    std::vector<SpentBy> points;
    if (!plan.actual.any())
        return points;
    const Date last = plan.startDate - days{1};
    if (plan.actual.fromBooks) {
        Money spent;
        const Date first{plan.actual.byMonth.front().month / std::chrono::day{1}};
        addPoint(points, std::min(first, last) - days{1}, {});
        for (const ActualMonth& month : plan.actual.byMonth) {
            const Date before = Date{month.month / std::chrono::day{1}} - days{1};
            if (before > points.back().day && before <= last)
                addPoint(points, before, spent);
            addPoint(points, std::min(Date{month.month / std::chrono::last}, last), spent += month.total());
        }
        addPoint(points, last, spent);
        return points;
    }
    const PastDays past(plan);
    double dollars = 0;
    addPoint(points, std::min(past.first(), last) - days{1}, {});
    for (std::size_t day = 0; day < past.all().size(); ++day) {
        const Date date = std::min(past.first() + days{day}, last);
        dollars += past.all()[day].labour + past.all()[day].running;
        if (std::chrono::weekday{date} == std::chrono::Sunday)
            addPoint(points, date, std::min(Money::rounded(dollars), plan.actual.total()));
    }
    addPoint(points, last, plan.actual.total());
    return points;
}

std::vector<MonthMoney> paidByMonth(const Plan& plan)
{
    std::vector<MonthMoney> paid;
    for (const ActualMonth& month : plan.actual.byMonth) {
        if (month.month < monthOf(plan.inputs.start))
            continue;
        const Money amount = month.total() - month.ownTime;
        paid.push_back({month.month, plan.inputs.gstRegistered ? amount : amount + gst(month.running)});
    }
    return paid;
}

double valueSoFar(const Plan& plan)
{
    const Inputs& inputs = plan.inputs;
    const double rate = meanRate(inputs);
    const double billed =
        meanOfTeam(inputs, [&](const Person& person) { return billRateOf(person, inputs.price).inDollars(); });
    const double time = plan.actual.effort * billed;
    const double books = plan.actual.books.inDollars();
    if (plan.actual.fromBooks && plan.actual.effort <= kEpsilon)
        return rate > 0 ? books * billed / rate : books;
    const double bought =
        plan.actual.fromBooks ? std::max(0.0, books - plan.actual.effort * rate) : plan.actual.running.inDollars();
    return time + bought * markUpFactor(inputs.price);
}

} // namespace trestle
