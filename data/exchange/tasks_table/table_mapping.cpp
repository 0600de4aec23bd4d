#include "data/exchange/tasks_table/table_mapping.h"

#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/heading_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace trestle {

namespace {

constexpr std::size_t kMostRowsAboveHeadings = 20;
constexpr std::size_t kMostRowsToLookAt = 200;

std::vector<Heading> headingsIn(const TaskTable& table, std::size_t row)
{
    std::vector<Heading> headings;
    for (std::size_t column = 0; column < table.columns; ++column)
        headings.push_back(headingFrom(table.cell(row, column).text));
    return headings;
}

/// How many meanings the cells of a row name; 0 where none of them is what tasks are called.
std::size_t meaningsIn(const TaskTable& table, std::size_t row)
{
    std::set<ColumnMeaning> found;
    for (const Heading& heading : headingsIn(table, row))
        for (const HeadingWord& word : headingWords())
            if (word.heading == heading.words)
                found.insert(word.meaning);
    return found.contains(ColumnMeaning::name) ? found.size() : 0;
}

std::optional<std::size_t> headingRow(const TaskTable& table)
{
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t row = 0; row < std::min(table.rows.size(), kMostRowsAboveHeadings); ++row)
        if (const std::size_t found = meaningsIn(table, row); found > most) {
            most = found;
            best = row;
        }
    return best;
}

bool isWords(const TaskTable& table, std::size_t row, std::size_t column)
{
    const TableCell& cell = table.cell(row, column);
    return !cell.isEmpty() && !cell.number && !cell.date && !wholeNumber(cell.text, table.decimalComma) &&
           !cellDate(cell.text, DateOrder::dayFirst);
}

/// A first row of words over a column of figures: headings in words that we do not know.
bool looksLikeHeadings(const TaskTable& table)
{
    if (table.rows.size() < 2)
        return false;
    bool hasFigures = false;
    for (std::size_t column = 0; column < table.columns; ++column) {
        if (!isWords(table, 0, column))
            return false;
        hasFigures = hasFigures || (!table.cell(1, column).isEmpty() && !isWords(table, 1, column));
    }
    return hasFigures;
}

bool hasContent(const TaskTable& table, std::size_t column, std::size_t below)
{
    for (std::size_t row = below; row < table.rows.size(); ++row)
        if (!table.cell(row, column).isEmpty())
            return true;
    return below == table.rows.size(); // headings alone
}

TimeUnit unitOf(const TaskTable& table, std::size_t column, const Heading& heading, std::size_t below)
{
    if (heading.unit)
        return *heading.unit;
    if (heading.words.ends_with("points"))
        return TimeUnit::points;
    return heading.words.contains("estimate") && areSeconds(table, column, below) ? TimeUnit::seconds : TimeUnit::days;
}

/// The first column with words in most of its cells.
std::size_t columnOfWords(const TaskTable& table, std::size_t below)
{
    for (std::size_t column = 0; column < table.columns; ++column) {
        std::size_t words = 0;
        const std::size_t end = std::min(table.rows.size(), below + kMostRowsToLookAt);
        for (std::size_t row = below; row < end; ++row)
            words += isWords(table, row, column) ? 1U : 0U;
        if (2 * words > end - below)
            return column;
    }
    return 0;
}

/// Of a heading with a unit, whatever else it says; not what was spent already.
bool isAmount(const Heading& heading)
{
    constexpr std::array<std::string_view, 4> past{"actual", "spent", "logged", "worked"};
    return heading.unit &&
           std::ranges::none_of(past, [&](std::string_view word) { return heading.words.contains(word); });
}

} // namespace

bool areSeconds(const TaskTable& table, std::size_t column, std::size_t below)
{
    constexpr double minute = 60;
    bool isAny = false;
    for (std::size_t row = below; row < std::min(table.rows.size(), below + kMostRowsToLookAt); ++row) {
        const TableCell& cell = table.cell(row, column);
        const auto number = cell.number ? cell.number : wholeNumber(cell.text, table.decimalComma);
        if (cell.isEmpty())
            continue;
        if (!number || (*number != 0 && (*number < 10 * minute || std::fmod(*number, minute) != 0)))
            return false;
        isAny = isAny || *number != 0;
    }
    return isAny;
}

TableMapping guessMapping(const TaskTable& table)
{
    TableMapping mapping;
    mapping.headings = headingRow(table);
    mapping.columns.resize(table.columns);
    if (table.columns == 0)
        return mapping;
    if (!mapping.headings) {
        if (looksLikeHeadings(table))
            mapping.headings = 0;
        mapping.columns[columnOfWords(table, mapping.headings ? 1 : 0)].meaning = ColumnMeaning::name;
    }
    if (!mapping.headings)
        return mapping;
    const std::size_t below = *mapping.headings + 1;
    const std::vector<Heading> headings = headingsIn(table, *mapping.headings);
    std::set<ColumnMeaning> given;
    for (const ColumnUse& column : mapping.columns)
        given.insert(column.meaning);
    for (const HeadingWord& word : headingWords()) // the best of each meaning first
        for (std::size_t column = 0; column < table.columns; ++column) {
            if (headings[column].words != word.heading || mapping.columns[column].meaning != ColumnMeaning::nothing ||
                (!takesSeveral(word.meaning) && given.contains(word.meaning)) || !hasContent(table, column, below))
                continue;
            given.insert(word.meaning);
            mapping.columns[column].meaning = word.meaning;
            if (hasUnit(word.meaning))
                mapping.columns[column].unit = unitOf(table, column, headings[column], below);
        }
    const auto amount = std::ranges::find_if(headings, isAmount);
    const auto column = static_cast<std::size_t>(amount - headings.begin());
    if (amount != headings.end() && !given.contains(ColumnMeaning::work) && !given.contains(ColumnMeaning::duration) &&
        mapping.columns[column].meaning == ColumnMeaning::nothing && hasContent(table, column, below))
        mapping.columns[column] = {ColumnMeaning::work, *amount->unit};
    return mapping;
}

std::size_t taskHeadings(const TaskTable& table)
{
    const auto row = headingRow(table);
    return row ? meaningsIn(table, *row) : 0;
}

bool hasTaskHeadings(const TaskTable& table)
{
    return taskHeadings(table) > 1;
}

void use(TableMapping& mapping, std::size_t column, ColumnUse as)
{
    if (!takesSeveral(as.meaning))
        for (ColumnUse& other : mapping.columns)
            if (other.meaning == as.meaning)
                other = {};
    mapping.columns[column] = hasUnit(as.meaning) ? as : ColumnUse{as.meaning, TimeUnit::days};
}

std::string headingOf(const TaskTable& table, const TableMapping& mapping, std::size_t column)
{
    const std::string heading = mapping.headings ? table.cell(*mapping.headings, column).text : std::string();
    return heading.empty() ? columnLetters(column) : heading;
}

std::optional<ColumnUse> columnUseFrom(std::string_view words)
{
    const std::size_t colon = words.find(':');
    const auto meaning = std::ranges::find(kMeaningWords, words.substr(0, colon), &MeaningWord::word);
    if (meaning == kMeaningWords.end())
        return {};
    ColumnUse use{meaning->meaning, TimeUnit::days};
    if (colon == std::string_view::npos)
        return use;
    const auto unit = std::ranges::find(kUnitWords, words.substr(colon + 1));
    if (unit == kUnitWords.end() || !hasUnit(use.meaning))
        return {};
    use.unit = static_cast<TimeUnit>(unit - kUnitWords.begin());
    return use;
}

std::string wordsOf(const ColumnUse& use)
{
    const auto meaning = std::ranges::find(kMeaningWords, use.meaning, &MeaningWord::meaning);
    std::string words(meaning->word);
    if (hasUnit(use.meaning))
        words.append(":").append(kUnitWords.at(static_cast<std::size_t>(use.unit)));
    return words;
}

} // namespace trestle
