#include "ui/widgets/card.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace trestle {

Card::Card(QWidget* parent) : QFrame(parent)
{
    setFrameStyle(QFrame::NoFrame);
}

Card* Card::around(QWidget* content, const QString& name, QWidget* parent, int top)
{
    auto* card = new Card(parent);
    card->setObjectName(name);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, top, 1, 1);
    column->addWidget(content);
    return card;
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
