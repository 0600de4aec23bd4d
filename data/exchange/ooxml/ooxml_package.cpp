#include "data/exchange/ooxml/ooxml_package.h"

#include "data/exchange/export_stamp.h"
#include "data/exchange/ooxml/zip_archive.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace trestle::ooxml {

namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kContentTypes = "[Content_Types].xml";
constexpr const char* kCore = "docProps/core.xml";
constexpr const char* kApp = "docProps/app.xml";

std::string joined(std::string_view first, std::string_view second)
{
    return std::string(first).append(second);
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text)
{
    pugi::xml_node node = parent.append_child(name);
    node.text().set(text.c_str());
    return node;
}

void set(pugi::xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(std::string(value).c_str());
}

std::string folderOf(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// Where the relationships of a part stand: "word/_rels/document.xml.rels".
std::string relationshipsOf(const std::string& part)
{
    const std::string folder = folderOf(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// The kind of a picture, or of a workbook, by the ending of its file.
std::string_view mediaType(std::string_view ending)
{
    return ending == "svg"    ? "image/svg+xml"
           : ending == "jpeg" ? "image/jpeg"
           : ending == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                              : "image/png";
}

std::string endingOf(const std::string& name)
{
    return name.substr(name.rfind('.') + 1);
}

/// The program that made the file, as programs of this kind say it of themselves.
std::string appProperties()
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("Properties");
    set(root, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    add(root, "Application", "Trestle");
    return xmlText(document);
}

} // namespace

std::string xmlText(const pugi::xml_document& document)
{
    std::ostringstream text;
    if (document.first_child().type() != pugi::node_declaration)
        text << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" << '\n';
    document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return text.str();
}

PixelSize sizeOfPng(std::string_view bytes)
{
    constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
    constexpr std::size_t kWidthAt = 16; // behind the signature, the length and the name of the header
    if (!bytes.starts_with(kSignature) || bytes.size() < kWidthAt + 8 || bytes.substr(12, 4) != "IHDR")
        return {};
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8U | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    return {number(kWidthAt), number(kWidthAt + 4)};
}

void Package::addXml(const std::string& name, std::string_view contentType, const pugi::xml_document& document)
{
    m_files[name] = xmlText(document);
    m_types[name] = contentType;
}

void Package::addMedia(const std::string& name, std::string bytes)
{
    m_files[name] = std::move(bytes);
}

std::string Package::relate(const std::string& from, std::string_view type, const std::string& to)
{
    std::vector<Relationship>& all = m_relationships[from];
    auto found =
        std::ranges::find_if(all, [&](const Relationship& known) { return known.type == type && known.target == to; });
    if (found == all.end())
        found = all.insert(all.end(), {std::string(type), to});
    return "rId" + std::to_string(found - all.begin() + 1);
}

Result<std::string> Package::write() const
{
    ZipFiles files = m_files;
    auto relationships = m_relationships;
    relationships[""].push_back({"core", kCore});
    relationships[""].push_back({"extended-properties", kApp});
    files[kCore] = coreProperties();
    files[kApp] = appProperties();
    files[kContentTypes] = contentTypes();
    for (const auto& [part, all] : relationships) {
        pugi::xml_document document;
        pugi::xml_node root = document.append_child("Relationships");
        set(root, "xmlns", joined(kPackage, "relationships"));
        const std::filesystem::path folder = std::filesystem::path(part).parent_path();
        for (std::size_t i = 0; i < all.size(); ++i) {
            pugi::xml_node node = root.append_child("Relationship");
            set(node, "Id", "rId" + std::to_string(i + 1));
            set(node, "Type",
                all[i].type == "core" ? joined(kPackage, "relationships/metadata/core-properties")
                                      : joined(kOffice, all[i].type));
            set(node, "Target", std::filesystem::path(all[i].target).lexically_relative(folder).generic_string());
        }
        files[relationshipsOf(part)] = xmlText(document);
    }
    return zipArchive(files, m_facts.madeAt, kContentTypes);
}

std::string Package::contentTypes() const
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("Types");
    set(root, "xmlns", joined(kPackage, "content-types"));
    std::map<std::string, std::string> endings{{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
                                               {"xml", "application/xml"}};
    for (const auto& [name, bytes] : m_files)
        if (!m_types.contains(name))
            endings[endingOf(name)] = mediaType(endingOf(name));
    for (const auto& [ending, type] : endings) {
        pugi::xml_node node = root.append_child("Default");
        set(node, "Extension", ending);
        set(node, "ContentType", type);
    }
    std::map<std::string, std::string> parts = m_types;
    parts[kCore] = "application/vnd.openxmlformats-package.core-properties+xml";
    parts[kApp] = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    for (const auto& [name, type] : parts) {
        pugi::xml_node node = root.append_child("Override");
        set(node, "PartName", "/" + name);
        set(node, "ContentType", type);
    }
    return xmlText(document);
}

std::string Package::coreProperties() const
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("cp:coreProperties");
    set(root, "xmlns:cp", joined(kPackage, "metadata/core-properties"));
    set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set(root, "xmlns:dcterms", "http://purl.org/dc/terms/");
    set(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    add(root, "dc:title", m_facts.title);
    add(root, "dc:subject", m_facts.subject);
    add(root, "dc:creator", m_facts.creator);
    add(root, "dc:description", m_facts.description);
    for (const char* name : {"dcterms:created", "dcterms:modified"})
        set(add(root, name, isoTime(m_facts.madeAt)), "xsi:type", "dcterms:W3CDTF");
    return xmlText(document);
}

} // namespace trestle::ooxml
