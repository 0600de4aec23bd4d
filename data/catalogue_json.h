#pragma once

#include "models/loaded_catalogue.h"

#include <optional>
#include <string>
#include <string_view>

namespace trestle {

/// Parses and checks a catalogue: JSON, schema, then checkCatalogue. `where` names the file in errors, which carry a
/// JSON pointer behind '#'. Of one that was edited from another the original is the built-in one or is not at hand.
Result<LoadedCatalogue> parseCatalogue(std::string_view json, const std::string& where);
Result<LoadedCatalogue> loadCatalogueFile(const std::string& path);
/// `prototype-to-production`, built in.
Result<LoadedCatalogue> builtinCatalogue();

/// The built-in catalogue as it was in an earlier version, which plans may name; nothing for any other version.
std::optional<LoadedCatalogue> earlierCatalogue(int version);
/// Whether that is the hash of the built-in catalogue, in any version.
bool isBuiltin(std::string_view sha256);

/// The original of one that was edited from the built-in catalogue, in any version; does nothing for any other.
void findBuiltinOriginal(LoadedCatalogue& catalogue);

/// An edited catalogue as a plan carries it: with its text, which names the original that the edits are made to. One
/// that says what the original says is the original, byte for byte. Everything is checked as if it came from a file, so
/// that what a plan holds can be read again; `where` of errors is a JSON pointer ("/phases/2/title").
Result<CatalogueText> editedCatalogue(const LoadedCatalogue& before, const Catalogue& edited);
/// The plan's catalogue with the texts of the newest built-in one, where it was made with an earlier version of that
/// (models/catalogue_texts.h); what the user edited in it stays edited. Null: there are no newer texts for it.
Result<CatalogueText> withNewestTexts(const LoadedCatalogue& catalogue);
/// The text of a catalogue of its own, for people and other plans: no word of where it was edited from.
std::string catalogueFileText(const Catalogue& catalogue);

} // namespace trestle
