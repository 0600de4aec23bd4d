#pragma once

#include <cstdint>

namespace trestle {

/// Whether all edits of an open plan are on disk.
enum class SaveState : std::uint8_t { Saved, Saving, Failed };

} // namespace trestle
