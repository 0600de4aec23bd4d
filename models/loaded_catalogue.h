#pragma once

#include "models/catalogue.h"

#include <memory>
#include <string>

namespace trestle {

/// A catalogue with the text that it came from, in canonical form, so that a plan can carry it and name it by hash.
struct LoadedCatalogue {
    std::shared_ptr<const Catalogue> catalogue;
    std::string json;    ///< canonical: keys sorted, no white space
    std::string sha256;  ///< of `json`, lower-case hex
    std::string basedOn; ///< the hash of the catalogue that this one was edited from; empty: it is an original
    /// The catalogue of that hash, an original itself; null where this is an original, or that one is not at hand.
    std::shared_ptr<const LoadedCatalogue> original = nullptr;
};

using CatalogueText = std::shared_ptr<const LoadedCatalogue>; ///< shared by the states of a plan that have the same

inline bool isSame(const CatalogueText& a, const CatalogueText& b)
{
    return a == b || (a && b && a->sha256 == b->sha256);
}

/// What a catalogue's edits are compared with: the original where it is at hand, else the catalogue as it is.
inline const LoadedCatalogue& originalOf(const LoadedCatalogue& catalogue)
{
    return catalogue.original ? *catalogue.original : catalogue;
}

} // namespace trestle
