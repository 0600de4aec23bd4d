#include "data/figures_parts.h"

#include "data/figures_text.h"

namespace trestle {

namespace {

template <class Write>
FiguresJson each(const Percentiles& values, Write write)
{
    return {
        {"p10", write(values.p10)}, {"p50", write(values.p50)}, {"p80", write(values.p80)}, {"p90", write(values.p90)}};
}

FiguresJson partOrNull(const std::optional<Chance>& part)
{
    return part ? FiguresJson(rounded(part->share)) : FiguresJson(nullptr);
}

} // namespace

FiguresJson weeksJson(const Percentiles& weeks)
{
    return each(weeks, rounded);
}

FiguresJson moneyJson(const Percentiles& dollars)
{
    return each(dollars, [](double value) { return Money::rounded(value).inDollars(); });
}

FiguresJson actualJson(const Actual& actual)
{
    return {{"labour", actual.labour.inDollars()},
            {"running", actual.running.inDollars()},
            {"books", actual.books.inDollars()},
            {"ownTime", actual.ownTime.inDollars()},
            {"total", actual.total().inDollars()}};
}

FiguresJson headlineJson(const Headline& headline)
{
    return {{"weeks", rounded(headline.finish)},
            {"date", isoDate(headline.finishDate)},
            {"total", headline.total.inDollars()}};
}

FiguresJson targetJson(const Plan& plan, const TargetChance& chances)
{
    const auto& date = plan.inputs.targetDate;
    const auto& budget = plan.inputs.budget;
    return {{"date", date ? FiguresJson(isoDate(*date)) : FiguresJson(nullptr)},
            {"budget", budget ? FiguresJson(budget->inDollars()) : FiguresJson(nullptr)},
            {"byDate", partOrNull(chances.onTime)},
            {"underBudget", partOrNull(chances.inBudget)},
            {"both", partOrNull(chances.both)}};
}

FiguresJson nameOrNull(const std::string& name)
{
    return name.empty() ? FiguresJson(nullptr) : FiguresJson(name);
}

} // namespace trestle
