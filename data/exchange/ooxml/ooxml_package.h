#pragma once

#include "models/error.h"

#include <pugixml.hpp>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// An Office Open XML package, which a DOCX and a PPTX are: parts, what kind of content each has, and which refers to
/// which. The parts that every package has (content types, relationships, properties) are written by itself.
///
///     ooxml::Package package({.title = "Proposal", .creator = "Ironbark", .madeAt = stamp.madeAt});
///     package.relate("", ooxml::kOfficeDocument, "word/document.xml");
///     const std::string logo = package.relate("word/document.xml", ooxml::kImage, "word/media/logo.png"); // "rId1"
///     package.addMedia("word/media/logo.png", bytes);
///     package.addXml("word/document.xml", kWordDocument, document);
///     package.write();    // the bytes of the file
///
/// The same parts give the same bytes, in whatever order they were added; relationships are numbered in the order in
/// which they were made. Texts in XML and properties have gone through a TextCleaner: XML has no room for what it
/// replaces.
namespace trestle::ooxml {

/// Relationships that all kinds of package have, as the last part of their address.
inline constexpr std::string_view kOfficeDocument = "officeDocument";
inline constexpr std::string_view kImage = "image";
inline constexpr std::string_view kStyles = "styles";
inline constexpr std::string_view kTheme = "theme";

/// What a file says of itself. Clean UTF-8; each text may be empty.
struct PackageFacts {
    std::string title;
    std::string subject;
    std::string creator;
    std::string description; ///< how the figures were made: factsLine() cleaned
    std::chrono::sys_seconds madeAt{};
};

class Package {
public:
    explicit Package(PackageFacts facts) : m_facts(std::move(facts)) {}

    /// `name` without a slash in front: "word/document.xml". The declaration is added where the document has none.
    void addXml(const std::string& name, std::string_view contentType, const pugi::xml_document& document);
    /// A picture or a workbook, whose kind is told by its ending: png, jpeg, svg, xlsx.
    void addMedia(const std::string& name, std::string bytes);

    /// The id of a relationship of kind `type` from part `from` (empty: the package) to part `to`, by which the XML of
    /// `from` names it. The same one when it is asked for again.
    std::string relate(const std::string& from, std::string_view type, const std::string& to);

    /// Error: internal, with the reason of the library.
    [[nodiscard]] Result<std::string> write() const;

private:
    struct Relationship {
        std::string type;
        std::string target;
    };

    [[nodiscard]] std::string contentTypes() const;
    [[nodiscard]] std::string coreProperties() const;

    PackageFacts m_facts;
    std::map<std::string, std::string> m_files;
    std::map<std::string, std::string> m_types;                       ///< of parts that are XML
    std::map<std::string, std::vector<Relationship>> m_relationships; ///< by the part that they start from
};

/// The bytes of a part: with a declaration, on one line, as white space in XML is text.
std::string xmlText(const pugi::xml_document& document);

/// The size in pixels of a PNG picture; nothing where the bytes are none.
struct PixelSize {
    unsigned width = 0;
    unsigned height = 0;
    [[nodiscard]] bool isEmpty() const { return width == 0 || height == 0; }
};
PixelSize sizeOfPng(std::string_view bytes);

} // namespace trestle::ooxml
