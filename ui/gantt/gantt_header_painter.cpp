#include "ui/format.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kGap = 8;     ///< least room between two labels
constexpr double kLineGap = 5; ///< between a dated line and its label

void paintMonths(QPainter& painter, const GanttLayout& layout, const QRectF& line, double left)
{
    const QFontMetricsF metrics(layout.metrics.headerFont);
    double month = 0;
    for (int m = 1; m <= 12; ++m)
        month = std::max(month, metrics.horizontalAdvance(format::month(m)));
    const double year = month + metrics.horizontalAdvance(QStringLiteral(" 2000"));
    const bool yearOnly = layout.axis.monthStep(month + kGap) >= 12;
    for (const MonthTick& tick : layout.axis.monthTicks(left, left + line.width(), month + kGap, year + kGap)) {
        const QString label = ganttwords::monthLabel(tick, yearOnly);
        const double x = line.left() + tick.x - left;
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
    const bool dates = axis.pixelsPerWeek() >= withDate + kGap;
    const double right = std::min(left + line.width(), axis.width() - 1);
    for (const WeekTick& tick : axis.weekTicks(left, right, number + kGap, number + kGap)) {
        QString label = QString::number(tick.week);
        if (dates)
            label += QStringLiteral(" · ") + format::shortDate(axis.dateAt(tick.x));
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
    bool beyond = false;
    bool important = false;
    double x = 0;
    double width = 0;
};

/// Left of its line where there is room, else right of it; never out of the area.
void place(Label& label, const QRectF& area)
{
    label.x = label.line - kLineGap - label.width;
    if (label.x < area.left() && !label.beyond)
        label.x = label.line + kLineGap;
    label.x = std::clamp(label.x, area.left(), std::max(area.left(), area.right() - label.width));
}

bool clash(const Label& a, const Label& b)
{
    return a.x < b.x + b.width + kGap && b.x < a.x + a.width + kGap;
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
    paintMonths(painter, layout, QRectF(area.left(), top, area.width(), lineHeight), left);
    painter.restore();
}

void paintGanttMarkLabels(QPainter& painter, const GanttLayout& layout, const Plan& plan, const QPalette& palette,
                          const QRectF& area, double left)
{
    const QFontMetricsF metrics(layout.metrics.headerFont);
    std::vector<Label> labels;
    // The target first: it is the one that stays where two would stand over each other.
    for (auto mark = layout.marks.rbegin(); mark != layout.marks.rend(); ++mark) {
        Label label{ganttwords::markLabel(plan, *mark),
                    area.left() + mark->x - left,
                    mark->beyond,
                    mark->kind == GanttMark::Kind::Target,
                    0,
                    0};
        label.width = metrics.horizontalAdvance(label.text);
        if (label.line < area.left() - 1 || label.line > area.right() + 1)
            continue;
        place(label, area);
        const auto clashes = [&](const Label& other) { return clash(label, other); };
        if (std::ranges::any_of(labels, clashes))
            label.x = label.line + kLineGap;
        if (label.x + label.width <= area.right() + 0.5 && std::ranges::none_of(labels, clashes))
            labels.push_back(label);
    }
    painter.save();
    painter.setFont(layout.metrics.headerFont);
    for (const Label& label : labels) {
        painter.setPen(roleColor(label.important ? Role::Target : Role::TextMuted, palette));
        painter.drawText(QRectF(label.x, area.top(), label.width + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         label.text);
    }
    painter.restore();
}

} // namespace trestle
