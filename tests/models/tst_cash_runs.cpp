#include "data/catalogue_json.h"
#include "models/draws/effort_sampler.h"
#include "models/money/cash.h"
#include "models/money/invoices.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/plan/cost.h"
#include "models/risk/simulation_setting.h"
#include "models/schedule.h"

#include <QTest>

#include <array>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <stop_token>

using namespace trestle;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::year_month;

namespace {

constexpr Date day(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

const std::shared_ptr<const Catalogue>& catalogue()
{
    static const std::shared_ptr<const Catalogue> builtin = builtinCatalogue()->catalogue;
    return builtin;
}

/// The founder of the golden figures.
Inputs founder()
{
    Inputs inputs = newInputs(*catalogue(), "Cash", day(2027y / 1 / 4));
    inputs.cash.opening = Money::dollars(150'000);
    inputs.cash.monthly = {{"Other", Money::dollars(-6000), day(2027y / 1 / 4)},
                           {"Sales", Money::dollars(2000), day(2027y / 4 / 1)}};
    inputs.cash.once = {{"Tranche", Money::dollars(40'000), day(2027y / 5 / 14)}};
    return inputs;
}

Plan planOf(const Inputs& inputs)
{
    auto plan = makePlan(catalogue(), inputs);
    if (!plan)
        qFatal("no plan: %s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    return std::move(*plan);
}

SimulationOptions withCash(std::uint32_t runs = kSimulationRuns)
{
    SimulationOptions options;
    options.runs = runs;
    options.cash = true;
    return options;
}

Money deficit80(const CashRuns& runs)
{
    std::vector<double> lacking = deficitByRun(runs);
    std::ranges::sort(lacking);
    return Money::rounded(lacking[(lacking.size() * 4 + 4) / 5 - 1]);
}

bool isNear(double figure, double expected, double tolerance)
{
    if (std::abs(figure - expected) <= tolerance)
        return true;
    qWarning("%.2f is not %.2f ± %.2f", figure, expected, tolerance);
    return false;
}

/// An agency's, paid in parts at each kind of day.
void invoiced(Inputs& inputs, PriceKind kind)
{
    inputs.client = "Saltbush";
    inputs.team.front().billRate = Money::dollars(7'000);
    inputs.price.kind = kind;
    inputs.price.termsDays = 14;
    inputs.price.payments = {{30, PaymentWhen::signing, {}},
                             {15, PaymentWhen::phaseFinished, "testing"},
                             {25, PaymentWhen::monthly, {}},
                             {30, PaymentWhen::launch, {}}};
}

/// The part of [from, to) in which somebody is there, day by day.
double presentIn(const Worker& worker, double from, double to)
{
    double present = std::max(0.0, to - from);
    for (const Absence& absence : worker.away)
        present -= std::max(0.0, std::min(to, double{absence.to}) - std::max(from, double{absence.from}));
    return std::max(0.0, present);
}

/// One run as a bookkeeper would keep it: each working day's pay on its date, each month's lines on its last day.
class Bookkeeper {
public:
    Bookkeeper(const SimulationSetting& setting, const Schedule& schedule, const EffortSampler& sampler)
        : m_plan(setting.plan), m_network(setting.network), m_schedule(schedule), m_sampler(sampler),
          m_risks(setting.effort.responses)
    {
    }

    /// Its finish, counted in working days from the first, as the runs tell it.
    [[nodiscard]] Date launchDay() const
    {
        return std::max(m_plan.inputs.start, m_plan.calendar.lastDate(0, m_schedule.end));
    }

    /// What comes in, each invoice on its own day, where the whole price is `dollars`.
    [[nodiscard]] std::vector<std::pair<Date, double>> paid(double dollars) const
    {
        const PriceTerms& terms = m_plan.inputs.price;
        std::vector<std::pair<Date, double>> all;
        const auto on = [&](Date invoiced, double percent) {
            all.emplace_back(invoiced + days{terms.termsDays}, dollars * percent / 100);
        };
        for (const PaymentPart& part : terms.payments)
            if (part.when == PaymentWhen::signing)
                on(m_plan.inputs.start, part.percent);
            else if (part.when == PaymentWhen::launch)
                on(launchDay(), part.percent);
            else if (part.when == PaymentWhen::phaseFinished)
                on(phaseEnd(part.phase), part.percent);
            else
                monthly(part.percent, on);
        if (terms.payments.empty())
            monthly(100, on);
        return all;
    }

    [[nodiscard]] std::vector<double> monthEnds() const
    {
        const year_month start = monthOf(m_plan.inputs.start);
        const year_month launch = std::max(start, monthOf(m_plan.calendar.lastDate(0, m_schedule.end)));
        std::vector<double> ends;
        double balance = m_plan.inputs.cash.opening->inDollars();
        for (year_month month = start; month <= launch + std::chrono::months{m_plan.inputs.cash.bufferMonths};
             month += std::chrono::months{1}) {
            balance += lines(month) - spent(month) - labour(month) - running(month) - events(month);
            if (month == monthOf(m_plan.startDate))
                balance -= m_risks.inDollars();
            ends.push_back(balance);
        }
        return ends;
    }

private:
    [[nodiscard]] Date phaseEnd(const std::string& id) const
    {
        for (std::uint32_t p = 0; p < m_plan.phases.size(); ++p)
            if (m_plan.phases[p].id == id && m_plan.phases[p].hasWork)
                return m_plan.calendar.lastDate(0, m_schedule.finish[m_network.phaseNode(p)]);
        const PhasePlan* phase = m_plan.findPhase(id);
        return phase && phase->actualFinish ? std::max(*phase->actualFinish, m_plan.inputs.start) : m_plan.inputs.start;
    }

    void monthly(double percent, const auto& on) const
    {
        std::vector<Date> invoiced;
        for (Date date = m_plan.inputs.start; date <= launchDay(); date += days{1})
            if (date == launchDay() || monthOf(date) != monthOf(date + days{1}))
                invoiced.push_back(date);
        for (const Date date : invoiced)
            on(date, percent / static_cast<double>(invoiced.size()));
    }

    /// What was paid before the runs begin.
    [[nodiscard]] double spent(year_month month) const
    {
        double dollars = 0;
        for (const ActualMonth& past : m_plan.actual.byMonth)
            if (past.month == month)
                dollars += (past.labour - past.ownTime + past.books + past.running).inDollars() +
                           (m_plan.inputs.gstRegistered ? 0.0 : gst(past.running).inDollars());
        return dollars;
    }

    [[nodiscard]] double lines(year_month month) const
    {
        double dollars = 0;
        const Date last{month / std::chrono::last};
        for (const MonthlyLine& line : m_plan.inputs.cash.monthly)
            if (last >= line.from && last <= line.to.value_or(last))
                dollars += line.amount.inDollars();
        for (const OneOff& line : m_plan.inputs.cash.once)
            if (line.date >= Date{month / 1} && line.date <= last)
                dollars += line.amount.inDollars();
        return dollars;
    }

    [[nodiscard]] double labour(year_month month) const
    {
        double dollars = 0;
        for (int index = 0; index <= WorkCalendar::lastIndex(0, m_schedule.end); ++index)
            if (monthOf(m_plan.calendar.dateOf(index)) == month)
                dollars += payOn(index / 5.0, (index + 1) / 5.0);
        return dollars;
    }

    [[nodiscard]] double payOn(double from, double to) const
    {
        double dollars = 0;
        for (std::uint32_t w = 0; w < m_network.workers.size(); ++w) {
            const Worker& worker = m_network.workers[w];
            if (!m_plan.inputs.team[worker.person].paidOut)
                continue;
            double time = 0;
            if (m_plan.inputs.costMode == CostMode::retained)
                time = std::max(0.0, std::min({to, double{m_schedule.end}, double{worker.lastDay}}) -
                                         std::max(from, double{worker.firstDay}));
            else
                time = workedOn(w, from, to);
            dollars += time * worker.weeklyCost;
        }
        return dollars;
    }

    [[nodiscard]] double workedOn(std::uint32_t worker, double from, double to) const
    {
        double time = 0;
        const auto on = [&](const Assignment& member, double left) {
            if (member.worker == worker)
                time += presentIn(m_network.workers[worker], std::max(from, double{member.joined}), std::min(to, left));
        };
        for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
            for (const Assignment& member : m_schedule.crewOf(m_network, i))
                on(member, m_schedule.workDone[i]);
        for (const HandOver& handOver : m_schedule.handOvers)
            on(handOver.of, handOver.left);
        return time;
    }

    [[nodiscard]] double running(year_month month) const
    {
        double dollars = 0;
        for (std::size_t r = 0; r < m_plan.running.size(); ++r) {
            const NodeIndex phase = m_network.phaseNode(static_cast<std::uint32_t>(m_plan.running[r].phase));
            const Date from = m_plan.calendar.startDate(m_schedule.start[phase]);
            for (Date date{month / 1}; date <= Date{month / std::chrono::last}; date += days{1})
                if (date >= from)
                    dollars += m_sampler.monthly(r) / kDaysPerMonth;
        }
        return m_plan.inputs.gstRegistered ? dollars : dollars * 1.1;
    }

    [[nodiscard]] double events(year_month month) const
    {
        double dollars = 0;
        if (m_sampler.delay().empty())
            return dollars;
        for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
            if (monthOf(m_plan.calendar.lastDate(0, m_schedule.finish[m_network.phaseNode(p)])) == month)
                dollars += m_sampler.money(p);
        return dollars;
    }

    const Plan& m_plan;
    const Network& m_network;
    const Schedule& m_schedule;
    const EffortSampler& m_sampler;
    Money m_risks;
};

RiskEvent happening(const char* id, double p, const char* phase, auto impact, ThreePoint how)
{
    RiskEvent made;
    made.id = id;
    made.p = p;
    made.phase = phase;
    made.*impact = how;
    return made;
}

} // namespace

class TestCashRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void golden();
    void asABookkeeperWould_data();
    void asABookkeeperWould();
    void randomPlansAsABookkeeperWould();
    void sameOnAnyThreads();
    void headlineStays();
    void figuresAreOfTheRuns();
    void invoicesAreCash();
    void whatIsNeededIsEnough();
    void aRunPastItsHorizonKeepsItsLast();
    void nothingLeft();
    void stopped();
};

void TestCashRuns::golden()
{
    const Plan plan = planOf(founder());
    const CashFigures figures = cashFigures(plan, simulate(plan, withCash()).value());
    QVERIFY(isNear(figures.needed.p50, 37'270, 1'500));
    QVERIFY(isNear(figures.needed.p80, 55'680, 1'500));
    QVERIFY(isNear(figures.needed.p90, 62'850, 1'500));
    QVERIFY(isNear(figures.atLaunch.p10, -49'940, 1'500));
    QVERIFY(isNear(figures.atLaunch.p50, -24'360, 1'500));
    QVERIFY(isNear(figures.atLaunch.p90, -4'490, 1'500));
    QCOMPARE(figures.neededAt(80).cents, static_cast<std::int64_t>(std::ceil(figures.needed.p80 * 100 - 1e-6)));
}

namespace {

/// What a run charges, read from the runs themselves.
double chargedIn(const Plan& plan, const Risk& risk, std::size_t run)
{
    std::vector<double> sorted = risk.value;
    std::ranges::sort(sorted);
    const double firm = std::ceil(sorted[(sorted.size() * 4 + 4) / 5 - 1] / 1'000 - 1e-9) * 1'000; // P80, in thousands
    switch (plan.inputs.price.kind) {
    case PriceKind::timeAndMaterials: return risk.value[run];
    case PriceKind::capped: return std::min(risk.value[run], firm);
    case PriceKind::fixed: break;
    }
    return firm;
}

/// Whether the runs of a plan's simulation are what the bookkeeper says. Where events take effort the sampler gives the
/// runs of a batch in another order, so they are compared in order of their figures.
bool isAsBooked(const Plan& plan)
{
    const bool hasInvoices = isInvoiced(plan.inputs);
    constexpr std::size_t runs = EffortBatch::kMostRuns;
    const auto setting = simulationSetting(plan);
    const auto risk = simulate(plan, withCash(runs));
    if (!setting || !risk)
        return false;
    Scheduler scheduler(setting->network);
    EffortSampler sampler(setting->effort, kSimulationSeed);
    sampler.seek(0);
    std::vector<std::vector<double>> booked;
    std::vector<std::vector<double>> kept;
    const CashRuns all = cashWithInvoices(plan, *risk);
    for (std::size_t run = 0; run < runs; ++run) {
        sampler.next();
        const Schedule& schedule = scheduler.run(sampler.work(), sampler.delay());
        const Bookkeeper keeper(*setting, schedule, sampler);
        booked.push_back(keeper.monthEnds());
        if (hasInvoices)
            for (const auto& [date, dollars] : keeper.paid(chargedIn(plan, *risk, run)))
                for (std::size_t m = 0; m < booked.back().size(); ++m)
                    if (monthOf(date) <= monthOf(plan.inputs.start) + std::chrono::months{m})
                        booked.back()[m] += dollars;
        kept.emplace_back(all.of(run).begin(), all.of(run).end());
    }
    const auto byLast = [](const std::vector<double>& a, const std::vector<double>& b) {
        return std::pair(a.size(), a.back()) < std::pair(b.size(), b.back());
    };
    std::ranges::sort(booked, byLast);
    std::ranges::sort(kept, byLast);
    for (std::size_t run = 0; run < runs; ++run) {
        if (kept[run].size() != booked[run].size()) {
            qWarning("run %zu: %zu months, not %zu", run, kept[run].size(), booked[run].size());
            return false;
        }
        for (std::size_t m = 0; m < booked[run].size(); ++m)
            if (!isNear(kept[run][m], booked[run][m], 0.001)) {
                qWarning("in run %zu, month %zu", run, m);
                return false;
            }
    }
    return true;
}

/// Eight weeks after the start: the tests are done, some more is under way.
void beginWork(Inputs& inputs)
{
    inputs.asOf = inputs.start + days{56};
    const auto source = catalogue();
    for (const Item& item : findPhase(*source, "testing")->items) {
        setState(inputs, item.id, ItemState::done);
        inputs.items[item.id].actual.started = inputs.start - days{3};
        inputs.items[item.id].actual.finished = inputs.start + days{40};
        inputs.items[item.id].actual.spent = 0.4;
    }
    for (const char* item : {"structured-logs", "sessions"}) {
        setState(inputs, item, ItemState::underWay);
        inputs.items[item].actual.started = inputs.start + days{12};
        inputs.items[item].actual.spent = 0.3;
    }
}

} // namespace

void TestCashRuns::asABookkeeperWould_data()
{
    QTest::addColumn<int>("variant");
    const char* names[] = {"worked",          "retained",         "leave",       "not registered",
                           "own time",        "events",           "nearly done", "invoices",
                           "invoices capped", "invoices by time", "begun",       "begun, from the books"};
    for (int variant = 0; variant < 12; ++variant)
        QTest::newRow(names[variant]) << variant;
}

void TestCashRuns::asABookkeeperWould()
{
    QFETCH(int, variant);
    Inputs inputs = founder();
    inputs.outsideView = outsideViewOf(*catalogue(), "usual").value();
    switch (variant) {
    case 1: inputs.costMode = CostMode::retained; break;
    case 2:
        inputs.team.at(0).leave.push_back({inputs.start + days{28}, inputs.start + days{41}});
        inputs.team.at(1).leave.push_back({inputs.start + days{9}, inputs.start + days{10}});
        break;
    case 3: inputs.gstRegistered = false; break;
    case 4: inputs.team.at(1).paidOut = false; break;
    case 5:
        addRisk(inputs.risks, happening("a", 0.3, "security", &RiskEvent::effort, {1, 2, 4}));
        addRisk(inputs.risks, happening("b", 0.4, "deployment", &RiskEvent::delay, {1, 2, 4}));
        addRisk(inputs.risks, happening("c", 0.5, "operations", &RiskEvent::money, {2'000, 5'000, 12'000}));
        break;
    case 6:
        for (const Phase& phase : catalogue()->phases)
            for (const Item& item : phase.items)
                if (phase.id != "testing")
                    setState(inputs, item.id, ItemState::done);
        break;
    case 7: invoiced(inputs, PriceKind::fixed); break;
    case 8:
        invoiced(inputs, PriceKind::capped);
        inputs.price.payments.clear(); // monthly
        inputs.price.termsDays = 0;
        break;
    case 9:
        invoiced(inputs, PriceKind::timeAndMaterials);
        setState(inputs, "profiling", ItemState::done);
        inputs.price.termsDays = 45;
        break;
    case 11:
        inputs.actualCosts = {{monthOf(inputs.start), Money::dollars(21'000), "Wages"},
                              {monthOf(inputs.start) + std::chrono::months{1}, Money::dollars(-500), "Refund"},
                              {monthOf(inputs.start) - std::chrono::months{1}, Money::dollars(900), "Before"}};
        [[fallthrough]];
    case 10:
        invoiced(inputs, PriceKind::fixed);
        inputs.gstRegistered = false;
        inputs.team.at(1).paidOut = false;
        beginWork(inputs);
        addRisk(inputs.risks, happening("a", 0.3, "security", &RiskEvent::effort, {1, 2, 4}));
        inputs.risks.events.back().response = RiskResponse{};
        inputs.risks.events.back().response->cost = Money::dollars(3'000);
        inputs.risks.events.back().status = RiskStatus::responded;
        break;
    default: break;
    }
    QVERIFY(isAsBooked(planOf(inputs)));
}

void TestCashRuns::randomPlansAsABookkeeperWould()
{
    std::mt19937 random(1414);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 12; ++round) {
        Inputs inputs = founder();
        inputs.start = day(2027y / 1 / 1) + days{upTo(364)};
        inputs.cash.monthly.front().from = inputs.start;
        inputs.cash.once.front().date = inputs.start + days{upTo(300)};
        inputs.cash.bufferMonths = upTo(6);
        inputs.costMode = upTo(1) == 0 ? CostMode::worked : CostMode::retained;
        inputs.gstRegistered = upTo(2) != 0;
        inputs.region = upTo(1) == 0 ? "" : "nsw";
        if (round % 2 == 1) {
            invoiced(inputs, std::array{PriceKind::timeAndMaterials, PriceKind::capped, PriceKind::fixed}.at(
                                 static_cast<std::size_t>(upTo(2))));
            inputs.price.termsDays = upTo(90);
        }
        for (int extra = upTo(3); extra > 0; --extra) {
            Person& person = inputs.team.emplace_back(inputs.team.front());
            person.name = "More " + std::to_string(extra);
            person.allocation = (1 + upTo(9)) / 10.0;
            person.paidOut = upTo(2) != 0;
            const Date from = inputs.start + days{upTo(100)};
            person.leave = {{from, from + days{upTo(20)}}};
        }
        for (const Phase& phase : catalogue()->phases)
            for (const Item& item : phase.items)
                if (upTo(2) == 0)
                    setState(inputs, item.id, ItemState::done);
        if (round % 3 == 2)
            beginWork(inputs);
        QVERIFY2(isAsBooked(planOf(inputs)), qPrintable(QString::number(round)));
    }
}

void TestCashRuns::sameOnAnyThreads()
{
    const Plan plan = planOf(founder());
    SimulationOptions options = withCash(3'000);
    options.threads = 1;
    const Risk one = simulate(plan, options).value();
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        QVERIFY(simulate(plan, options).value() == one);
    }
}

void TestCashRuns::headlineStays()
{
    const Plan plan = planOf(founder());
    Risk with = simulate(plan, withCash(3'000)).value();
    QCOMPARE(with.cash.runs(), 3'000U);
    with.cash = {};
    SimulationOptions without = withCash(3'000);
    without.cash = false;
    QVERIFY(simulate(plan, without).value() == with);
}

void TestCashRuns::figuresAreOfTheRuns()
{
    Inputs inputs = founder();
    inputs.cash.opening = Money::dollars(175'000);
    const Plan plan = planOf(inputs);
    const Risk risk = simulate(plan, withCash(2'000)).value();
    const CashFigures figures = cashFigures(plan, risk);
    const auto lasts = cashLastsByRun(risk.cash);
    QCOMPARE(figures.lastsToHorizon, static_cast<double>(std::ranges::count(lasts, true)) / 2'000);
    const double out = std::accumulate(figures.runsOut.begin(), figures.runsOut.end(), 0.0,
                                       [](double sum, const RunsOut& month) { return sum + month.share; });
    QVERIFY(isNear(out, 1 - figures.lastsToHorizon, 1e-9));
    QVERIFY(figures.lastsToLaunch >= figures.lastsToHorizon);
    QVERIFY(figures.lastsToLaunch > 0.02 && figures.lastsToLaunch < 0.98);
    QVERIFY(std::ranges::is_sorted(figures.runsOut, {}, &RunsOut::month));
    for (const CashBand& month : figures.months)
        QVERIFY(month.p10 <= month.p50 && month.p50 <= month.p90);
    QCOMPARE(figures.months.front().likely, figures.likely.months.front().last);
}

// The same runs, with the money that comes in by the agreed terms.
void TestCashRuns::invoicesAreCash()
{
    Inputs inputs = founder();
    inputs.outsideView = outsideViewOf(*catalogue(), "usual").value();
    inputs.cash.once.clear();
    inputs.cash.opening = Money::dollars(10'000);
    invoiced(inputs, PriceKind::fixed);
    const Plan plan = planOf(inputs);
    const Risk risk = simulate(plan, withCash(2'000)).value();
    const CashFigures figures = cashFigures(plan, risk);
    const Money price = agreedPrice(plan, risk);
    Money sum;
    for (const CashMonth& month : figures.likely.months)
        sum += month.invoices;
    QCOMPARE(sum, price); // all is due before the buffer ends, to the cent
    QVERIFY(cashTable(plan).months.back().last + price == figures.likely.months.back().last);
    QVERIFY(figures.neededAt(80) < deficit80(risk.cash));

    // Later terms need more money, never less.
    Money needed;
    for (const int terms : {0, 14, 30, 60, 90}) {
        inputs.price.termsDays = terms;
        const Money more = cashFigures(planOf(inputs), risk).neededAt(80);
        QVERIFY(more >= needed);
        needed = more;
    }
    QVERIFY(needed > figures.neededAt(80));

    // A plan without a price has none, whatever terms it holds.
    inputs.client.clear();
    inputs.team.front().billRate.reset();
    const Plan founders = planOf(inputs);
    QVERIFY(cashWithInvoices(founders, risk) == risk.cash);
    QVERIFY(likelyInvoices(founders, risk).empty());
}

// "AUD 55,000 more makes it 80 % sure": with it in the bank at the start the money lasts in just that many runs.
void TestCashRuns::whatIsNeededIsEnough()
{
    Inputs inputs = founder();
    const Plan plan = planOf(inputs);
    const CashFigures before = cashFigures(plan, simulate(plan, withCash()).value());
    for (const int confidence : {50, 80, 90}) {
        inputs.cash.opening = *founder().cash.opening + before.neededAt(confidence);
        const Plan more = planOf(inputs);
        const CashFigures after = cashFigures(more, simulate(more, withCash()).value());
        QVERIFY(after.lastsToHorizon >= confidence / 100.0);
        QVERIFY(after.lastsToHorizon < confidence / 100.0 + 0.001);
        QCOMPARE(after.neededAt(confidence), Money{});
    }
}

void TestCashRuns::aRunPastItsHorizonKeepsItsLast()
{
    const Plan plan = planOf(founder());
    const Risk risk = simulate(plan, withCash(2'000)).value();
    const CashFigures figures = cashFigures(plan, risk);
    std::vector<double> last;
    for (std::size_t run = 0; run < risk.cash.runs(); ++run) {
        const auto ends = risk.cash.of(run);
        last.push_back(ends[std::min(ends.size(), figures.months.size()) - 1]);
    }
    std::ranges::sort(last);
    QCOMPARE(figures.months.back().p50, last[999]);
    QCOMPARE(figures.months.back().likely, figures.likely.months.back().last);
}

void TestCashRuns::nothingLeft()
{
    Inputs inputs = founder();
    for (const Phase& phase : catalogue()->phases)
        for (const Item& item : phase.items)
            setState(inputs, item.id, ItemState::done);
    const Plan plan = planOf(inputs);
    const CashFigures figures = cashFigures(plan, simulate(plan, withCash(100)).value());
    QCOMPARE(figures.months.size(), 4U); // January and the buffer
    QVERIFY(figures.lastsToHorizon >= 1.0);
    QVERIFY(figures.runsOut.empty());
    QCOMPARE(figures.neededAt(90), Money{});
}

/// With some of the runs made, or none.
void TestCashRuns::stopped()
{
    const Plan plan = planOf(founder());
    for (const bool midway : {false, true}) {
        std::stop_source source;
        SimulationOptions options = withCash(2'000);
        options.threads = 1;
        options.stop = source.get_token();
        options.progress = [&source](double) { source.request_stop(); };
        if (!midway)
            source.request_stop();
        const Result<Risk> risk = simulate(plan, options);
        QVERIFY(!risk);
        QCOMPARE(risk.error().code, ErrorCode::cancelled);
    }
}

QTEST_APPLESS_MAIN(TestCashRuns)
#include "tst_cash_runs.moc"
