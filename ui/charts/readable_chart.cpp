#include "ui/charts/readable_chart.h"

#include "ui/base/format.h"
#include "ui/pictures/chart_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kReadoutLines = 2; // a reading may be longer than a narrow chart

} // namespace

ReadableChart::ReadableChart(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_actions(new ChartActions(
          *this, {.isThere = [this] { return !isPending(); },
                  .subject = [this] { return accessibleName(); },
                  .table = [this] { return m_table; },
                  .size =
                      [this] { // a chart that has more room than it wants leaves the rest empty
                          const int wanted = sizeHint().height() - readoutHeight();
                          return QSizeF(chartArea().width(), std::min<double>(chartArea().height(), wanted));
                      },
                  .paint = [this](QPainter& painter, const QRectF& area,
                                  const QPalette& colours) { paintPicture(painter, area, colours); }}))
{
    setObjectName(name);
    setAccessibleRole(*this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReadableChart::read(std::optional<std::size_t> index)
{
    if (index && *index >= readingCount())
        index.reset();
    if (index == m_reading)
        return;
    m_reading = index;
    describe();
    update();
}

QString ReadableChart::readout() const
{
    return m_reading && !isPending() ? readingText(*m_reading) : QString();
}

void ReadableChart::setPending(const QString& text)
{
    if (text == m_pending)
        return;
    m_pending = text;
    m_reading.reset();
    describe();
    update();
}

void ReadableChart::setTexts(const QString& description, const QString& table)
{
    m_description = description;
    m_table = table;
    describe();
}

void ReadableChart::paintPicture(QPainter& painter, const QRectF& area, const QPalette& palette)
{
    const auto read = std::exchange(m_reading, std::nullopt);
    m_pictured = palette;
    painter.save();
    painter.translate(area.topLeft() - chartArea().topLeft());
    painter.setFont(chartFont());
    paintChart(painter);
    painter.restore();
    m_pictured.reset();
    m_reading = read;
}

void ReadableChart::figuresChanged()
{
    m_reading.reset();
    if (hasFocus() && readingCount() > 0)
        m_reading = firstReading();
    describe();
    updateGeometry();
    update();
}

void ReadableChart::describe()
{
    const QString heard = isPending() ? m_pending : hasFocus() && m_reading ? readout() : m_description;
    if (heard != accessibleDescription())
        setAccessibleDescription(heard);
}

QSize ReadableChart::minimumSizeHint() const
{
    return {220, sizeHint().height()};
}

QFont ReadableChart::chartFont() const
{
    return scaledFont(font(), TextSize::Small);
}

int ReadableChart::readoutHeight() const
{
    return kReadoutLines * QFontMetrics(chartFont()).height() + 4;
}

QRectF ReadableChart::chartArea() const
{
    return QRectF(rect()).adjusted(4, 4, -4, -readoutHeight());
}

void ReadableChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(roleColor(Role::Accent, palette()), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.setFont(chartFont());
    if (isPending()) {
        painter.setPen(roleColor(Role::TextMuted, palette()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_pending);
        return;
    }
    painter.save();
    paintChart(painter);
    painter.restore();
    painter.setPen(roleColor(Role::Text, palette()));
    painter.drawText(QRectF(8, height() - readoutHeight(), width() - 16, readoutHeight() - 2),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, readout());
}

void ReadableChart::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    if (!isPending())
        read(readingAt(event->position()));
}

void ReadableChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        read(std::nullopt);
}

void ReadableChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const bool byKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeys && !m_reading && !isPending() && readingCount() > 0)
        read(firstReading());
    update();
}

void ReadableChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        read(std::nullopt);
    describe();
    update();
}

bool ReadableChart::step(int key)
{
    const std::size_t count = readingCount();
    if (isPending() || count == 0)
        return false;
    const auto last = count - 1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up: read(!m_reading ? firstReading() : *m_reading == 0 ? 0 : *m_reading - 1); return true;
    case Qt::Key_Right:
    case Qt::Key_Down: read(!m_reading ? firstReading() : std::min(last, *m_reading + 1)); return true;
    case Qt::Key_Home: read(0); return true;
    case Qt::Key_End: read(last); return true;
    case Qt::Key_Escape:
        if (!m_reading)
            return false;
        read(std::nullopt);
        return true;
    default: return false;
    }
}

void ReadableChart::keyPressEvent(QKeyEvent* event)
{
    if (!step(event->key()))
        QWidget::keyPressEvent(event);
}

} // namespace trestle
