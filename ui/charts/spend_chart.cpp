#include "ui/charts/spend_chart.h"

#include "models/cost.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/plot_library.h"
#include "ui/document/plan_document.h"
#include "ui/format.h"
#include "ui/gantt/time_axis.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/lazy_refresh.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kMargin = 16;
constexpr int kAmountLabels = 64; // room left of the plot for "100 k"
constexpr int kAbove = 10;
constexpr int kBelow = 26;    // week numbers
constexpr int kRightPad = 10; // so that the last week's number is not cut
constexpr int kAmountSpacing = 30;
constexpr double kWeekSpacing = 34;

QLabel* addText(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

/// What the step after the finish is.
QString afterLaunchText(const Plan& plan)
{
    const Money after = costAfterLaunch(plan, Case::likely);
    const int months = plan.inputs.monthsAfterLaunch;
    if (after == Money{})
        return {};
    const QString amount = format::money(after);
    return u'\n' + (months == 1 ? SpendChart::tr("step: %1 for a month after the finish").arg(amount)
                                : SpendChart::tr("step: %1 for %2 months after the finish").arg(amount).arg(months));
}

Money asMoney(double dollars)
{
    return Money::rounded(dollars);
}

} // namespace

SpendChart::SpendChart(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document),
      m_refresh(new LazyRefresh(*this, LazyRefresh::Visible::BeforePainting, [this] { refresh(); }))
{
    setObjectName(QStringLiteral("spendChart"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Cumulative spend"));
    m_title = addText(this, "spendTitle");
    m_title->setText(tr("Cumulative spend, AUD"));
    m_legend = addText(this, "spendLegend");
    m_readout = addText(this, "spendReadout");
    makePlot();
    m_refresh->watch(*m_plot);
    applyColours();
    connect(&document, &PlanDocument::riskChanged, this, &SpendChart::takePlan); // follows each change of the plan
    takePlan();
}

SpendChart::~SpendChart() = default;

void SpendChart::makePlot()
{
    m_plot = new QCustomPlot(this);
    m_plot->setObjectName(QStringLiteral("spendPlot"));
    m_plot->setInteractions(QCP::Interactions());
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    // By default a replot ends by painting the window there and then. That refreshes what is due, this chart as well,
    // whose replot within a replot does nothing: it would keep the size and the curves of before.
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(QMargins(kAmountLabels, kAbove, kRightPad, kBelow));
    m_plot->axisRect()->setMinimumSize(1, 1);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0, 0);
        axis->setSubTickLength(0, 0);
        axis->setTickLabelPadding(8);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
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

void SpendChart::alignTo(int left, int right, Weeks first, Weeks last)
{
    m_aligned = Alignment{left, right, first, last};
    m_refresh->mark();
}

void SpendChart::takePlan()
{
    m_stale = true;
    m_refresh->mark();
}

void SpendChart::refresh()
{
    if (m_stale)
        setData();
    else
        place();
}

SpendChart::Alignment SpendChart::alignment() const
{
    if (m_aligned)
        return *m_aligned;
    const TimeAxis axis = TimeAxis::ofPlan(m_document.plan(), 1.0);
    const int text = m_title->fontMetrics().horizontalAdvance(m_title->text()) + 2 * kMargin;
    return {text + kAmountLabels, width() - kMargin, -axis.planStart(), axis.length() - axis.planStart()};
}

void SpendChart::setData()
{
    m_stale = false;
    const Plan& plan = m_document.plan();
    const auto spend = m_document.simulation().spend();
    m_plain = SpendSeries::ofPlan(plan);
    m_band = spend ? Band::Simulated : m_document.simulation().error() ? Band::Cases : Band::Awaited;
    m_series = m_band == Band::Cases ? m_plain
               : spend               ? SpendSeries::ofSimulation(plan, *spend)
                                     : SpendSeries::ofSimulation(plan, {});
    m_planStart = TimeAxis::ofPlan(plan, 1.0).planStart();
    const bool nothing = plan.total.high <= Money{};
    m_plot->xAxis->setVisible(!nothing);
    m_legend->setText(nothing
                          ? tr("Nothing left to spend.")
                          : bandText() + u'\n' +
                                (plan.inputs.budget ? tr("dashed: budget %1").arg(format::amount(*plan.inputs.budget))
                                                    : tr("no budget set")) +
                                afterLaunchText(plan));
    describe();
    place();
}

QString SpendChart::bandText() const
{
    // The same while it is awaited, so that nothing moves when it comes.
    return m_band == Band::Cases ? tr("band: from the low to the high plan") : tr("band: 8 of 10 simulated plans");
}

QString SpendChart::possibleText(const SpendReading& figures) const
{
    const Money least = asMoney(figures.least);
    const Money most = asMoney(figures.most);
    const QString range =
        m_band == Band::Simulated ? format::promiseAmountRange(least, most) : format::amountRange(least, most);
    switch (m_band) {
    case Band::Awaited: return tr("8 of 10 plans: …");
    case Band::Simulated: return tr("8 of 10 plans: %1").arg(range);
    case Band::Cases: break;
    }
    return tr("%1 possible").arg(range);
}

void SpendChart::place()
{
    const Alignment at = alignment();
    const int plotLeft = at.left - kAmountLabels;
    placeText(std::max(60, plotLeft - kMargin - 8));
    m_plot->setGeometry(plotLeft, 4, std::max(1, at.right - plotLeft + kRightPad), std::max(1, height() - 8));
    if (m_stale)
        return;

    // Lines run on to the end of the axis: after its finish a plan spends nothing more.
    QVector<double> times, least, likely, most;
    const auto add = [&](const SpendReading& point) {
        times << point.at;
        least << point.least;
        likely << m_series.at(point.at).likely;
        most << point.most;
    };
    std::ranges::for_each(m_series.points(), add);
    if (!times.isEmpty() && at.last > times.back())
        add(m_series.at(at.last));
    m_least->setData(times, least, true);
    m_most->setData(times, most, true);
    times.clear();
    likely.clear();
    for (const SpendReading& point : m_plain.points()) {
        times << point.at;
        likely << point.likely;
    }
    if (!times.isEmpty() && at.last > times.back()) {
        times << at.last;
        likely << likely.back();
    }
    m_likely->setData(times, likely, true);
    m_plot->xAxis->setRange(at.first, at.last);
    setTicks();
    showReading();
}

void SpendChart::placeText(int width)
{
    int y = kMargin - 2;
    for (QLabel* label : {m_title, m_legend, m_readout}) {
        const int tall = label->heightForWidth(width);
        label->setGeometry(kMargin, y, width, std::min(tall, std::max(0, height() - y - 4)));
        y += tall + (label == m_legend ? 10 : 4);
    }
}

void SpendChart::setTicks()
{
    const auto& budget = m_document.plan().inputs.budget;
    const double most = std::max({m_series.most(), m_plain.most(), budget ? budget->inDollars() : 0.0});
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
    const double firstWeek = shown.lower + m_planStart;
    for (int week = std::max(0, static_cast<int>(std::ceil(firstWeek / step - 1e-6)) * step);
         week <= shown.upper + m_planStart + 1e-6; week += step)
        weeks->addTick(week - m_planStart, format::number(week, 0));
    weeks->setSubTickCount(0);
    m_plot->xAxis->setTicker(weeks);

    m_budget->setVisible(budget.has_value());
    if (budget) {
        m_budget->point1->setCoords(0, budget->inDollars());
        m_budget->point2->setCoords(1, budget->inDollars());
    }
}

void SpendChart::read(std::optional<Weeks> when)
{
    m_refresh->now();
    if (when)
        when = std::max(0.0, *when);
    if (when == m_reading)
        return;
    m_reading = when;
    showReading();
    if (hasFocus())
        describe(); // a screen reader hears of the week that the keys have moved to
}

QString SpendChart::readingText() const
{
    if (!m_reading)
        return {};
    const Plan& plan = m_document.plan();
    const SpendReading figures = m_series.at(*m_reading);
    const double likely = m_plain.at(*m_reading).likely;
    const QString when = *m_reading > 0 ? tr("week %1, by %2")
                                              .arg(format::number(*m_reading + m_planStart),
                                                   format::mediumDate(plan.calendar.lastDate(0, *m_reading)))
                                        : tr("at the start");
    return tr("%1:\n%2 likely,\n%3").arg(when, format::money(asMoney(likely)), possibleText(figures));
}

void SpendChart::showReading()
{
    const bool shown = m_reading.has_value();
    m_readout->setText(readingText());
    placeText(m_title->width());
    m_cursor->setVisible(shown);
    m_dot->setVisible(shown);
    if (shown) {
        m_cursor->point1->setCoords(*m_reading, 0);
        m_cursor->point2->setCoords(*m_reading, 1);
        m_dot->position->setCoords(*m_reading, m_plain.at(*m_reading).likely);
    }
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void SpendChart::describe()
{
    const Plan& plan = m_document.plan();
    const auto reaches = [&](Case c) {
        return tr("AUD %1, done by %2")
            .arg(format::shownAmount(plan.shown.total.at(c)), format::mediumDate(plan.finishDate.at(c)));
    };
    QString text = tr("The likely plan spends %1; the low plan %2, the high plan %3.")
                       .arg(reaches(Case::likely), reaches(Case::low), reaches(Case::high));
    if (m_band == Band::Simulated && !m_series.points().empty()) {
        const SpendReading& end = m_series.points().back();
        text += u' ' + tr("8 of 10 simulated plans spend AUD %1 in the end.")
                           .arg(format::promiseAmountRange(asMoney(end.least), asMoney(end.most)));
    }
    if (plan.inputs.budget) {
        const double budget = plan.inputs.budget->inDollars();
        const auto week = [&](Weeks at) { return format::number(std::ceil(at + m_planStart - 1e-6), 0); };
        text += u' ';
        if (const auto beyond = m_plain.likelyBeyond(budget))
            text += tr("The likely plan goes beyond the budget of %1 in week %2.")
                        .arg(format::money(*plan.inputs.budget), week(*beyond));
        else if (const auto worst = m_plain.mostBeyond(budget))
            text += tr("The likely plan keeps to the budget of %1; the dearest goes beyond it in week %2.")
                        .arg(format::money(*plan.inputs.budget), week(*worst));
        else
            text += tr("No case goes beyond the budget of %1.").arg(format::money(*plan.inputs.budget));
    }
    setAccessibleDescription(m_reading && hasFocus() ? readingText() : text);
}

void SpendChart::applyColours()
{
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    m_title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    for (QLabel* label : {m_legend, m_readout}) {
        label->setFont(scaledFont(font(), 0.92));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, color(label == m_legend ? Role::TextMuted : Role::Text));
        label->setPalette(quiet);
    }
    m_plot->setBackground(Qt::NoBrush);
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(scaledFont(font(), 0.92));
        axis->setTickLabelColor(color(Role::TextMuted));
    }
    m_plot->xAxis->setBasePen(QPen(color(Role::Track), 1.5));
    m_plot->yAxis->grid()->setPen(QPen(color(Role::Grid), 1));
    m_most->setBrush(color(Role::Band));
    m_likely->setPen(QPen(color(Role::Line), 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    QPen dashed(color(Role::Target), 1.3);
    dashed.setDashPattern({4, 3});
    m_budget->setPen(dashed);
    m_cursor->setPen(QPen(color(Role::ControlBorder), 1));
    m_dot->setPen(QPen(color(Role::Surface), 1.5));
    m_dot->setBrush(color(Role::Line));
}

QSize SpendChart::sizeHint() const
{
    return {640, 220};
}

QSize SpendChart::minimumSizeHint() const
{
    return {280, 110};
}

void SpendChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours();
        place();
    }
}

void SpendChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void SpendChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        read(m_reading.value_or(m_document.plan().finish.likely));
}

void SpendChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    read(std::nullopt);
}

void SpendChart::keyPressEvent(QKeyEvent* event)
{
    const Weeks end = m_document.plan().finish.high;
    const Weeks now = m_reading.value_or(0);
    switch (event->key()) {
    case Qt::Key_Left: read(std::max(0.0, std::ceil(now - 1e-6) - 1)); break;
    case Qt::Key_Right: read(std::min(std::ceil(end), std::floor(now + 1e-6) + 1)); break;
    case Qt::Key_Home: read(0); break;
    case Qt::Key_End: read(m_document.plan().finish.likely); break;
    case Qt::Key_Escape:
        if (!m_reading) {
            QWidget::keyPressEvent(event);
            return;
        }
        read(std::nullopt);
        break;
    default: QWidget::keyPressEvent(event); return;
    }
    event->accept();
}

bool SpendChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        const double when = m_plot->xAxis->pixelToCoord(move->position().x());
        const bool inside = m_plot->axisRect()->rect().contains(move->position().toPoint());
        read(inside ? std::optional(std::round(when + m_planStart) - m_planStart) : std::nullopt);
    } else if (watched == m_plot && event->type() == QEvent::Leave && !hasFocus()) {
        read(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace trestle
