#include "ui/widgets/card.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace trestle {

Card::Card(QWidget* parent) : QFrame(parent)
{
    setFrameStyle(QFrame::NoFrame);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), 8, roleColor(Role::Surface, palette()), roleColor(Role::Border, palette()));
}

Divider::Divider(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Divider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Border, palette()));
}

} // namespace trestle
