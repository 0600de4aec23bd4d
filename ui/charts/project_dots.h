#pragma once

#include "models/risk/promises.h"

#include <QPalette>
#include <QRectF>

#include <array>

class QPainter;

namespace trestle {

/// Twenty projects like this one as dots along time: filled ones keep the promise, hollow ones do not, and a line
/// stands between them. Dots of about the same finish are stacked; no column holds dots of both kinds.
struct ProjectDots {
    static constexpr int kColumns = 9;

    struct Dot {
        int column = 0;
        int row = 0; ///< from the bottom
        friend bool operator==(const Dot&, const Dot&) = default;
    };

    CountableOdds odds;

    /// In the order of the finishes.
    [[nodiscard]] std::array<Dot, CountableOdds::kProjects> dots() const;
    /// Columns left of the line.
    [[nodiscard]] int keptColumns() const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette, bool dimmed = false) const;

    friend bool operator==(const ProjectDots&, const ProjectDots&) = default;
};

} // namespace trestle
