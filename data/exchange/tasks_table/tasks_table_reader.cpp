#include "data/exchange/tasks_table/tasks_table_reader.h"

#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/tasks_table/cell_references.h"
#include "data/exchange/tasks_table/cell_text.h"
#include "data/exchange/tasks_table/cell_values.h"
#include "data/exchange/tasks_table/table_outline.h"
#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace trestle {

namespace {

using enum ColumnMeaning;

/// Weekdays from one day to another, both counted.
double weekdaysIn(Date first, Date last)
{
    const auto days = (last - first).count() + 1;
    double count = static_cast<double>(days / 7 * kWorkingDaysPerWeek);
    for (Date day = first + std::chrono::days{days / 7 * 7}; day <= last; day += std::chrono::days{1})
        count += isWeekday(day) ? 1 : 0;
    return count;
}

class TasksTableReader {
public:
    TasksTableReader(const TaskTable& table, const TableMapping& mapping, Date today, const std::string& where)
        : m_table(table), m_mapping(mapping), m_today(today), m_where(where)
    {
        for (std::size_t column = 0; column < mapping.columns.size(); ++column)
            m_columns[mapping.columns[column].meaning].push_back(column);
        m_firstRow = mapping.headings ? *mapping.headings + 1 : 0;
    }

    Result<ForeignProject> read()
    {
        if (!has(name))
            return refuse({}, DetailKind::namedColumn);
        m_project.source = m_table.source;
        m_project.name = m_table.name;
        m_project.losses = m_table.losses;
        m_project.hoursPerWeek = kTableHoursPerWeek;
        readDateOrder();
        for (std::size_t row = m_firstRow; row < m_table.rows.size(); ++row)
            if (auto ok = readRow(row); !ok)
                return std::unexpected(ok.error());
        if (m_rows.empty())
            return refuse({}, DetailKind::tableFile);
        const TaskFinder find = finderOf(m_nested);
        auto ordered = orderRows(m_nested, find, m_where);
        if (!ordered)
            return std::unexpected(ordered.error());
        place(*ordered);
        readLinks(find);
        readPeople();
        readStart();
        countColumns();
        return std::move(m_project);
    }

private:
    [[nodiscard]] std::unexpected<Error> refuse(std::string what, Detail read) const
    {
        return fail(ErrorCode::invalidTasks, std::move(what), m_where + '#', std::move(read));
    }

    [[nodiscard]] bool has(ColumnMeaning meaning) const { return m_columns.contains(meaning); }
    [[nodiscard]] const TableCell& cell(std::size_t row, ColumnMeaning meaning) const
    {
        static const TableCell none;
        const auto columns = m_columns.find(meaning);
        return columns == m_columns.end() ? none : m_table.cell(row, columns->second.front());
    }
    [[nodiscard]] std::string text(std::size_t row, ColumnMeaning meaning) const
    {
        return std::string(withoutSpaces(cell(row, meaning).text));
    }
    /// Of all columns with that meaning.
    [[nodiscard]] std::string joined(std::size_t row, ColumnMeaning meaning) const
    {
        std::string all;
        if (const auto columns = m_columns.find(meaning); columns != m_columns.end())
            for (const std::size_t column : columns->second)
                if (const std::string_view part = withoutSpaces(m_table.cell(row, column).text); !part.empty())
                    all.append(all.empty() ? "" : "\n").append(part);
        return all;
    }

    /// All dates of a file are written in the same order, which one of them may give away.
    void readDateOrder()
    {
        for (const ColumnMeaning meaning : {start, finish})
            for (std::size_t row = m_firstRow; row < m_table.rows.size(); ++row)
                if (const TableCell& one = cell(row, meaning); m_order == DateOrder::unknown && !one.date)
                    if (const auto date = cellDate(one.text, m_order))
                        m_order = date->order;
    }
    std::optional<Date> date(std::size_t row, ColumnMeaning meaning)
    {
        const TableCell& from = cell(row, meaning);
        if (!from.date && isVoid(from.text))
            return {};
        const auto read =
            from.date ? std::optional(CellDate{*from.date, DateOrder::unknown, false}) : cellDate(from.text, m_order);
        if (!read || !checkPlanDate(read->date, {})) {
            m_project.losses.add(ImportLossKind::badDates);
            return {};
        }
        m_project.losses.add(ImportLossKind::dayFirst, read->isOpen && m_order == DateOrder::unknown ? 1 : 0);
        return read->date;
    }
    std::optional<Weeks> weeks(std::size_t row, ColumnMeaning meaning)
    {
        const TableCell& from = cell(row, meaning);
        if (!from.number && isVoid(from.text))
            return {};
        const TimeUnit unit = m_mapping.columns[m_columns.at(meaning).front()].unit;
        const auto read =
            from.number ? std::optional(weeksOf(*from.number, unit)) : weeksFrom(from.text, unit, m_table.decimalComma);
        if (from.date || !read || *read < 0) { // the number of a date counts days from 1900
            m_project.losses.add(ImportLossKind::badAmounts);
            return {};
        }
        m_project.losses.add(ImportLossKind::points, unit == TimeUnit::points ? 1 : 0);
        return read;
    }

    Result<void> readRow(std::size_t row)
    {
        NestedRow nested;
        nested.number = m_table.rows[row].number - (m_mapping.headings ? m_table.rows[*m_mapping.headings].number : 0);
        nested.name = text(row, name);
        if (const auto columns = m_columns.find(id); columns != m_columns.end())
            for (const std::size_t column : columns->second)
                nested.ids.emplace_back(withoutSpaces(m_table.cell(row, column).text));
        const auto isTold = [&](ColumnMeaning meaning) { return !text(row, meaning).empty(); };
        if (nested.name.empty() && !isTold(id) && !isTold(work) && !isTold(duration))
            return {}; // a line between parts, or below the table
        if (m_rows.size() == kMostForeignTasks)
            return refuse({}, {DetailKind::fewerTasks, {std::to_string(kMostForeignTasks)}});
        nest(row, nested);
        m_rows.push_back({taskOf(row, nested.name), row});
        m_nested.push_back(std::move(nested));
        return {};
    }
    void nest(std::size_t row, NestedRow& nested)
    {
        if (has(level)) {
            if (const auto number = wholeNumber(text(row, level), m_table.decimalComma))
                nested.level = static_cast<int>(std::clamp(*number, 0.0, 1e6));
        } else if (has(outline)) {
            std::string number = text(row, outline);
            while (number.ends_with('.') || number.ends_with(".0")) // "2.", and "2.0" of a spreadsheet
                number.resize(number.size() - (number.ends_with('.') ? 1 : 2));
            if (!number.empty())
                nested.level = static_cast<int>(std::ranges::count(number, '.')) + 1;
        } else if (has(parent) || has(phase)) {
            nested.parent = text(row, parent);
            nested.phase = text(row, phase);
        } else
            nested.level = levelByIndent(cell(row, name).text);
    }
    /// Spaces before the name: as many as one before has, on its level; more than that, below it.
    int levelByIndent(std::string_view text)
    {
        const std::size_t spaces = std::min(text.find_first_not_of(" \t"), text.size());
        while (!m_indents.empty() && m_indents.back() >= spaces)
            m_indents.pop_back();
        m_indents.push_back(spaces);
        return static_cast<int>(m_indents.size());
    }

    ForeignTask taskOf(std::size_t row, const std::string& title)
    {
        ForeignTask task;
        task.place = '#' + std::to_string(m_table.rows[row].number);
        task.name = title;
        task.notes = joined(row, notes);
        if (const auto spent = weeks(row, work))
            task.work = static_cast<double>(*spent);
        task.start = date(row, start);
        task.finish = date(row, finish);
        const auto takes = weeks(row, duration);
        if (takes)
            task.duration = *takes;
        else if (task.start && task.finish && *task.start <= *task.finish)
            task.duration = weekdaysIn(*task.start, *task.finish) / kWorkingDaysPerWeek;
        readState(row, task);
        return task;
    }
    void readState(std::size_t row, ForeignTask& task)
    {
        const TableCell& from = cell(row, done);
        if (!from.number && isVoid(from.text))
            return;
        const auto state = stateFrom(from, m_table.decimalComma);
        if (!state || state->done < 0) {
            m_project.losses.add(ImportLossKind::badAmounts);
            return;
        }
        task.excluded = state->isExcluded;
        task.done = std::clamp(state->done / (state->isNumber ? wholeOfDone() : 1), 0.0, 1.0);
    }
    /// 100 where a number of the column is above 1.
    double wholeOfDone()
    {
        if (!m_wholeOfDone) {
            m_wholeOfDone = 1;
            for (std::size_t row = m_firstRow; row < m_table.rows.size(); ++row)
                if (const auto state = stateFrom(cell(row, done), m_table.decimalComma))
                    if (state->isNumber && state->done > 1)
                        m_wholeOfDone = 100;
        }
        return *m_wholeOfDone;
    }

    void place(const std::vector<OrderedRow>& ordered)
    {
        m_taskOf.resize(m_rows.size());
        for (const OrderedRow& at : ordered) {
            ForeignTask task;
            if (at.row) {
                m_taskOf[*at.row] = m_project.tasks.size();
                task = std::move(m_rows[*at.row].task);
            } else
                task.name = at.phase;
            task.level = at.level;
            m_project.tasks.push_back(std::move(task));
        }
        if (!has(level) && !has(outline) && has(parent))
            for (std::size_t i = 0; i + 1 < m_project.tasks.size(); ++i)
                if (m_project.tasks[i + 1].level > m_project.tasks[i].level && m_project.tasks[i].work > kEpsilon)
                    m_project.losses.add(ImportLossKind::summaryWork);
    }

    void readLinks(const TaskFinder& find)
    {
        std::size_t left = kMostReferences;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const CellLinks read = linksFrom(joined(m_rows[i].row, predecessors), find, m_table.decimalComma, left);
            left -= read.looked;
            m_project.losses.add(ImportLossKind::links, read.left);
            for (const CellLink& link : read.links) {
                if (!link.task) {
                    m_project.losses.add(ImportLossKind::links);
                    continue;
                }
                const std::size_t from = m_taskOf[*link.task];
                const Weeks lag = link.part ? m_project.tasks[from].duration * *link.part : link.lag;
                m_project.tasks[m_taskOf[i]].links.push_back({from, link.type, lag});
            }
        }
    }

    void readPeople()
    {
        std::map<std::string, std::size_t> known;
        std::size_t left = kMostReferences;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const CellPeople read = peopleFrom(joined(m_rows[i].row, people), left);
            left -= read.people.size();
            m_project.losses.add(ImportLossKind::people, read.left);
            for (const CellPerson& person : read.people) {
                if (known.size() == kMostForeignPeople && !known.contains(person.name)) {
                    m_project.losses.add(ImportLossKind::people);
                    continue;
                }
                const auto [found, isNew] = known.emplace(person.name, m_project.people.size());
                if (isNew) {
                    ForeignPerson& made = m_project.people.emplace_back();
                    made.person.name = person.name;
                    made.hasRate = false;
                }
                ForeignPerson& of = m_project.people[found->second];
                of.units = std::max(of.units, std::ceil(person.units));
                m_project.assignments.push_back({m_taskOf[i], found->second, person.units});
            }
        }
    }

    void readStart()
    {
        bool isBegun = false;
        for (const ForeignTask& task : m_project.tasks) {
            if (task.start && (!m_project.start || *task.start < *m_project.start))
                m_project.start = task.start;
            isBegun = isBegun || task.done > 0;
            m_project.losses.add(ImportLossKind::ownDates, task.start || task.finish ? 1 : 0);
        }
        if (!m_project.start) {
            m_project.losses.add(ImportLossKind::noStart);
            m_project.start = m_today;
            while (!isWeekday(*m_project.start))
                *m_project.start += std::chrono::days{1};
        } else if (isBegun && m_today > *m_project.start)
            m_project.asOf = m_today;
    }

    /// What is in columns without a meaning, or with one that another column has already.
    void countColumns()
    {
        std::vector<std::size_t> unused;
        if (const auto columns = m_columns.find(nothing); columns != m_columns.end())
            unused = columns->second;
        const bool hasLevels = has(level) || has(outline);
        for (const ColumnMeaning meaning : {outline, parent, phase})
            if (has(meaning) && hasLevels && !(meaning == outline && !has(level)))
                unused.push_back(m_columns.at(meaning).front());
        for (const std::size_t column : unused) {
            bool isTold = false;
            for (std::size_t row = m_firstRow; row < m_table.rows.size() && !isTold; ++row)
                isTold = !m_table.cell(row, column).isEmpty();
            m_project.losses.add(ImportLossKind::columns, isTold ? 1 : 0);
        }
    }

    struct ReadRow {
        ForeignTask task;
        std::size_t row = 0; ///< of the table
    };

    const TaskTable& m_table;
    const TableMapping& m_mapping;
    Date m_today;
    const std::string& m_where;
    std::map<ColumnMeaning, std::vector<std::size_t>> m_columns;
    std::size_t m_firstRow = 0;
    DateOrder m_order = DateOrder::unknown;
    std::optional<double> m_wholeOfDone;
    std::vector<std::size_t> m_indents;
    std::vector<ReadRow> m_rows;
    std::vector<NestedRow> m_nested;   ///< per row
    std::vector<std::size_t> m_taskOf; ///< per row, into the project
    ForeignProject m_project;
};

} // namespace

Result<ForeignProject> readTasksTable(const TaskTable& table, const TableMapping& mapping, Date today,
                                      const std::string& where)
{
    return TasksTableReader(table, mapping, today, where).read();
}

} // namespace trestle
