#pragma once

#include "models/item_progress.h"

#include <QColor>
#include <QIcon>
#include <QPainterPath>
#include <QRectF>
#include <QRegion>

class QPainter;

namespace trestle {

/// The few shapes the window is drawn from. All leave the painter as they found it.
namespace shapes {

/// A rounded rectangle whose 1 px border lies inside `rect`.
void panel(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
           double width = 1.0);
/// A small open arrow in the middle of `rect`.
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color);
/// The same, a cross and a small calendar, as icons of `size` logical pixels for a button.
QIcon chevronIcon(int size, Qt::ArrowType direction, const QColor& color);
QIcon crossIcon(int size, const QColor& color);
QIcon calendarIcon(int size, const QColor& color);
/// What a window of this size with rounded corners covers.
QRegion roundedRegion(const QSize& size, int radius);

enum class Mark { Empty, Tick, Dash, Cross, Play };
Mark markOf(ItemState state);

/// A box to tick: empty, or filled with `fill` and a mark in `ink` on it. A cross is drawn without a fill, and so is
/// a play mark, in an outline of the colour of `fill`.
void tickBox(QPainter& painter, const QRectF& rect, Mark mark, const QColor& outline, const QColor& fill,
             const QColor& ink);
/// A thin bar, `fraction` of it filled; anything above 0 shows.
void progress(QPainter& painter, const QRectF& rect, double fraction, const QColor& track, const QColor& fill);

} // namespace shapes

} // namespace trestle
