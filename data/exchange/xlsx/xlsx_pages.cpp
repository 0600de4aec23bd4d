#include "data/exchange/xlsx/xlsx_pages.h"

#include "models/money_rules.h"

namespace trestle {

namespace {

/// Of Workings: the amounts of a case in cents that add up stand in the last of its five columns.
std::uint16_t amountColumn(Case which)
{
    return static_cast<std::uint16_t>(5 + 5 * static_cast<int>(which));
}

constexpr std::uint32_t kBetweenBlocks = 4; ///< total, an empty line, heading, titles

} // namespace

XlsxPages::XlsxPages(XlsxBook& into, const ExportSource& from)
    : book(into), source(from), plan(*from.plan), risk(*from.risk), staffing(trestle::staffing(plan)),
      footer(plan.inputs.name), summary(into, "Summary"), items(into, "Plan"), months(into, "Cost by month"),
      people(into, "People"), chances(into, "Risk"),
      price(isPriced(plan.inputs) && !from.risk->value.empty() ? std::optional<XlsxSheet>(std::in_place, into, "Price")
                                                               : std::nullopt),
      cash(plan.inputs.cash.opening ? std::optional<XlsxSheet>(std::in_place, into, "Cash") : std::nullopt),
      assumptions(into, "Assumptions"), times(into, "Staffing"), workings(into, "Workings")
{
    if (!from.stamp.scenario.empty())
        footer += " · " + from.stamp.scenario;
    if (!from.stamp.plan.empty())
        footer += " · " + from.stamp.plan;
}

void writeChance(XlsxSheet& sheet, CellAt at, const ToldChance& chance)
{
    if (chance.kind == ChanceKind::rarely || chance.kind == ChanceKind::nearlyAlways)
        sheet.text(at, chance.kind == ChanceKind::rarely ? "under 1 %" : "over 99 %", {.isFigure = true});
    else
        sheet.number(at, chance.percent / 100.0, {CellKind::percent});
}

std::uint32_t XlsxPages::firstItem() const
{
    return kFirstPerson + static_cast<std::uint32_t>(plan.people.size()) + 2;
}

std::string XlsxPages::allocation(std::size_t person) const
{
    return assumptions.ref({kFirstPerson + static_cast<std::uint32_t>(person), 2});
}

std::string XlsxPages::rate(std::size_t person) const
{
    return assumptions.ref({kFirstPerson + static_cast<std::uint32_t>(person), 3});
}

CellAt XlsxPages::effortCell(std::size_t item, Case which) const
{
    return {firstItem() + static_cast<std::uint32_t>(item), columnOf(which, 2)};
}

CellAt XlsxPages::plannedEffortCell(std::size_t item, Case which) const
{
    return {firstItem() + static_cast<std::uint32_t>(item), columnOf(which, 5)};
}

std::uint32_t XlsxPages::firstRetained() const
{
    return kFirstTime + static_cast<std::uint32_t>(staffing.worked.size()) + 2;
}

std::uint32_t XlsxPages::firstItemSplit() const
{
    return firstPersonSplit() + static_cast<std::uint32_t>(plan.people.size()) + kBetweenBlocks;
}

std::uint32_t XlsxPages::firstMonthSplit() const
{
    return firstItemSplit() + static_cast<std::uint32_t>(plan.items.size()) + kBetweenBlocks;
}

std::string XlsxPages::labour(Case which) const
{
    return workings.ref({firstPersonSplit() + static_cast<std::uint32_t>(plan.people.size()), amountColumn(which)});
}

std::string XlsxPages::personCost(std::size_t person, Case which) const
{
    return workings.ref({firstPersonSplit() + static_cast<std::uint32_t>(person), amountColumn(which)});
}

std::string XlsxPages::itemCost(std::size_t item, Case which) const
{
    return workings.ref({firstItemSplit() + static_cast<std::uint32_t>(item), amountColumn(which)});
}

std::string XlsxPages::monthLabour(std::size_t month) const
{
    return workings.ref({firstMonthSplit() + static_cast<std::uint32_t>(month), amountColumn(Case::likely)});
}

} // namespace trestle
