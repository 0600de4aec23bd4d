#include "data/exchange/slides/slide_chart.h"

#include "data/exchange/csv_table.h"
#include "data/exchange/ooxml/ooxml_package.h"
#include "data/exchange/slides/slide_text.h"
#include "data/exchange/slides/slide_xml.h"

#include <cmath>

namespace trestle::slides {

namespace {

constexpr const char* kAcross = "111111111"; // ids of the axes
constexpr const char* kUp = "222222222";
constexpr double kLineUnits = 12'700; // to a point

std::string numberOf(double value)
{
    constexpr int kDecimals = 6;
    return decimalText(value, kDecimals);
}

/// "A", "B", …: charts have few columns.
std::string columnName(std::size_t column)
{
    return std::string(1, static_cast<char>('A' + column));
}

std::string rangeOf(std::size_t column, std::size_t rows)
{
    const std::string name = "Figures!$" + columnName(column) + "$";
    return name + "2:$" + columnName(column) + "$" + std::to_string(rows + 1);
}

/// Columns of the workbook in which a series stands: its places, its values.
struct Columns {
    std::size_t at;
    std::size_t values;
};
Columns columnsOf(const SlideChart& chart, std::size_t series)
{
    return chart.kind == SlideChart::Kind::columns ? Columns{0, series + 1} : Columns{2 * series, 2 * series + 1};
}

void addColour(pugi::xml_node parent, const char* scheme)
{
    add(add(parent, "a:solidFill"), "a:schemeClr", {{"val", scheme}});
}

void addLine(pugi::xml_node properties, const char* scheme, double points)
{
    pugi::xml_node line = add(properties, "a:ln", {{"w", std::to_string(std::lround(points * kLineUnits))}});
    if (scheme)
        addColour(line, scheme);
    else
        add(line, "a:noFill");
}

void addType(pugi::xml_node parent, const Type& type, const char* scheme)
{
    pugi::xml_node body = add(parent, "c:txPr");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    pugi::xml_node paragraph = add(body, "a:p");
    pugi::xml_node look = add(add(paragraph, "a:pPr"), "a:defRPr",
                              {{"sz", std::to_string(std::lround(type.points * 100))}, {"b", type.bold ? "1" : "0"}});
    addColour(look, scheme);
    add(paragraph, "a:endParaRPr", {{"lang", "en-AU"}});
}

/// Figures with where they stand in the workbook.
void addNumbers(pugi::xml_node parent, const char* name, const std::string& range, const std::string& format,
                const std::vector<double>& values)
{
    pugi::xml_node reference = add(add(parent, name), "c:numRef");
    addText(reference, "c:f", range);
    pugi::xml_node cache = add(reference, "c:numCache");
    addText(cache, "c:formatCode", format);
    add(cache, "c:ptCount", {{"val", std::to_string(values.size())}});
    for (std::size_t i = 0; i < values.size(); ++i)
        addText(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v", numberOf(values[i]));
}

void addStrings(pugi::xml_node parent, const std::string& range, const std::vector<std::string>& texts)
{
    pugi::xml_node reference = add(parent, "c:strRef");
    addText(reference, "c:f", range);
    pugi::xml_node cache = add(reference, "c:strCache");
    add(cache, "c:ptCount", {{"val", std::to_string(texts.size())}});
    for (std::size_t i = 0; i < texts.size(); ++i)
        addText(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v", texts[i]);
}

void addLabels(pugi::xml_node series, const char* place, bool value, bool name)
{
    pugi::xml_node labels = add(series, "c:dLbls");
    add(add(labels, "c:spPr"), "a:noFill");
    addType(labels, {kNote.points, true}, "tx1");
    if (place)
        add(labels, "c:dLblPos", {{"val", place}});
    add(labels, "c:showLegendKey", {{"val", "0"}});
    add(labels, "c:showVal", {{"val", value ? "1" : "0"}});
    add(labels, "c:showCatName", {{"val", "0"}});
    add(labels, "c:showSerName", {{"val", name ? "1" : "0"}});
    add(labels, "c:showPercent", {{"val", "0"}});
    add(labels, "c:showBubbleSize", {{"val", "0"}});
}

void addSeries(pugi::xml_node plot, const SlideChart& chart, std::size_t index)
{
    const SlideChart::Series& one = chart.series[index];
    const Columns columns = columnsOf(chart, index);
    const bool isColumns = chart.kind == SlideChart::Kind::columns;
    const char* ink = one.isPlain ? "tx2" : "accent1";
    pugi::xml_node series = add(plot, "c:ser");
    add(series, "c:idx", {{"val", std::to_string(index)}});
    add(series, "c:order", {{"val", std::to_string(index)}});
    addStrings(add(series, "c:tx"), "Figures!$" + columnName(columns.values) + "$1", {one.name});
    pugi::xml_node look = add(series, "c:spPr");
    if (isColumns) {
        addColour(look, ink);
        add(series, "c:invertIfNegative", {{"val", "0"}});
        if (chart.labelled)
            addLabels(series, "outEnd", true, false);
        addStrings(add(series, "c:cat"), rangeOf(0, chart.names.size()), chart.names);
        addNumbers(series, "c:val", rangeOf(columns.values, one.values.size()), chart.valueFormat, one.values);
        return;
    }
    addLine(look, one.points > 0 ? ink : nullptr, one.points);
    pugi::xml_node marker = add(series, "c:marker");
    add(marker, "c:symbol", {{"val", one.points > 0 ? "none" : "circle"}});
    if (one.points == 0) {
        add(marker, "c:size", {{"val", "8"}});
        pugi::xml_node dot = add(marker, "c:spPr");
        addColour(dot, ink);
        addLine(dot, ink, 1);
        addLabels(series, one.isPlain ? "l" : "r", false, true);
    }
    addNumbers(series, "c:xVal", rangeOf(columns.at, one.at.size()), chart.axisFormat, one.at);
    addNumbers(series, "c:yVal", rangeOf(columns.values, one.values.size()), chart.valueFormat, one.values);
    add(series, "c:smooth", {{"val", one.points > 0 ? "1" : "0"}});
}

void addScale(pugi::xml_node axis, std::optional<double> least, std::optional<double> most)
{
    pugi::xml_node scale = add(axis, "c:scaling");
    add(scale, "c:orientation", {{"val", "minMax"}});
    if (most)
        add(scale, "c:max", {{"val", numberOf(*most)}});
    if (least)
        add(scale, "c:min", {{"val", numberOf(*least)}});
}

void addAxisLook(pugi::xml_node axis, const std::string& format, const char* line)
{
    add(axis, "c:numFmt", {{"formatCode", format}, {"sourceLinked", "0"}});
    add(axis, "c:majorTickMark", {{"val", "none"}});
    add(axis, "c:minorTickMark", {{"val", "none"}});
    add(axis, "c:tickLblPos", {{"val", "low"}});
    addLine(add(axis, "c:spPr"), line, 1);
    addType(axis, kNote, "tx2");
}

void addValueAxis(pugi::xml_node plots, const SlideChart& chart)
{
    pugi::xml_node axis = add(plots, "c:valAx");
    add(axis, "c:axId", {{"val", kUp}});
    addScale(axis, 0.0, chart.most);
    add(axis, "c:delete", {{"val", "0"}});
    add(axis, "c:axPos", {{"val", "l"}});
    addLine(add(add(axis, "c:majorGridlines"), "c:spPr"), "accent4", 0.75);
    addAxisLook(axis, chart.valueFormat, nullptr);
    add(axis, "c:crossAx", {{"val", kAcross}});
    add(axis, "c:crosses", {{"val", "min"}});
    add(axis, "c:crossBetween", {{"val", chart.kind == SlideChart::Kind::columns ? "between" : "midCat"}});
    if (chart.kind == SlideChart::Kind::curves)
        add(axis, "c:majorUnit", {{"val", "0.25"}});
}

void addAcrossAxis(pugi::xml_node plots, const SlideChart& chart)
{
    const bool isColumns = chart.kind == SlideChart::Kind::columns;
    pugi::xml_node axis = add(plots, isColumns ? "c:catAx" : "c:valAx");
    add(axis, "c:axId", {{"val", kAcross}});
    addScale(axis, isColumns ? std::nullopt : std::optional(chart.first),
             isColumns ? std::nullopt : std::optional(chart.last));
    add(axis, "c:delete", {{"val", "0"}});
    add(axis, "c:axPos", {{"val", "b"}});
    addAxisLook(axis, isColumns ? "General" : chart.axisFormat, "tx2");
    add(axis, "c:crossAx", {{"val", kUp}});
    add(axis, "c:crosses", {{"val", isColumns ? "autoZero" : "min"}});
    if (isColumns) {
        add(axis, "c:auto", {{"val", "0"}});
        add(axis, "c:lblAlgn", {{"val", "ctr"}});
        add(axis, "c:lblOffset", {{"val", "100"}});
        add(axis, "c:noMultiLvlLbl", {{"val", "1"}});
    } else {
        add(axis, "c:crossBetween", {{"val", "midCat"}});
        add(axis, "c:majorUnit", {{"val", numberOf(chart.step)}});
    }
}

void addCell(pugi::xml_node row, const std::string& place, const std::string& text)
{
    pugi::xml_node cell = add(row, "c", {{"r", place}, {"t", "inlineStr"}});
    pugi::xml_node node = addText(add(cell, "is"), "t", text);
    node.append_attribute("xml:space").set_value("preserve");
}

void addCell(pugi::xml_node row, const std::string& place, double value)
{
    addText(add(row, "c", {{"r", place}}), "v", numberOf(value));
}

} // namespace

double serialOf(std::chrono::sys_days day)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::sys_days kFirst{1899y / 12 / 30};
    return static_cast<double>((day - kFirst).count());
}

pugi::xml_document chartPart(const SlideChart& chart, const std::string& workbook)
{
    pugi::xml_document document;
    pugi::xml_node space =
        add(document, "c:chartSpace", {{"xmlns:c", kChart}, {"xmlns:a", kDrawing}, {"xmlns:r", kRelationships}});
    add(space, "c:roundedCorners", {{"val", "0"}});
    pugi::xml_node whole = add(space, "c:chart");
    add(whole, "c:autoTitleDeleted", {{"val", "1"}});
    pugi::xml_node area = add(whole, "c:plotArea");
    add(area, "c:layout");
    const bool isColumns = chart.kind == SlideChart::Kind::columns;
    pugi::xml_node plot = add(area, isColumns ? "c:barChart" : "c:scatterChart");
    if (isColumns) {
        add(plot, "c:barDir", {{"val", "col"}});
        add(plot, "c:grouping", {{"val", "clustered"}});
    } else {
        add(plot, "c:scatterStyle", {{"val", "lineMarker"}});
    }
    add(plot, "c:varyColors", {{"val", "0"}});
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        addSeries(plot, chart, i);
    if (isColumns)
        add(plot, "c:gapWidth", {{"val", "40"}});
    add(plot, "c:axId", {{"val", kAcross}});
    add(plot, "c:axId", {{"val", kUp}});
    addAcrossAxis(area, chart);
    addValueAxis(area, chart);
    add(whole, "c:plotVisOnly", {{"val", "1"}});
    add(whole, "c:dispBlanksAs", {{"val", "gap"}});
    add(add(space, "c:spPr"), "a:noFill");
    addType(space, kNote, "tx1");
    pugi::xml_node data = add(space, "c:externalData", {{"r:id", workbook}});
    add(data, "c:autoUpdate", {{"val", "0"}});
    return document;
}

Result<std::string> chartWorkbook(const SlideChart& chart, std::chrono::sys_seconds madeAt)
{
    constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    constexpr std::string_view kType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    pugi::xml_document sheet;
    pugi::xml_node rows = add(add(sheet, "worksheet", {{"xmlns", kMain}}), "sheetData");
    std::size_t most = chart.names.size();
    for (const SlideChart::Series& series : chart.series)
        most = std::max(most, series.values.size());
    for (std::size_t r = 0; r <= most; ++r) {
        const std::string number = std::to_string(r + 1);
        pugi::xml_node row = add(rows, "row", {{"r", number}});
        if (chart.kind == SlideChart::Kind::columns)
            addCell(row, "A" + number, r == 0 ? chart.axis : chart.names[r - 1]);
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const SlideChart::Series& series = chart.series[s];
            const Columns columns = columnsOf(chart, s);
            if (r > series.values.size())
                continue;
            if (chart.kind == SlideChart::Kind::curves) {
                if (r == 0)
                    addCell(row, columnName(columns.at) + number, chart.axis);
                else
                    addCell(row, columnName(columns.at) + number, series.at[r - 1]);
            }
            if (r == 0)
                addCell(row, columnName(columns.values) + number, series.name);
            else
                addCell(row, columnName(columns.values) + number, series.values[r - 1]);
        }
    }
    ooxml::Package package({.title = {}, .subject = {}, .creator = {}, .description = {}, .madeAt = madeAt});
    package.relate("", ooxml::kOfficeDocument, "xl/workbook.xml");
    pugi::xml_document book;
    pugi::xml_node root = add(book, "workbook", {{"xmlns", kMain}, {"xmlns:r", kRelationships}});
    add(add(root, "sheets"), "sheet",
        {{"name", "Figures"},
         {"sheetId", "1"},
         {"r:id", package.relate("xl/workbook.xml", "worksheet", "xl/worksheets/sheet1.xml")}});
    package.addXml("xl/workbook.xml", std::string(kType) + "sheet.main+xml", book);
    package.addXml("xl/worksheets/sheet1.xml", std::string(kType) + "worksheet+xml", sheet);
    return package.write();
}

} // namespace trestle::slides
