#include "data/exchange/xlsx/xlsx_pages.h"

#include "data/exchange/audience_rules.h"
#include "models/money_rules.h"

namespace trestle {

namespace {

/// Of Workings: the amounts of a case in cents that add up stand in the last of its five columns.
std::uint16_t amountColumn(Case which)
{
    return static_cast<std::uint16_t>(5 + 5 * static_cast<int>(which));
}

std::optional<XlsxSheet> sheetIf(bool isWanted, XlsxBook& book, const char* name)
{
    return isWanted ? std::optional<XlsxSheet>(std::in_place, book, name) : std::nullopt;
}

constexpr std::uint32_t kBetweenBlocks = 4; ///< total, an empty line, heading, titles

} // namespace

XlsxPages::XlsxPages(XlsxBook& into, const ExportSource& from, const UseOfFunds& fundsUse)
    : book(into), source(from), plan(*from.plan), risk(*from.risk), spending(fundsUse),
      staffing(trestle::staffing(plan)), footer(footerOf(from)), summary(into, "Summary"), items(into, "Plan"),
      months(into, "Cost by month"), funds(into, "Use of funds"), people(into, "People"), chances(into, "Risk"),
      price(sheetIf(isPriced(plan.inputs) && !from.risk->value.empty() && showsPrice(from.audience), into, "Price")),
      cash(sheetIf(plan.inputs.cash.opening.has_value(), into, "Cash")), assumptions(into, "Assumptions"),
      times(sheetIf(showsRates(from.audience), into, "Staffing")),
      workings(sheetIf(showsRates(from.audience), into, "Workings"))
{
}

std::string footerOf(const ExportSource& source)
{
    std::string footer = source.plan->inputs.name;
    if (!source.stamp.scenario.empty())
        footer += " · " + source.stamp.scenario;
    if (!source.stamp.plan.empty())
        footer += " · " + source.stamp.plan;
    return footer;
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
    return kFirstPerson + (hasRates() ? static_cast<std::uint32_t>(plan.people.size()) + 2 : 0);
}

std::string XlsxPages::allocation(std::size_t person) const
{
    return hasRates() ? assumptions.ref({kFirstPerson + static_cast<std::uint32_t>(person), 2}) : std::string();
}

std::string XlsxPages::rate(std::size_t person) const
{
    return hasRates() ? assumptions.ref({kFirstPerson + static_cast<std::uint32_t>(person), 3}) : std::string();
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

std::string XlsxPages::amount(std::uint32_t row, Case which) const
{
    return workings ? workings->ref({row, amountColumn(which)}) : std::string();
}

std::string XlsxPages::labour(Case which) const
{
    return amount(firstPersonSplit() + static_cast<std::uint32_t>(plan.people.size()), which);
}

std::string XlsxPages::personCost(std::size_t person, Case which) const
{
    return amount(firstPersonSplit() + static_cast<std::uint32_t>(person), which);
}

std::string XlsxPages::itemCost(std::size_t item, Case which) const
{
    return amount(firstItemSplit() + static_cast<std::uint32_t>(item), which);
}

std::string XlsxPages::monthLabour(std::size_t month) const
{
    return amount(firstMonthSplit() + static_cast<std::uint32_t>(month), Case::likely);
}

} // namespace trestle
