#pragma once

#include "models/inputs.h"
#include "models/progress/times_table.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a table of what happened makes of a plan. A row belongs to the item whose id or title it names; nothing is
/// guessed: what matches no item is listed, and the user may say which item it is.
///
/// All rows of an item count together: time spent and left are sums, it started on the earliest day and finished on the
/// latest, where each row of an item says that it did, or one entry of a time sheet. What the file says of an item
/// takes the place of what the plan has, so that a file that is read twice, or grew in between, gives what it says;
/// what it doesn't say stays.
namespace trestle {

/// What the user says of an import.
struct TimesChoices {
    std::map<std::string, std::string> items; ///< ids by plainName() of what the file says
    std::optional<std::size_t> column;        ///< of TimesTable::nameColumns; absent: the one that matches most
    bool add = false;                         ///< time spent adds to what is there
    std::optional<Date> statusDate;           ///< the plan's from now on
    friend bool operator==(const TimesChoices&, const TimesChoices&) = default;
};

/// An item that rows belong to, as it was and as it becomes.
struct ImportedItem {
    std::string id;
    std::size_t rows = 0;
    ItemState stateBefore = ItemState::missing;
    ItemState state = ItemState::missing;
    ItemActual before;
    ItemActual actual;

    [[nodiscard]] bool isChanged() const { return state != stateBefore || actual != before; }
    /// Less than the plan has: maybe the file covers a part of the time alone.
    [[nodiscard]] bool isLess() const { return before.spent && actual.spent && *actual.spent < *before.spent; }
    friend bool operator==(const ImportedItem&, const ImportedItem&) = default;
};

/// What rows say that is no item's id or title.
struct UnmatchedName {
    std::string name;
    std::size_t line = 0; ///< the first
    std::size_t rows = 0;
    double hours = 0;
    std::string suggestion; ///< id of an item that it may mean, or empty
    std::string chosen;     ///< id of the item that the user says it is, or empty
    friend bool operator==(const UnmatchedName&, const UnmatchedName&) = default;
};

struct TimesImport {
    std::size_t column = 0;               ///< of TimesTable::nameColumns, by which rows were matched
    std::vector<ImportedItem> items;      ///< in catalogue order
    std::vector<UnmatchedName> unmatched; ///< in the file's order; also those that the user has matched
    std::vector<TimesNote> leftOut;       ///< rows of items that say what cannot be; by line
    std::vector<TimesNote> odd;           ///< rows that count and look wrong; by line
    std::size_t late = 0;                 ///< rows left out for a day after the status date
    std::optional<Date> last;             ///< the last day of rows that match, where it is after the status date
    Inputs inputs;                        ///< the plan's, with all of it

    [[nodiscard]] std::size_t changed() const; ///< items
};

/// All rows that are left out, those that could not be read among them, by line.
std::vector<TimesNote> leftOutOf(const TimesTable& table, const TimesImport& made);

/// `today` is the day on which states change. Needs inputs that pass checkInputs(); what is made passes it too, but for
/// a status date of the choices that is before what the plan has on record.
TimesImport importTimes(const Catalogue& catalogue, const Inputs& inputs, const TimesTable& table,
                        const TimesChoices& choices, Date today);

} // namespace trestle
