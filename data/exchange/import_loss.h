#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace trestle {

/// What a plan does not have, or has otherwise, of a project of another program. In the order in which it is told.
enum class ImportLossKind : std::uint8_t {
    outsideTasks, ///< of other projects, left out; count: tasks
    levels,       ///< summary tasks below others: their tasks are items of the phase above; count: summary tasks
    looseTasks,   ///< outside every summary task, in a phase of their own; count: tasks
    durations,    ///< tasks without work: their duration counts as that of who is assigned, or of one; count: tasks
    begun,        ///< tasks that are begun: told by the work that is left; count: tasks
    ranges,       ///< of low and high, made even over the phase; count: tasks
    links,        ///< to what is not there, between a task and its own, told twice, or too many, left out; count: links
    summaryLinks, ///< from or to a summary task within a phase, put on its items; count: links
    leads,        ///< negative lags, told from the start of what comes before; count: links
    leadsLost,    ///< negative lags that begin before what comes before does, counted as none; count: links
    dates,        ///< that hold tasks: constraints, deadlines and dates set by hand, left out; count: tasks
    fixedCosts,   ///< left out; count: tasks
    material,     ///< resources that are no people, left out; count: resources
    crews,        ///< resources that stand for several people, which became people; count: resources
    people,       ///< more than a team holds, left out; count: people
    noPeople,     ///< nobody is there: the plan begins with one person
    summaryPeople, ///< assigned to summary tasks, left out; count: assignments
    parts,         ///< assignments for a part of a person's time, which became the whole; count: assignments
    lastDays,      ///< left out, as work would be left that nobody can do; count: people
    rates,         ///< overtime, costs per use and rates that change, left out; count: resources
    calendars,     ///< other weeks than Monday to Friday, parts of days and repeated days off, left out; count: of them
    currency,      ///< another than AUD, whose figures are taken as they are
    fields,        ///< custom fields and baselines, left out; count: tasks
    details,       ///< priorities, contacts and the like, left out; count: tasks and people
    columns,       ///< of a table that mean nothing to a plan, left out; count: columns
    sheets,        ///< of a workbook beside the one that was read, left out; count: sheets
    ownDates,      ///< when tasks start and finish in the file: the plan works out its own; count: tasks
    dayFirst,      ///< dates such as 3/4/2027, taken for day, month and year; count: dates
    badDates,      ///< cells that are no dates, left out; count: cells
    badAmounts,    ///< cells that are no amount of time or no part done, left out; count: cells
    points,        ///< estimates in points, each taken for a day's work; count: tasks
    summaryWork,   ///< of tasks that have others below them, left out; count: tasks
    noStart,       ///< there are no start dates: the plan starts on the first weekday from today on
    noRates,       ///< people without a rate have the usual one; count: people
    encoding,      ///< the text is no UTF-8, and was read as Windows-1252
    shortened,     ///< texts; count: texts
    characters,    ///< that no text can hold, replaced by U+FFFD; count: characters
};

struct ImportLoss {
    ImportLossKind kind = ImportLossKind::links;
    std::size_t count = 0;
    friend bool operator==(const ImportLoss&, const ImportLoss&) = default;
};

/// Losses counted up, each kind once, in the order of the kinds.
class ImportLosses {
public:
    void add(ImportLossKind kind, std::size_t count = 1)
    {
        if (count == 0)
            return;
        auto at = std::ranges::lower_bound(m_all, kind, {}, &ImportLoss::kind);
        if (at == m_all.end() || at->kind != kind)
            at = m_all.insert(at, {kind, 0});
        at->count += count;
    }
    [[nodiscard]] const std::vector<ImportLoss>& all() const { return m_all; }

private:
    std::vector<ImportLoss> m_all;
};

} // namespace trestle
