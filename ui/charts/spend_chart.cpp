#include "ui/charts/spend_chart.h"

#include "ui/base/format.h"
#include "ui/charts/plot_library.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/time_axis.h"
#include "ui/pictures/chart_actions.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/lazy_refresh.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPicture>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kMargin = 16;

/// By plan time; what was spent before the axis begins stands at its begin.
std::vector<SpendAt> onAxis(const std::vector<SpentBy>& spend, const TimeAxis& axis)
{
    std::vector<SpendAt> line;
    for (const SpentBy& point : spend)
        line.push_back({axis.planTimeAt(axis.xOfDayEnd(point.day).value_or(0)), point.total.inDollars()});
    return line;
}

QLabel* addText(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

SpendChart::SpendChart(PlanDocument& document, QWidget* parent, SpendPlot::Style style)
    : QWidget(parent), m_document(document), m_style(style), m_plot(this, style),
      m_refresh(new LazyRefresh(*this, LazyRefresh::Visible::BeforePainting, [this] { refresh(); }))
{
    setObjectName(QStringLiteral("spendChart"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(tr("Spend over time"));
    m_title = addText(this, "spendTitle");
    m_title->setText(style == SpendPlot::Style::Alone ? tr("Spend, AUD") : tr("Spend over time, AUD"));
    m_legend = addText(this, "spendLegend");
    m_readout = addText(this, "spendReadout");
    m_legend->setHidden(style == SpendPlot::Style::Alone);
    m_plot.widget().raise(); // above the texts
    m_plot.widget().installEventFilter(this);
    m_refresh->watch(m_plot.widget());
    auto* actions = new ChartActions(
        *this, {.subject =
                    [this] {
                        m_refresh->now();
                        return tr("%1: %2").arg(m_title->text(), m_legend->text().replace(u'\n', tr("; ")));
                    },
                .table = [this] { return table(); },
                .size = [this] { return QSizeF(m_plot.widget().size()); },
                .paint = [this](QPainter& painter, const QRectF& area,
                                const QPalette& colours) { paintPicture(painter, area, colours); }});
    actions->watch(m_plot.widget());
    applyColours();
    connect(&document, &PlanDocument::riskChanged, this, &SpendChart::takePlan); // follows each change of the plan
    takePlan();
}

SpendChart::~SpendChart() = default;

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
    if (m_style == SpendPlot::Style::Alone)
        return {SpendPlot::kAmountLabels, width() - SpendPlot::kRightPad, axis.from() - axis.planStart(),
                axis.length() - axis.planStart()};
    const int text = m_title->fontMetrics().horizontalAdvance(m_title->text()) + 2 * kMargin;
    return {text + SpendPlot::kAmountLabels, width() - kMargin, axis.from() - axis.planStart(),
            axis.length() - axis.planStart()};
}

void SpendChart::setData()
{
    using Band = SpendFigures::Band;
    m_stale = false;
    const Plan& plan = m_document.plan();
    const auto spend = m_document.simulation().spend();
    m_figures.plain = SpendSeries::ofPlan(plan);
    m_figures.band = spend ? Band::Simulated : m_document.simulation().error() ? Band::Cases : Band::Awaited;
    m_figures.series = m_figures.band == Band::Cases ? m_figures.plain
                       : spend                       ? SpendSeries::ofSimulation(plan, *spend)
                                                     : SpendSeries::ofSimulation(plan, {});
    const TimeAxis axis = TimeAxis::ofPlan(plan, 1.0);
    m_figures.planStart = axis.planStart();
    m_figures.spent = actualSpend(plan);
    m_figures.promised = promisedSpend(plan);
    m_figures.actual = onAxis(m_figures.spent, axis);
    m_figures.baseline = onAxis(m_figures.promised, axis);
    m_legend->setText(spendwords::legend(plan, m_figures));
    describe();
    place();
}

void SpendChart::place()
{
    const Alignment at = alignment();
    const int plotLeft = at.left - SpendPlot::kAmountLabels;
    int top = 4;
    if (m_style == SpendPlot::Style::Alone) {
        placeAbove();
        top = m_title->geometry().bottom() + 4;
    } else {
        placeText(std::max(60, plotLeft - kMargin - 8));
    }
    m_plot.widget().setGeometry(plotLeft, top, std::max(1, at.right - plotLeft + SpendPlot::kRightPad),
                                std::max(1, height() - top - 4));
    if (m_stale)
        return;
    m_plot.show(m_document.plan(), m_figures, at.first, at.last);
    showReading();
}

/// The title, and what is read right of it.
void SpendChart::placeAbove()
{
    constexpr int kGap = 16;
    const int wide = m_title->fontMetrics().horizontalAdvance(m_title->text()) + 1;
    const int left = wide + kGap;
    const int room = std::max(1, width() - left);
    const int tall = std::max(m_title->heightForWidth(wide), m_readout->fontMetrics().height());
    m_title->setGeometry(0, 0, wide, tall);
    m_readout->setGeometry(left, 0, room, tall);
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

void SpendChart::read(std::optional<Weeks> when)
{
    m_refresh->now();
    if (when)
        when = std::max(m_figures.first(), *when);
    if (when == m_reading)
        return;
    m_reading = when;
    showReading();
    if (hasFocus())
        describe(); // a screen reader hears of the week that the keys have moved to
}

QString SpendChart::readingText() const
{
    return m_reading ? spendwords::reading(m_document.plan(), m_figures, *m_reading) : QString();
}

void SpendChart::showReading()
{
    const bool isAbove = m_style == SpendPlot::Style::Alone;
    m_readout->setText(isAbove ? readingText().replace(u'\n', u' ') : readingText());
    if (!isAbove)
        placeText(m_title->width());
    const double spent = m_reading && *m_reading < 0 ? spendwords::spentAt(m_document.plan(), m_figures, *m_reading)
                         : m_reading                 ? m_figures.plain.at(*m_reading).likely
                                                     : 0;
    m_plot.mark(m_reading, spent);
}

void SpendChart::describe()
{
    setAccessibleDescription(m_reading && hasFocus() ? readingText()
                                                     : spendwords::description(m_document.plan(), m_figures));
}

void SpendChart::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (QLabel* label : {m_legend, m_readout}) {
        label->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(label == m_legend ? Role::TextMuted : Role::Text, palette()));
        label->setPalette(quiet);
    }
    m_plot.setColours(font(), palette());
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
    case Qt::Key_Left: read(std::max<double>(m_figures.first(), std::ceil(now - 1e-6) - 1)); break;
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
    if (watched == &m_plot.widget() && event->type() == QEvent::MouseMove) {
        const Weeks start = m_figures.planStart;
        std::optional<Weeks> week = m_plot.timeAt(static_cast<QMouseEvent*>(event)->position());
        if (week)
            week = std::round(*week + start) - start;
        read(week);
    } else if (watched == &m_plot.widget() && event->type() == QEvent::Leave && !hasFocus()) {
        read(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

QString SpendChart::table()
{
    m_refresh->now();
    const Plan& plan = m_document.plan();
    const auto amount = [](double dollars) { return format::amount(Money::rounded(dollars)); };
    QString table = tr("Week\tLow AUD\tLikely AUD\tHigh AUD");
    const bool hasPast = !m_figures.actual.empty();
    table += hasPast ? tr("\tSpent AUD\n") : QStringLiteral("\n");
    for (Weeks week = std::ceil(m_figures.first()); week < plan.finish.high + 1; week = week + 1) {
        const SpendReading at = m_figures.series.at(week);
        QStringList cells{format::number(m_figures.planStart + week, 1)};
        if (week < 0)
            cells << QString() << QString() << QString();
        else
            cells << amount(at.least) << amount(at.likely) << amount(at.most);
        if (hasPast)
            cells << (week > 0 ? QString() : amount(spendwords::spentAt(plan, m_figures, week)));
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

void SpendChart::paintPicture(QPainter& painter, const QRectF& area, const QPalette& palette)
{
    m_refresh->now();
    m_plot.setColours(font(), palette);
    const QPicture drawn = m_plot.drawn(area.size().toSize());
    m_plot.setColours(font(), this->palette());
    // Commands are played in inches, where the rest of a picture counts in pixels.
    const double times = static_cast<double>(drawn.logicalDpiX()) / painter.device()->logicalDpiX();
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(times, times);
    painter.drawPicture(0, 0, drawn);
    painter.restore();
}

} // namespace trestle
