#pragma once

#include "models/error_detail.h"

#include <QString>

namespace trestle::wording {

/// The words for what an error adds to its code: "0 to 1", "a whole number, 1 or more", "changed by another program".
QString detail(const Detail& detail);

} // namespace trestle::wording
