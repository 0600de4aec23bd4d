#include "ui/charts/spend_plot.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/plot_library.h"
#include "ui/gantt/time_axis.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kAbove = 10;
constexpr int kLeastBelow = 26; // week numbers, in small letters
constexpr int kAmountSpacing = 30;
constexpr double kWeekSpacing = 34;
constexpr double kMonthSpacing = 44;
constexpr int kEndGap = 8;     ///< between the end of a curve and what it says
constexpr double kLate = 0.55; ///< of the axis: the status date has its words at its left from there on

/// After its last point a line goes on level up to `until`.
void setLine(QCPGraph& graph, const std::vector<SpendAt>& line, double until)
{
    QVector<double> times, dollars;
    for (const SpendAt& point : line) {
        times << point.at;
        dollars << point.total;
    }
    if (!times.isEmpty() && times.back() < until) {
        times << until;
        dollars << dollars.back();
    }
    graph.setData(times, dollars, true);
}

} // namespace

SpendPlot::SpendPlot(QWidget* parent, Style style) : m_plot(new QCustomPlot(parent)), m_style(style)
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
    m_plot->axisRect()->setMargins(QMargins(kAmountLabels, kAbove, kRightPad, kLeastBelow));
    m_plot->setAutoAddPlottableToLegend(false);
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
    m_baseline = m_plot->addGraph();
    m_actual = m_plot->addGraph();
    m_least->setPen(Qt::NoPen);
    m_most->setPen(Qt::NoPen);
    m_most->setChannelFillGraph(m_least);
    m_budget = new QCPItemStraightLine(m_plot);
    m_status = new QCPItemStraightLine(m_plot);
    m_statusText = new QCPItemText(m_plot);
    m_statusText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_statusText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    for (QCPItemText*& end : m_ends) {
        end = new QCPItemText(m_plot);
        end->position->setType(QCPItemPosition::ptAxisRectRatio);
        end->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        end->setPadding(QMargins(kEndGap, 0, 0, 0));
        end->setClipToAxisRect(false);
    }
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
    setAmounts(figures, plan);
    setEnds(figures, plan);
    if (m_style == Style::Alone)
        setMonths(plan);
    else
        setWeeks(figures);
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
    setLine(*m_actual, figures.actual, 0);
    setLine(*m_baseline, figures.baseline, last);
}

int SpendPlot::below() const
{
    constexpr int kAround = 12;
    return std::max(kLeastBelow, QFontMetrics(m_plot->xAxis->tickLabelFont()).height() + kAround);
}

int SpendPlot::rightPad() const
{
    if (m_style == Style::UnderGantt)
        return kRightPad;
    int widest = 0;
    for (const QCPItemText* end : m_ends)
        if (end->visible())
            widest = std::max(widest, QFontMetrics(end->font()).horizontalAdvance(end->text()));
    return widest + kEndGap + kRightPad;
}

/// The status date with what was spent by then; where the curves end and what they say, each clear of the others.
void SpendPlot::setEnds(const SpendFigures& figures, const Plan& plan)
{
    const QString status = spendwords::status(plan);
    const QCPRange shown = m_plot->xAxis->range();
    m_status->setVisible(!figures.actual.empty());
    m_statusText->setVisible(!figures.actual.empty() && !status.isEmpty());
    m_status->point1->setCoords(0, 0);
    m_status->point2->setCoords(0, 1);
    m_statusText->setText(status);
    m_statusText->position->setCoords(0, 0);
    const bool isLate = shown.size() > 0 && (0 - shown.lower) / shown.size() > kLate;
    m_statusText->setPositionAlignment((isLate ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);

    const double top = m_plot->yAxis->range().upper;
    const auto ratio = [top](double dollars) { return top > 0 ? std::clamp(1 - dollars / top, 0.0, 1.0) : 1.0; };
    const bool isShown = m_style == Style::Alone && plan.total.high > Money{};
    const bool hasBand = figures.band == SpendFigures::Band::Simulated && !figures.series.points().empty();
    const SpendReading band = hasBand ? figures.series.points().back() : SpendReading{};
    struct End {
        QCPItemText* item;
        QString text;
        double ratio;
    };
    std::vector<End> ends;
    if (isShown && hasBand)
        ends.push_back({m_ends[0], tr("8 of 10"), (ratio(band.most) + ratio(band.likely)) / 2});
    if (isShown)
        ends.push_back({m_ends[1], tr("likely %1").arg(format::shortAmount(plan.shown.total.likely)),
                        ratio(plan.total.likely.inDollars())});
    if (isShown && !figures.baseline.empty())
        ends.push_back({m_ends[2], tr("baseline %1").arg(format::shortAmount(plan.inputs.baseline->total)),
                        ratio(plan.inputs.baseline->total.inDollars())});
    for (QCPItemText* item : m_ends)
        item->setVisible(false);
    std::ranges::sort(ends, {}, &End::ratio);
    const double room = std::max(1, m_plot->height() - kAbove - below());
    const double line = QFontMetricsF(m_ends[1]->font()).height() / room;
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i].ratio = std::max(ends[i].ratio, ends[i - 1].ratio + line);
    for (const End& end : ends) {
        end.item->setVisible(true);
        end.item->setText(end.text);
        end.item->position->setCoords(1, end.ratio);
    }
    m_plot->axisRect()->setMargins(QMargins(kAmountLabels, kAbove, rightPad(), below()));
}

void SpendPlot::setAmounts(const SpendFigures& figures, const Plan& plan)
{
    const std::optional<Money>& budget = plan.inputs.budget;
    const double promised = figures.baseline.empty() ? 0.0 : figures.baseline.back().total;
    const double most =
        std::max({figures.series.most(), figures.plain.most(), promised, budget ? budget->inDollars() : 0.0});
    const int room = std::max(1, m_plot->height() - kAbove - below());
    const NiceScale scale = niceScale(most, std::max(1, room / kAmountSpacing));
    QSharedPointer<QCPAxisTickerText> amounts(new QCPAxisTickerText);
    for (int i = 1; most > 0 && i <= scale.steps; ++i)
        amounts->addTick(i * scale.step, format::axisAmount(i * scale.step));
    amounts->setSubTickCount(0);
    m_plot->yAxis->setTicker(amounts);
    m_plot->yAxis->setRange(0, scale.top() * 1.02); // the line of a plan that just fits is not cut in half

    m_budget->setVisible(budget.has_value());
    if (budget) {
        m_budget->point1->setCoords(0, budget->inDollars());
        m_budget->point2->setCoords(1, budget->inDollars());
    }
}

void SpendPlot::setMonths(const Plan& plan)
{
    const QCPRange shown = m_plot->xAxis->range();
    const double pixels = std::max(1, m_plot->width() - kAmountLabels - m_plot->axisRect()->margins().right());
    const TimeAxis axis = TimeAxis::ofPlan(plan, pixels / std::max(1e-6, shown.size()));
    QSharedPointer<QCPAxisTickerText> months(new QCPAxisTickerText);
    for (const MonthTick& tick :
         axis.monthTicks(axis.x(shown.lower), axis.x(shown.upper), kMonthSpacing, kMonthSpacing))
        months->addTick(axis.planTimeAt(tick.begin), format::month(static_cast<int>(unsigned{tick.month.month()})));
    months->setSubTickCount(0);
    m_plot->xAxis->setTicker(months);
}

void SpendPlot::setWeeks(const SpendFigures& figures)
{
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
    m_baseline->setPen(QPen(color(Role::Line), 1));
    m_actual->setPen(QPen(color(Role::Text), 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_status->setPen(QPen(color(Role::Text), 1.3));
    m_statusText->setFont(scaledFont(font, TextSize::Small, QFont::DemiBold));
    m_statusText->setColor(color(Role::Text));
    m_statusText->setBrush(color(Role::Surface));
    m_statusText->setPen(Qt::NoPen);
    m_statusText->setPadding(QMargins(6, 0, 4, 0));
    for (QCPItemText* end : m_ends) {
        const bool isLikely = end == m_ends[1];
        end->setFont(scaledFont(font, TextSize::Small, isLikely ? QFont::DemiBold : QFont::Normal));
        end->setColor(color(isLikely ? Role::Text : Role::TextMuted));
    }
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
