#pragma once

class QPainter;
class QStyleOption;
class QWidget;

namespace trestle {

/// Panels that several controls share; see Style for the properties that a widget is painted by.
void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawField(const QStyleOption* option, QPainter* painter);

} // namespace trestle
