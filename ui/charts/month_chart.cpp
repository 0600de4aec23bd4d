#include "ui/charts/month_chart.h"

#include "ui/format.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace trestle {

MonthChart::MonthChart(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("monthChart"));
    setAccessibleName(tr("Cash needed by month"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
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

MonthBars MonthChart::chart() const
{
    return {m_bars, true, scaledFont(font(), 0.92)};
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
}

} // namespace trestle
