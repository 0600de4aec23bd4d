#include "data/exchange/html/html_funds.h"

#include "data/exchange/english_text.h"

namespace trestle::html {

namespace {

std::string headOf(std::string_view title, std::initializer_list<std::string> figures)
{
    std::string out = std::string("<table class=\"funds\"><thead><tr><th scope=\"col\">").append(title) + "</th>";
    for (const std::string& figure : figures)
        out += "<th scope=\"col\" class=\"number\">" + figure + "</th>";
    return out + "</tr></thead>\n<tbody>\n";
}

std::string rowOf(const std::string& title, const std::string& cells, std::string_view kind = {})
{
    return std::string("<tr").append(kind) + "><th scope=\"row\">" + title + "</th>" + cells + "</tr>\n";
}

constexpr std::string_view kSum = " class=\"sum\"";

std::string fundMonths(const UseOfFunds& funds, const std::string& sure)
{
    std::string out = headOf("Month", {sure});
    for (const FundsMonth& month : shownMonths(funds))
        out += rowOf(english::monthYear(month.month), cell("number", amountText(month.shown), sure));
    return out + rowOf("Total", cell("number", amountText(funds.shown), sure), kSum) + "</tbody></table>\n";
}

std::string titleOf(const Plan& plan, const FundsLine& line, Escaper& escape)
{
    switch (line.kind) {
    case CostLineKind::phase: return isolated(escape(plan.phases[line.index].title));
    case CostLineKind::running: return isolated(escape(plan.running[line.index].title));
    case CostLineKind::risks: return "Risks";
    case CostLineKind::actual: return "Spent so far";
    }
    return {};
}

std::string milestones(const UseOfFunds& funds, const Plan& plan, Escaper& escape, const std::string& sure)
{
    const std::string by = sure + " by";
    std::string out = headOf("Phase finished", {by, "Likely", sure});
    const auto cells = [&](const std::string& day, Money likely, Money shown) {
        return cell("number", day, by) + cell("number", amountText(likely), "Likely") +
               cell("number", amountText(shown), sure);
    };
    for (const FundsLine& line : funds.lines)
        if (line.likely > Money{} || line.shown > Money{})
            out += rowOf(titleOf(plan, line, escape),
                         cells(line.by ? longDay(*line.by) : std::string(), line.likely, line.shown));
    return out + rowOf("Total", cells({}, funds.likely, funds.shown), kSum) + "</tbody></table>\n";
}

} // namespace

std::string fundsTables(const UseOfFunds& funds, const Plan& plan, Escaper& escape)
{
    if (funds.shown == Money{})
        return {};
    const std::string sure = std::to_string(funds.confidence) + " % sure";
    return "<p class=\"note\">What is spent if the plan costs AUD " + amountText(funds.shown) + ", " + sure +
           ": the mean of the simulated plans that cost about as much. Ex GST.</p>\n" + fundMonths(funds, sure) +
           "<p class=\"note\">By milestone.</p>\n" + milestones(funds, plan, escape, sure);
}

} // namespace trestle::html
