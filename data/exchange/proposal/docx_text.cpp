#include "data/exchange/proposal/docx_text.h"

#include <numeric>

namespace trestle::docx {

void set(xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(std::string(value).c_str());
}

xml_node valued(xml_node parent, const char* name, std::string_view value)
{
    xml_node node = parent.append_child(name);
    set(node, "w:val", value);
    return node;
}

xml_node paragraph(xml_node parent, const char* style, bool withNext)
{
    xml_node node = parent.append_child("w:p");
    xml_node properties = node.append_child("w:pPr");
    valued(properties, "w:pStyle", style);
    if (withNext)
        properties.append_child("w:keepNext");
    return node;
}

namespace {

void piece(xml_node run, std::string_view text)
{
    if (text.empty())
        return;
    xml_node node = run.append_child("w:t");
    set(node, "xml:space", "preserve");
    node.text().set(std::string(text).c_str());
}

} // namespace

void text(xml_node paragraph, std::string_view text, Run form)
{
    xml_node run = paragraph.append_child("w:r");
    if (form.bold || form.color) {
        xml_node properties = run.append_child("w:rPr");
        if (form.bold) {
            properties.append_child("w:b");
            properties.append_child("w:bCs");
        }
        if (form.color)
            valued(properties, "w:color", form.color);
    }
    while (true) {
        const std::size_t end = text.find_first_of("\n\t");
        piece(run, text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        run.append_child(text[end] == '\n' ? "w:br" : "w:tab");
        text.remove_prefix(end + 1);
    }
}

void field(xml_node paragraph, const char* instruction)
{
    xml_node node = paragraph.append_child("w:fldSimple");
    set(node, "w:instr", instruction);
    text(node, "1");
}

xml_node table(xml_node body, const char* style, const std::vector<int>& widths)
{
    xml_node node = body.append_child("w:tbl");
    xml_node properties = node.append_child("w:tblPr");
    valued(properties, "w:tblStyle", style);
    xml_node width = properties.append_child("w:tblW");
    set(width, "w:w", std::to_string(std::accumulate(widths.begin(), widths.end(), 0)));
    set(width, "w:type", "dxa");
    set(properties.append_child("w:tblLayout"), "w:type", "fixed");
    xml_node grid = node.append_child("w:tblGrid");
    for (const int column : widths)
        set(grid.append_child("w:gridCol"), "w:w", std::to_string(column));
    return node;
}

xml_node row(xml_node table, Row form)
{
    xml_node node = table.append_child("w:tr");
    xml_node properties = node.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (form.height > 0)
        valued(properties, "w:trHeight", std::to_string(form.height));
    if (form.isHead)
        properties.append_child("w:tblHeader");
    return node;
}

xml_node cell(xml_node row, Cell form)
{
    xml_node node = row.append_child("w:tc");
    xml_node properties = node.append_child("w:tcPr");
    xml_node width = properties.append_child("w:tcW");
    set(width, "w:w", std::to_string(form.width));
    set(width, "w:type", "dxa");
    if (form.span > 1)
        valued(properties, "w:gridSpan", std::to_string(form.span));
    if (form.below) {
        xml_node line = valued(properties.append_child("w:tcBorders"), "w:bottom", "single");
        set(line, "w:sz", "6");
        set(line, "w:space", "0");
        set(line, "w:color", form.below);
    }
    if (form.fill) {
        xml_node ground = valued(properties, "w:shd", "clear");
        set(ground, "w:color", "auto");
        set(ground, "w:fill", form.fill);
    }
    if (form.atFoot)
        valued(properties, "w:vAlign", "bottom");
    return node;
}

} // namespace trestle::docx
