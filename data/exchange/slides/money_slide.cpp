#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_pages.h"

#include <algorithm>
#include <cmath>

namespace trestle::slides {

namespace {

constexpr double kChartTop = 2.15;
constexpr double kChartTall = 4.05;
constexpr double kFootTop = 6.3;
constexpr double kMiddle = kSlideWidth / 2;
constexpr double kHalf = kMiddle - 0.3 - kSide;
constexpr Money kInThousands = Money::dollars(10'000); ///< amounts of a total from here on

std::string moneyTitle(const UseOfFunds& funds)
{
    if (funds.shown == Money{})
        return "Nothing more to spend";
    return "AUD " + html::amountText(funds.shown) + " over " + counted(shownMonths(funds).size(), "month", "months");
}

std::string monthOfChart(std::chrono::year_month month, bool isFirst)
{
    std::string name(html::monthName(month.month()).substr(0, 3));
    if (!isFirst && month.month() == std::chrono::January)
        name += ' ' + std::to_string(static_cast<int>(month.year()));
    return name;
}

Result<void> addFunds(const DeckSource& deck, Slide& slide)
{
    const UseOfFunds& funds = *deck.funds;
    const std::span<const FundsMonth> months = shownMonths(funds);
    constexpr std::size_t kMostLabels = 9;
    const bool inThousands = funds.shown >= kInThousands;
    slide.text({kSide, kContentTop, kHalf, lineHeight(kStrong)}, "Use of funds by month", {kStrong});
    slide.text({kSide, kContentTop + 0.28, kHalf, lineHeight(kNote)},
               std::string(inThousands ? "AUD thousand" : "AUD") + ", at " + std::to_string(funds.confidence) +
                   " % sure, " + costUnit(deck.plan),
               {kNote, Ink::soft});
    SlideChart chart{.axis = "Month",
                     .names = {},
                     .series = {{.name = inThousands ? "AUD thousand" : "AUD", .at = {}, .values = {}}},
                     .labelled = months.size() <= kMostLabels,
                     .valueFormat = "General",
                     .axisFormat = "General",
                     .most = {}};
    std::string told;
    for (const FundsMonth& month : months) {
        chart.names.push_back(monthOfChart(month.month, &month == &months.front()));
        chart.series.front().values.push_back(month.shown.inDollars() / (inThousands ? 1000 : 1));
        told += (told.empty() ? "" : "; ") + std::string(html::monthName(month.month.month())) + " AUD " +
                html::amountText(month.shown);
    }
    const auto id = deck.deck.chart(chart);
    if (!id)
        return std::unexpected(id.error());
    slide.chart({kSide, kChartTop, kHalf, kChartTall}, "Use of funds by month", told, *id);
    return {};
}

/// Days of the finish at shares of the runs; more of them would draw the weekends.
template <class FinishAt>
SlideChart::Series curve(const DeckSource& deck, const std::string& name, const FinishAt& finishAt)
{
    SlideChart::Series series{.name = name, .at = {}, .values = {}};
    for (const int percent : {1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99}) {
        series.at.push_back(serialOf(deck.plan.calendar.lastDate(0, finishAt(percent / 100.0))));
        series.values.push_back(percent / 100.0);
    }
    return series;
}

/// The promise on a curve, with its day.
SlideChart::Series mark(const DeckSource& deck, Date day, bool isPlain)
{
    return {.name = dayAndMonth(day),
            .at = {serialOf(day)},
            .values = {deck.confidence / 100.0},
            .points = 0,
            .isPlain = isPlain};
}

SlideChart finishChart(const DeckSource& deck, const RiskLayer* estimates)
{
    const auto sureDay = [&](const auto& of) {
        return deck.plan.calendar.lastDate(0, of.finishAt(deck.confidence / 100.0));
    };
    SlideChart chart{.kind = SlideChart::Kind::curves,
                     .axis = "Done by",
                     .names = {},
                     .series = {},
                     .valueFormat = "0 %",
                     .axisFormat = "mmm",
                     .most = 1.0};
    if (estimates) {
        chart.series.push_back(curve(deck, "Estimates alone", [&](double q) { return estimates->finishAt(q); }));
        chart.series.back().points = 1.25;
        chart.series.back().isPlain = true;
    }
    chart.series.push_back(curve(deck, "Done by then", [&](double q) { return deck.risk.finishAt(q); }));
    if (estimates)
        chart.series.push_back(mark(deck, sureDay(*estimates), true));
    chart.series.push_back(mark(deck, sureDay(deck.risk), false));
    double first = chart.series.front().at.front();
    double last = chart.series.front().at.back();
    for (const SlideChart::Series& series : chart.series) {
        first = std::min(first, series.at.front());
        last = std::max(last, series.at.back());
    }
    // Ticks of a mean month stay within their months where they begin in the middle of one.
    constexpr double kMonth = 365.25 / 12;
    constexpr double kMostTicks = 5;
    const std::chrono::sys_days from{std::chrono::days{std::lround(first - serialOf(std::chrono::sys_days{}))}};
    chart.first = serialOf(Date{monthOf(from) / 15} - (monthOf(from) / 15 > std::chrono::year_month_day{from}
                                                           ? std::chrono::days{31}
                                                           : std::chrono::days{0}));
    chart.step = kMonth * std::max(1.0, std::ceil((last - chart.first) / kMonth / kMostTicks));
    chart.last = chart.first + chart.step * std::ceil((last + 1 - chart.first) / chart.step);
    if (chart.last - chart.first > 11 * kMonth)
        chart.axisFormat = "mmm yy";
    return chart;
}

Result<void> addFinish(const DeckSource& deck, Slide& slide)
{
    const double left = kMiddle + 0.3;
    slide.text({left, kContentTop, kHalf, lineHeight(kStrong)}, "How sure", {kStrong});
    if (!deck.risk.finishVaries()) {
        slide.text({left, kChartTop, kHalf, 3 * lineHeight(kBody)},
                   deck.plan.nothingLeft()
                       ? "Nothing is left to build."
                       : "Every simulated plan is done on " + html::longDay(deck.promise.finishDate) + ".");
        return {};
    }
    const auto found = std::ranges::find(deck.risk.layers, RiskLayer::Of::estimates, &RiskLayer::of);
    const RiskLayer* estimates = found == deck.risk.layers.end() ? nullptr : &*found;
    slide.text({left, kContentTop + 0.28, kHalf, lineHeight(kNote)},
               estimates ? "thick: like other projects; thin: estimates alone"
                         : "share of simulated plans that are done by a day",
               {kNote, Ink::soft});
    const auto id = deck.deck.chart(finishChart(deck, estimates));
    if (!id)
        return std::unexpected(id.error());
    slide.chart({left, kChartTop, kHalf, kChartTall}, "How sure the finish is",
                std::to_string(deck.confidence) + " % sure by " + html::longDay(deck.promise.finishDate), *id);
    return {};
}

/// "Testing, Security review and Performance": what makes the most difference to the finish.
std::string movers(const DeckSource& deck)
{
    constexpr std::size_t kNamed = 3;
    constexpr Weeks kNoticed = 0.1;
    const auto moves = [](const PhaseRisk& phase) { return std::abs(phase.finishWhenHigh - phase.finishWhenLow); };
    std::vector<const PhaseRisk*> most;
    for (const PhaseRisk& phase : deck.risk.phases)
        if (phase.hasWork && moves(phase) >= kNoticed && deck.plan.findPhase(phase.id))
            most.push_back(&phase);
    std::ranges::stable_sort(most, [&](const PhaseRisk* a, const PhaseRisk* b) { return moves(*a) > moves(*b); });
    most.resize(std::min(most.size(), kNamed));
    std::string names;
    for (std::size_t i = 0; i < most.size(); ++i) {
        const PhasePlan& phase = *deck.plan.findPhase(most[i]->id);
        names += (i == 0 ? "" : "; ") + deck.nameOf(phase);
    }
    return names;
}

void addFootLines(const DeckSource& deck, Slide& slide)
{
    double y = kFootTop;
    const auto add = [&](const std::string& line) {
        y = slide.text({kSide, y, kInner, lineHeight(kBody)}, line) + 0.03;
    };
    if (const FundsMonth* dearest = dearestMonth(*deck.funds))
        add("Most in a month: AUD " + html::amountText(dearest->shown) + ", in " +
            std::string(html::monthName(dearest->month.month())) + ' ' +
            std::to_string(static_cast<int>(dearest->month.year())));
    if (const std::string names = movers(deck); !names.empty())
        add("What moves the finish most: " + names);
}

} // namespace

Result<Slide> moneySlide(const DeckSource& deck)
{
    Slide slide = deck.deck.next();
    slide.title({kSide, kTitleTop, kInner, lineHeight(kTitle)}, moneyTitle(*deck.funds));
    if (deck.plan.nothingLeft() && deck.funds->shown == Money{}) {
        slide.text({kSide, kContentTop, kInner, lineHeight(kBody)},
                   "Nothing is left to build, and nothing is left to pay.");
        return slide;
    }
    if (deck.funds->shown != Money{})
        if (const auto added = addFunds(deck, slide); !added)
            return std::unexpected(added.error());
    if (const auto added = addFinish(deck, slide); !added)
        return std::unexpected(added.error());
    addFootLines(deck, slide);
    return slide;
}

} // namespace trestle::slides
