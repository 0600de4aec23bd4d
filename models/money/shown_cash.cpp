#include "models/money/shown_cash.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace trestle {

namespace {

constexpr std::int64_t kShownDollar = 100; // cents

Money toDollar(Money amount)
{
    const std::int64_t half = amount.cents < 0 ? -kShownDollar / 2 : kShownDollar / 2;
    return {(amount.cents + half) / kShownDollar * kShownDollar};
}

/// Rounds lines to dollars that add up to `shownStep`. A dollar that is over or lacking goes to the line that rounding
/// has moved farthest the other way.
void roundLines(std::vector<Money*> lines, Money shownStep)
{
    struct Rounded {
        Money* line;
        std::int64_t off; ///< cents that rounding has added
    };
    std::vector<Rounded> inexact;
    Money left = shownStep;
    for (Money* line : lines) {
        const Money shown = toDollar(*line);
        if (shown != *line)
            inexact.push_back({line, shown.cents - line->cents});
        *line = shown;
        left -= shown;
    }
    const std::int64_t way = left.cents < 0 ? -1 : 1;
    std::ranges::stable_sort(inexact, {}, [way](const Rounded& line) { return way * line.off; });
    for (std::size_t i = 0; left != Money{} && !inexact.empty(); i = (i + 1) % inexact.size()) {
        inexact[i].line->cents += way * kShownDollar;
        left.cents -= way * kShownDollar;
    }
}

} // namespace

CashTable shownCash(CashTable table)
{
    for (CashMonth& month : table.months) {
        month.first = toDollar(month.first);
        month.last = toDollar(month.last);
        std::vector<Money*> lines{&month.invoices, &month.spent, &month.team, &month.risks};
        for (std::vector<Money>* several : {&month.running, &month.monthly, &month.once})
            for (Money& line : *several)
                lines.push_back(&line);
        roundLines(std::move(lines), month.last - month.first);
    }
    table.lowest = toDollar(table.lowest);
    table.deficit = toDollar(table.deficit);
    return table;
}

} // namespace trestle
