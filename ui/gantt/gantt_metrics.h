#pragma once

#include <QFont>

namespace trestle {

inline constexpr double kRowCorner = 6; ///< of the selected row, in tree and chart

/// Sizes of the Gantt chart in logical pixels, all in proportion to the system font.
struct GanttMetrics {
    double phaseRow = 34;
    double itemRow = 26;
    double phaseBar = 12; ///< height of a phase's bar …
    double itemBar = 9;
    double reference = 3;    ///< … of the reference window under it …
    double referenceGap = 4; ///< … and of the room between them
    double radius = 3;
    double smallestBar = 3; ///< width of a bar too short to see
    double headerLine = 18; ///< months, and again for week numbers
    double header = 40;
    double footer = 20; ///< labels of the dated lines
    double legend = 36;
    double arrowHead = 6;
    double stub = 9; ///< straight part of an arrow at either end
    QFont phaseFont;
    QFont itemFont;
    QFont headerFont; ///< months and column titles
    QFont weekFont;   ///< week numbers

    static GanttMetrics of(const QFont& font);
    friend bool operator==(const GanttMetrics&, const GanttMetrics&) = default;
};

/// No text is smaller than this.
inline constexpr int kSmallestText = 11;

} // namespace trestle
