#include "ui/base/format.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>
#include <vector>

namespace trestle {

namespace {

constexpr double kLabelGap = 10; ///< least room between two labels
constexpr double kYearGap = 6;   ///< and behind one that names its year, which sets itself apart
constexpr double kEdge = 2;      ///< between the edge and the month that it cuts
constexpr double kLineGap = 5;   ///< between a dated line and its label
constexpr double kYearRoom = 60; ///< left of the months, for their year
constexpr double kMonthLine = 4; ///< between a month's line and its label

/// The labels of the months, and how they write their years.
struct Months {
    std::vector<MonthTick> ticks;
    ganttwords::YearStyle style = ganttwords::YearStyle::Long;
    bool yearOnly = false;
};

Months monthsOf(const GanttLayout& layout, double width, double left, bool firstWithYear)
{
    const QFontMetricsF metrics(layout.metrics.headerFont);
    double month = 0;
    for (int m = 1; m <= 12; ++m)
        month = std::max(month, metrics.horizontalAdvance(format::month(m)));
    Months months;
    months.yearOnly = layout.axis.monthStep(month + kLabelGap) >= 12;
    const auto labels = [&](ganttwords::YearStyle style) {
        const QString sample =
            ganttwords::monthLabel({0, std::chrono::year(2000) / 1, true, 0}, months.yearOnly, style);
        const double withYear = month + metrics.horizontalAdvance(sample) - metrics.horizontalAdvance(format::month(1));
        return layout.axis.monthTicks(left + kEdge, left + width, month + kLabelGap, withYear + kYearGap,
                                      firstWithYear);
    };
    // A long year that would crowd out the next month is written short.
    months.ticks = labels(months.style);
    if (auto closer = labels(ganttwords::YearStyle::Short); closer.size() > months.ticks.size()) {
        months.style = ganttwords::YearStyle::Short;
        months.ticks = std::move(closer);
    }
    return months;
}

void paintMonths(QPainter& painter, const GanttLayout& layout, const QPalette& palette, const QRectF& line, double left,
                 bool firstWithYear)
{
    const QFontMetricsF metrics(layout.metrics.headerFont);
    const Months months = monthsOf(layout, line.width(), left, firstWithYear);
    for (const MonthTick& tick : months.ticks) {
        const QString label = ganttwords::monthLabel(tick, months.yearOnly, months.style);
        const double x = line.left() + tick.x - left;
        // Where days off squeezed a month, its line would stand in the label before.
        if (&tick != &months.ticks.front() && tick.x <= tick.begin)
            painter.fillRect(QRectF(std::round(x) - kMonthLine, line.top() + 2, 1, line.height() - 4),
                             roleColor(Role::Border, palette));
        // A label that would be cut at the right waits until it is scrolled into view.
        if (x + metrics.horizontalAdvance(label) <= line.right())
            painter.drawText(QRectF(x, line.top(), line.right() - x, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             label);
    }
}

void paintWeeks(QPainter& painter, const GanttLayout& layout, const QRectF& line, double left)
{
    const QFontMetricsF metrics(layout.metrics.weekFont);
    const TimeAxis& axis = layout.axis;
    const double number = metrics.horizontalAdvance(QString::number(static_cast<int>(axis.length())));
    const double withDate = metrics.horizontalAdvance(QStringLiteral("000 · 30 Sept"));
    const bool dates = axis.pixelsPerWeek() >= withDate + kLabelGap;
    const double right = std::min(left + line.width(), axis.width() - 1);
    for (const WeekTick& tick : axis.weekTicks(left, right, number + kLabelGap, number + kLabelGap)) {
        QString label = tick.week > 0 ? QString::number(tick.week) : QString();
        if (dates)
            label += (label.isEmpty() ? QString() : QStringLiteral(" · ")) + format::shortDate(axis.dateAt(tick.x));
        const double width = metrics.horizontalAdvance(label);
        const double center = line.left() + tick.x - left + axis.pixelsPerWeek() / 2;
        const double x = std::max(center - width / 2, dates ? line.left() + tick.x - left + 4 : line.left());
        if (x >= line.left() - 0.5 && x + width <= line.right() + 0.5)
            painter.drawText(QRectF(x, line.top(), width + 1, line.height()), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

struct Label {
    QString text;
    double line = 0;
    double width = 0;
    bool important = false;
    bool quiet = false; ///< in the font of the weeks
    bool right = false; ///< the side that it takes if it can
    double x = 0;
};

bool clash(const Label& a, const Label& b)
{
    return a.x < b.x + b.width + kLabelGap && b.x < a.x + a.width + kLabelGap;
}

bool crosses(const Label& label, double line)
{
    return line > label.x - 1 && line < label.x + label.width + 1;
}

/// Beside its line, on the side it prefers or else on the other, inside the area and over no other label; over another
/// line only if it must be, and a quiet one never.
bool place(Label& label, const QRectF& area, const std::vector<Label>& placed, const std::vector<double>& lines)
{
    for (const bool overLines : {false, true}) {
        if (overLines && label.quiet)
            return false;
        for (const bool right : {label.right, !label.right}) {
            label.x = right ? label.line + kLineGap : label.line - kLineGap - label.width;
            const bool inside = label.x >= area.left() - 0.5 && label.x + label.width <= area.right() + 0.5;
            const bool free = std::ranges::none_of(placed, [&](const Label& other) { return clash(label, other); });
            const bool clear = std::ranges::none_of(lines, [&](double line) { return crosses(label, line); });
            if (inside && free && (clear || overLines))
                return true;
        }
    }
    return false;
}

} // namespace

void paintGanttHeader(QPainter& painter, const GanttLayout& layout, const QPalette& palette, const QRectF& area,
                      double left, bool weekNumbers)
{
    painter.save();
    const double lineHeight = layout.metrics.headerLine;
    const double bottom = area.bottom() - 2;
    painter.setPen(roleColor(Role::TextMuted, palette));
    if (weekNumbers) {
        painter.setFont(layout.metrics.weekFont);
        paintWeeks(painter, layout, QRectF(area.left(), bottom - lineHeight, area.width(), lineHeight), left);
    }
    painter.setFont(layout.metrics.headerFont);
    const double top = bottom - (weekNumbers ? 2 : 1) * lineHeight;
    paintMonths(painter, layout, palette, QRectF(area.left(), top, area.width(), lineHeight), left, !weekNumbers);
    const auto year = weekNumbers ? yearLeftOfMonths(layout, area.width(), left) : std::nullopt;
    if (year) {
        painter.setFont(layout.metrics.weekFont);
        painter.drawText(QRectF(area.left() - kYearRoom, top, kYearRoom - kLabelGap, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(*year));
    }
    painter.restore();
}

std::optional<int> yearLeftOfMonths(const GanttLayout& layout, double width, double left)
{
    const Months months = monthsOf(layout, width, left, false);
    if (months.ticks.empty() || months.yearOnly)
        return std::nullopt;
    return static_cast<int>(months.ticks.front().month.year());
}

void paintGanttMarkLabels(QPainter& painter, const GanttLayout& layout, const Plan& plan, const QPalette& palette,
                          const QRectF& area, double left)
{
    const QFontMetricsF metrics(layout.metrics.headerFont);
    std::vector<Label> labels;
    std::vector<double> lines;
    for (const GanttMark& mark : layout.marks)
        lines.push_back(area.left() + mark.x - left);
    // The target first: it is the one that stays where two would stand over each other.
    for (auto mark = layout.marks.rbegin(); mark != layout.marks.rend(); ++mark) {
        Label label;
        label.text = ganttwords::markLabel(plan, *mark);
        label.line = area.left() + mark->x - left;
        label.width = metrics.horizontalAdvance(label.text);
        label.important = mark->kind == GanttMark::Kind::Target;
        label.right = mark->kind == GanttMark::Kind::Today;
        const bool inSight = label.line >= area.left() - 1 && label.line <= area.right() + 1;
        if (inSight && place(label, area, labels, lines))
            labels.push_back(label);
    }
    // Closures before single days, so that the longest gap is named where there is room for one.
    const QFontMetricsF small(layout.metrics.weekFont);
    std::vector<const GanttDaysOff*> columns;
    for (const GanttDaysOff& column : layout.daysOff)
        columns.push_back(&column);
    std::ranges::stable_sort(columns, std::ranges::greater(), [](const GanttDaysOff* column) { return column->width; });
    for (const GanttDaysOff* column : columns) {
        Label label;
        label.text = ganttwords::daysOffLabel(*column);
        label.line = area.left() + column->left + column->width / 2 - left;
        label.width = small.horizontalAdvance(label.text);
        label.quiet = true;
        label.right = true;
        const bool inSight = label.line >= area.left() - 1 && label.line <= area.right() + 1;
        if (inSight && !label.text.isEmpty() && place(label, area, labels, lines))
            labels.push_back(label);
    }
    painter.save();
    for (const Label& label : labels) {
        painter.setFont(label.quiet ? layout.metrics.weekFont : layout.metrics.headerFont);
        if (label.quiet) // columns of other days off end where a name stands
            painter.fillRect(QRectF(label.x - 1, area.top() + 1, label.width + 2, area.height() - 1),
                             roleColor(Role::Surface, palette));
        painter.setPen(roleColor(label.important ? Role::Target : Role::TextMuted, palette));
        painter.drawText(QRectF(label.x, area.top(), label.width + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         label.text);
    }
    painter.restore();
}

} // namespace trestle
