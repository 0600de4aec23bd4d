#pragma once

#include "data/catalogue_json.h"

#include <string>
#include <vector>

/// Catalogues that the user keeps for new plans: JSON files in a folder of the user's own, named after their title.
namespace trestle {

/// TRESTLE_CATALOGUES where that is set, else trestle/catalogues below XDG_DATA_HOME (~/.local/share). Empty: there is
/// no such place.
std::string userCataloguesFolder();

struct UserCatalogue {
    std::string name; ///< of the file, without its ending: what `trestle new --catalogue NAME` takes
    std::string path;
    friend bool operator==(const UserCatalogue&, const UserCatalogue&) = default;
};
/// By name. Files are not looked into.
std::vector<UserCatalogue> userCatalogues();

/// Writes one under its title, in place of one that has it already. The path. Errors: those of files.
Result<std::string> saveUserCatalogue(const Catalogue& catalogue);
/// A file by its path, or one of the user's by its name.
Result<LoadedCatalogue> loadCatalogueCalled(const std::string& nameOrPath);

} // namespace trestle
