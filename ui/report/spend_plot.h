#pragma once

#include "ui/charts/spend_series.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <optional>

class QPainter;

namespace trestle {

/// Cumulative spend on paper: band, likely line, budget. The window has its own, which can be read with the mouse.
struct SpendPlot {
    SpendSeries series;
    std::optional<Money> budget;
    Weeks first = 0; ///< of the axis, plan time
    Weeks last = 1;
    Weeks planStart = 0; ///< plan time 0 in weeks of the project
    QFont font;

    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;
};

} // namespace trestle
