#include "data/exchange/proposal/client_document.h"

#include "data/exchange/english_text.h"

#include <algorithm>

namespace trestle {

Date DocumentTimeline::first() const
{
    Date first = promised;
    for (const Bar& bar : bars)
        first = std::min(first, bar.from);
    for (const Mark& mark : marks)
        first = std::min(first, mark.day);
    return Date{monthOf(first) / 1};
}

int DocumentTimeline::months() const
{
    Date last = promised;
    for (const Bar& bar : bars)
        last = std::max(last, bar.to);
    for (const Mark& mark : marks)
        last = std::max(last, mark.day);
    return static_cast<int>((monthOf(last) - monthOf(first())).count()) + 1;
}

std::chrono::months DocumentTimeline::apart() const
{
    constexpr int kMost = 12;
    const int years = (months() + 12 * kMost - 1) / (12 * kMost);
    return std::chrono::months{months() <= kMost ? 1 : months() <= 3 * kMost ? 3 : 12 * years};
}

Date DocumentTimeline::end() const
{
    const auto step = static_cast<int>(apart().count());
    const int whole = (months() + step - 1) / step * step;
    return Date{(monthOf(first()) + std::chrono::months{whole}) / 1};
}

std::vector<DocumentTimeline::Tick> DocumentTimeline::ticks() const
{
    std::vector<Tick> ticks;
    std::chrono::year told{};
    for (std::chrono::year_month month = monthOf(first()); Date{month / 1} < end(); month += apart()) {
        std::string title(english::monthName(month.month()).substr(0, 3));
        if (ticks.empty() || month.year() != told)
            title += ' ' + std::to_string(static_cast<int>(month.year()));
        told = month.year();
        ticks.push_back({Date{month / 1}, std::move(title)});
    }
    return ticks;
}

bool DocumentTimeline::hasOwnRow() const
{
    return std::ranges::any_of(marks, [&](const Mark& mark) { return mark.row >= bars.size(); });
}

} // namespace trestle
