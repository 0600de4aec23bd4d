#pragma once

#include "models/catalogue.h"

#include <memory>
#include <string>
#include <string_view>

namespace trestle {

/// A catalogue with the text that it came from, in canonical form, so that a plan can carry it and name it by hash.
struct LoadedCatalogue {
    std::shared_ptr<const Catalogue> catalogue;
    std::string json;   ///< canonical: keys sorted, no white space
    std::string sha256; ///< of `json`, lower-case hex
};

/// Parses and checks a catalogue: JSON, schema, then checkCatalogue. `where` names the file in errors, which carry a
/// JSON pointer behind '#'.
Result<LoadedCatalogue> parseCatalogue(std::string_view json, const std::string& where);
Result<LoadedCatalogue> loadCatalogueFile(const std::string& path);
/// `prototype-to-production`, built in.
Result<LoadedCatalogue> builtinCatalogue();

} // namespace trestle
