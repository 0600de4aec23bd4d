#pragma once

#include "models/plan/cost_table.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace trestle {

/// One month's bar: the likely amount and, where it is more, the high case's as a pale extension.
struct MonthBar {
    std::chrono::year_month month;
    Money likely;
    Money high;
};

/// Bars of cash by month, painted alike on screen and on paper. Coordinates are the painter's logical units; `font` is
/// the font of the axis, the figures above the bars are the same in bold.
struct MonthBars {
    std::vector<MonthBar> bars;
    bool showHigh = false;
    QFont font;

    /// The place of a bar's slot, from the axis to the top; `area` as given to paint.
    [[nodiscard]] QRectF slot(const QRectF& area, std::size_t index) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] Money most() const;
    void paintAxis(QPainter& painter, const QRectF& plot, const QPalette& palette) const;
    void paintBar(QPainter& painter, const QRectF& plot, const QRectF& slot, const MonthBar& bar, bool labelled,
                  const QPalette& palette) const;
    void paintMonths(QPainter& painter, const QRectF& area, const QPalette& palette) const;
};

/// The months of a table; with GST or without.
std::vector<MonthBar> monthBars(const MonthTable& table, bool incGst);

} // namespace trestle
