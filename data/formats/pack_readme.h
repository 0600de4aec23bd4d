#pragma once

#include "data/formats/pack.h"

namespace trestle {

/// The text that goes with a pack: what each file is, who it is for, and from which plan it was made.
Exported packReadme(const std::vector<PackFile>& files, const ExportSource& source);

} // namespace trestle
