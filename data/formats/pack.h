#pragma once

#include "data/exchange/export_format.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// One of the formats that a pack has, and what its README says of it.
struct PackEntry {
    std::string_view format; ///< its key
    std::string_view word;   ///< in the file's name: "report"
    std::string_view text;
};

/// What a pack for an audience has, the first to be opened first: the one list of it.
std::span<const PackEntry> packEntries(Audience audience);

/// Those of the formats that a pack for the audience may have, in that order. One without a writer is among them.
std::vector<ExportFormat> packFormats(std::span<const ExportFormat> all, Audience audience);

struct PackFile {
    std::string name;    ///< "Ledgerly report.pdf"
    ExportFormat format; ///< without a key: the README
    Exported exported;
};

/// Files that belong together, as they are to be written into one folder.
struct Pack {
    std::vector<PackFile> files;       ///< the README is the last
    std::vector<ExportFormat> missing; ///< those that this program cannot write
};

/// Makes every file from one simulation; nothing is written yet. What needs an offer is left out where there is none.
/// Errors: those of exportAs().
Result<Pack> makePack(std::span<const ExportFormat> all, ExportSource source);

struct PackFailure {
    Error error;
    std::vector<std::string> written; ///< the names of the files that are there already
};

/// Writes the files into the folder, which is made where there is none. Each is written whole or not at all; the first
/// that cannot be written is the last that is tried. Other files in the folder stay.
std::expected<void, PackFailure> writePack(const Pack& pack, const std::string& folder);

/// The names of files in the folder that are no part of the pack, sorted.
std::vector<std::string> othersIn(const std::string& folder, const Pack& pack);

} // namespace trestle
