#pragma once

#include <cstddef>
#include <vector>

/// Which part of the report stands where: sizes and pages, before anything is painted. One page if everything fits
/// with rows as low as they stay legible; else as many as are needed at a comfortable size.
namespace trestle {

/// What has to find room, in units of paper.h.
struct ReportNeeds {
    double head = 0;               ///< headline to tiles, first page only
    std::vector<double> ganttRows; ///< the least height of each; all of them get the same
    double ganttFixed = 0;         ///< heading, months and marks of a chart, on every page that has a part of it
    double charts = 0;             ///< heading of the two charts, without the plots
    std::vector<double> costRows;  ///< the least height of each
    double costFixed = 0;          ///< heading and column titles of the table
    double costNote = 0;           ///< below its last row
    double basis = 0;
    double page = 0; ///< room on a page
};

struct ReportSizes {
    double ganttRow = 0;
    double plot = 0;
    double costRow = 0; ///< of a row that needs no more
    friend bool operator==(const ReportSizes&, const ReportSizes&) = default;
};

inline constexpr ReportSizes kComfortable{29, 180, 23};
inline constexpr ReportSizes kTight{19, 100, 16.5};

enum class SheetPart { Head, Gantt, Charts, Costs, Basis };

struct ReportBlock {
    SheetPart part = SheetPart::Head;
    std::size_t page = 0;
    double top = 0; ///< from the top of the page's room
    double height = 0;
    std::size_t firstRow = 0;
    std::size_t rowCount = 0;
    bool last = true; ///< of its part: the note below a table
    friend bool operator==(const ReportBlock&, const ReportBlock&) = default;
};

struct ReportLayout {
    ReportSizes sizes;
    std::vector<ReportBlock> blocks;
    std::size_t pages = 1;
};

ReportLayout layOutReport(const ReportNeeds& needs);

} // namespace trestle
