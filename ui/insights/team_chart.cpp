#include "ui/insights/team_chart.h"

#include "ui/base/format.h"
#include "ui/charts/nice_scale.h"
#include "ui/insights/insight_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

constexpr double kPlotHeight = 4.6;  // in lines
constexpr double kTitleHeight = 1.8; // above a plot; its highest mark reaches half a line over it
constexpr double kPlotGap = 2.4;     // between the plots: the lowest mark and a title
constexpr double kWidestColumn = 0.56;
constexpr int kSteps = 3;
constexpr double kLeastPeople = 0.4; // where a smaller team of today is shown

} // namespace

TeamChart::TeamChart(const QString& name, QWidget* parent) : ReadableChart(name, parent) {}

void TeamChart::setCurve(const Plan& plan, const TeamCurve& curve)
{
    if (m_curve == curve && m_mode == plan.inputs.costMode)
        return;
    m_curve = curve;
    m_mode = plan.inputs.costMode;
    QStringList lines;
    for (const QStringList& cells : insightwords::teamTable(plan, curve))
        lines << cells.join(u'\t');
    setTexts(insightwords::team(plan, curve), lines.join(u'\n'));
    figuresChanged();
}

QString TeamChart::readingText(std::size_t index) const
{
    const TeamPoint& point = index == 0 ? m_curve->today : m_curve->points[index - 1];
    const QString who = index == 0          ? tr("Today, %1").arg(format::fte(m_curve->todayFte))
                        : point.people == 1 ? tr("1 person")
                                            : tr("%1 people").arg(point.people);
    const Column cost = costOf(point);
    return tr("%1 at %2 of their time: %3, %4")
        .arg(who, format::percent(point.coordination), format::weeksRange(point.finish50, point.finish80),
             format::promiseRange(Money::rounded(cost.half), Money::rounded(cost.sure)));
}

double TeamChart::lineHeight() const
{
    return QFontMetricsF(chartFont()).height();
}

QSize TeamChart::sizeHint() const
{
    // Two titles and plots, the axis and two lines of legend.
    return {264, static_cast<int>(std::ceil(lineHeight() * (2 * kPlotHeight + kTitleHeight + kPlotGap + 4.0))) +
                     readoutHeight() + 8};
}

QRectF TeamChart::plotArea() const
{
    const QFontMetricsF metrics(chartFont());
    const double scale =
        std::max(metrics.horizontalAdvance(format::axisAmount(888'000)), metrics.horizontalAdvance(tr("people")));
    return chartArea().adjusted(scale + 6, 0, -2, 0);
}

double TeamChart::x(double people) const
{
    const QRectF area = plotArea();
    const double most = static_cast<double>(kLargestTeam);
    const double at = std::clamp(people, kLeastPeople, most + 0.5) - 0.5;
    return area.left() + area.width() * at / most;
}

double TeamChart::columnWidth() const
{
    return plotArea().width() / static_cast<double>(kLargestTeam) * kWidestColumn;
}

TeamChart::Column TeamChart::weeksOf(const TeamPoint& point) const
{
    return {point.finish50, point.finish80, 0};
}

TeamChart::Column TeamChart::costOf(const TeamPoint& point) const
{
    if (m_mode == CostMode::retained)
        return {point.retained50.inDollars(), point.retained80.inDollars(), point.worked80.inDollars()};
    return {point.worked50.inDollars(), point.worked80.inDollars(), point.retained80.inDollars()};
}

TeamChart::Plot TeamChart::plot(bool cost) const
{
    double most = cost ? 4 : 1;
    const auto count = [&](const TeamPoint& point) {
        const Column column = cost ? costOf(point) : weeksOf(point);
        most = std::max({most, column.sure, column.other});
    };
    count(m_curve->today);
    std::ranges::for_each(m_curve->points, count);
    const double line = lineHeight();
    const double top = chartArea().top() + (cost ? line * (kPlotHeight + kPlotGap) : 0.0) + kTitleHeight * line;
    const QRectF area = plotArea();
    return {{area.left(), top, area.width(), kPlotHeight * line},
            niceScale(most, kSteps).top(),
            cost ? m_curve->cheapest : m_curve->fastest,
            cost ? (m_mode == CostMode::retained ? tr("AUD, first day to finish") : tr("AUD, hours worked"))
                 : tr("Weeks"),
            cost ? tr("cheapest") : tr("fastest")};
}

void TeamChart::paintGround(QPainter& painter) const
{
    if (!reading())
        return;
    const double people = *reading() == 0 ? m_curve->todayFte : static_cast<double>(*reading());
    const double width = columnWidth() * 1.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(roleColor(Role::Selection, chartPalette()));
    const double top = plot(false).rect.top();
    painter.drawRoundedRect(QRectF(x(people) - width / 2, top, width, plot(true).rect.bottom() - top), 4, 4);
}

void TeamChart::paintColumn(QPainter& painter, const Plot& plot, double people, const Column& column) const
{
    const auto y = [&](double value) { return plot.rect.bottom() - plot.rect.height() * value / plot.top; };
    const double width = columnWidth();
    const double left = x(people) - width / 2;
    const auto color = [&](Role role) { return roleColor(role, chartPalette()); };
    painter.setPen(QPen(color(Role::BarPaleBorder), 1));
    painter.setBrush(color(Role::BarPale));
    if (column.sure > column.half)
        painter.drawRoundedRect(QRectF(left + 0.5, y(column.sure) + 0.5, width - 1, y(column.half) - y(column.sure)),
                                1.5, 1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Bar));
    painter.drawRect(QRectF(left, y(column.half), width, plot.rect.bottom() - y(column.half)));
    if (column.other > 0) {
        painter.setPen(QPen(color(Role::Line), 2));
        painter.drawLine(QPointF(left - 2.5, y(column.other)), QPointF(left + width + 2.5, y(column.other)));
    }
}

void TeamChart::paintPlot(QPainter& painter, bool cost) const
{
    const Plot at = plot(cost);
    const double line = lineHeight();
    const auto color = [&](Role role) { return roleColor(role, chartPalette()); };
    painter.setPen(color(Role::TextMuted));
    painter.drawText(QRectF(chartArea().left(), at.rect.top() - kTitleHeight * line, chartArea().width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter, at.title);
    for (const double part : {0.0, 0.5, 1.0}) {
        const double y = at.rect.bottom() - at.rect.height() * part;
        painter.setPen(QPen(color(part == 0.0 ? Role::Track : Role::Grid), 1));
        painter.drawLine(QPointF(at.rect.left(), y), QPointF(at.rect.right(), y));
        painter.setPen(color(Role::TextMuted));
        const double value = at.top * part;
        painter.drawText(QRectF(chartArea().left(), y - line / 2, at.rect.left() - chartArea().left() - 6, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         cost ? format::axisAmount(value) : format::axisNumber(value));
    }
    for (const TeamPoint& point : m_curve->points)
        paintColumn(painter, at, static_cast<double>(point.people), cost ? costOf(point) : weeksOf(point));

    // Today's team as a diamond where it stands at 80 %.
    const Column today = cost ? costOf(m_curve->today) : weeksOf(m_curve->today);
    const QPointF centre(x(m_curve->todayFte), at.rect.bottom() - at.rect.height() * today.sure / at.top);
    const std::array<QPointF, 4> diamond{centre + QPointF(0, -5), centre + QPointF(5, 0), centre + QPointF(0, 5),
                                         centre + QPointF(-5, 0)};
    painter.setPen(QPen(color(Role::Surface), 1.5));
    painter.setBrush(color(Role::Accent));
    painter.drawPolygon(diamond.data(), static_cast<int>(diamond.size()));

    // The mark stands above its column, inside the plot.
    const TeamPoint& marked = m_curve->points[at.marked];
    const Column column = cost ? costOf(marked) : weeksOf(marked);
    const double y = at.rect.bottom() - at.rect.height() * std::max(column.sure, column.other) / at.top;
    QFont bold = chartFont();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(color(Role::Text));
    const double width = QFontMetricsF(bold).horizontalAdvance(at.mark) + 2;
    const double left = std::clamp(x(static_cast<double>(marked.people)) - width / 2, at.rect.left(),
                                   std::max(at.rect.left(), chartArea().right() - width));
    painter.drawText(QRectF(left, y - 1.15 * line, width, line), Qt::AlignCenter, at.mark);
    painter.setFont(chartFont());
}

void TeamChart::paintPeople(QPainter& painter) const
{
    const double line = lineHeight();
    const double top = plot(true).rect.bottom() + 0.2 * line;
    painter.setPen(roleColor(Role::TextMuted, chartPalette()));
    for (const TeamPoint& point : m_curve->points)
        painter.drawText(QRectF(x(static_cast<double>(point.people)) - 20, top, 40, line), Qt::AlignCenter,
                         QString::number(point.people));
    painter.drawText(QRectF(chartArea().left(), top, plotArea().left() - chartArea().left() - 6, line),
                     Qt::AlignRight | Qt::AlignVCenter, tr("people"));
}

void TeamChart::paintLegend(QPainter& painter) const
{
    const double line = lineHeight();
    const double top = plot(true).rect.bottom() + 1.5 * line;
    const QRectF area = chartArea();
    const auto color = [&](Role role) { return roleColor(role, chartPalette()); };
    const QFontMetricsF metrics(chartFont());
    double left = area.left();
    double y = top;
    const auto entry = [&](const QString& text, const auto& paintKey) {
        constexpr double kKey = 12;
        const double width = kKey + 5 + metrics.horizontalAdvance(text);
        if (left > area.left() && left + width > area.right()) {
            left = area.left();
            y += 1.2 * line;
        }
        paintKey(QRectF(left, y + line / 2 - 4, kKey, 8));
        painter.setPen(color(Role::TextMuted));
        painter.drawText(QRectF(left + kKey + 5, y, width, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        left += width + 12;
    };
    entry(tr("50 %"), [&](const QRectF& key) { painter.fillRect(key, color(Role::Bar)); });
    entry(tr("80 % sure"), [&](const QRectF& key) {
        painter.setPen(QPen(color(Role::BarPaleBorder), 1));
        painter.setBrush(color(Role::BarPale));
        painter.drawRect(key.adjusted(0.5, 0.5, -0.5, -0.5));
    });
    entry(tr("today"), [&](const QRectF& key) {
        const QPointF c = key.center();
        const std::array<QPointF, 4> diamond{c + QPointF(0, -5), c + QPointF(5, 0), c + QPointF(0, 5),
                                             c + QPointF(-5, 0)};
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        painter.drawPolygon(diamond.data(), static_cast<int>(diamond.size()));
    });
    entry(m_mode == CostMode::retained ? tr("80 %, paid for hours worked") : tr("80 %, paid from first day to finish"),
          [&](const QRectF& key) {
              painter.setPen(QPen(color(Role::Line), 2));
              painter.drawLine(QPointF(key.left(), key.center().y()), QPointF(key.right(), key.center().y()));
          });
}

std::optional<std::size_t> TeamChart::readingAt(QPointF place) const
{
    if (!m_curve || place.y() > plot(true).rect.bottom() + lineHeight())
        return std::nullopt;
    if (std::abs(place.x() - x(m_curve->todayFte)) < 6)
        return 0;
    for (std::size_t i = 0; i < m_curve->points.size(); ++i)
        if (std::abs(place.x() - x(static_cast<double>(m_curve->points[i].people))) <= columnWidth())
            return i + 1;
    return std::nullopt;
}

void TeamChart::paintChart(QPainter& painter) const
{
    if (!m_curve)
        return;
    paintGround(painter);
    paintPlot(painter, false);
    paintPlot(painter, true);
    paintPeople(painter);
    paintLegend(painter);
}

} // namespace trestle
