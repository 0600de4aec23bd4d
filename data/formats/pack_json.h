#pragma once

#include "data/formats/pack.h"

namespace trestle {

/// What `trestle pack --json` prints of a pack that has been written into a folder: for other programs, not to be read
/// back.
std::string writePackJson(const Pack& pack, const std::string& folder, Audience audience);

} // namespace trestle
