#include "ui/summary/caption_button.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace trestle {

namespace {

constexpr int kPadding = 4; // around the text, so that the mouse has something to hit
constexpr int kChevron = 14;
constexpr int kSlack = 2; // capitals are measured to a fraction of a pixel

} // namespace

CaptionButton::CaptionButton(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

int CaptionButton::chevronRoom()
{
    return kChevron;
}

QSize CaptionButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + kSlack + kChevron + 2 * kPadding, metrics.height() + 2 * kPadding};
}

bool CaptionButton::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void CaptionButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool lit = underMouse() || isDown();
    if (lit || hasFocus())
        shapes::panel(painter, rect(), 5, lit ? color(Role::Selection) : QColor(),
                      hasFocus() ? color(Role::Accent) : QColor(), 1.5);
    const QRect area = rect().adjusted(kPadding, 0, -kPadding, 0);
    painter.setFont(font());
    painter.setPen(color(Role::TextMuted));
    const QFontMetrics metrics(font());
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, area.width() - kChevron);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const int end = area.left() + metrics.horizontalAdvance(shown);
    shapes::chevron(painter, QRectF(end + 2, 0, kChevron, height()), Qt::DownArrow, color(Role::TextMuted));
}

} // namespace trestle
