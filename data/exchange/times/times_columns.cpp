#include "data/exchange/times/times_columns.h"

#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/heading_words.h"

#include <algorithm>
#include <set>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kMostRowsAboveTimes = 20;

struct TimesHeading {
    TimesMeaning meaning;
    std::string_view heading;
};

/// The likeliest of each meaning first.
constexpr auto kTimesHeadings = [] {
    using enum TimesMeaning;
    return std::to_array<TimesHeading>({
        {item, "item id"},
        {item, "item"},
        {item, "item name"},
        {item, "item title"},
        {item, "work item"},
        {item, "task"},
        {item, "task name"},
        {item, "title"},
        {item, "issue key"},
        {item, "issue summary"},
        {item, "issue"},
        {item, "summary"},
        {item, "story"},
        {item, "ticket"},
        {item, "card"},
        {item, "card name"},
        {item, "activity"},
        {item, "subject"},
        {item, "name"},
        {item, "id"},
        {item, "key"},
        {item, "task id"},
        {item, "description"},
        {item, "notes"},
        {item, "comment"},
        {item, "project"},
        {item, "project name"},
        {day, "date"},
        {day, "day"},
        {day, "work date"},
        {day, "entry date"},
        {day, "spent date"},
        {day, "spent on"},
        {day, "worked on"},
        {day, "started at"},
        {started, "started"},
        {started, "actual start"},
        {started, "actual start date"},
        {started, "started on"},
        {started, "begun"},
        {started, "began"},
        {finished, "finished"},
        {finished, "actual finish"},
        {finished, "actual finish date"},
        {finished, "actual end"},
        {finished, "actual end date"},
        {finished, "finished on"},
        {finished, "completed"},
        {finished, "completed on"},
        {finished, "completed at"},
        {finished, "completed date"},
        {finished, "completion date"},
        {finished, "done"},
        {finished, "done on"},
        {finished, "closed"},
        {finished, "closed at"},
        {finished, "resolved"},
        {spent, "spent"},
        {spent, "time spent"},
        {spent, "actual"},
        {spent, "actual work"},
        {spent, "actual effort"},
        {spent, "actual time"},
        {spent, "actual hours"},
        {spent, "actual days"},
        {spent, "spent so far"},
        {spent, "hours spent"},
        {spent, "days spent"},
        {spent, "weeks spent"},
        {spent, "hours worked"},
        {spent, "days worked"},
        {spent, "worked"},
        {spent, "worked hours"},
        {spent, "logged"},
        {spent, "logged hours"},
        {spent, "time logged"},
        {spent, "hours logged"},
        {spent, "hours"},
        {spent, "time (hours)"},
        {left, "left"},
        {left, "time left"},
        {left, "hours left"},
        {left, "days left"},
        {left, "weeks left"},
        {left, "still to do"},
        {left, "to go"},
        {left, "remaining"},
        {left, "remaining work"},
        {left, "remaining effort"},
        {left, "remaining time"},
        {left, "remaining hours"},
        {left, "remaining days"},
        {left, "remaining estimate"},
    });
}();

/// Of an entry of a time sheet alone: a task that lasts so long was planned to.
constexpr auto kEntryHeadings = [] {
    using enum TimesMeaning;
    return std::to_array<TimesHeading>({
        {spent, "duration (decimal)"},
        {spent, "duration"},
        {spent, "time"},
        {spent, "billable hours"},
        {spent, "quantity"},
        {spent, "days"},
    });
}();
/// When an entry began, where no column is called its day.
constexpr std::array<std::string_view, 2> kEntryDays{"start date", "start"};
/// What says that rows are entries.
constexpr auto kEntryMarks =
    std::to_array<std::string_view>({"start time", "end time", "user", "user name", "person", "member", "employee",
                                     "employee name", "who", "worker", "team member", "staff", "first name", "email"});
/// When an item started and finished, in a table that says what was spent on it.
constexpr auto kPlainHeadings = [] {
    using enum TimesMeaning;
    return std::to_array<TimesHeading>({
        {started, "start"},
        {started, "start date"},
        {finished, "finish"},
        {finished, "finish date"},
        {finished, "end"},
        {finished, "end date"},
    });
}();

class TimesGuess {
    using enum TimesMeaning;

public:
    TimesGuess(const TaskTable& table, std::size_t row) : m_table(table)
    {
        m_mapping.headings = row;
        m_mapping.columns.resize(table.columns);
        for (std::size_t column = 0; column < table.columns; ++column)
            m_headings.push_back(headingFrom(table.cell(row, column).text));
        guess();
    }

    [[nodiscard]] const TimesMapping& mapping() const { return m_mapping; }
    /// How many meanings the row names; 0 where they do not say what happened.
    [[nodiscard]] std::size_t found() const { return saysTimes(m_mapping) ? m_given.size() : 0; }

private:
    void guess()
    {
        for (const TimesHeading& word : kTimesHeadings)
            take(word);
        const bool isMarked = std::ranges::any_of(m_headings, [](const Heading& heading) {
            return std::ranges::find(kEntryMarks, heading.words) != kEntryMarks.end();
        });
        if (m_given.contains(day) || isMarked)
            for (const TimesHeading& word : kEntryHeadings)
                take(word);
        if (!m_given.contains(day) && isMarked && m_given.contains(spent))
            for (const std::string_view word : kEntryDays)
                take({day, word});
        if (!m_given.contains(day) && m_given.contains(spent))
            for (const TimesHeading& word : kPlainHeadings)
                take(word);
        for (std::size_t column = 0; column < m_headings.size(); ++column)
            if (TimesUse& use = m_mapping.columns[column]; hasUnit(use.meaning))
                use.unit = unitOf(column);
    }

    void take(const TimesHeading& word)
    {
        for (std::size_t column = 0; column < m_headings.size(); ++column) {
            TimesMeaning& meaning = m_mapping.columns[column].meaning;
            if (meaning != nothing || m_headings[column].words != word.heading || !fits(column, word.meaning) ||
                (word.meaning != item && m_given.contains(word.meaning)))
                continue;
            meaning = word.meaning;
            m_given.insert(word.meaning);
        }
    }

    /// Something is in it; among its first cells a date where it is to have dates.
    [[nodiscard]] bool fits(std::size_t column, TimesMeaning as) const
    {
        const bool needsDate = as == day || as == started || as == finished;
        bool isAny = false;
        const std::size_t first = *m_mapping.headings + 1;
        for (std::size_t row = first; row < m_table.rows.size(); ++row) {
            const TableCell& cell = m_table.cell(row, column);
            isAny = isAny || !cell.isEmpty();
            if (isAny && !needsDate)
                return true;
            if (!cell.isEmpty() && (cell.date || cellDate(cell.text, DateOrder::dayFirst)))
                return true;
        }
        return first == m_table.rows.size(); // headings alone
    }

    [[nodiscard]] TimeUnit unitOf(std::size_t column) const
    {
        const Heading& heading = m_headings[column];
        if (heading.unit)
            return *heading.unit;
        for (const auto& [word, unit] : {std::pair{"hours", TimeUnit::hours}, std::pair{"days", TimeUnit::days},
                                         std::pair{"weeks", TimeUnit::weeks}})
            if (heading.words.contains(word))
                return unit;
        if (areSeconds(m_table, column, *m_mapping.headings + 1))
            return TimeUnit::seconds;
        return m_given.contains(day) ? TimeUnit::hours : TimeUnit::weeks;
    }

    const TaskTable& m_table;
    TimesMapping m_mapping;
    std::vector<Heading> m_headings;
    std::set<TimesMeaning> m_given;
};

} // namespace

TimesMapping guessTimes(const TaskTable& table)
{
    TimesMapping best;
    best.columns.resize(table.columns);
    std::size_t most = 0;
    for (std::size_t row = 0; row < std::min(table.rows.size(), kMostRowsAboveTimes); ++row)
        if (const TimesGuess guess(table, row); guess.found() > most) {
            most = guess.found();
            best = guess.mapping();
        }
    if (most == 0 && !table.rows.empty())
        best.headings = 0;
    return best;
}

bool saysTimes(const TimesMapping& mapping)
{
    using enum TimesMeaning;
    const auto has = [&](TimesMeaning meaning) {
        return std::ranges::find(mapping.columns, meaning, &TimesUse::meaning) != mapping.columns.end();
    };
    if (!has(item))
        return false;
    return has(day) ? has(spent) || has(finished) : has(started) || has(finished) || has(spent);
}

bool tellsOfTimes(const TaskTable& table)
{
    using enum TimesMeaning;
    const TimesMapping times = guessTimes(table);
    if (!saysTimes(times))
        return false;
    const TableMapping tasks = guessMapping(table);
    const auto isPlanned = [](const ColumnUse& use) { return hasUnit(use.meaning); };
    return std::ranges::find(times.columns, day, &TimesUse::meaning) != times.columns.end() ||
           std::ranges::none_of(tasks.columns, isPlanned);
}

std::string headingOf(const TaskTable& table, const TimesMapping& mapping, std::size_t column)
{
    return headingOf(table, TableMapping{mapping.headings, {}}, column);
}

std::string wordsOf(const TimesUse& use)
{
    std::string words(std::ranges::find(kTimesWords, use.meaning, &TimesWord::meaning)->word);
    if (hasUnit(use.meaning))
        words.append(":").append(kUnitWords.at(static_cast<std::size_t>(use.unit)));
    return words;
}

namespace {

/// `spent:hours`; a bare number counts weeks where no unit is said.
std::optional<TimesUse> timesUseFrom(std::string_view words)
{
    const std::size_t colon = words.find(':');
    const auto* const meaning = std::ranges::find(kTimesWords, words.substr(0, colon), &TimesWord::word);
    if (meaning == kTimesWords.end())
        return {};
    TimesUse use{meaning->meaning, TimeUnit::weeks};
    if (colon == std::string_view::npos)
        return use;
    const auto* const unit = std::ranges::find(kUnitWords, words.substr(colon + 1));
    const auto index = static_cast<std::size_t>(unit - kUnitWords.begin());
    use.unit = static_cast<TimeUnit>(index);
    if (unit == kUnitWords.end() || !hasUnit(use.meaning) || use.unit == TimeUnit::points)
        return {};
    return use;
}

} // namespace

void use(TimesMapping& mapping, std::size_t column, const TimesUse& as)
{
    using enum TimesMeaning;
    if (as.meaning != item && as.meaning != nothing)
        for (TimesUse& other : mapping.columns)
            if (other.meaning == as.meaning)
                other = {};
    mapping.columns[column] = hasUnit(as.meaning) ? as : TimesUse{as.meaning, TimeUnit::weeks};
}

Result<void> applyTimesMapping(TimesMapping& mapping, const TaskTable& table, const std::string& entry)
{
    const std::size_t sign = entry.rfind('=');
    const std::string called = entry.substr(0, sign);
    std::optional<std::size_t> found;
    std::set<std::string> known;
    for (std::size_t column = 0; column < table.columns; ++column) {
        const std::string heading = headingOf(table, mapping, column);
        known.insert(heading);
        if (!found && heading == called)
            found = column;
    }
    for (std::size_t column = 0; column < table.columns && !found; ++column)
        if (columnLetters(column) == called)
            found = column;
    if (!found)
        return fail(ErrorCode::invalidValue, called, "--map", {DetailKind::oneOf, {known.begin(), known.end()}});
    const auto as =
        timesUseFrom(sign == std::string::npos ? std::string_view() : std::string_view(entry).substr(sign + 1));
    if (!as) {
        std::vector<std::string> meanings;
        for (const TimesWord& word : kTimesWords)
            meanings.emplace_back(word.word);
        return fail(ErrorCode::invalidValue, entry, "--map", {DetailKind::oneOf, std::move(meanings)});
    }
    use(mapping, *found, *as);
    return {};
}

} // namespace trestle
