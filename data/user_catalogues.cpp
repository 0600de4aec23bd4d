#include "data/user_catalogues.h"

#include "data/file_io.h"
#include "models/id_stem.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace trestle {

namespace {

constexpr std::string_view kEnding = ".json";

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

} // namespace

std::string userCataloguesFolder()
{
    if (std::string own = variable("TRESTLE_CATALOGUES"); !own.empty())
        return own;
    const std::string given = variable("XDG_DATA_HOME");
    const std::string home = variable("HOME");
    const std::string base = !given.empty() || home.empty() ? given : home + "/.local/share";
    return base.empty() ? base : base + "/trestle/catalogues";
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
