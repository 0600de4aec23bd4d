#include "data/exchange/proposal/docx_styles.h"

#include "data/exchange/proposal/docx_text.h"

#include <string>

namespace trestle::docx {

namespace {

constexpr const char* kFont = "Arial"; // every system has it, or another of the same widths
constexpr const char* kInk = "1B2330";

struct ParagraphStyle {
    const char* id;
    const char* name; ///< that programs know a style by, whatever their language
    int halfPoints;
    int before = 0;
    int after = 0;
    bool bold = false;
    bool withNext = false;
    bool right = false;
    const char* color = nullptr;
    int outline = -1; ///< level in the list of contents
};

constexpr ParagraphStyle kStyles[] = {
    {.id = kText, .name = "Normal", .halfPoints = 19, .after = 80},
    {.id = kTitle, .name = "Title", .halfPoints = 44, .before = 120, .after = 200, .bold = true, .withNext = true},
    {.id = kHeading,
     .name = "heading 1",
     .halfPoints = 26,
     .before = 320,
     .after = 80,
     .bold = true,
     .withNext = true,
     .outline = 0},
    {.id = kPhase,
     .name = "heading 2",
     .halfPoints = 20,
     .before = 120,
     .after = 40,
     .bold = true,
     .withNext = true,
     .outline = 1},
    {.id = kDetail, .name = "Detail", .halfPoints = 17, .after = 60, .color = kMuted},
    {.id = kCaption, .name = "Figure Caption", .halfPoints = 16, .before = 100, .bold = true, .color = kMuted},
    {.id = kValue, .name = "Figure Value", .halfPoints = 28, .before = 20, .after = 20, .bold = true},
    {.id = kBullet, .name = "List Bullet", .halfPoints = 19, .after = 40},
    {.id = kHead,
     .name = "Table Head",
     .halfPoints = 16,
     .before = 40,
     .after = 40,
     .bold = true,
     .withNext = true,
     .color = kMuted},
    {.id = kHeadFigure,
     .name = "Table Head Figure",
     .halfPoints = 16,
     .before = 40,
     .after = 40,
     .bold = true,
     .withNext = true,
     .right = true,
     .color = kMuted},
    {.id = kCell, .name = "Table Text", .halfPoints = 18, .before = 40, .after = 40},
    {.id = kFigure, .name = "Table Figure", .halfPoints = 18, .before = 40, .after = 40, .right = true},
    {.id = kHeader, .name = "header", .halfPoints = 17, .after = 120, .color = kMuted},
    {.id = kFooter, .name = "footer", .halfPoints = 16, .color = kMuted},
};

void addFont(xml_node properties)
{
    xml_node fonts = properties.append_child("w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"})
        set(fonts, script, kFont);
}

void addDefaults(xml_node styles)
{
    xml_node defaults = styles.append_child("w:docDefaults");
    xml_node run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
    addFont(run);
    valued(run, "w:color", kInk);
    xml_node language = valued(run, "w:lang", "en-AU");
    set(language, "w:eastAsia", "en-AU");
    set(language, "w:bidi", "ar-SA");
    defaults.append_child("w:pPrDefault");
}

void addParagraphStyle(xml_node styles, const ParagraphStyle& form, const Page& page)
{
    const std::string id = form.id;
    xml_node style = styles.append_child("w:style");
    set(style, "w:type", "paragraph");
    if (id == kText)
        set(style, "w:default", "1");
    set(style, "w:styleId", id);
    valued(style, "w:name", form.name);
    if (id != kText)
        valued(style, "w:basedOn", kText);
    style.append_child("w:qFormat");
    xml_node paragraph = style.append_child("w:pPr");
    if (form.withNext)
        paragraph.append_child("w:keepNext");
    if (id == kBullet)
        valued(paragraph.append_child("w:numPr"), "w:numId", "1");
    if (id == kHeader || id == kFooter) {
        xml_node tab = valued(paragraph.append_child("w:tabs"), "w:tab", "right");
        set(tab, "w:pos", std::to_string(page.text()));
    }
    xml_node spacing = paragraph.append_child("w:spacing");
    set(spacing, "w:before", std::to_string(form.before));
    set(spacing, "w:after", std::to_string(form.after));
    if (form.right)
        valued(paragraph, "w:jc", "right");
    if (form.outline >= 0)
        valued(paragraph, "w:outlineLvl", std::to_string(form.outline));
    xml_node run = style.append_child("w:rPr");
    if (form.bold) {
        run.append_child("w:b");
        run.append_child("w:bCs"); // the same of letters that are joined or run from the right
    }
    if (form.color)
        valued(run, "w:color", form.color);
    valued(run, "w:sz", std::to_string(form.halfPoints));
    valued(run, "w:szCs", std::to_string(form.halfPoints));
}

void addTableStyle(xml_node styles, const char* id, const char* name, bool ruled)
{
    xml_node style = styles.append_child("w:style");
    set(style, "w:type", "table");
    set(style, "w:styleId", id);
    valued(style, "w:name", name);
    xml_node properties = style.append_child("w:tblPr");
    if (ruled) {
        xml_node borders = properties.append_child("w:tblBorders");
        for (const char* side : {"w:bottom", "w:insideH"}) {
            xml_node line = valued(borders, side, "single");
            set(line, "w:sz", "4");
            set(line, "w:space", "0");
            set(line, "w:color", kRule);
        }
    }
    xml_node margins = properties.append_child("w:tblCellMar");
    for (const char* side : {"w:left", "w:right"}) {
        xml_node margin = margins.append_child(side);
        set(margin, "w:w", "80");
        set(margin, "w:type", "dxa");
    }
}

} // namespace

Page pageOf(PaperSize paper)
{
    constexpr int kMargin = 1080; // 19 mm
    switch (paper) {
    case PaperSize::a3: return {16838, 23811, kMargin};
    case PaperSize::letter: return {12240, 15840, kMargin};
    case PaperSize::a4: break;
    }
    return {11906, 16838, kMargin};
}

pugi::xml_document styles(const Page& page)
{
    pugi::xml_document document;
    xml_node root = document.append_child("w:styles");
    set(root, "xmlns:w", kNamespace);
    addDefaults(root);
    for (const ParagraphStyle& style : kStyles)
        addParagraphStyle(root, style, page);
    addTableStyle(root, kRuled, "Ruled Table", true);
    addTableStyle(root, kPlain, "Plain Table", false);
    return document;
}

pugi::xml_document numbering()
{
    pugi::xml_document document;
    xml_node root = document.append_child("w:numbering");
    set(root, "xmlns:w", kNamespace);
    xml_node list = root.append_child("w:abstractNum");
    set(list, "w:abstractNumId", "0");
    valued(list, "w:multiLevelType", "singleLevel");
    xml_node level = list.append_child("w:lvl");
    set(level, "w:ilvl", "0");
    valued(level, "w:start", "1");
    valued(level, "w:numFmt", "bullet");
    valued(level, "w:lvlText", "\u2022");
    valued(level, "w:lvlJc", "left");
    xml_node indent = level.append_child("w:pPr").append_child("w:ind");
    set(indent, "w:left", "284");
    set(indent, "w:hanging", "284");
    xml_node number = root.append_child("w:num");
    set(number, "w:numId", "1");
    valued(number, "w:abstractNumId", "0");
    return document;
}

pugi::xml_document settings()
{
    pugi::xml_document document;
    xml_node root = document.append_child("w:settings");
    set(root, "xmlns:w", kNamespace);
    xml_node mode = root.append_child("w:compat").append_child("w:compatSetting");
    set(mode, "w:name", "compatibilityMode");
    set(mode, "w:uri", "http://schemas.microsoft.com/office/word");
    set(mode, "w:val", "15");
    valued(root, "w:themeFontLang", "en-AU");
    return document;
}

} // namespace trestle::docx
