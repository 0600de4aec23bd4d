#pragma once

#include "models/money/cash.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace trestle {

struct Plan;

/// Cash at the end of each month: the likely line, red below zero, on the band of 8 of 10 runs; what comes once as
/// diamonds on the line of zero; launch and the end of the buffer across. Places count months from the first of the
/// month of the start. Painted alike on screen and on paper.
struct CashCurve {
    /// What comes or goes once.
    struct Tranche {
        double at = 0;
        QString label;
        QString amount; ///< with its date
    };
    struct Line {
        double at = 0;
        QString label;
    };

    std::vector<CashBand> months;
    double start = 0; ///< where the opening balance stands
    double opening = 0;
    double more = 0; ///< what is lacking; 0: nothing
    QString moreLabel;
    QString openingLabel;
    QString runsOutLabel; ///< empty: the likely line does not
    Line launch;
    Line horizon;
    std::vector<Tranche> tranches;
    std::optional<std::size_t> reading; ///< a month to point out
    /// Where the first month begins in the area, and how wide a month is; absent: as wide as there is room.
    std::optional<double> left;
    std::optional<double> monthWidth;
    QFont font;

    static constexpr double kDiamond = 6; ///< from its middle to a corner
    /// Room left of the axes for "100 k".
    static double amountRoom(const QFont& font);
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] QPointF at(const QRectF& area, double place, double dollars) const;
    /// The month at a place in the area.
    [[nodiscard]] std::optional<std::size_t> monthAt(const QRectF& area, QPointF place) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    struct Scale {
        double least = 0;
        double most = 0;
    };
    [[nodiscard]] Scale scale() const;
    void paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintBand(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintLikely(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintAcross(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintLabels(QPainter& painter, const QRectF& area, const QPalette& palette) const; // cash_curve_labels.cpp
};

CashCurve cashCurve(const Plan& plan, const CashFigures& figures);

} // namespace trestle
