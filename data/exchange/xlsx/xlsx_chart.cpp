#include "data/exchange/xlsx/xlsx_chart.h"

#include <xlsxwriter.h>

#include <array>

namespace trestle {

namespace {

constexpr int kChartWidth = 760;
constexpr int kChartHeight = 340;
/// Of the report's own kinds of cost; told apart in grey as well.
constexpr std::array<lxw_color_t, 3> kChartColours{0x2F6DB5, 0xE0A030, 0x7A4A9E};

} // namespace

void addChart(XlsxBook& book, XlsxSheet& sheet, CellAt at, const ChartCells& cells)
{
    const bool isCurve = cells.form == ChartForm::curves;
    lxw_chart* chart = workbook_add_chart(book.get(), isCurve ? LXW_CHART_SCATTER_STRAIGHT : LXW_CHART_COLUMN_STACKED);
    std::size_t colour = 0;
    for (const std::uint16_t column : cells.columns) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, sheet.name().c_str(), cells.first, cells.along, cells.last, cells.along);
        chart_series_set_values(series, sheet.name().c_str(), cells.first, column, cells.last, column);
        chart_series_set_name_range(series, sheet.name().c_str(), cells.titles, column);
        const lxw_color_t ink = kChartColours.at(colour++ % kChartColours.size());
        if (isCurve) {
            lxw_chart_line line{};
            line.color = ink;
            line.width = 2.25F;
            chart_series_set_line(series, &line);
            chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
        } else {
            lxw_chart_fill fill{};
            fill.color = ink;
            chart_series_set_fill(series, &fill);
        }
    }
    chart_title_set_name(chart, cells.title.c_str());
    lxw_chart_font font{};
    font.size = 12;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    chart_axis_set_name(chart->x_axis, cells.alongName.c_str());
    chart_axis_set_name(chart->y_axis, cells.upName.c_str());
    chart_axis_set_num_format(chart->x_axis, cells.alongFormat.c_str());
    chart_axis_set_num_format(chart->y_axis, cells.upFormat.c_str());
    if (isCurve) {
        chart_axis_set_min(chart->y_axis, 0);
        chart_axis_set_max(chart->y_axis, 1);
    }
    if (cells.columns.size() > 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    sheet.chart(at, chart, kChartWidth, kChartHeight);
}

} // namespace trestle
