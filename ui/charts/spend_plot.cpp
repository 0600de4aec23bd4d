#include "ui/charts/spend_plot.h"

#include "ui/base/format.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/plot_library.h"
#include "ui/gantt/time_axis.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kAbove = 10;
constexpr int kBelow = 26; // week numbers
constexpr int kAmountSpacing = 30;
constexpr double kWeekSpacing = 34;

} // namespace

SpendPlot::SpendPlot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setObjectName(QStringLiteral("spendPlot"));
    m_plot->setInteractions(QCP::Interactions());
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    // By default a replot ends by painting the window there and then. That refreshes what is due, this chart as well,
    // whose replot within a replot does nothing: it would keep the size and the curves of before.
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(QMargins(kAmountLabels, kAbove, kRightPad, kBelow));
    m_plot->axisRect()->setMinimumSize(1, 1);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0, 0);
        axis->setSubTickLength(0, 0);
        axis->setTickLabelPadding(8);
        axis->setTickPen(QPen(Qt::transparent)); // a recorded one without a pen is a black dot
        axis->setSubTickPen(QPen(Qt::transparent));
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->grid()->setZeroLinePen(Qt::NoPen);

    m_least = m_plot->addGraph();
    m_most = m_plot->addGraph();
    m_likely = m_plot->addGraph();
    m_least->setPen(Qt::NoPen);
    m_most->setPen(Qt::NoPen);
    m_most->setChannelFillGraph(m_least);
    m_budget = new QCPItemStraightLine(m_plot);
    m_cursor = new QCPItemStraightLine(m_plot);
    m_dot = new QCPItemTracer(m_plot);
    m_dot->setStyle(QCPItemTracer::tsCircle);
    m_dot->setSize(7);
}

void SpendPlot::show(const Plan& plan, const SpendFigures& figures, Weeks first, Weeks last)
{
    m_plot->xAxis->setVisible(plan.total.high > Money{});
    setCurves(figures, last);
    m_plot->xAxis->setRange(first, last);
    setTicks(figures, plan.inputs.budget);
}

/// Lines run on to the end of the axis: after its finish a plan spends nothing more.
void SpendPlot::setCurves(const SpendFigures& figures, Weeks last)
{
    QVector<double> times, least, likely, most;
    const auto add = [&](const SpendReading& point) {
        times << point.at;
        least << point.least;
        most << point.most;
    };
    std::ranges::for_each(figures.series.points(), add);
    if (!times.isEmpty() && last > times.back())
        add(figures.series.at(last));
    m_least->setData(times, least, true);
    m_most->setData(times, most, true);
    times.clear();
    for (const SpendReading& point : figures.plain.points()) {
        times << point.at;
        likely << point.likely;
    }
    if (!times.isEmpty() && last > times.back()) {
        times << last;
        likely << likely.back();
    }
    m_likely->setData(times, likely, true);
}

void SpendPlot::setTicks(const SpendFigures& figures, const std::optional<Money>& budget)
{
    const double most = std::max({figures.series.most(), figures.plain.most(), budget ? budget->inDollars() : 0.0});
    const int room = std::max(1, m_plot->height() - kAbove - kBelow);
    const NiceScale scale = niceScale(most, std::max(1, room / kAmountSpacing));
    QSharedPointer<QCPAxisTickerText> amounts(new QCPAxisTickerText);
    for (int i = 1; most > 0 && i <= scale.steps; ++i)
        amounts->addTick(i * scale.step, format::axisAmount(i * scale.step));
    amounts->setSubTickCount(0);
    m_plot->yAxis->setTicker(amounts);
    m_plot->yAxis->setRange(0, scale.top() * 1.02); // the line of a plan that just fits is not cut in half

    const QCPRange shown = m_plot->xAxis->range();
    const double pixels = std::max(1, m_plot->width() - kAmountLabels - kRightPad);
    const TimeAxis axis(WorkCalendar(), 0, std::max(1.0, shown.size()), pixels / std::max(1e-6, shown.size()));
    const int step = axis.weekStep(kWeekSpacing);
    QSharedPointer<QCPAxisTickerText> weeks(new QCPAxisTickerText);
    const double firstWeek = shown.lower + figures.planStart;
    for (int week = std::max(0, static_cast<int>(std::ceil(firstWeek / step - 1e-6)) * step);
         week <= shown.upper + figures.planStart + 1e-6; week += step)
        weeks->addTick(week - figures.planStart, format::number(week, 0));
    weeks->setSubTickCount(0);
    m_plot->xAxis->setTicker(weeks);

    m_budget->setVisible(budget.has_value());
    if (budget) {
        m_budget->point1->setCoords(0, budget->inDollars());
        m_budget->point2->setCoords(1, budget->inDollars());
    }
}

void SpendPlot::mark(std::optional<Weeks> at, double likely)
{
    m_cursor->setVisible(at.has_value());
    m_dot->setVisible(at.has_value());
    if (at) {
        m_cursor->point1->setCoords(*at, 0);
        m_cursor->point2->setCoords(*at, 1);
        m_dot->position->setCoords(*at, likely);
    }
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

std::optional<Weeks> SpendPlot::timeAt(const QPointF& place) const
{
    if (!m_plot->axisRect()->rect().contains(place.toPoint()))
        return std::nullopt;
    return m_plot->xAxis->pixelToCoord(place.x());
}

void SpendPlot::setColours(const QFont& font, const QPalette& palette)
{
    const auto color = [&](Role role) { return roleColor(role, palette); };
    m_plot->setBackground(Qt::NoBrush);
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(scaledFont(font, TextSize::Small));
        axis->setTickLabelColor(color(Role::TextMuted));
    }
    m_plot->xAxis->setBasePen(QPen(color(Role::Track), 1.5));
    m_plot->yAxis->grid()->setPen(QPen(color(Role::Grid), 1));
    m_most->setBrush(color(Role::Band));
    m_likely->setPen(QPen(color(Role::Line), 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    QPen dashed(color(Role::Target), 1.3);
    dashed.setDashPattern({4, 3});
    m_budget->setPen(dashed);
    m_cursor->setPen(QPen(color(Role::TextMuted), 1));
    m_dot->setPen(QPen(color(Role::Surface), 1.5));
    m_dot->setBrush(color(Role::Line));
}

QPicture SpendPlot::drawn(const QSize& size) const
{
    QPicture picture;
    QCPPainter painter(&picture);
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.end();
    return picture;
}

} // namespace trestle
