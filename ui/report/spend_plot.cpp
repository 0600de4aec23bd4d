#include "ui/report/spend_plot.h"

#include "ui/charts/nice_scale.h"
#include "ui/format.h"
#include "ui/gantt/time_axis.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kWantedSteps = 4;
constexpr double kWeekSpacing = 34;

/// Weeks and dollars to places in the plot.
struct Frame {
    QRectF plot;
    Weeks first;
    Weeks last;
    double top;

    [[nodiscard]] QPointF at(Weeks week, double dollars) const
    {
        return {plot.left() + plot.width() * (week - first) / std::max(1e-9, last - first),
                plot.bottom() - plot.height() * dollars / top};
    }
};

void paintAmounts(QPainter& painter, const Frame& frame, const NiceScale& scale, const QFont& font,
                  const QPalette& palette)
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (int i = 0; i <= scale.steps; ++i) {
        const double y = frame.at(frame.first, i * scale.step).y();
        painter.setPen(QPen(roleColor(i == 0 ? Role::Track : Role::Grid, palette), 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(frame.plot.left() - 200, y - metrics.height() / 2, 192, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, format::shortAmount(Money::rounded(i * scale.step)));
    }
}

void paintWeeks(QPainter& painter, const Frame& frame, Weeks planStart, const QFont& font, const QPalette& palette)
{
    const QFontMetricsF metrics(font);
    const Weeks length = std::max(1.0, frame.last - frame.first);
    const int step = TimeAxis(WorkCalendar(), 0, length, frame.plot.width() / length).weekStep(kWeekSpacing);
    painter.setFont(font);
    painter.setPen(roleColor(Role::TextMuted, palette));
    for (int week = static_cast<int>(std::ceil((frame.first + planStart) / step - 1e-6)) * step;
         week <= frame.last + planStart + 1e-6; week += step) {
        const double x = frame.at(week - planStart, 0).x();
        painter.drawText(QRectF(x - 40, frame.plot.bottom() + 0.35 * metrics.height(), 80, metrics.height()),
                         Qt::AlignHCenter | Qt::AlignTop, format::number(week, 0));
    }
}

} // namespace

void SpendPlot::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QFontMetricsF metrics(font);
    constexpr double kLeastTop = 4; // marks are whole dollars
    const double most = std::max({kLeastTop, series.most(), budget ? budget->inDollars() : 0.0});
    const NiceScale scale = niceScale(most, kWantedSteps);
    double labels = 0;
    for (int i = 0; i <= scale.steps; ++i)
        labels = std::max(labels, metrics.horizontalAdvance(format::shortAmount(Money::rounded(i * scale.step))));
    const Frame frame{area.adjusted(labels + 8, metrics.height() * 1.3, -8, -1.5 * metrics.height()), first, last,
                      scale.top()};

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (series.most() <= 0) {
        painter.setFont(font);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(area, Qt::AlignCenter, QCoreApplication::translate("SpendPlot", "nothing to spend"));
        painter.restore();
        return;
    }
    paintAmounts(painter, frame, scale, font, palette);
    paintWeeks(painter, frame, planStart, font, palette);

    std::vector<SpendReading> points = series.points();
    if (!points.empty() && last > points.back().at)
        points.push_back(series.at(last));
    QPolygonF band;
    QPolygonF line;
    for (const SpendReading& point : points) {
        band << frame.at(point.at, point.most);
        line << frame.at(point.at, point.likely);
    }
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        band << frame.at(point->at, point->least);
    painter.setPen(Qt::NoPen);
    painter.setBrush(roleColor(Role::Band, palette));
    painter.drawPolygon(band);
    painter.setPen(QPen(roleColor(Role::Line, palette), 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (budget) {
        QPen dashed(roleColor(Role::Target, palette), 1.3);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        const double dollars = budget->inDollars();
        painter.drawLine(frame.at(first, dollars), frame.at(last, dollars));
    }
    painter.restore();
}

} // namespace trestle
