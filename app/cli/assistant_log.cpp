#include "app/cli/assistant_log.h"

#include "app/cli/plan_source.h"
#include "data/json.h"
#include "data/plan_file/assistant_inbox.h"

#include <array>

namespace trestle::cli {

namespace {

/// Of the arguments, which may hold a whole page of reasons.
constexpr std::size_t kLongestArguments = 2000;

} // namespace

void keepCall(const std::string& plan, const mcp::Call& call, const Environment& environment)
{
    const auto kind = kindOf(plan);
    if (!kind || *kind == SourceKind::json)
        return;
    std::string arguments = canonicalJson(call.arguments);
    if (arguments.size() > kLongestArguments)
        arguments = "{}";
    const std::array calls{
        AssistantCall{environment.clock.milliseconds()(), call.client, call.tool, std::move(arguments), call.failed}};
    auto file = PlanFile::open(plan, OpenMode::readWrite, environment.clock.milliseconds());
    if (file) {
        (void)file->keepCalls(calls);
    } else if (file.error().code == ErrorCode::lockedPlan) {
        if (const auto document = loadProject(plan))
            (void)leaveInInbox(plan, {calls.front(), {}, {}}, document->catalogue);
    }
}

} // namespace trestle::cli
