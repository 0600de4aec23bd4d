#include "data/user_catalogues.h"

#include "data/file_io.h"
#include "data/user_place.h"
#include "models/id_stem.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace trestle {

namespace {

constexpr std::string_view kEnding = ".json";

} // namespace

std::string userCataloguesFolder()
{
    return userPlace("TRESTLE_CATALOGUES", "catalogues");
}

std::vector<UserCatalogue> userCatalogues()
{
    std::vector<UserCatalogue> found;
    std::error_code failed;
    for (fs::directory_iterator at(userCataloguesFolder(), failed); !failed && at != fs::directory_iterator();
         at.increment(failed))
        if (at->path().extension() == kEnding)
            found.push_back({at->path().stem().string(), at->path().string()});
    std::ranges::sort(found, {}, &UserCatalogue::name);
    return found;
}

Result<std::string> saveUserCatalogue(const Catalogue& catalogue)
{
    const std::string folder = userCataloguesFolder();
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (folder.empty() || failed)
        return fail(ErrorCode::fileUnwritable, folder, {}, failed.message());
    std::string path = folder + '/' + idStem(catalogue.title, "catalogue") + std::string(kEnding);
    if (const Result<void> written = writeFileAtomically(path, catalogueFileText(catalogue)); !written)
        return std::unexpected(written.error());
    return path;
}

Result<LoadedCatalogue> loadCatalogueCalled(const std::string& nameOrPath)
{
    const std::vector<UserCatalogue> known = userCatalogues();
    const auto named = std::ranges::find(known, nameOrPath, &UserCatalogue::name);
    std::error_code unknown;
    if (named != known.end() && !fs::exists(nameOrPath, unknown))
        return loadCatalogueFile(named->path);
    return loadCatalogueFile(nameOrPath);
}

} // namespace trestle
