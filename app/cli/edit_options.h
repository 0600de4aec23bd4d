#pragma once

#include "app/cli/edits.h"
#include "app/cli/options.h"

namespace trestle::cli {

/// Whom a command's changes are for.
enum class EditScope : std::uint8_t {
    base,     ///< everything, with the options that no scenario can hold
    scenario, ///< what a scenario can hold
};

/// Adds ITEM=STATE and the options behind Changes to a command.
void addEditOptions(CLI::App& command, Edits& changes, EditScope scope);

/// Refuses, as wrong usage, items that are not of the form ITEM=STATE.
void checkItemForms(const std::string& command, const Edits& changes);

} // namespace trestle::cli
