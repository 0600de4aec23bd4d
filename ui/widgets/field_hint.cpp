#include "ui/widgets/field_hint.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace trestle {

FieldHint::FieldHint(QWidget* window) : QLabel(window)
{
    setObjectName(QStringLiteral("fieldHint"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 4, 8, 4);
    hide();
}

void FieldHint::showBelow(const QWidget& field, const QString& text, bool wrong)
{
    constexpr int kGap = 3;
    m_wrong = wrong;
    setFont(scaledFont(field.font(), TextSize::Small));
    QPalette colors = field.palette();
    colors.setColor(QPalette::WindowText, roleColor(wrong ? Role::Error : Role::Text, colors));
    setPalette(colors);
    setText(text);
    const QWidget& window = *parentWidget();
    setWordWrap(false);
    adjustSize();
    if (width() > window.width()) {
        setWordWrap(true);
        resize(window.width(), heightForWidth(window.width()));
    }
    const QPoint corner = field.mapTo(&window, QPoint(0, 0));
    const int below = corner.y() + field.height() + kGap;
    const int x = std::clamp(corner.x(), 0, window.width() - width());
    move(x, below + height() <= window.height() ? below : corner.y() - kGap - height());
    raise();
    show();
}

void FieldHint::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), 5, roleColor(Role::Surface, palette()),
                  roleColor(m_wrong ? Role::Error : Role::ControlBorder, palette()));
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace trestle
