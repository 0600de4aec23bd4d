#include "ui/summary/next_item_button.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace trestle {

namespace {

constexpr int kAround = 3; // the text, for the frame of the focus
constexpr int kAfterCaption = 9;

} // namespace

NextItemButton::NextItemButton(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setUpFonts();
}

void NextItemButton::setItem(const QString& title, const QStringList& who, const QString& hint)
{
    m_title = title;
    m_who = who;
    setEnabled(!who.isEmpty());
    setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(hint);
    setAccessibleName(who.isEmpty() ? title : tr("Next: %1, %2").arg(title, who.first()));
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

void NextItemButton::setSecondLine(bool shown)
{
    if (shown == m_isTall)
        return;
    m_isTall = shown;
    updateGeometry();
    update();
}

void NextItemButton::setUpFonts()
{
    m_captionFont = scaledFont(font(), TextSize::Fine, QFont::DemiBold);
    m_captionFont.setCapitalization(QFont::AllUppercase);
    m_titleFont = scaledFont(font(), TextSize::Body, QFont::DemiBold);
    m_whoFont = scaledFont(font(), TextSize::Small);
    updateGeometry();
}

QSize NextItemButton::sizeHint() const
{
    const int second = hasSecondLine() ? QFontMetrics(m_whoFont).height() + 1 : 0;
    return {200, QFontMetrics(m_titleFont).height() + second + 2 * kAround};
}

void NextItemButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpFonts();
}

bool NextItemButton::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void NextItemButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool lit = isEnabled() && (underMouse() || isDown());
    if (lit || hasFocus())
        shapes::panel(painter, rect(), 5, lit ? color(Role::SurfaceMuted) : QColor(),
                      hasFocus() ? color(Role::Accent) : QColor(), hasFocus() ? 1.5 : 0);
    const QRect area = rect().adjusted(kAround, kAround, -kAround, -kAround);
    const QFontMetrics title(m_titleFont);
    const QRect first(area.left(), area.top(), area.width(), title.height());
    const QString caption = tr("Next");
    painter.setFont(m_captionFont);
    painter.setPen(color(Role::TextMuted));
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, caption);
    const int left = area.left() + QFontMetrics(m_captionFont).horizontalAdvance(caption) + kAfterCaption;
    const int width = area.right() + 1 - left;
    painter.setFont(m_titleFont);
    painter.setPen(color(Role::Text));
    painter.drawText(QRect(left, first.top(), width, first.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     title.elidedText(m_title, Qt::ElideRight, width));
    if (!hasSecondLine())
        return;
    const QFontMetrics who(m_whoFont);
    painter.setFont(m_whoFont);
    painter.setPen(color(Role::TextMuted));
    QString shown = m_who.last();
    for (auto form = m_who.crbegin(); form != m_who.crend(); ++form)
        if (who.horizontalAdvance(*form) <= width)
            shown = *form;
    painter.drawText(QRect(left, first.bottom() + 2, width, who.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     who.elidedText(shown, Qt::ElideMiddle, width));
}

} // namespace trestle
