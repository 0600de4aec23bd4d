#pragma once

#include "data/exchange/tasks_table/task_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// What a column of a table says of its tasks.
enum class ColumnMeaning : std::uint8_t {
    nothing,
    name,
    id,       ///< that predecessors and parents name
    level,    ///< of the outline
    outline,  ///< 2.1 is below 2
    parent,   ///< the id or the name of the task above
    phase,    ///< the name of a phase
    work,     ///< what people spend
    duration, ///< working time from start to finish
    start,
    finish,
    predecessors, ///< 3FS+2d; 5
    people,
    done, ///< a part of 1 or per cent, or a state in words
    notes,
};

/// What a number without a unit counts.
enum class TimeUnit : std::uint8_t { seconds, minutes, hours, days, weeks, points };

struct ColumnUse {
    ColumnMeaning meaning = ColumnMeaning::nothing;
    TimeUnit unit = TimeUnit::days; ///< of work and duration; else days
    friend bool operator==(const ColumnUse&, const ColumnUse&) = default;
};

/// What each column of a table means.
struct TableMapping {
    std::optional<std::size_t> headings; ///< the row that names the columns; absent: none does
    std::vector<ColumnUse> columns;      ///< one each
    friend bool operator==(const TableMapping&, const TableMapping&) = default;
};

/// The meanings in the words that files and the command line use.
struct MeaningWord {
    ColumnMeaning meaning;
    std::string_view word;
};
inline constexpr std::array<MeaningWord, 15> kMeaningWords{{{ColumnMeaning::nothing, "nothing"},
                                                            {ColumnMeaning::name, "name"},
                                                            {ColumnMeaning::id, "id"},
                                                            {ColumnMeaning::level, "level"},
                                                            {ColumnMeaning::outline, "wbs"},
                                                            {ColumnMeaning::parent, "parent"},
                                                            {ColumnMeaning::phase, "phase"},
                                                            {ColumnMeaning::work, "work"},
                                                            {ColumnMeaning::duration, "duration"},
                                                            {ColumnMeaning::start, "start"},
                                                            {ColumnMeaning::finish, "finish"},
                                                            {ColumnMeaning::predecessors, "predecessors"},
                                                            {ColumnMeaning::people, "people"},
                                                            {ColumnMeaning::done, "done"},
                                                            {ColumnMeaning::notes, "notes"}}};
inline constexpr std::array<std::string_view, 6> kUnitWords{"seconds", "minutes", "hours", "days", "weeks", "points"};

constexpr bool hasUnit(ColumnMeaning meaning)
{
    return meaning == ColumnMeaning::work || meaning == ColumnMeaning::duration;
}
/// Whether several columns may have it.
constexpr bool takesSeveral(ColumnMeaning meaning)
{
    return meaning == ColumnMeaning::nothing || meaning == ColumnMeaning::id ||
           meaning == ColumnMeaning::predecessors || meaning == ColumnMeaning::people ||
           meaning == ColumnMeaning::notes;
}

/// By what the columns are called in MS Project, Jira, Linear, Asana, Smartsheet, Planner, GitHub and Trello, and by
/// what is in them.
TableMapping guessMapping(const TaskTable& table);
/// Whether the numbers of a column, from row `below` on, are seconds: Jira exports its times so, and says nothing of
/// it.
bool areSeconds(const TaskTable& table, std::size_t column, std::size_t below);
/// How many things one row says that the columns are, what tasks are called among them; 0: no row does.
std::size_t taskHeadings(const TaskTable& table);
/// Whether a row says what tasks are called and one thing more.
bool hasTaskHeadings(const TaskTable& table);
/// Gives a column a meaning. One that only one column may have is taken from the other.
void use(TableMapping& mapping, std::size_t column, ColumnUse as);
/// What a column is called: by its heading, else by its letter.
std::string headingOf(const TaskTable& table, const TableMapping& mapping, std::size_t column);
/// `work:hours`: a meaning, and behind a colon the unit.
std::optional<ColumnUse> columnUseFrom(std::string_view words);
std::string wordsOf(const ColumnUse& use);

} // namespace trestle
