#pragma once

#include "app/cli/actual_edits.h"
#include "app/cli/field_options.h"
#include "app/cli/money_edits.h"
#include "app/cli/risk_edits.h"
#include "models/catalogue.h"
#include "models/scenario.h"

#include <optional>
#include <string>
#include <vector>

/// What `trestle set` and `trestle new` change in a plan: the texts of their options, and what they mean.
namespace trestle::cli {

/// Options as given. Absent: not given; empty text clears what can be cleared.
struct Edits {
    std::vector<std::string> items; ///< ITEM=STATE
    std::vector<std::string> removedPeople;
    std::vector<std::string> people; ///< NAME:FTE:RATE[:SKILL+SKILL]
    std::vector<std::string> roles;  ///< TITLE:FTE:RATE[:SKILL+SKILL], nobody by name yet
    std::vector<std::string> unpaid; ///< names
    std::vector<std::string> paid;
    std::vector<std::string> billRates;
    std::vector<std::string> firstDays;
    std::vector<std::string> lastDays;
    std::vector<std::string> leave;
    std::vector<std::string> daysOff;
    std::vector<std::string> closures; ///< FROM..TO:LABEL, each year
    std::vector<std::string> workedHolidays;
    RiskEdits risks;
    MoneyEdits money;
    ActualEdits actuals;
    FieldTexts fields; ///< of the fields with an option of their own
    friend bool operator==(const Edits&, const Edits&) = default;
};

/// The inputs with the changes made, checked against the catalogue; `today` is the day on which states change.
/// People are removed before others are added, and what is said of one of them comes last.
Result<Inputs> changed(Inputs inputs, const Catalogue& catalogue, const Edits& changes, Date today);

/// What was changed, for the history of the plan: "schema-for-scale=done, target and 2 more".
std::string describe(const Edits& changes);

} // namespace trestle::cli
