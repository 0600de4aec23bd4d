#pragma once

#include "models/date.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What happened, as a table tells it that was kept elsewhere. Lines are rows as a spreadsheet counts them, from 1.
namespace trestle {

enum class TimesShape : std::uint8_t {
    items, ///< a row for each item: when it started and finished, what was spent on it, what is left
    sheet, ///< a row for each entry of a time sheet: a day, what was worked on, for how long
};

/// Why a row is left out, or what is odd about it.
enum class TimesProblem : std::uint8_t {
    noItem,            ///< it names none
    noDay,             ///< an entry without its day
    badDate,           ///< what: the cell
    badTime,           ///< no amount of time; what: the cell
    negativeTime,      ///< what: the cell
    nothing,           ///< neither a date nor time
    afterStatusDate,   ///< what: the day
    finishBeforeStart, ///< of the item then; what: its finish and its start
    tooMuch,           ///< of the item then, more than a plan can hold
    longDay,           ///< more hours than a day has, counted all the same; what: the hours
};

struct TimesNote {
    std::size_t line = 0;
    TimesProblem problem = TimesProblem::noItem;
    std::vector<std::string> what;
    friend bool operator==(const TimesNote&, const TimesNote&) = default;
};

struct TimesRow {
    std::size_t line = 0;
    std::vector<std::string> names; ///< what each column that may name the item has
    std::optional<Date> day;        ///< of an entry
    std::optional<Date> started;
    std::optional<Date> finished;
    std::optional<double> hours; ///< spent
    std::optional<double> left;  ///< hours
};

struct TimesTable {
    TimesShape shape = TimesShape::items;
    std::vector<std::string> nameColumns; ///< headings of the columns that may name the item, the likeliest first
    std::vector<TimesRow> rows;
    std::vector<TimesNote> unread; ///< rows that say nothing that can be used, by line
    std::size_t openDates = 0;     ///< that could be read with the day or the month first
    bool isMonthFirst = false;     ///< how those are read: another date of the file can be read in no other way
};

} // namespace trestle
