#include "data/exchange/audience_rules.h"
#include "data/exchange/chart_places.h"
#include "data/exchange/html/html_axis.h"
#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_pages.h"

#include <algorithm>
#include <array>

namespace trestle::slides {

namespace {

constexpr double kMonthsTop = 1.55;
constexpr double kRowsTop = 1.9;
constexpr double kRowsBottom = 6.05;
constexpr double kLegendTop = 6.45;
constexpr double kLeft = 4.2; ///< of the months
constexpr double kRight = 11.7;
constexpr double kLeastRow = 0.29;
constexpr double kMostRow = 0.52;
constexpr Ink kBarInk = Ink::bar;
constexpr Ink kPaleInk = Ink::pale;
constexpr Ink kPaleEdgeInk = Ink::paleEdge;

struct Row {
    std::string title;
    Date first;
    Date likely;
    Date sure;
};

Row rowOf(const DeckSource& deck, const PhasePlan& phase)
{
    const WorkCalendar& calendar = deck.plan.calendar;
    const Span& when = phase.when.likely;
    return {deck.nameOf(phase), calendar.startDate(when.start), calendar.lastDate(when.start, when.finish),
            calendar.lastDate(when.start, sureFinish(phase, deck.risk, deck.confidence))};
}

/// A row for each phase with work; those that have no room are one row.
std::vector<Row> rowsOf(const DeckSource& deck)
{
    std::vector<Row> rows;
    for (const PhasePlan& phase : deck.plan.phases)
        if (phase.hasWork)
            rows.push_back(rowOf(deck, phase));
    constexpr auto kMost = static_cast<std::size_t>((kRowsBottom - kRowsTop) / kLeastRow);
    if (rows.size() <= kMost)
        return rows;
    Row rest = rows[kMost - 1];
    rest.title = std::to_string(rows.size() - kMost + 1) + " more phases";
    for (std::size_t i = kMost; i < rows.size(); ++i)
        rest = {rest.title, std::min(rest.first, rows[i].first), std::max(rest.likely, rows[i].likely),
                std::max(rest.sure, rows[i].sure)};
    rows.resize(kMost - 1);
    rows.push_back(rest);
    return rows;
}

std::string planTitle(const DeckSource& deck)
{
    const Plan& plan = deck.plan;
    const auto phases =
        static_cast<std::size_t>(std::ranges::count_if(plan.phases, [](const PhasePlan& one) { return one.hasWork; }));
    if (phases == 0)
        return capital(counted(plan.phases.size(), "phase", "phases")) + ", nothing left to build";
    const std::string count = capital(counted(phases, "phase", "phases"));
    if (!showsChances(deck.source.audience))
        return count + ", live by " + html::longDay(deck.promise.finishDate);
    return count + "; likely done in " + html::figureText(plan.finish.likely) + " weeks, " +
           std::to_string(deck.confidence) + " % sure in " + html::figureText(deck.promise.finish);
}

class GanttDrawing {
public:
    GanttDrawing(const DeckSource& deck, Slide& slide)
        : m_deck(deck), m_slide(slide), m_rows(rowsOf(deck)), m_bands(showsChances(deck.source.audience)),
          m_axis(axis())
    {
    }

    void draw()
    {
        m_row = std::min(kMostRow, (kRowsBottom - kRowsTop) / static_cast<double>(m_rows.size()));
        drawMonths();
        const auto last = std::ranges::max_element(m_rows, {}, &Row::sure);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            drawRow(i, m_rows.begin() + static_cast<std::ptrdiff_t>(i) == last);
        drawTarget();
        drawLegend();
    }

private:
    [[nodiscard]] html::TimeAxis axis() const
    {
        Date last = m_bands ? m_deck.plan.finishDate.likely : m_deck.promise.finishDate;
        for (const Row& row : m_rows)
            last = std::max(last, m_bands ? row.sure : row.likely);
        const std::optional<Date>& target = m_deck.plan.inputs.targetDate;
        // One far behind the end would leave the bars no room: it is told in words.
        constexpr std::chrono::days kFar{120};
        return {m_deck.plan.startDate, target && *target <= last + kFar ? std::max(last, *target) : last};
    }
    [[nodiscard]] bool tellsTarget() const
    {
        const std::optional<Date>& target = m_deck.plan.inputs.targetDate;
        return m_bands && target && showsGoals(m_deck.source.audience) && *target >= m_deck.plan.startDate;
    }
    [[nodiscard]] double x(double part) const { return kLeft + part * (kRight - kLeft); }
    [[nodiscard]] double bottom() const { return kRowsTop + m_row * static_cast<double>(m_rows.size()); }

    void drawMonths()
    {
        const std::vector<Date> ticks = m_axis.ticks();
        for (const Date day : ticks) {
            const std::chrono::year_month_day date{day};
            std::string name(html::monthName(date.month()).substr(0, 3));
            if (day == ticks.front() || date.month() == std::chrono::January)
                name += ' ' + std::to_string(static_cast<int>(date.year()));
            m_slide.line(x(m_axis.at(day)), kRowsTop, x(m_axis.at(day)), bottom(), "Month", Ink::rule);
            m_slide.text({x(m_axis.at(day)), kMonthsTop, 1.1, lineHeight(kNote)}, name, {kNote, Ink::soft});
        }
    }

    void drawRow(std::size_t index, bool isLast)
    {
        const Row& row = m_rows[index];
        const double top = kRowsTop + m_row * static_cast<double>(index);
        const double tall = std::min(0.26, m_row * 0.6);
        const double y = top + (m_row - tall) / 2;
        m_slide.text({kSide, top, kLeft - kSide - 0.2, m_row}, row.title,
                     {kNote, Ink::text, Side::left, Level::middle});
        constexpr double kLeast = 0.03;
        const double from = x(m_axis.at(row.first));
        const double likely = std::max(x(m_axis.after(row.likely)), from + kLeast);
        double end = likely;
        if (m_bands && x(m_axis.after(row.sure)) > likely + 0.01) {
            end = x(m_axis.after(row.sure));
            m_slide.shape({likely, y, end - likely, tall},
                          row.title + ", until " + std::to_string(m_deck.confidence) + " % sure",
                          {.fill = &kPaleInk, .edge = &kPaleEdgeInk});
        }
        m_slide.shape({from, y, likely - from, tall}, row.title + ", likely", {.fill = &kBarInk, .edge = &kBarInk});
        if (isLast && m_bands)
            drawEnd(end, top);
    }

    /// The promised day behind its bar, and behind the line of a target that would cross it.
    void drawEnd(double end, double top)
    {
        const std::string day = html::shortDay(m_deck.promise.finishDate);
        constexpr Type kType{kNote.points, true};
        double left = end + 0.1;
        if (const std::optional<Date>& target = m_deck.plan.inputs.targetDate) {
            const double at = x(m_axis.after(*target));
            if (at > end - 0.05 && at < left + widthOf(day, kType))
                left = at + 0.1;
        }
        m_slide.text({left, top, kSlideWidth - 0.1 - left, m_row}, day, {kType, Ink::text, Side::left, Level::middle});
    }

    /// The target; for who reads no bands the day that is promised.
    void drawTarget()
    {
        if (!m_bands)
            drawDay(m_deck.promise.finishDate, "live by ");
        else if (tellsTarget() && m_axis.at(*m_deck.plan.inputs.targetDate) < 1)
            drawDay(*m_deck.plan.inputs.targetDate, "target ");
    }

    void drawDay(Date day, const std::string& word)
    {
        const double at = x(m_axis.after(day));
        constexpr double kWide = 2.4;
        m_slide.line(at, kRowsTop - 0.05, at, bottom() + 0.05, capital(word) + dayAndMonth(day), Ink::text, true);
        m_slide.text({std::min(at - kWide / 2, kSlideWidth - 0.1 - kWide), bottom() + 0.06, kWide, lineHeight(kNote)},
                     word + dayAndMonth(day), {{kNote.points, true}, Ink::text, Side::middle});
    }

    void drawLegend()
    {
        double left = kSide;
        const auto entry = [&](const Ink& fill, const Ink& edge, const std::string& text) {
            m_slide.shape({left, kLegendTop + 0.03, 0.4, 0.19}, "Legend", {.fill = &fill, .edge = &edge});
            const double wide = widthOf(text, kNote) * 1.2;
            m_slide.text({left + 0.5, kLegendTop, wide, lineHeight(kNote)}, text, {kNote, Ink::soft});
            left += 0.5 + wide + 0.35;
        };
        entry(kBarInk, kBarInk, "likely");
        if (m_bands)
            entry(kPaleInk, kPaleEdgeInk, "until " + std::to_string(m_deck.confidence) + " % sure");
        const Readiness& ready = m_deck.plan.readiness;
        const int all = ready.done + ready.partial + ready.underWay + ready.missing;
        std::string place = std::to_string(ready.done) + " of " + std::to_string(all) + " items are in place";
        if (ready.partial > 0)
            place += ", " + std::to_string(ready.partial) + " partly";
        if (ready.underWay > 0)
            place += ", " + std::to_string(ready.underWay) + " under way";
        if (tellsTarget() && m_axis.at(*m_deck.plan.inputs.targetDate) >= 1)
            place += "; target " + html::longDay(*m_deck.plan.inputs.targetDate);
        m_slide.text({left, kLegendTop, kSlideWidth - kSide - left, lineHeight(kNote)}, place, {kNote, Ink::soft});
    }

    const DeckSource& m_deck;
    Slide& m_slide;
    std::vector<Row> m_rows;
    bool m_bands;
    html::TimeAxis m_axis;
    double m_row = kMostRow;
};

/// Where nothing is left to draw: the phases and how they stand.
void addStates(const DeckSource& deck, Slide& slide)
{
    constexpr double kTall = 0.34;
    constexpr std::size_t kMost = 12;
    std::vector<std::vector<Cell>> rows{{{"Phase"}, {"State"}}};
    for (const PhasePlan& phase : deck.plan.phases) {
        if (rows.size() == kMost && deck.plan.phases.size() > kMost) {
            rows.push_back({{std::to_string(deck.plan.phases.size() - kMost + 1) + " more phases"}, {""}});
            break;
        }
        rows.push_back({{deck.nameOf(phase)}, {phase.inScope > 0 ? "in place" : "not needed"}});
    }
    slide.table(kSide, kMonthsTop, "Phases", {kInner - 3, 3}, kTall, rows);
}

} // namespace

Result<Slide> planSlide(const DeckSource& deck)
{
    Slide slide = deck.deck.next();
    slide.title({kSide, kTitleTop, kInner, lineHeight(kTitle)}, planTitle(deck));
    if (std::ranges::none_of(deck.plan.phases, &PhasePlan::hasWork))
        addStates(deck, slide);
    else
        GanttDrawing(deck, slide).draw();
    return slide;
}

} // namespace trestle::slides
