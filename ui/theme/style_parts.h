#pragma once

#include <QStyle>

class QEvent;
class QPainter;
class QSize;
class QString;
class QStyleHintReturn;
class QStyleOption;
class QWidget;

namespace trestle {

/// Panels that several controls share; see Style for the properties that a widget is painted by.
void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget);
/// A ring around what has the focus that no state of it has: a line of the ground lies between the ring and a fill.
void drawFocusRing(const QStyleOption* option, QPainter* painter, double radius);

/// Menus, tool tips and other popups: rounded, with a border of the theme.
bool drawPopupPart(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget);
bool popupMask(QStyle::StyleHint hint, const QStyleOption* option, QStyleHintReturn* data);
/// To be called with each event of any widget: gives popups their round corners, and wraps the text of tool tips.
void shapePopup(QObject* watched, const QEvent& event);
void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget);

} // namespace trestle
