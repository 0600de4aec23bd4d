#include "data/exchange/slides/deck.h"

#include "data/exchange/slides/deck_parts.h"
#include "data/exchange/slides/slide_xml.h"

#include <utility>

namespace trestle::slides {

namespace {

constexpr const char* kPresentationPart = "ppt/presentation.xml";
constexpr const char* kMasterPart = "ppt/slideMasters/slideMaster1.xml";
constexpr const char* kLayoutPart = "ppt/slideLayouts/slideLayout1.xml";
constexpr const char* kThemePart = "ppt/theme/theme1.xml";

std::string typeOf(std::string_view part)
{
    return std::string("application/vnd.openxmlformats-officedocument.").append(part).append("+xml");
}

std::string replaced(std::string text, std::string_view sign, std::string_view by)
{
    if (const std::size_t at = text.find(sign); at != std::string::npos)
        text.replace(at, sign.size(), by);
    return text;
}

pugi::xml_document parsed(const std::string& xml)
{
    pugi::xml_document document;
    document.load_string(xml.c_str());
    return document;
}

} // namespace

Deck::Deck(ooxml::PackageFacts facts) : m_package(facts), m_madeAt(facts.madeAt) {}

std::string Deck::nextPart() const
{
    return "ppt/slides/slide" + std::to_string(m_count + 1) + ".xml";
}

std::string Deck::picture(const std::string& png)
{
    const std::string part = "ppt/media/logo.png";
    m_package.addMedia(part, png);
    return m_package.relate(nextPart(), ooxml::kImage, part);
}

Result<std::string> Deck::chart(const SlideChart& chart)
{
    const std::string number = std::to_string(++m_charts);
    const std::string part = "ppt/charts/chart" + number + ".xml";
    const std::string book = "ppt/embeddings/figures" + number + ".xlsx";
    auto bytes = chartWorkbook(chart, m_madeAt);
    if (!bytes)
        return std::unexpected(bytes.error());
    m_package.addMedia(book, std::move(*bytes));
    m_package.addXml(part, typeOf("drawingml.chart"), chartPart(chart, m_package.relate(part, "package", book)));
    return m_package.relate(nextPart(), "chart", part);
}

void Deck::put(const Slide& slide)
{
    const std::string part = nextPart();
    m_package.relate(part, "slideLayout", kLayoutPart);
    m_package.addXml(part, typeOf("presentationml.slide"), slide.document());
    ++m_count;
}

Result<std::string> Deck::write()
{
    m_package.relate("", ooxml::kOfficeDocument, kPresentationPart);
    const std::string layout = m_package.relate(kMasterPart, "slideLayout", kLayoutPart);
    m_package.relate(kMasterPart, ooxml::kTheme, kThemePart);
    m_package.relate(kLayoutPart, "slideMaster", kMasterPart);
    const std::string tree(kTree);
    m_package.addXml(kMasterPart, typeOf("presentationml.slideMaster"),
                     parsed(replaced(replaced(std::string(kMaster), "%1", tree), "%2", layout)));
    m_package.addXml(kLayoutPart, typeOf("presentationml.slideLayout"),
                     parsed(replaced(std::string(kLayout), "%1", tree)));
    m_package.addXml(kThemePart, typeOf("theme"), parsed(std::string(kTheme)));

    pugi::xml_document document;
    pugi::xml_node root = add(document, "p:presentation",
                              {{"xmlns:a", kDrawing}, {"xmlns:r", kRelationships}, {"xmlns:p", kPresentation}});
    add(add(root, "p:sldMasterIdLst"), "p:sldMasterId",
        {{"id", "2147483648"}, {"r:id", m_package.relate(kPresentationPart, "slideMaster", kMasterPart)}});
    pugi::xml_node list = add(root, "p:sldIdLst");
    for (int i = 1; i <= m_count; ++i) {
        constexpr int kFirstId = 255;
        const std::string part = "ppt/slides/slide" + std::to_string(i) + ".xml";
        add(list, "p:sldId",
            {{"id", std::to_string(kFirstId + i)}, {"r:id", m_package.relate(kPresentationPart, "slide", part)}});
    }
    add(root, "p:sldSz", {{"cx", "12192000"}, {"cy", "6858000"}});
    add(root, "p:notesSz", {{"cx", "6858000"}, {"cy", "9144000"}});
    m_package.relate(kPresentationPart, ooxml::kTheme, kThemePart);
    m_package.addXml(kPresentationPart, typeOf("presentationml.presentation.main"), document);
    return m_package.write();
}

} // namespace trestle::slides
