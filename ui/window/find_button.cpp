#include "ui/window/find_button.h"

#include "ui/theme/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace trestle {

namespace {

constexpr int kSide = 10;
constexpr int kBetween = 20;

} // namespace

FindButton::FindButton(QWidget* parent) : QPushButton(parent)
{
    setObjectName(QStringLiteral("findButton"));
    setAccessibleName(tr("Find or do anything"));
    setToolTip(tr("Find an item, a person or a page, or do what the menus do"));
    setShort(false);
}

void FindButton::setKeys(const QString& keys)
{
    m_keys = keys;
    setAccessibleDescription(keys);
    updateGeometry();
}

void FindButton::setShort(bool only)
{
    setText(only ? tr("Find") : tr("Find or do anything"));
}

QSize FindButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + kBetween + metrics.horizontalAdvance(m_keys) + 2 * kSide,
            QPushButton::sizeHint().height()};
}

void FindButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(roleColor(Role::TextMuted, palette()));
    const QRect room = rect().adjusted(kSide, 0, -kSide, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_keys);
}

} // namespace trestle
