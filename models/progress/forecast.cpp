#include "models/progress/forecast.h"

#include "models/plan/cost.h"

#include <algorithm>

namespace trestle {

namespace {

Date finishAt(const Plan& plan, const Risk& risk, double q)
{
    return plan.calendar.lastDate(0, risk.finishAt(q));
}

double daysBetween(Date from, Date to)
{
    return static_cast<double>((to - from).count());
}

double slopeOf(const Forecasts& forecasts, Date Forecast::* finish)
{
    const double count = static_cast<double>(forecasts.size());
    const Date origin = forecasts.front().asOf;
    double x = 0;
    double y = 0;
    for (const Forecast& forecast : forecasts) {
        x += daysBetween(origin, forecast.asOf) / count;
        y += daysBetween(origin, forecast.*finish) / count;
    }
    double xy = 0;
    double xx = 0;
    for (const Forecast& forecast : forecasts) {
        const double dx = daysBetween(origin, forecast.asOf) - x;
        xy += dx * (daysBetween(origin, forecast.*finish) - y);
        xx += dx * dx;
    }
    return xy / xx;
}

} // namespace

Forecast forecastOf(const Plan& plan, const Risk& risk)
{
    return {statusDate(plan.inputs), finishAt(plan, risk, .5), finishAt(plan, risk, .8), risk.totalAt(.5),
            risk.totalAt(.8)};
}

void keepForecast(Forecasts& forecasts, const Forecast& forecast)
{
    const auto place = std::ranges::lower_bound(forecasts, forecast.asOf, {}, &Forecast::asOf);
    if (place != forecasts.end() && place->asOf == forecast.asOf)
        *place = forecast;
    else
        forecasts.insert(place, forecast);
}

std::optional<Slip> slipOf(const Forecasts& forecasts)
{
    if (forecasts.size() < 2)
        return std::nullopt;
    return Slip{slopeOf(forecasts, &Forecast::finishP50), slopeOf(forecasts, &Forecast::finishP80)};
}

Baseline baselineOf(const Plan& plan, const Risk& risk, std::string name)
{
    Baseline baseline;
    baseline.name = std::move(name);
    baseline.taken = statusDate(plan.inputs);
    for (const ItemPlan& item : plan.items) {
        PromisedItem promised{item.state, item.effort.likely, {}, {}};
        if (item.hasWork) {
            const Span& when = item.when.likely;
            promised.start = plan.calendar.startDate(when.start);
            promised.finish = plan.calendar.lastDate(when.start, when.finish);
        }
        baseline.items[item.id] = promised;
    }
    baseline.finish = plan.finishDate.likely;
    baseline.finishP50 = finishAt(plan, risk, .5);
    baseline.finishP80 = finishAt(plan, risk, .8);
    baseline.finishP90 = finishAt(plan, risk, .9);
    baseline.total = plan.total.likely;
    baseline.totalP50 = risk.totalAt(.5);
    baseline.totalP80 = risk.totalAt(.8);
    baseline.totalP90 = risk.totalAt(.9);
    if (const double likely = plan.labour.likely.inDollars(); likely > 0) {
        const Percentiles labour = risk.labourPercentiles();
        baseline.effortP50 = labour.p50 / likely;
        baseline.effortP80 = labour.p80 / likely;
        baseline.effortP90 = labour.p90 / likely;
    }
    for (const SpendPoint& point : cumulativeSpend(plan, Case::likely))
        baseline.spend.push_back({plan.calendar.lastDate(0, point.at), point.total});
    return baseline;
}

} // namespace trestle
