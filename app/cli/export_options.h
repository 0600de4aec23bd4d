#pragma once

#include "app/cli/options.h"
#include "data/exchange/export_format.h"

#include <span>

/// What `export` and `pack` let one choose of the files that they write.
namespace trestle::cli {

/// As it was given; absent: not given.
struct ExportChoice {
    std::optional<std::string> audience;
    std::optional<std::string> scenario;
    std::optional<std::string> since;
    std::optional<std::string> paper;
    std::optional<std::string> pages;
    std::optional<std::string> scale;
    std::optional<std::string> chart;
    std::optional<std::string> company;
    std::optional<std::string> preparedBy;
    std::optional<std::string> note;
    std::optional<std::string> logo; ///< the path of a picture
    std::optional<std::string> separator;
    bool withGst = false;
    bool decimalComma = false;
};

/// Adds the options that some of the formats take, each with their names. `audience`: what `--audience` is told with.
void addExportOptions(CLI::App& command, ExportChoice& choice, std::span<const ExportFormat> formats,
                      const std::string& audience);

/// The formats that take an option: "CSV", "PDF or PNG"; by key where a name is also that of one that does not.
std::string namesOf(std::span<const ExportFormat> formats, bool ExportFormat::* taken);

/// Error: invalidValue for an option that none of the formats in hand takes.
Result<void> checkTaken(const ExportChoice& choice, std::span<const ExportFormat> inHand,
                        std::span<const ExportFormat> all);

/// Error: invalidValue, also where none was given.
Result<Audience> chosenAudience(const ExportChoice& choice);

/// The plan at `path` as it is to be exported. Errors: those of the plan and of what was chosen.
Result<ExportSource> exportSource(const std::string& path, const ExportChoice& choice, const ProgramClock& clock);

/// Adds what formats with takesVersions tell; nothing where the plan is no plan file. Errors: those of reading it.
Result<void> addVersions(const std::string& path, ExportSource& source);

} // namespace trestle::cli
