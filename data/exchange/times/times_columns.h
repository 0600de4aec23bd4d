#pragma once

#include "data/exchange/tasks_table/table_mapping.h"
#include "models/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// What a column of a table of what happened says.
enum class TimesMeaning : std::uint8_t {
    nothing,
    item, ///< an id or a title; several columns may be it, and the one that matches most is
    day,  ///< of an entry
    started,
    finished,
    spent,
    left,
};

struct TimesUse {
    TimesMeaning meaning = TimesMeaning::nothing;
    TimeUnit unit = TimeUnit::weeks; ///< of bare numbers in spent and left; else weeks
    friend bool operator==(const TimesUse&, const TimesUse&) = default;
};

struct TimesMapping {
    std::optional<std::size_t> headings; ///< the row that names the columns
    std::vector<TimesUse> columns;       ///< one each
    friend bool operator==(const TimesMapping&, const TimesMapping&) = default;
};

struct TimesWord {
    TimesMeaning meaning;
    std::string_view word;
};
/// The meanings in the words of the command line.
inline constexpr std::array<TimesWord, 7> kTimesWords{{{TimesMeaning::nothing, "nothing"},
                                                       {TimesMeaning::item, "item"},
                                                       {TimesMeaning::day, "day"},
                                                       {TimesMeaning::started, "started"},
                                                       {TimesMeaning::finished, "finished"},
                                                       {TimesMeaning::spent, "spent"},
                                                       {TimesMeaning::left, "left"}}};

constexpr bool hasUnit(TimesMeaning meaning)
{
    return meaning == TimesMeaning::spent || meaning == TimesMeaning::left;
}

/// By what time sheets of Toggl, Clockify, Harvest, Tempo and Jira call their columns, and people their own. What a
/// table of tasks calls a start or a finish is when it is planned, unless the table tells what was spent.
TimesMapping guessTimes(const TaskTable& table);
/// Whether there is a column of items and one that says what happened.
bool saysTimes(const TimesMapping& mapping);
/// Whether a table tells what happened rather than tasks to be planned, which may say what was spent on them, too.
bool tellsOfTimes(const TaskTable& table);
/// What a column is called: by its heading, else by its letter.
std::string headingOf(const TaskTable& table, const TimesMapping& mapping, std::size_t column);
/// `spent:hours`: a meaning, and behind a colon the unit.
std::string wordsOf(const TimesUse& use);
/// Gives a column a meaning; of all but items it is taken from the column that has it.
void use(TimesMapping& mapping, std::size_t column, const TimesUse& as);
/// Reads "Start=started" into a mapping: a heading, or the letters of a column, with what it means. Error: invalidValue
/// with the entry.
Result<void> applyTimesMapping(TimesMapping& mapping, const TaskTable& table, const std::string& entry);

} // namespace trestle
