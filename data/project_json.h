#pragma once

#include "data/catalogue_json.h"
#include "models/scenario.h"

#include <string>
#include <string_view>

namespace trestle {

/// A project with the catalogue it was made with: all that is needed to make its plans.
struct ProjectDocument {
    Project project;
    LoadedCatalogue catalogue;

    friend bool operator==(const ProjectDocument& a, const ProjectDocument& b)
    {
        return a.catalogue.sha256 == b.catalogue.sha256 && a.project == b.project;
    }
};

/// The inputs and scenarios with the hash of the catalogue, canonical: the `document` of a plan file's revision.
std::string writeProject(const Project& project, const std::string& catalogueSha256);
/// Reads what writeProject wrote; checks schema and rules against the catalogue.
Result<Project> parseProject(std::string_view json, const Catalogue& catalogue, const std::string& where);
/// The hash of the catalogue that a document names, without reading the rest.
Result<std::string> catalogueHashOf(std::string_view json, const std::string& where);

/// The plan as an exchange file ("kind":"plan"), catalogue included; reading one and writing it again gives the same
/// bytes. "kind":"figures" is refused by name.
std::string writePlanJson(const ProjectDocument& document);
Result<ProjectDocument> parsePlanJson(std::string_view json, const std::string& where);

} // namespace trestle
