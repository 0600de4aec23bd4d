#pragma once

#include "data/exchange/export_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// Something that an export says of itself, like "Catalogue", "prototype-to-production 1".
struct ExportFact {
    std::string_view title; ///< part of the formats: never translated
    std::string value;      ///< as it is in the plan: each format escapes it in its own way
};

/// What the figures are of and how they were made, always in the same number: plan, client, scenario, catalogue, runs
/// and seed of the simulation (empty where there is none, or the audience reads no chances), when it was made, the
/// plan's hash.
std::vector<ExportFact> exportFacts(const ExportSource& source);

/// The same in one line, without what is empty: "Plan: Ledgerly; Catalogue: …".
std::string factsLine(const ExportSource& source);

/// A name that stays the same from one export to the next for the same thing of the same plan and scenario, and is
/// another one for every other: 16 hexadecimal digits. `kind` and `id` say what it is.
std::string stableId(const ExportSource& source, std::string_view kind, std::string_view id);

} // namespace trestle
