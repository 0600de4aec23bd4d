#include "data/exchange/proposal/docx_writer.h"

#include "data/exchange/clean_text.h"
#include "data/exchange/export_facts.h"
#include "data/exchange/ooxml/ooxml_package.h"
#include "data/exchange/proposal/change_order_content.h"
#include "data/exchange/proposal/docx_body.h"
#include "data/exchange/proposal/docx_styles.h"
#include "data/exchange/proposal/docx_text.h"
#include "data/exchange/proposal/proposal_content.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

using pugi::xml_node;

using namespace docx;

constexpr const char* kDocumentPart = "word/document.xml";
constexpr const char* kHeaderPart = "word/header1.xml";
constexpr const char* kFooterPart = "word/footer1.xml";
constexpr const char* kLogoPart = "word/media/logo.png";

std::string typeOf(std::string_view part)
{
    return std::string("application/vnd.openxmlformats-officedocument.wordprocessingml.").append(part).append("+xml");
}

xml_node rootOf(pugi::xml_document& document, const char* name)
{
    xml_node root = document.append_child(name);
    set(root, "xmlns:w", kNamespace);
    set(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    return root;
}

/// A picture in the text, as high as a logo is, no wider than it may be.
void addPicture(xml_node paragraph, const std::string& relationship, ooxml::PixelSize pixels, const std::string& name)
{
    constexpr double kHigh = 300'000; // EMU, of 914,400 to the inch
    constexpr double kWide = 2'000'000;
    const double scale = std::min(kHigh / pixels.height, kWide / pixels.width);
    const auto size = [&](unsigned of) { return std::to_string(std::max(1L, std::lround(of * scale))); };
    xml_node inlined = paragraph.append_child("w:r").append_child("w:drawing").append_child("wp:inline");
    set(inlined, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    for (const char* side : {"distT", "distB", "distL", "distR"}) // readers have room of their own around it otherwise
        set(inlined, side, "0");
    const auto addSize = [&](xml_node parent, const char* tag) {
        xml_node extent = parent.append_child(tag);
        set(extent, "cx", size(pixels.width));
        set(extent, "cy", size(pixels.height));
    };
    addSize(inlined, "wp:extent");
    const auto addName = [&](xml_node node) {
        set(node, "id", "1");
        set(node, "name", "Logo");
        set(node, "descr", name);
    };
    addName(inlined.append_child("wp:docPr"));
    constexpr const char* kPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    xml_node graphic = inlined.append_child("a:graphic");
    set(graphic, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    xml_node data = graphic.append_child("a:graphicData");
    set(data, "uri", kPicture);
    xml_node picture = data.append_child("pic:pic");
    set(picture, "xmlns:pic", kPicture);
    xml_node about = picture.append_child("pic:nvPicPr");
    addName(about.append_child("pic:cNvPr"));
    about.append_child("pic:cNvPicPr");
    xml_node fill = picture.append_child("pic:blipFill");
    set(fill.append_child("a:blip"), "r:embed", relationship);
    fill.append_child("a:stretch").append_child("a:fillRect");
    xml_node shape = picture.append_child("pic:spPr");
    xml_node place = shape.append_child("a:xfrm");
    xml_node offset = place.append_child("a:off");
    set(offset, "x", "0");
    set(offset, "y", "0");
    addSize(place, "a:ext");
    xml_node form = shape.append_child("a:prstGeom");
    set(form, "prst", "rect");
    form.append_child("a:avLst");
}

void addHeader(ooxml::Package& package, const ClientDocument& content)
{
    pugi::xml_document document;
    xml_node line = paragraph(rootOf(document, "w:hdr"), kHeader);
    if (const ooxml::PixelSize pixels = ooxml::sizeOfPng(content.logo); !pixels.isEmpty()) {
        package.addMedia(kLogoPart, content.logo);
        addPicture(line, package.relate(kHeaderPart, ooxml::kImage, kLogoPart), pixels, content.company);
        text(line, "  ");
    }
    text(line, content.company, {.bold = true});
    text(line, "\t" + content.head);
    package.addXml(kHeaderPart, typeOf("header"), document);
}

void addFooter(ooxml::Package& package, const ClientDocument& content)
{
    pugi::xml_document document;
    xml_node line = paragraph(rootOf(document, "w:ftr"), kFooter);
    text(line, content.foot + '\t');
    field(line, "PAGE");
    text(line, " / ");
    field(line, "NUMPAGES");
    package.addXml(kFooterPart, typeOf("footer"), document);
}

void addPage(xml_node body, const Page& page, const std::string& header, const std::string& footer)
{
    xml_node section = body.append_child("w:sectPr");
    const auto refer = [&](const char* name, const std::string& relationship) {
        xml_node reference = section.append_child(name);
        set(reference, "w:type", "default");
        set(reference, "r:id", relationship);
    };
    refer("w:headerReference", header);
    refer("w:footerReference", footer);
    xml_node size = section.append_child("w:pgSz");
    set(size, "w:w", std::to_string(page.width));
    set(size, "w:h", std::to_string(page.height));
    xml_node margins = section.append_child("w:pgMar");
    for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"})
        set(margins, side, std::to_string(page.margin));
    for (const char* strip : {"w:header", "w:footer"})
        set(margins, strip, std::to_string(page.margin / 2));
    set(margins, "w:gutter", "0");
}

} // namespace

Result<Exported> clientDocx(const ClientDocument& content, const ExportSource& source)
{
    TextCleaner facts;
    ooxml::Package package({.title = content.title,
                            .subject = content.head,
                            .creator = content.company.empty() ? "Trestle" : content.company,
                            .description = facts.clean(factsLine(source)),
                            .madeAt = source.stamp.madeAt});
    package.relate("", ooxml::kOfficeDocument, kDocumentPart);
    const auto addPart = [&](const std::string& name, const pugi::xml_document& part) {
        package.addXml("word/" + name + ".xml", typeOf(name), part);
        package.relate(kDocumentPart, name, "word/" + name + ".xml");
    };
    const Page page = pageOf(source.look.paper);
    addPart("styles", styles(page));
    addPart("numbering", numbering());
    addPart("settings", settings());
    addHeader(package, content);
    addFooter(package, content);
    pugi::xml_document document;
    xml_node body = rootOf(document, "w:document").append_child("w:body");
    addBody(body, content, page);
    addPage(body, page, package.relate(kDocumentPart, "header", kHeaderPart),
            package.relate(kDocumentPart, "footer", kFooterPart));
    package.addXml(kDocumentPart, typeOf("document.main"), document);
    auto bytes = package.write();
    if (!bytes)
        return std::unexpected(bytes.error());
    return Exported{std::move(*bytes), content.losses};
}

Result<Exported> writeProposalDocx(const ExportSource& source)
{
    const auto content = proposalOf(source);
    return content ? clientDocx(*content, source) : Result<Exported>(std::unexpected(content.error()));
}

Result<Exported> writeChangeOrderDocx(const ExportSource& source)
{
    const auto content = changeOrderOf(source);
    return content ? clientDocx(*content, source) : Result<Exported>(std::unexpected(content.error()));
}

} // namespace trestle
