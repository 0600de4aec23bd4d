// What floats over the window: menus, tool tips, lists of combo boxes and popups of our own.
#include "ui/theme/shapes.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tip_text.h"

#include <QCursor>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStyleHintReturnMask>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace trestle {

namespace {

bool isComboList(const QWidget* widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

/// Wraps what a tool tip says, once it is known; a tip that was placed for its wide text is placed anew.
void wrapTip(QLabel& tip)
{
    if (Qt::mightBeRichText(tip.text()))
        return;
    const QString wrapped = wrappedTip(tip.text());
    if (wrapped == tip.text())
        return;
    tip.setText(wrapped);
    tip.resize(tip.sizeHint() + QSize(1, 0));
    constexpr QPoint kBelow(2, 21); // as Qt places it: clear of the pointer
    constexpr int kAbove = 4;
    const QScreen* screen = tip.screen();
    if (!screen)
        return;
    const QRect room = screen->availableGeometry();
    const QPoint at = QCursor::pos();
    QPoint place = at + kBelow;
    if (place.y() + tip.height() > room.bottom())
        place.setY(at.y() - tip.height() - kAbove);
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - tip.width())));
    tip.move(place);
}

} // namespace

bool drawPopupPart(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget)
{
    const bool menu = element == QStyle::PE_PanelMenu || element == QStyle::PE_FrameMenu;
    const bool tip = element == QStyle::PE_PanelTipLabel;
    const bool list = (element == QStyle::PE_Frame || element == QStyle::PE_FrameMenu) && isComboList(widget);
    if (!menu && !tip && !list)
        return false;
    const bool ground = element != QStyle::PE_FrameMenu && !list;
    if (ground)
        painter->fillRect(option->rect, roleColor(Role::Surface, option->palette));
    shapes::panel(*painter, option->rect, kPopupRadius, {}, roleColor(Role::ControlBorder, option->palette));
    return true;
}

bool popupMask(QStyle::StyleHint hint, const QStyleOption* option, QStyleHintReturn* data)
{
    auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(data);
    if ((hint != QStyle::SH_Menu_Mask && hint != QStyle::SH_ToolTip_Mask) || !mask || !option)
        return false;
    mask->region = shapes::roundedRegion(option->rect.size(), kPopupRadius);
    return true;
}

void shapePopup(QObject* watched, const QEvent& event)
{
    if (event.type() != QEvent::Show && event.type() != QEvent::Resize)
        return;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !widget->isWindow())
        return;
    if (widget->inherits("QTipLabel")) {
        if (auto* tip = qobject_cast<QLabel*>(widget))
            wrapTip(*tip);
    } else if (widget->windowType() == Qt::Popup && !qobject_cast<QMenu*>(widget)) {
        widget->setMask(shapes::roundedRegion(widget->size(), kPopupRadius));
    }
}

} // namespace trestle
