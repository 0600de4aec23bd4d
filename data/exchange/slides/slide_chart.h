#pragma once

#include "models/error.h"

#include <pugixml.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace trestle::slides {

/// A native chart: its figures stand in a workbook inside of the deck, where they can be edited.
struct SlideChart {
    enum class Kind { columns, curves };
    struct Series {
        std::string name;
        std::vector<double> at; ///< of curves: days of the spreadsheet's calendar; of columns none
        std::vector<double> values;
        double points = 2.25; ///< thickness of a curve; 0: its first point alone, as a dot that is named
        bool isPlain = false; ///< in the quieter colour
    };
    Kind kind = Kind::columns;
    std::string axis;               ///< what `at`, or a column's name, is
    std::vector<std::string> names; ///< of the columns
    std::vector<Series> series;
    bool labelled = true;    ///< each column says its value
    std::string valueFormat; ///< as spreadsheets write them
    std::string axisFormat;
    std::optional<double> most; ///< of the values
    double first = 0;           ///< of curves
    double last = 0;
    double step = 0;
};

/// The day as spreadsheets count it.
double serialOf(std::chrono::sys_days day);

/// The part of a chart; `workbook` is the relationship to its figures.
pugi::xml_document chartPart(const SlideChart& chart, const std::string& workbook);
/// A workbook of the figures: the axis in the first column, then one column for each series, or two of curves.
Result<std::string> chartWorkbook(const SlideChart& chart, std::chrono::sys_seconds madeAt);

} // namespace trestle::slides
