#include "ui/charts/month_chart.h"

#include "ui/base/format.h"
#include "ui/pictures/chart_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <vector>

namespace trestle {

namespace {

constexpr int kMonthSwatch = 22;
constexpr int kMonthSwatchGap = 7;
constexpr int kMonthEntryGap = 20;

struct BarEntry {
    Role fill;
    Role edge;
    QString text;
    bool isNotch = false; ///< a light line in a bar, in place of a bar
};

std::vector<BarEntry> barEntries(BarLegend::Bars bars)
{
    if (bars == BarLegend::Bars::Months)
        return {{Role::Bar, Role::Bar, BarLegend::tr("likely plan")},
                {Role::BarPale, Role::BarPaleBorder, BarLegend::tr("more in the high plan")}};
    return {{Role::Bar, Role::Bar, BarLegend::tr("low"), true},
            {Role::Bar, Role::Bar, BarLegend::tr("likely")},
            {Role::BarPale, Role::BarPaleBorder, BarLegend::tr("high")}};
}

} // namespace

MonthChart::MonthChart(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("monthChart"));
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(tr("Cash needed by month"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus); // its menu opens by the keys too
    new ChartActions(*this, {.isThere = [this] { return !m_bars.empty(); },
                             .subject = [this] { return tr("%1, likely and high plan, AUD").arg(accessibleName()); },
                             .table = [this] { return table(); },
                             .size = [this] { return area().size(); },
                             .paint = [this](QPainter& painter, const QRectF& place,
                                             const QPalette& colours) { chart().paint(painter, place, colours); }});
}

void MonthChart::setMonths(std::vector<MonthBar> bars)
{
    m_bars = std::move(bars);
    const auto dearest = std::ranges::max_element(m_bars, {}, &MonthBar::likely);
    setAccessibleDescription(
        dearest == m_bars.end() || dearest->likely <= Money{}
            ? tr("Nothing to pay.")
            : tr("The most in a month is %1.").arg(reading(static_cast<std::size_t>(dearest - m_bars.begin()))));
    update();
}

QString MonthChart::reading(std::size_t index) const
{
    const MonthBar& bar = m_bars[index];
    return tr("%1: %2 likely, %3 in the high plan")
        .arg(format::monthYear(static_cast<int>(bar.month.year()),
                               static_cast<int>(static_cast<unsigned>(bar.month.month()))),
             format::money(bar.likely), format::amount(bar.high));
}

QString MonthChart::table() const
{
    QString table = tr("Month\tLikely AUD\tHigh AUD\n");
    for (const MonthBar& bar : m_bars)
        table += QStringLiteral("%1\t%2\t%3\n")
                     .arg(format::monthYear(static_cast<int>(bar.month.year()),
                                            static_cast<int>(static_cast<unsigned>(bar.month.month()))),
                          format::amount(bar.likely), format::amount(bar.high));
    return table;
}

MonthBars MonthChart::chart() const
{
    return {m_bars, true, scaledFont(font(), TextSize::Small)};
}

QRectF MonthChart::area() const
{
    return QRectF(rect()).adjusted(0, 4, 0, 0);
}

QSize MonthChart::sizeHint() const
{
    return {560, 90}; // the page gives it what its table leaves
}

QSize MonthChart::minimumSizeHint() const
{
    return {240, 76};
}

bool MonthChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        if (const QRectF slot = chart().slot(area(), i); slot.contains(help->pos())) {
            QToolTip::showText(help->globalPos(), reading(i), this, slot.toRect());
            return true;
        }
    QToolTip::hideText();
    event->ignore();
    return true;
}

void MonthChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    chart().paint(painter, area(), palette());
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(roleColor(Role::Accent, palette()), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

BarLegend::BarLegend(Bars bars, QWidget* parent) : QWidget(parent), m_bars(bars)
{
    QStringList texts;
    for (const BarEntry& entry : barEntries(bars))
        texts += entry.text;
    setAccessibleName(tr("Legend: %1").arg(texts.join(tr(", "))));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QFont BarLegend::textFont() const
{
    return scaledFont(font(), TextSize::Small);
}

QSize BarLegend::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    int wide = -kMonthEntryGap;
    for (const BarEntry& entry : barEntries(m_bars))
        wide += kMonthSwatch + kMonthSwatchGap + metrics.horizontalAdvance(entry.text) + 1 + kMonthEntryGap;
    return {wide, metrics.height() + 2};
}

void BarLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont());
    constexpr double kTall = 10;
    double x = 0;
    for (const BarEntry& entry : barEntries(m_bars)) {
        const QRectF swatch(x + 0.5, (height() - kTall) / 2, kMonthSwatch - 1, kTall);
        painter.setPen(QPen(roleColor(entry.edge, palette()), 1));
        painter.setBrush(roleColor(entry.fill, palette()));
        painter.drawRoundedRect(swatch, 2, 2);
        if (entry.isNotch)
            painter.fillRect(QRectF(swatch.center().x() - 1, swatch.top(), 2, kTall),
                             roleColor(Role::Surface, palette()));
        x += kMonthSwatch + kMonthSwatchGap;
        const double wide = QFontMetrics(textFont()).horizontalAdvance(entry.text) + 1;
        painter.setPen(roleColor(Role::TextMuted, palette()));
        painter.drawText(QRectF(x, 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += wide + kMonthEntryGap;
    }
}

} // namespace trestle
