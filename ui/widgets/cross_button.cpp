#include "ui/widgets/cross_button.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace trestle {

CrossButton::CrossButton(const QString& name, const QString& purpose, QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setToolTip(purpose);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CrossButton::sizeHint() const
{
    constexpr int kSide = 24; // with room for the mouse around the cross
    return {kSide, kSide};
}

void CrossButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CrossButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool lit = underMouse() || isDown();
    if (lit || hasFocus())
        shapes::panel(painter, rect(), 5, lit ? color(Role::Selection) : QColor(),
                      hasFocus() ? color(Role::Accent) : QColor(), 1.5);
    constexpr qreal kArm = 4;
    const QPointF middle = QRectF(rect()).center();
    painter.setPen(QPen(color(Role::Text), 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-kArm, -kArm), middle + QPointF(kArm, kArm));
    painter.drawLine(middle + QPointF(-kArm, kArm), middle + QPointF(kArm, -kArm));
}

} // namespace trestle
