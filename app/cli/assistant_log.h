#pragma once

#include "app/cli/command_line.h"
#include "data/mcp/server.h"

#include <string>

namespace trestle::cli {

/// Keeps a call of an assistant beside the plan's history: in its file, in its inbox while that is open elsewhere. What
/// cannot be kept (a plan as JSON, a disk that is full) stops no assistant.
void keepCall(const std::string& plan, const mcp::Call& call, const Environment& environment);

} // namespace trestle::cli
