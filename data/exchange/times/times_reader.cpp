#include "data/exchange/times/times_reader.h"

#include "data/exchange/tasks_table/cell_text.h"
#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/csv_table_reader.h"
#include "data/exchange/tasks_table/xlsx_table_reader.h"
#include "data/file_io.h"
#include "models/inputs.h"
#include "models/typed/typed_figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <expected>
#include <map>
#include <utility>

namespace trestle {

namespace {

constexpr std::string_view kWorkbook = "PK\x03\x04";
constexpr std::string_view kWorkbookOf1997 = "\xD0\xCF\x11\xE0";
constexpr std::size_t kLongestTold = 60; ///< bytes of a cell that is told of

/// What the readers of tables refuse, said of times.
Error ofTimes(Error error)
{
    if (error.code == ErrorCode::invalidTasks)
        error.code = ErrorCode::invalidTimes;
    if (error.fix.kind == DetailKind::tableFile)
        error.fix = DetailKind::timesTable;
    return error;
}

/// As much of a cell as can be shown.
std::string told(const TableCell& cell)
{
    std::string text(withoutSpaces(cell.text));
    if (text.size() <= kLongestTold)
        return text;
    std::size_t end = kLongestTold;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) // within a character
        --end;
    return text.substr(0, end) + "\xE2\x80\xA6";
}

/// "7:30", "07:30:00".
std::optional<double> hoursOfClock(std::string_view text)
{
    std::array<int, 3> parts{};
    std::size_t count = 0;
    for (; count < parts.size(); ++count) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const auto [stop, error] = std::from_chars(text.data(), text.data() + end, parts.at(count));
        if (error != std::errc{} || stop != text.data() + end || parts.at(count) < 0 ||
            (count > 0 && parts.at(count) > 59))
            return {};
        if (end == text.size()) {
            ++count;
            text = {};
            break;
        }
        text.remove_prefix(end + 1);
    }
    if (count < 2 || !text.empty())
        return {};
    return parts[0] + parts[1] / 60.0 + parts[2] / 3600.0;
}

/// Numbers with decimal points alone, whatever signs the file has.
std::string withDecimalPoints(std::string_view text, bool decimalComma)
{
    constexpr std::string_view signs = "0123456789.,";
    std::string plain;
    while (!text.empty()) {
        std::size_t end = std::min(text.find_first_not_of(signs), text.size());
        if (const auto number = wholeNumber(text.substr(0, end), decimalComma))
            plain += numberText(*number);
        else if (end > 0)
            plain += text.substr(0, end);
        else
            plain += text[end++];
        text.remove_prefix(end);
    }
    return plain;
}

std::expected<double, TimesProblem> hoursFrom(const TableCell& cell, TimeUnit unit, bool decimalComma, double perWeek)
{
    constexpr double minutes = 60;
    std::optional<double> number = cell.number;
    if (cell.date || cell.isPercent)
        return std::unexpected(TimesProblem::badTime);
    const std::string_view text = withoutSpaces(cell.text);
    if (!number)
        number = wholeNumber(text, decimalComma);
    if (number) {
        if (*number < 0)
            return std::unexpected(TimesProblem::negativeTime);
        switch (unit) {
        case TimeUnit::seconds: return *number / minutes / minutes;
        case TimeUnit::minutes: return *number / minutes;
        case TimeUnit::hours: return *number;
        case TimeUnit::days: return *number * perWeek / kWorkingDaysPerWeek;
        case TimeUnit::weeks:
        case TimeUnit::points: return *number * perWeek;
        }
    }
    if (const auto clock = hoursOfClock(text))
        return *clock;
    if (text.size() > kLongestTold)
        return std::unexpected(TimesProblem::badTime);
    const auto effort = readTypedEffort(withDecimalPoints(text, decimalComma), perWeek);
    if (effort)
        return static_cast<double>(*effort) * perWeek;
    return std::unexpected(effort.error() == FigureProblem::negative ? TimesProblem::negativeTime
                                                                     : TimesProblem::badTime);
}

class TimesReader {
    using enum TimesMeaning;

public:
    TimesReader(const TimesFile& file, const TimesMapping& mapping, double hoursPerWeek)
        : m_in(file.table), m_mapping(mapping), m_perWeek(hoursPerWeek)
    {
        m_firstRow = mapping.headings ? *mapping.headings + 1 : 0;
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            const TimesMeaning meaning = mapping.columns[column].meaning;
            if (meaning == item)
                m_items.push_back(column);
            else if (meaning != nothing)
                m_columns[meaning] = column;
        }
        m_made.shape = has(day) ? TimesShape::sheet : TimesShape::items;
    }

    TimesTable read()
    {
        for (const std::size_t column : m_items)
            m_made.nameColumns.push_back(headingOf(m_in, m_mapping, column));
        readOrder();
        for (std::size_t row = m_firstRow; row < m_in.rows.size(); ++row)
            readRow(row);
        return std::move(m_made);
    }

private:
    [[nodiscard]] bool has(TimesMeaning meaning) const { return m_columns.contains(meaning); }
    [[nodiscard]] const TableCell& cell(std::size_t row, TimesMeaning meaning) const
    {
        static const TableCell none;
        const auto column = m_columns.find(meaning);
        return column == m_columns.end() ? none : m_in.cell(row, column->second);
    }

    /// The month stands first where dates can be read so alone, and none can be read with the day first alone.
    void readOrder()
    {
        bool isMonthFirst = false;
        for (const TimesMeaning meaning : {day, started, finished})
            for (std::size_t row = m_firstRow; row < m_in.rows.size(); ++row)
                if (const TableCell& one = cell(row, meaning); !one.date && !one.isEmpty())
                    if (const auto date = cellDate(one.text, DateOrder::unknown)) {
                        if (date->order == DateOrder::dayFirst)
                            return;
                        isMonthFirst = isMonthFirst || date->order == DateOrder::monthFirst;
                    }
        m_made.isMonthFirst = isMonthFirst;
    }

    [[nodiscard]] bool isTold(std::size_t row) const
    {
        const auto isFull = [&](std::size_t column) { return !withoutSpaces(m_in.cell(row, column).text).empty(); };
        return std::ranges::any_of(m_items, isFull) ||
               std::ranges::any_of(m_columns, [&](const auto& column) { return isFull(column.second); });
    }

    void readRow(std::size_t row)
    {
        if (!isTold(row))
            return; // a line between parts
        TimesRow made;
        made.line = m_in.rows[row].number;
        for (const std::size_t column : m_items)
            made.names.emplace_back(withoutSpaces(m_in.cell(row, column).text));
        if (has(day) && isVoid(cell(row, day).text))
            m_made.unread.push_back({made.line, TimesProblem::noDay, {}});
        else if (readDate(row, day, made.day) && readDate(row, started, made.started) &&
                 readDate(row, finished, made.finished) && readHours(row, spent, made.hours) &&
                 readHours(row, left, made.left))
            m_made.rows.push_back(std::move(made));
    }

    /// False: the row is told of, and left out.
    bool readDate(std::size_t row, TimesMeaning meaning, std::optional<Date>& to)
    {
        const TableCell& from = cell(row, meaning);
        if (!from.date && isVoid(from.text))
            return true;
        const DateOrder order = m_made.isMonthFirst ? DateOrder::monthFirst : DateOrder::dayFirst;
        const auto read =
            from.date ? std::optional(CellDate{*from.date, DateOrder::unknown, false}) : cellDate(from.text, order);
        const bool isOtherOrder = read && read->order != DateOrder::unknown && read->order != order;
        if (!read || isOtherOrder || !checkPlanDate(read->date, {})) {
            m_made.unread.push_back({m_in.rows[row].number, TimesProblem::badDate, {told(from)}});
            return false;
        }
        m_made.openDates += read->isOpen ? 1U : 0U;
        to = read->date;
        return true;
    }

    bool readHours(std::size_t row, TimesMeaning meaning, std::optional<double>& to)
    {
        const TableCell& from = cell(row, meaning);
        if (!from.number && isVoid(from.text))
            return true;
        const TimeUnit unit = m_mapping.columns[m_columns.at(meaning)].unit;
        const auto hours = hoursFrom(from, unit, m_in.decimalComma, m_perWeek);
        if (!hours) {
            m_made.unread.push_back({m_in.rows[row].number, hours.error(), {told(from)}});
            return false;
        }
        to = *hours;
        return true;
    }

    const TaskTable& m_in;
    const TimesMapping& m_mapping;
    double m_perWeek;
    std::vector<std::size_t> m_items; ///< columns
    std::map<TimesMeaning, std::size_t> m_columns;
    std::size_t m_firstRow = 0;
    TimesTable m_made;
};

} // namespace

Result<TimesFile> readTimesFile(const std::string& path, const std::string& where)
{
    const auto bytes = readTextFile(path);
    return bytes ? timesFileOf(*bytes, where) : std::unexpected(bytes.error());
}

Result<TimesFile> timesFileOf(std::string_view bytes, const std::string& where)
{
    const bool isWorkbook = bytes.starts_with(kWorkbook) || bytes.starts_with(kWorkbookOf1997);
    auto table = isWorkbook ? readXlsxTable(bytes, where) : readCsvTable(bytes, where);
    if (!table)
        return std::unexpected(ofTimes(table.error()));
    return TimesFile{std::move(*table), where};
}

Result<TimesTable> readTimes(const TimesFile& file, const TimesMapping& mapping, double hoursPerWeek)
{
    const std::size_t headings = mapping.headings ? 1 : 0;
    if (!saysTimes(mapping) || file.table.rows.size() <= headings)
        return fail(ErrorCode::invalidTimes, {}, file.where + '#', DetailKind::timesTable);
    return TimesReader(file, mapping, hoursPerWeek).read();
}

} // namespace trestle
