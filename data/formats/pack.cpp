#include "data/formats/pack.h"

#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "data/formats/pack_readme.h"
#include "data/unicode.h"
#include "models/money_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace trestle {

namespace {

constexpr PackEntry kReportEntry{.format = "pdf", .word = "report", .text = "The report. Start here."};
constexpr PackEntry kSlidesEntry{.format = "pptx",
                                 .word = "slides",
                                 .text = "The headline, the plan, and money and risk, as slides to show and to edit."};
constexpr PackEntry kWorkbookEntry{.format = "xlsx",
                                   .word = "workbook",
                                   .text =
                                       "The figures with the formulas that they come from, for Excel or LibreOffice."};
constexpr PackEntry kPictureEntry{
    .format = "png", .word = "Gantt chart", .text = "The Gantt chart as a picture, for a page or a message."};
constexpr PackEntry kFiguresEntry{.format = "json", .word = "figures", .text = "The figures for other programs."};
constexpr PackEntry kDatesEntry{.format = "ics", .word = "dates", .text = "The dates, for a calendar."};

constexpr std::array kInternalPack{
    kReportEntry,
    kSlidesEntry,
    kWorkbookEntry,
    kPictureEntry,
    PackEntry{.format = "msproject",
              .word = "tasks",
              .text = "The tasks, for MS Project, ProjectLibre, GanttProject or Planner."},
    PackEntry{.format = "json", .word = "plan", .text = "All that was put in. Trestle can open it."},
};

constexpr std::array kClientPack{
    PackEntry{.format = "proposal",
              .word = "proposal",
              .text = "The proposal: what is included, when, and the price. Start here."},
    PackEntry{.format = "docx", .word = "proposal", .text = "The proposal, to edit in Word or LibreOffice."},
    PackEntry{.format = "pdf", .word = "report", .text = "The plan: scope, people and dates."},
    kPictureEntry,
    kDatesEntry,
    kFiguresEntry,
};

constexpr std::array kInvestorPack{
    kReportEntry, kSlidesEntry, kWorkbookEntry, kPictureEntry, kFiguresEntry,
};

/// The name of a plan as a file's name may begin with it on any system.
std::string fileStem(std::string_view name)
{
    constexpr std::string_view kForbidden = "/\\:*?\"<>|";
    constexpr std::size_t kMostStemBytes = 100; // file systems take 255, and more is to follow
    std::string stem;
    while (!name.empty()) {
        const std::size_t length = characterLength(name);
        const auto first = static_cast<unsigned char>(name.front());
        const bool isKept = length > 0 && first >= 0x20 && first != 0x7f && !kForbidden.contains(name.front());
        if (stem.size() + std::max<std::size_t>(length, 1) > kMostStemBytes)
            break;
        stem += isKept ? name.substr(0, length) : "-";
        name.remove_prefix(std::max<std::size_t>(length, 1));
    }
    const auto isEdge = [](char c) { return c == ' ' || c == '.'; }; // hidden files; Windows drops them at the end
    stem.erase(stem.begin(), std::ranges::find_if_not(stem, isEdge));
    while (!stem.empty() && isEdge(stem.back()))
        stem.pop_back();
    return stem.empty() ? "Plan" : stem;
}

constexpr std::string_view kReadme = "README.txt";

/// Of a format that a pack for the audience has.
const PackEntry& entryOf(const ExportFormat& format, Audience audience)
{
    return *std::ranges::find(packEntries(audience), format.key, &PackEntry::format);
}

std::unexpected<PackFailure> cannotWrite(const std::string& folder, const std::error_code& why)
{
    const bool isFull = why == std::errc::no_space_on_device;
    return std::unexpected(PackFailure{
        Error{isFull ? ErrorCode::diskFull : ErrorCode::fileUnwritable, folder, {}, isFull ? "" : why.message()}, {}});
}

} // namespace

std::span<const PackEntry> packEntries(Audience audience)
{
    switch (audience) {
    case Audience::internal: return kInternalPack;
    case Audience::client: return kClientPack;
    case Audience::investor: return kInvestorPack;
    }
    return {};
}

std::vector<ExportFormat> packFormats(std::span<const ExportFormat> all, Audience audience)
{
    std::vector<ExportFormat> formats;
    for (const PackEntry& entry : packEntries(audience)) {
        const ExportFormat* format = formatOf(all, entry.format);
        if (format && format->audiences.include(audience))
            formats.push_back(*format);
    }
    return formats;
}

Result<Pack> makePack(std::span<const ExportFormat> all, ExportSource source)
{
    Pack pack;
    std::vector<ExportFormat> formats = packFormats(all, source.audience);
    if (!isPriced(source.plan->inputs))
        std::erase_if(formats, [](const ExportFormat& format) { return format.needsOffer; });
    const auto cannot = std::ranges::stable_partition(formats, [](const ExportFormat& format) { return format.write; });
    pack.missing.assign(cannot.begin(), cannot.end());
    formats.erase(cannot.begin(), cannot.end());
    if (auto simulated = simulateFor(formats, source); !simulated)
        return std::unexpected(simulated.error());
    const std::string stem = fileStem(source.plan->inputs.name);
    for (const ExportFormat& format : formats) {
        ExportSource own = source;
        if (!format.needsSimulation)
            own.risk = nullptr; // as if it were written alone
        auto exported = exportAs(format, std::move(own));
        if (!exported)
            return std::unexpected(exported.error());
        const std::string_view word = entryOf(format, source.audience).word;
        pack.files.push_back(
            {stem + ' ' + std::string(word) + '.' + std::string(format.ending), format, std::move(*exported)});
    }
    pack.files.push_back({std::string(kReadme), {}, packReadme(pack.files, source)});
    return pack;
}

std::expected<void, PackFailure> writePack(const Pack& pack, const std::string& folder)
{
    const std::filesystem::path path(folder);
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return cannotWrite(folder, error);
    std::vector<std::string> written;
    for (const PackFile& file : pack.files) {
        if (auto ok = writeFileAtomically((path / file.name).string(), file.exported.bytes); !ok)
            return std::unexpected(PackFailure{ok.error(), std::move(written)});
        written.push_back(file.name);
    }
    return {};
}

std::vector<std::string> othersIn(const std::string& folder, const Pack& pack)
{
    std::set<std::string> others;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        others.insert(at->path().filename().string());
    for (const PackFile& file : pack.files)
        others.erase(file.name);
    return {others.begin(), others.end()};
}

} // namespace trestle
