#pragma once

#include "app/cli/command_line.h"
#include "data/mcp/server.h"

#include <functional>
#include <string>
#include <vector>

/// The tools that an assistant has at a plan. Each answers what the command of that name prints as JSON, so that an
/// assistant and its user read the same figures.
namespace trestle::cli {

struct AssistantScope {
    std::string plan;                    ///< the one that all tools are about
    std::string folder;                  ///< of the prototype; empty: nothing is read but the plan
    bool allowEdits = false;             ///< proposals are applied at once
    std::function<std::string()> client; ///< what the assistant calls itself
};

/// The tools run commands in `environment`, which outlives them.
std::vector<mcp::Tool> assistantTools(const AssistantScope& scope, const Environment& environment);

} // namespace trestle::cli
