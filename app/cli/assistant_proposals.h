#pragma once

#include "app/cli/assistant_tools.h"

namespace trestle::cli {

/// Keeps what an assistant proposes for an item in the plan; with AssistantScope::allowEdits as the item's state. The
/// answer tells what became of it. Errors: an unknown item, a state that needs evidence and has none, a place that is
/// not in the folder, those of writing the plan.
Result<std::string> takeProposal(const AssistantScope& scope, const nlohmann::json& arguments,
                                 const Environment& environment);

/// Whether somebody else has the plan open to write.
bool isOpenElsewhere(const std::string& plan);
/// Proposes what a scan found, as its JSON says it, to whoever has the plan open.
Result<void> leaveScan(const AssistantScope& scope, const std::string& scan, const Environment& environment);

} // namespace trestle::cli
