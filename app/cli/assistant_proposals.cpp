#include "app/cli/assistant_proposals.h"

#include "app/cli/console.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/wording.h"
#include "app/cli/wording_scan.h"
#include "data/file_io.h"
#include "data/json.h"
#include "data/plan_file/assistant_inbox.h"
#include "data/scanner/excerpt.h"
#include "data/words.h"
#include "models/proposals.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace trestle::cli {

using nlohmann::json;

namespace {

namespace fs = std::filesystem;

constexpr const char* kEvidence = "evidence";
/// Larger files are named without looking for the line.
constexpr std::size_t kLargestShown = std::size_t{4} << 20;

/// The file in the folder that a path names. A path may not lead out of it, through links either.
Result<fs::path> fileInFolder(const std::string& folder, const std::string& path)
{
    std::error_code code;
    const fs::path root = fs::canonical(folder, code);
    if (code)
        return fail(ErrorCode::fileUnreadable, folder, {}, code.message());
    const fs::path file = fs::canonical(root / fs::path(path), code);
    if (code)
        return fail(ErrorCode::fileNotFound, path);
    const auto [rootEnd, inFile] = std::ranges::mismatch(root, file);
    if (rootEnd != root.end())
        return fail(ErrorCode::invalidValue, path, kEvidence, "a file in the prototype's folder");
    return file;
}

/// The line as evidence shows it; empty for the file as a whole.
Result<std::string> excerptOf(const fs::path& file, const std::string& path, int line, scanner::Masks masks)
{
    std::error_code code;
    if (line == 0 || !fs::is_regular_file(file, code) || fs::file_size(file, code) > kLargestShown)
        return std::string();
    const auto text = readTextFile(file.string(), kLargestShown);
    if (!text)
        return std::unexpected(text.error());
    std::size_t begin = 0;
    for (int at = 1; at < line; ++at) {
        const std::size_t end = text->find('\n', begin);
        if (end == std::string::npos || end + 1 == text->size())
            return fail(ErrorCode::invalidValue, std::to_string(line), path,
                        "a line of the file, which has " + std::to_string(at));
        begin = end + 1;
    }
    return scanner::shownExcerpt(scanner::lineAround(*text, begin), masks);
}

/// A path below the folder as evidence says it: no way out of it, no detours.
Result<std::string> plainPath(const std::string& path)
{
    const fs::path plain = fs::path(path).lexically_normal();
    const std::string text = plain.generic_string();
    if (plain.is_absolute() || text.empty() || text == "." || text.starts_with(".."))
        return fail(ErrorCode::invalidValue, path, kEvidence, "a path below the prototype's folder, as in src/auth.py");
    return text;
}

Result<Evidence> evidenceOf(const json& from, const std::string& folder, scanner::Masks masks)
{
    const auto path = plainPath(from.at("path").get<std::string>());
    if (!path)
        return std::unexpected(path.error());
    Evidence to{*path, from.value("line", 0), {}, scanner::shownExcerpt(from.value("why", ""))};
    if (folder.empty())
        return to;
    const auto file = fileInFolder(folder, *path);
    if (!file)
        return std::unexpected(file.error());
    auto excerpt = excerptOf(*file, *path, to.line, masks);
    if (!excerpt)
        return std::unexpected(excerpt.error());
    to.excerpt = std::move(*excerpt);
    return to;
}

Result<Proposal> proposalOf(const json& arguments, const AssistantScope& scope, Date today)
{
    Proposal to;
    to.state = parseWord<FoundState>(arguments.at("state").get<std::string>()).value_or(to.state);
    to.confidence = parseWord<FoundConfidence>(arguments.value("confidence", "unsure")).value_or(to.confidence);
    to.by = scope.client();
    to.on = today;
    const scanner::Masks masks = scanner::masksOf(arguments.at("item").get<std::string>() + '.');
    for (const json& place : arguments.value("evidence", json::array())) {
        auto evidence = evidenceOf(place, scope.folder, masks);
        if (!evidence)
            return std::unexpected(evidence.error());
        to.evidence.push_back(std::move(*evidence));
    }
    const bool needsEvidence =
        to.state == FoundState::done || to.state == FoundState::partial || to.state == FoundState::opposite;
    if (needsEvidence && to.evidence.empty())
        return fail(ErrorCode::invalidValue, arguments.at("state").get<std::string>(), "state",
                    "at least one place as evidence for it");
    return to;
}

/// What was waiting is in the plan now, but for the calls.
void keepCallsOf(const Inbox& waiting, const std::string& plan, const Environment& environment)
{
    std::vector<AssistantCall> calls;
    for (const InboxEntry& entry : waiting.entries)
        if (entry.call)
            calls.push_back(*entry.call);
    auto file = PlanFile::open(plan, OpenMode::readWrite, environment.clock.milliseconds());
    if (file && file->keepCalls(calls))
        dropFromInbox(plan, waiting.bytes);
}

/// For whoever has the plan open: it is a proposal there, whatever the assistant is allowed.
Result<std::string> left(const std::string& plan, const std::string& item, const Proposal& proposal)
{
    const auto document = loadProject(plan);
    if (!document)
        return std::unexpected(document.error());
    const Catalogue& catalogue = *document->catalogue.catalogue;
    const Item* known = findItem(catalogue, item);
    if (!known)
        return fail(ErrorCode::unknownItem, item, {}, nearestItemId(catalogue, item));
    if (auto ok = leaveInInbox(plan, {std::nullopt, item, proposal}, document->catalogue); !ok)
        return std::unexpected(ok.error());
    return known->title + " is proposed as " + worded(proposal.state) +
           "; the plan is open in Trestle, where the user accepts or declines it.";
}

Evidence placeOf(const json& from)
{
    const json& line = from.at("line");
    return {from.at("path").get<std::string>(), line.is_null() ? 0 : line.get<int>(),
            from.at("excerpt").get<std::string>(), from.at("rule").get<std::string>()};
}

} // namespace

bool isOpenElsewhere(const std::string& plan)
{
    const auto kind = kindOf(plan);
    if (!kind || *kind == SourceKind::json)
        return false;
    const auto file = PlanFile::open(plan);
    return !file && file.error().code == ErrorCode::lockedPlan;
}

Result<void> leaveScan(const AssistantScope& scope, const std::string& scan, const Environment& environment)
{
    const auto document = loadProject(scope.plan);
    if (!document)
        return std::unexpected(document.error());
    const auto found = parseJson(scan, "scan");
    if (!found)
        return std::unexpected(found.error());
    for (const json& item : found->at("items")) {
        Proposal proposal;
        proposal.state = parseWord<FoundState>(item.at("state").get<std::string>()).value_or(proposal.state);
        proposal.confidence =
            parseWord<FoundConfidence>(item.at("confidence").get<std::string>()).value_or(proposal.confidence);
        for (const json& place : item.at("evidence"))
            proposal.evidence.push_back(placeOf(place));
        proposal.on = environment.clock.today();
        const std::string id = item.at("id").get<std::string>();
        if (!findItem(*document->catalogue.catalogue, id))
            continue; // the plan has a catalogue of its own
        if (auto ok = leaveInInbox(scope.plan, {std::nullopt, id, proposal}, document->catalogue); !ok)
            return ok;
    }
    return {};
}

Result<std::string> takeProposal(const AssistantScope& scope, const json& arguments, const Environment& environment)
{
    const Date today = environment.clock.today();
    const std::string item = arguments.at("item").get<std::string>();
    auto proposal = proposalOf(arguments, scope, today);
    if (!proposal)
        return std::unexpected(proposal.error());
    Inbox waiting;
    const bool applies = scope.allowEdits && proposedState(proposal->state).has_value();
    const auto editor = [&](const ProjectDocument& document) -> Result<PlanEdit> {
        const Catalogue& catalogue = *document.catalogue.catalogue;
        const Item* known = findItem(catalogue, item);
        if (!known)
            return fail(ErrorCode::unknownItem, item, {}, nearestItemId(catalogue, item));
        PlanEdit edit{document.project, {}, {}, {}};
        // What was left while the plan was open elsewhere came before.
        waiting = readInbox(scope.plan, document.catalogue);
        for (const InboxEntry& entry : waiting.entries)
            if (!entry.item.empty())
                propose(edit.project.base, entry.item, entry.proposal);
        propose(edit.project.base, item, *proposal);
        if (applies)
            acceptProposal(edit.project.base, item, today);
        edit.label = proposal->by + (applies ? " set: " : " proposed: ") + known->title + " " + worded(proposal->state);
        edit.result = applies ? known->title + " is " + worded(stateOf(edit.project.base, item)) + " now."
                              : known->title + " is proposed as " + worded(proposal->state) +
                                    "; the user accepts or declines it in Trestle.";
        if (scope.folder.empty() && !proposal->evidence.empty())
            edit.result += " Its places were not looked up: no folder was given with --folder.";
        return edit;
    };
    std::string output;
    std::string messages;
    Console quiet(output, messages);
    const auto kept = editPlan(scope.plan, editor, {quiet, environment.clock, environment.frontend});
    if (!kept && kept.error().code == ErrorCode::lockedPlan)
        return left(scope.plan, item, *proposal);
    if (!kept)
        return std::unexpected(kept.error());
    if (waiting.bytes > 0)
        keepCallsOf(waiting, scope.plan, environment);
    return output;
}

} // namespace trestle::cli
