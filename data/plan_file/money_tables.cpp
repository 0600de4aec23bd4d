#include "data/plan_file/money_tables.h"

#include "data/cash_json.h"
#include "data/plan_file/row_writer.h"
#include "data/words.h"
#include "models/money/cash.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/money_rules.h"

#include <algorithm>

namespace trestle::planfile {

namespace {

void writePrices(SQLite::Database& db, const SimulatedScenario& simulated, const PriceFigures& figures)
{
    RowWriter row(db, "plan_price");
    const Inputs& inputs = simulated.plan->inputs;
    const auto add = [&row](double dollars) { row.add(Money::rounded(dollars)); };
    for (const PriceOfKind* price : {&figures.time, &figures.capped, &figures.fixed}) {
        row.add(simulated.scenario).add(std::string(wordOf(price->kind))).add(price->kind == inputs.price.kind);
        row.add(figures.confidence).add(price->price).add(gstOn(inputs, price->price));
        add(price->revenue.mean);
        add(price->margin.mean);
        add(price->margin.p10);
        add(price->margin.p50);
        row.add(price->lossChance);
        row.add(price->kind == PriceKind::capped ? std::optional(price->binds) : std::nullopt);
        row.write();
    }
}

void writePayments(SQLite::Database& db, const SimulatedScenario& simulated, Money price)
{
    RowWriter row(db, "plan_payment");
    std::int64_t position = 0;
    for (const Payment& payment : paymentSchedule(*simulated.plan, price)) {
        row.add(simulated.scenario).add(position++).add(payment.part.percent);
        row.add(std::string(wordOf(payment.part.when)));
        row.add(payment.part.phase.empty() ? std::nullopt : std::optional(payment.part.phase));
        row.add(payment.invoiced).add(payment.due).add(payment.exGst).add(payment.gst);
        row.write();
    }
}

void writeCash(SQLite::Database& db, const std::string& scenario, const CashFigures& figures)
{
    RowWriter row(db, "plan_cash");
    row.add(scenario).add(figures.lastsToLaunch).add(figures.lastsToHorizon);
    for (const int confidence : {50, 80, 90})
        row.add(figures.neededAt(confidence));
    row.add(figures.likely.atLaunch());
    for (const double dollars : {figures.atLaunch.p10, figures.atLaunch.p50, figures.atLaunch.p90})
        row.add(Money::rounded(dollars));
    row.write();
}

void writeCashMonths(SQLite::Database& db, const std::string& scenario, const CashFigures& figures)
{
    RowWriter row(db, "plan_cash_month");
    for (const CashBand& band : figures.months) {
        const auto out = std::ranges::find(figures.runsOut, band.month, &RunsOut::month);
        row.add(scenario).add(isoMonth(band.month)).add(band.likely);
        for (const double dollars : {band.p10, band.p50, band.p90})
            row.add(Money::rounded(dollars));
        row.add(out == figures.runsOut.end() ? 0.0 : out->share);
        row.write();
    }
}

} // namespace

void writeMoneyTables(SQLite::Database& db, const SimulatedScenario& simulated)
{
    const Plan& plan = *simulated.plan;
    const Risk& risk = *simulated.risk;
    if (!risk.value.empty() && isPriced(plan.inputs)) {
        const PriceFigures figures = priceFigures(plan, risk, priceConfidence(plan.inputs));
        writePrices(db, simulated, figures);
        writePayments(db, simulated, figures.of(plan.inputs.price.kind).price);
    }
    if (risk.cash.runs() > 0 && plan.inputs.cash.opening) {
        const CashFigures figures = cashFigures(plan, risk);
        writeCash(db, simulated.scenario, figures);
        writeCashMonths(db, simulated.scenario, figures);
    }
}

} // namespace trestle::planfile
