#include "data/cash_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"

namespace trestle {

namespace {

FiguresJson bandJson(double p10, double p50, double p90)
{
    const auto cents = [](double dollars) { return Money::rounded(dollars).inDollars(); };
    return {{"p10", cents(p10)}, {"p50", cents(p50)}, {"p90", cents(p90)}};
}

/// The likely plan's lines of a month, by what they are called.
FiguresJson linesJson(const Plan& plan, const CashMonth& month)
{
    FiguresJson lines = FiguresJson::array();
    const auto add = [&](const char* kind, const std::string& label, Money amount) {
        if (amount != Money{})
            lines.push_back({{"kind", kind}, {"label", label}, {"amount", amount.inDollars()}});
    };
    add("invoices", "", month.invoices);
    add("spent", "", month.spent);
    add("team", "", month.team);
    for (std::size_t r = 0; r < month.running.size(); ++r)
        add("running", plan.running[r].title, month.running[r]);
    add("risks", "", month.risks);
    for (std::size_t i = 0; i < month.monthly.size(); ++i)
        add("monthly", plan.inputs.cash.monthly[i].label, month.monthly[i]);
    for (std::size_t i = 0; i < month.once.size(); ++i)
        add("once", plan.inputs.cash.once[i].label, month.once[i]);
    return lines;
}

FiguresJson monthsJson(const Plan& plan, const CashFigures& figures)
{
    FiguresJson months = FiguresJson::array();
    for (std::size_t m = 0; m < figures.months.size(); ++m) {
        const CashBand& band = figures.months[m];
        FiguresJson month{{"month", isoMonth(band.month)}, {"likely", band.likely.inDollars()}};
        month.update(bandJson(band.p10, band.p50, band.p90));
        month["lines"] =
            m < figures.likely.months.size() ? linesJson(plan, figures.likely.months[m]) : FiguresJson::array();
        months.push_back(std::move(month));
    }
    return months;
}

} // namespace

std::string writeCashJson(const Plan& plan, const Risk& risk, const CashFigures& figures, const std::string& scenario)
{
    const CashTable& likely = figures.likely;
    FiguresJson out = FiguresJson::array();
    for (const RunsOut& month : figures.runsOut)
        out.push_back({{"month", isoMonth(month.month)}, {"chance", rounded(month.share)}});
    const FiguresJson root{
        {"kind", "cash"},
        {"name", plan.inputs.name},
        {"scenario", nameOrNull(scenario)},
        {"confidence", plan.inputs.confidence},
        {"runs", risk.runs},
        {"seed", risk.seed},
        {"opening", plan.inputs.cash.opening.value_or(Money{}).inDollars()},
        {"buffer", plan.inputs.cash.bufferMonths},
        {"lastsToLaunch", rounded(figures.lastsToLaunch)},
        {"lastsToHorizon", rounded(figures.lastsToHorizon)},
        {"likely",
         {{"lowest", likely.lowest.inDollars()},
          {"deficit", likely.deficit.inDollars()},
          {"atLaunch", likely.atLaunch().inDollars()},
          {"firstBelowZero", likely.firstBelowZero ? FiguresJson(isoMonth(*likely.firstBelowZero)) : FiguresJson()}}},
        {"needed",
         {{"p50", figures.neededAt(50).inDollars()},
          {"p80", figures.neededAt(80).inDollars()},
          {"p90", figures.neededAt(90).inDollars()}}},
        {"atLaunch", bandJson(figures.atLaunch.p10, figures.atLaunch.p50, figures.atLaunch.p90)},
        {"runsOut", std::move(out)},
        {"months", monthsJson(plan, figures)}};
    return figuresText(root);
}

} // namespace trestle
