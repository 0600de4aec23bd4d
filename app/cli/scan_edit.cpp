#include "app/cli/scan_edit.h"

#include "app/cli/progress.h"
#include "app/cli/scan_report.h"

#include <filesystem>

namespace trestle::cli {

CLI::Option* addAccept(CLI::App& command, std::optional<std::string>& accept)
{
    return addText(command, "--accept", accept, "confident",
                   "Take the scan's word where it is confident that something is in place or partly; the rest waits "
                   "for your answer")
        ->check(CLI::IsMember({"confident"}).description(""));
}

Result<Scan> scanShown(const std::string& folder, const Catalogue& catalogue, Console& console)
{
    Progress progress(console, "reading the folder");
    ScanOptions options;
    if (const auto report = progress.reporter())
        options.progress = [report](const ScanProgress& at) {
            report(at.filesFound == 0 ? 0.0 : static_cast<double>(at.filesRead) / static_cast<double>(at.filesFound));
        };
    return scanFolder(folder, catalogue, options);
}

std::string folderName(const std::string& folder)
{
    std::error_code unknown;
    const std::filesystem::path whole = std::filesystem::canonical(folder, unknown);
    return unknown || !whole.has_filename() ? folder : whole.filename().string();
}

ScanFacts keepScan(const Scan& scan, const std::string& folder, const Catalogue& catalogue, bool accept, Date today,
                   Inputs& inputs)
{
    const Inputs before = inputs;
    proposeScan(scan, today, inputs);
    ScanFacts facts{folderName(folder), today, proposalChanges(catalogue, before, inputs), {}};
    if (accept)
        facts.accepted = acceptConfident(catalogue, inputs, today);
    return facts;
}

std::string scanLabel(const Scan& scan, const ScanFacts& facts)
{
    const std::string accepted =
        facts.accepted.empty() ? "" : "; " + std::to_string(facts.accepted.size()) + " accepted";
    return "Scan of the folder: " + scanCounts(scan) + accepted;
}

} // namespace trestle::cli
