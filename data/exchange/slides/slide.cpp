#include "data/exchange/slides/slide.h"

#include "data/exchange/slides/slide_xml.h"

#include <algorithm>
#include <cmath>

namespace trestle::slides {

namespace {

constexpr double kEmuPerInch = 914'400;
constexpr double kEmuPerPoint = 12'700;
constexpr double kRule = 1; // points

std::string emu(double inches)
{
    return std::to_string(std::llround(inches * kEmuPerInch));
}

const char* schemeOf(Ink ink)
{
    switch (ink) {
    case Ink::text: return "tx1";
    case Ink::soft: return "tx2";
    case Ink::surface: return "bg1";
    case Ink::bar: return "accent1";
    case Ink::pale: return "accent2";
    case Ink::paleEdge: return "accent3";
    case Ink::rule: return "accent4";
    }
    return "tx1";
}

void addFill(pugi::xml_node parent, const Ink* ink)
{
    if (!ink) {
        add(parent, "a:noFill");
        return;
    }
    add(add(parent, "a:solidFill"), "a:schemeClr", {{"val", schemeOf(*ink)}});
}

void addEdge(pugi::xml_node properties, const Ink* ink, bool dashed)
{
    pugi::xml_node edge = add(properties, "a:ln", {{"w", std::to_string(std::llround(kRule * kEmuPerPoint))}});
    addFill(edge, ink);
    if (dashed)
        add(edge, "a:prstDash", {{"val", "dash"}});
}

void addPlace(pugi::xml_node parent, const char* name, const Box& box)
{
    pugi::xml_node place = add(parent, name);
    add(place, "a:off", {{"x", emu(box.x)}, {"y", emu(box.y)}});
    add(place, "a:ext", {{"cx", emu(box.width)}, {"cy", emu(box.height)}});
}

void addGeometry(pugi::xml_node properties, const char* preset)
{
    add(add(properties, "a:prstGeom", {{"prst", preset}}), "a:avLst");
}

void addRunLook(pugi::xml_node parent, const char* name, const Type& type, Ink ink)
{
    pugi::xml_node look = add(parent, name,
                              {{"lang", "en-AU"},
                               {"sz", std::to_string(std::lround(type.points * 100))},
                               {"b", type.bold ? "1" : "0"},
                               {"dirty", "0"}});
    addFill(look, &ink);
    add(look, "a:latin", {{"typeface", "+mn-lt"}}); // the theme's: readers have defaults of their own
}

const char* anchorOf(Level level)
{
    return level == Level::top ? "t" : level == Level::middle ? "ctr" : "b";
}

const char* alignOf(Side side)
{
    return side == Side::left ? "l" : side == Side::middle ? "ctr" : "r";
}

} // namespace

Slide::Slide(int number) : m_number(number)
{
    pugi::xml_node root =
        add(m_document, "p:sld", {{"xmlns:a", kDrawing}, {"xmlns:r", kRelationships}, {"xmlns:p", kPresentation}});
    m_tree = add(add(root, "p:cSld"), "p:spTree");
    pugi::xml_node group = add(m_tree, "p:nvGrpSpPr");
    add(group, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(group, "p:cNvGrpSpPr");
    add(group, "p:nvPr");
    add(m_tree, "p:grpSpPr");
    add(add(root, "p:clrMapOvr"), "a:masterClrMapping");
}

pugi::xml_node Slide::addShape(const std::string& name, const char* placeholder)
{
    pugi::xml_node shape = add(m_tree, "p:sp");
    pugi::xml_node about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", name}});
    add(about, "p:cNvSpPr");
    pugi::xml_node kind = add(about, "p:nvPr");
    if (placeholder)
        add(kind, "p:ph", {{"type", placeholder}, {"idx", std::string_view(placeholder) == "ftr" ? "11" : "12"}});
    return shape;
}

void Slide::addBody(pugi::xml_node shape, const std::string& text, const TextLook& look)
{
    pugi::xml_node body = add(shape, "p:txBody");
    add(body, "a:bodyPr",
        {{"wrap", "square"},
         {"lIns", "0"},
         {"tIns", "0"},
         {"rIns", "0"},
         {"bIns", "0"},
         {"anchor", anchorOf(look.level)}});
    add(body, "a:lstStyle");
    pugi::xml_node paragraph = add(body, "a:p");
    pugi::xml_node set = add(paragraph, "a:pPr", {{"algn", alignOf(look.side)}});
    add(add(set, "a:lnSpc"), "a:spcPct", {{"val", "100000"}});
    add(set, "a:buNone");
    pugi::xml_node run = add(paragraph, "a:r");
    addRunLook(run, "a:rPr", look.type, look.ink);
    addText(run, "a:t", text);
}

double Slide::title(const Box& box, std::string_view text, const Type& type)
{
    constexpr std::size_t kMostLines = 2;
    const FittedText fitted = fittedText(text, type, box.width, kMostLines);
    m_cut += fitted.isCut ? 1 : 0;
    Box place = box;
    place.height = std::max(box.height, static_cast<double>(fitted.lines.size()) * lineHeight(type));
    pugi::xml_node shape = add(m_tree, "p:sp");
    pugi::xml_node about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", "Title"}});
    add(about, "p:cNvSpPr");
    add(add(about, "p:nvPr"), "p:ph", {{"type", "title"}});
    addPlace(add(shape, "p:spPr"), "a:xfrm", place);
    addBody(shape, fitted.whole, {type, Ink::text, Side::left, Level::top});
    return place.y + static_cast<double>(fitted.lines.size()) * lineHeight(type);
}

double Slide::text(const Box& box, std::string_view text, const TextLook& look)
{
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(box.height / lineHeight(look.type) + 0.02)));
    const FittedText fitted = fittedText(text, look.type, box.width, room);
    m_cut += fitted.isCut ? 1 : 0;
    pugi::xml_node shape = addShape("Text " + std::to_string(m_lastId));
    pugi::xml_node properties = add(shape, "p:spPr");
    addPlace(properties, "a:xfrm", box);
    addGeometry(properties, "rect");
    add(properties, "a:noFill");
    addBody(shape, fitted.whole, look);
    return box.y + static_cast<double>(fitted.lines.size()) * lineHeight(look.type);
}

void Slide::shape(const Box& box, const std::string& name, const ShapeLook& look)
{
    pugi::xml_node shape = addShape(name);
    pugi::xml_node properties = add(shape, "p:spPr");
    addPlace(properties, "a:xfrm", box);
    addGeometry(properties, look.isRound ? "ellipse" : "rect");
    addFill(properties, look.fill);
    addEdge(properties, look.edge, look.dashed);
}

void Slide::line(double x1, double y1, double x2, double y2, const std::string& name, Ink ink, bool dashed)
{
    pugi::xml_node shape = add(m_tree, "p:cxnSp");
    pugi::xml_node about = add(shape, "p:nvCxnSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", name}});
    add(about, "p:cNvCxnSpPr");
    add(about, "p:nvPr");
    pugi::xml_node properties = add(shape, "p:spPr");
    addPlace(properties, "a:xfrm", {x1, y1, x2 - x1, y2 - y1});
    addGeometry(properties, "line");
    addEdge(properties, &ink, dashed);
}

void Slide::picture(const Box& box, const std::string& name, const std::string& relationship)
{
    pugi::xml_node picture = add(m_tree, "p:pic");
    pugi::xml_node about = add(picture, "p:nvPicPr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", name}, {"descr", name}});
    add(add(about, "p:cNvPicPr"), "a:picLocks", {{"noChangeAspect", "1"}});
    add(about, "p:nvPr");
    pugi::xml_node fill = add(picture, "p:blipFill");
    add(fill, "a:blip", {{"r:embed", relationship}});
    add(add(fill, "a:stretch"), "a:fillRect");
    pugi::xml_node properties = add(picture, "p:spPr");
    addPlace(properties, "a:xfrm", box);
    addGeometry(properties, "rect");
}

void Slide::chart(const Box& box, const std::string& name, const std::string& told, const std::string& relationship)
{
    pugi::xml_node frame = add(m_tree, "p:graphicFrame");
    pugi::xml_node about = add(frame, "p:nvGraphicFramePr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", name}, {"descr", told}});
    add(about, "p:cNvGraphicFramePr");
    add(about, "p:nvPr");
    addPlace(frame, "p:xfrm", box);
    pugi::xml_node data = add(add(frame, "a:graphic"), "a:graphicData", {{"uri", kChart}});
    add(data, "c:chart", {{"xmlns:c", kChart}, {"r:id", relationship}});
}

void Slide::table(double x, double y, const std::string& name, const std::vector<double>& widths, double rowHeight,
                  const std::vector<std::vector<Cell>>& rows)
{
    double all = 0;
    for (const double width : widths)
        all += width;
    pugi::xml_node frame = add(m_tree, "p:graphicFrame");
    pugi::xml_node about = add(frame, "p:nvGraphicFramePr");
    add(about, "p:cNvPr", {{"id", std::to_string(++m_lastId)}, {"name", name}});
    add(add(about, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"noGrp", "1"}});
    add(about, "p:nvPr");
    addPlace(frame, "p:xfrm", {x, y, all, rowHeight * static_cast<double>(rows.size())});
    pugi::xml_node data = add(add(frame, "a:graphic"), "a:graphicData",
                              {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
    pugi::xml_node table = add(data, "a:tbl");
    add(table, "a:tblPr", {{"firstRow", "1"}});
    pugi::xml_node grid = add(table, "a:tblGrid");
    for (const double width : widths)
        add(grid, "a:gridCol", {{"w", emu(width)}});
    constexpr double kAir = 0.08;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        pugi::xml_node row = add(table, "a:tr", {{"h", emu(rowHeight)}});
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const Cell& cell = rows[r][c];
            const Type type{kNote.points, cell.bold || r == 0};
            const FittedText fitted = fittedText(cell.text, type, widths[c] - 2 * kAir, 1);
            m_cut += fitted.isCut ? 1 : 0;
            pugi::xml_node node = add(row, "a:tc");
            pugi::xml_node body = add(node, "a:txBody");
            add(body, "a:bodyPr");
            add(body, "a:lstStyle");
            pugi::xml_node paragraph = add(body, "a:p");
            add(paragraph, "a:pPr", {{"algn", cell.right ? "r" : "l"}});
            if (fitted.whole.empty()) {
                addRunLook(paragraph, "a:endParaRPr", type, Ink::text);
            } else {
                pugi::xml_node run = add(paragraph, "a:r");
                addRunLook(run, "a:rPr", type, r == 0 ? Ink::soft : Ink::text);
                addText(run, "a:t", fitted.whole);
            }
            pugi::xml_node look = add(node, "a:tcPr",
                                      {{"marL", emu(kAir)},
                                       {"marR", emu(kAir)},
                                       {"marT", emu(0.03)},
                                       {"marB", emu(0.03)},
                                       {"anchor", "ctr"}});
            for (const char* side : {"a:lnL", "a:lnR", "a:lnT"})
                add(add(look, side, {{"w", "0"}}), "a:noFill");
            pugi::xml_node below = add(look, "a:lnB", {{"w", std::to_string(std::llround(kEmuPerPoint))}});
            const Ink ink = r == 0 ? Ink::soft : Ink::rule;
            addFill(below, &ink);
            add(look, "a:noFill");
        }
    }
}

void Slide::foot(std::string_view text)
{
    constexpr double kTop = 6.96;
    const double tall = lineHeight(kNote);
    const FittedText fitted = fittedText(text, kNote, kInner - 1, 1);
    m_cut += fitted.isCut ? 1 : 0;
    pugi::xml_node shape = addShape("Footer", "ftr");
    addPlace(add(shape, "p:spPr"), "a:xfrm", {kSide, kTop, kInner - 1, tall});
    addBody(shape, fitted.whole, {kNote, Ink::soft, Side::left, Level::top});

    pugi::xml_node number = addShape("Slide number", "sldNum");
    addPlace(add(number, "p:spPr"), "a:xfrm", {kSlideWidth - kSide - 0.8, kTop, 0.8, tall});
    addBody(number, std::to_string(m_number), {kNote, Ink::soft, Side::right, Level::top});
    pugi::xml_node paragraph = number.child("p:txBody").child("a:p");
    pugi::xml_node run = paragraph.child("a:r"); // a field, so that slides put in before it count
    run.set_name("a:fld");
    run.append_attribute("id").set_value("{7B1F4C1E-6A53-4E0B-9D7C-3A52D1E60001}");
    run.append_attribute("type").set_value("slidenum");
}

} // namespace trestle::slides
