#include "data/exchange/html/html_charts.h"

#include "data/exchange/audience_rules.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle::html {

namespace {

/// Position of days on an axis from one month's first day to another's last, 0 to 1.
class TimeAxis {
public:
    TimeAxis(Date first, Date last)
        : m_first(Date{monthOf(first) / 1}), m_end(Date{(monthOf(last) + std::chrono::months{1}) / 1})
    {
    }
    [[nodiscard]] double at(Date day) const
    {
        const auto part = static_cast<double>((day - m_first).count()) / static_cast<double>((m_end - m_first).count());
        return std::clamp(part, 0.0, 1.0);
    }
    [[nodiscard]] double after(Date day) const { return at(day + std::chrono::days{1}); }
    /// First days of months, so few that their names have room.
    [[nodiscard]] std::vector<Date> ticks() const
    {
        const auto months = (monthOf(m_end) - monthOf(m_first)).count();
        const std::chrono::months step{std::max<std::int64_t>(1, (months + 7) / 8)};
        std::vector<Date> days;
        for (auto month = monthOf(m_first); Date{month / 1} < m_end; month += step)
            days.emplace_back(month / 1);
        return days;
    }

private:
    Date m_first;
    Date m_end;
};

std::string thousandths(double part)
{
    return figureText(part * 1000);
}

std::string percentAt(double part)
{
    return figureText(part * 100, 2) + '%';
}

std::string bar(std::string_view kind, double from, double to)
{
    return std::string("<rect class=\"").append(kind) + "\" x=\"" + thousandths(from) + "\" y=\"5\" width=\"" +
           thousandths(std::max(to - from, 0.004)) + "\" height=\"14\"/>";
}

std::string upright(std::string_view kind, double at)
{
    return std::string("<line class=\"").append(kind) + "\" x1=\"" + thousandths(at) + "\" x2=\"" + thousandths(at) +
           "\" y1=\"0\" y2=\"24\"/>";
}

/// What the plan promises of a phase's end, where it is simulated.
Weeks sureFinish(const PhasePlan& phase, const Risk& risk, int confidence)
{
    const auto found = std::ranges::find(risk.phases, phase.id, &PhaseRisk::id);
    if (found == risk.phases.end())
        return phase.when.likely.finish;
    const Percentiles& at = found->finishWeek;
    return std::max(phase.when.likely.finish, Weeks{confidence == 50 ? at.p50 : confidence == 90 ? at.p90 : at.p80});
}

} // namespace

std::string ganttChart(const ExportSource& source, Escaper& escape)
{
    const Plan& plan = *source.plan;
    const int confidence = plan.inputs.confidence;
    const bool isSure = showsChances(source.audience);
    const auto sureOf = [&](const PhasePlan& phase) {
        const Span& likely = phase.when.likely;
        return plan.calendar.lastDate(likely.start,
                                      isSure ? sureFinish(phase, *source.risk, confidence) : likely.finish);
    };
    Date last = plan.finishDate.likely;
    for (const PhasePlan& phase : plan.phases)
        last = phase.hasWork ? std::max(last, sureOf(phase)) : last;
    const std::optional<Date>& target = plan.inputs.targetDate;
    if (target && *target > plan.startDate)
        last = std::max(last, *target);
    const TimeAxis axis(plan.startDate, last);

    std::string grid;
    std::string out = "<div class=\"gantt\">\n<div class=\"row axis\"><div></div><div class=\"ticks\">";
    for (const Date day : axis.ticks()) {
        grid += upright("grid", axis.at(day));
        out += "<span style=\"left:" + percentAt(axis.at(day)) + "\">" +
               std::string(monthName(std::chrono::year_month_day{day}.month()).substr(0, 3)) + "</span>";
    }
    if (target)
        grid += upright("target", axis.after(*target));
    out += "</div></div>\n";
    for (const PhasePlan& phase : plan.phases) {
        if (!phase.hasWork)
            continue;
        const Date first = plan.calendar.startDate(phase.when.likely.start);
        const Date end = plan.calendar.lastDate(phase.when.likely.start, phase.when.likely.finish);
        const std::string title = escape(phase.title);
        out += "<div class=\"row\"><div class=\"name\" dir=\"auto\">" + title +
               "</div><svg role=\"img\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\"><title>" + title + ": " +
               daysText(first, end);
        if (isSure)
            out += "; " + std::to_string(confidence) + " % sure: " + longDay(sureOf(phase));
        out += "</title>" + grid;
        if (isSure)
            out += bar("pale", axis.at(first), axis.after(sureOf(phase)));
        out += bar("bar", axis.at(first), axis.after(end)) + "</svg></div>\n";
    }
    return out + "</div>\n";
}

std::string oddsChart(const Risk& risk, int confidence)
{
    constexpr int kColumns = 9;
    constexpr int kStep = 22;
    const CountableOdds odds = countableOdds(risk, confidence);
    const double from = odds.finish.front();
    const double width = std::max<double>(odds.finish.back() - from, 1e-6) / kColumns;
    std::array<int, kColumns + 1> heights{};
    const auto columnOf = [&](Weeks finish) {
        return std::min(static_cast<int>(static_cast<double>(finish - from) / width), kColumns - 1);
    };
    const int promised = columnOf(odds.finish.at(odds.kept > 0 ? odds.kept - 1 : 0));
    std::string dots;
    int tallest = 0;
    for (std::size_t i = 0; i < odds.finish.size(); ++i) {
        // What breaks the promise stands behind it, even where it falls into the same column.
        const bool kept = i < odds.kept;
        const int column = kept ? columnOf(odds.finish.at(i)) : std::max(columnOf(odds.finish.at(i)), promised) + 1;
        const int height = heights.at(static_cast<std::size_t>(column))++;
        tallest = std::max(tallest, height + 1);
        dots += "<circle class=\"" + std::string(kept ? "kept" : "late") + "\" cx=\"" +
                std::to_string(column * kStep + 11) + "\" cy=\"" + std::to_string(-height * kStep - 11) +
                "\" r=\"9\"/>";
    }
    const int all = (kColumns + 1) * kStep;
    const std::string at = std::to_string((promised + 1) * kStep);
    const std::string end = "<line class=\"end\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"0\" y2=\"" +
                            std::to_string(-tallest * kStep) + "\"/>";
    return "<svg class=\"odds\" role=\"img\" aria-label=\"" + std::to_string(odds.kept) + " of 20\" viewBox=\"0 " +
           std::to_string(-tallest * kStep - 2) + ' ' + std::to_string(all) + ' ' +
           std::to_string(tallest * kStep + 4) + "\" width=\"" + std::to_string(all) +
           "\"><line class=\"axis\" x1=\"0\" x2=\"" + std::to_string(all) + "\" y1=\"0\" y2=\"0\"/>" + end + dots +
           "</svg>\n";
}

std::string finishCurve(const Plan& plan, const Risk& risk)
{
    constexpr double kWidth = 420;
    constexpr double kHeight = 160;
    constexpr double kLeft = 44;
    constexpr double kTop = 12;
    const Date first = plan.calendar.lastDate(0, risk.finishAt(0.01));
    const Date last = plan.calendar.lastDate(0, risk.finishAt(0.99));
    const TimeAxis axis(first, last);
    const auto x = [&](Date day) { return figureText(kLeft + axis.after(day) * kWidth); };
    const auto y = [&](double share) { return figureText(kTop + (1 - share) * kHeight); };
    std::string out = "<svg class=\"curve\" role=\"img\" aria-label=\"Share of simulated plans that are done, by day\" "
                      "viewBox=\"0 0 480 204\">";
    for (const int percent : {0, 50, plan.inputs.confidence, 100}) {
        const double share = percent / 100.0;
        if (percent == 50 && plan.inputs.confidence == 50)
            continue;
        out += "<line class=\"grid\" x1=\"" + figureText(kLeft) + "\" x2=\"" + figureText(kLeft + kWidth) + "\" y1=\"" +
               y(share) + "\" y2=\"" + y(share) + "\"/><text class=\"end\" x=\"" + figureText(kLeft - 6) + "\" y=\"" +
               figureText(kTop + (1 - share) * kHeight + 4) + "\">" + std::to_string(percent) + " %</text>";
    }
    for (const Date day : axis.ticks())
        out += "<text x=\"" + figureText(kLeft + axis.at(day) * kWidth) + "\" y=\"" + figureText(kTop + kHeight + 18) +
               "\">" + std::string(monthName(std::chrono::year_month_day{day}.month()).substr(0, 3)) + "</text>";
    out += "<polyline class=\"line\" points=\"";
    for (int percent = 1; percent <= 99; ++percent)
        out += x(plan.calendar.lastDate(0, risk.finishAt(percent / 100.0))) + ',' + y(percent / 100.0) + ' ';
    const double sure = probability(plan.inputs.confidence);
    const std::string at = x(plan.calendar.lastDate(0, risk.finishAt(sure)));
    out += "\"/><line class=\"sure\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"" + y(sure) + "\" y2=\"" + y(0) +
           "\"/></svg>\n";
    return out;
}

} // namespace trestle::html
