#pragma once

#include "models/catalogue.h"

#include <nlohmann/json_fwd.hpp>

namespace trestle {

/// A catalogue as the document that readCatalogue reads: the built-in one comes out as it went in. Texts that say
/// nothing are left out.
nlohmann::json catalogueJson(const Catalogue& catalogue);

} // namespace trestle
