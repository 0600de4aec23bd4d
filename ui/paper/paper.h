#pragma once

#include "ui/base/text_block.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

/// Type and colour on paper. The unit is the paper's pixel, of which A4 is 1000 wide: 0.595 points, so that the
/// smallest type of 12 pixels is 7.1 points, and painters made for the screen serve paper as they are.
namespace trestle::paper {

inline constexpr double kPointsPerUnit = 0.595276;
inline constexpr double kWidth = 595.276 / kPointsPerUnit; ///< A4
inline constexpr double kHeight = 841.89 / kPointsPerUnit;
inline constexpr double kMargin = 64;
inline constexpr double kLeft = kMargin;
inline constexpr double kRight = kWidth - kMargin;
inline constexpr double kTop = 56;
inline constexpr double kFootLine = kHeight - 60; ///< above the page number, where its texts need no further lines
inline constexpr int kSmall = 12;
inline constexpr int kDpi = 1200; ///< of PDF; fine enough for hairlines to land where they belong

/// Inter where it is installed, else the application's font; unhinted, so that letters are spaced as on paper.
QFont font(int pixels, int weight = QFont::Normal);

/// Of charts that were made for the screen: signs beside digits keep their plain forms, so that they are found and
/// copied.
QFont chartFont();

enum class Ink { Text, Muted };

/// The font, or a smaller one of the same weight if only in that the text fits the width; never under the smallest.
QFont fitting(const QString& text, double width, const QFont& font);

/// How wide a text is in one line, set as text() sets it.
double advance(const QString& text, const QFont& font);
/// Text in lines of a width, never cut (see TextBlock).
TextBlock text(const QString& text, const QFont& font, double width);

/// In the middle of `rect`: one line if it can be, in smaller type if needed, else further lines.
void line(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
          Qt::Alignment side = Qt::AlignLeft);
/// Height that a text needs when wrapped.
double wrappedHeight(const QString& text, const QFont& font, double width);
void wrapped(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color);

} // namespace trestle::paper
