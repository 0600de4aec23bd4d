#pragma once

#include "models/catalogue.h"
#include "models/scenario.h"

#include <optional>
#include <string>
#include <vector>

/// What `trestle set` and `trestle new` change in a plan: the texts of their options, and what they mean.
namespace trestle::cli {

/// Options as given. Absent: not given; empty text clears what can be cleared.
struct Changes {
    std::vector<std::string> items; ///< ITEM=STATE
    std::vector<std::string> removedPeople;
    std::vector<std::string> people; ///< NAME:FTE:RATE[:SKILL+SKILL]
    std::vector<std::string> firstDays;
    std::vector<std::string> leave;
    std::vector<std::string> daysOff;
    std::optional<std::string> profile;
    std::optional<std::string> scale;
    std::optional<std::string> validated;
    std::optional<std::string> maintainer;
    std::optional<std::string> start;
    std::optional<std::string> asOf;
    std::optional<std::string> target;
    std::optional<std::string> budget;
    std::optional<std::string> costMode;
    std::optional<std::string> rho;
    std::optional<std::string> confidence;
    std::optional<std::string> gst;
    std::optional<std::string> order;
    friend bool operator==(const Changes&, const Changes&) = default;
};

/// The inputs with the changes made, checked against the catalogue; `today` is the day on which states change.
/// People are removed before others are added, and their first days and leave come last.
Result<Inputs> changed(Inputs inputs, const Catalogue& catalogue, const Changes& changes, Date today);

/// What was changed, for the history of the plan: "schema-for-scale=done, target and 2 more".
std::string describe(const Changes& changes);

} // namespace trestle::cli
