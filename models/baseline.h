#pragma once

#include "models/date.h"
#include "models/item_progress.h"
#include "models/units.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What a baseline promised of an item.
struct PromisedItem {
    ItemState state = ItemState::missing;
    double effort = 0;          ///< person-weeks that were likely left
    std::optional<Date> start;  ///< likely; absent: no work was left
    std::optional<Date> finish; ///< likely
    friend bool operator==(const PromisedItem&, const PromisedItem&) = default;
};

/// Total cost by the end of a day, ex GST, likely.
struct PromisedSpend {
    Date by{};
    Money total;
    friend bool operator==(const PromisedSpend&, const PromisedSpend&) = default;
};

/// What a plan promised on the day when it became the baseline, as figures: they stand whatever a later version of
/// the program would make of the same inputs. baselineOf() makes one.
struct Baseline {
    std::string name; ///< "Sent to investors"
    Date taken{};     ///< the status date of that day
    std::map<std::string, PromisedItem> items; ///< every item of the plan's scope, by id
    Date finish{};                             ///< likely
    Date finishP50{};
    Date finishP80{};
    Date finishP90{};
    Money total; ///< likely
    Money totalP50;
    Money totalP80;
    Money totalP90;
    double effortP50 = 1; ///< labour of the simulated runs ÷ likely labour; 1 where none was left
    double effortP80 = 1;
    double effortP90 = 1;
    std::vector<PromisedSpend> spend; ///< from the start on, by week, then the total
    friend bool operator==(const Baseline&, const Baseline&) = default;
};

} // namespace trestle
