#include "ui/base/wording_imports.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle::wording {

QString importLoss(const ImportLoss& loss)
{
    const QString count = format::number(static_cast<double>(loss.count), 0);
    switch (loss.kind) {
    case ImportLossKind::outsideTasks: return tr("Tasks of other projects (%1) are left out.").arg(count);
    case ImportLossKind::levels:
        return tr("Summary tasks within a phase (%1) are gone: their tasks are items of the phase.").arg(count);
    case ImportLossKind::looseTasks:
        return tr("Tasks outside every summary task (%1) are in a phase of their own.").arg(count);
    case ImportLossKind::durations:
        return tr("Tasks without work (%1): their duration counts as work of who is assigned, or of one person.")
            .arg(count);
    case ImportLossKind::begun: return tr("Tasks that are begun (%1) are told by the work that is left.").arg(count);
    case ImportLossKind::ranges: return tr("Ranges of low and high (%1) are made even over each phase.").arg(count);
    case ImportLossKind::links:
        return tr("Links (%1) to what is not there, between a task and its own, told twice, or too many, are left out.")
            .arg(count);
    case ImportLossKind::summaryLinks:
        return tr("Links of summary tasks within a phase (%1) are put on their items.").arg(count);
    case ImportLossKind::leads:
        return tr("Negative lags (%1) are told from the start of what comes before.").arg(count);
    case ImportLossKind::leadsLost: return tr("Negative lags (%1) that a plan cannot have count as none.").arg(count);
    case ImportLossKind::dates:
        return tr("Dates that hold tasks (%1), as constraints and deadlines, are left out.").arg(count);
    case ImportLossKind::fixedCosts: return tr("Fixed costs of tasks (%1) are left out.").arg(count);
    case ImportLossKind::material: return tr("Resources that are no people (%1) are left out.").arg(count);
    case ImportLossKind::crews: return tr("Resources that stand for several people (%1) became people.").arg(count);
    case ImportLossKind::people: return tr("People beyond the 64 that a team may have (%1) are left out.").arg(count);
    case ImportLossKind::noPeople: return tr("The file names nobody: the plan begins with one person.");
    case ImportLossKind::summaryPeople: return tr("People assigned to summary tasks (%1) are left out.").arg(count);
    case ImportLossKind::parts:
        return tr("Assignments for a part of someone's time (%1) became the whole of it.").arg(count);
    case ImportLossKind::lastDays:
        return tr("Last days of people (%1) are left out: work would be left that nobody can do.").arg(count);
    case ImportLossKind::rates:
        return tr("Overtime, costs per use and rates that change (%1) are left out.").arg(count);
    case ImportLossKind::calendars:
        return tr("Other weeks than Monday to Friday, parts of days and repeated days off (%1) are left out.")
            .arg(count);
    case ImportLossKind::currency: return tr("The currency is not AUD: its figures are taken as they are.");
    case ImportLossKind::fields: return tr("Custom fields and baselines of tasks (%1) are left out.").arg(count);
    case ImportLossKind::details: return tr("Priorities, contacts and other details (%1) are left out.").arg(count);
    case ImportLossKind::columns: return tr("Columns that mean nothing to a plan (%1) are left out.").arg(count);
    case ImportLossKind::sheets: return tr("Other sheets of the workbook (%1) are left out.").arg(count);
    case ImportLossKind::ownDates:
        return tr("Dates of tasks (%1) are not kept: the plan works out its own from work, links and people.")
            .arg(count);
    case ImportLossKind::dayFirst: return tr("Dates such as 3/4/2027 (%1) are read as day, month and year.").arg(count);
    case ImportLossKind::badDates: return tr("Cells that are no dates (%1) are left out.").arg(count);
    case ImportLossKind::badAmounts:
        return tr("Cells that are no amounts of time, or no parts done (%1), are left out.").arg(count);
    case ImportLossKind::points:
        return tr("Estimates in points (%1) count as a day of work for each point.").arg(count);
    case ImportLossKind::summaryWork:
        return tr("Work of tasks with others below them (%1) is left out: that of those below counts.").arg(count);
    case ImportLossKind::noStart:
        return tr("The file has no start dates: the plan starts on the first weekday from today on.");
    case ImportLossKind::noRates: return tr("People without a rate (%1) have the usual one, $5,000 a week.").arg(count);
    case ImportLossKind::encoding: return tr("The text is not UTF-8: it was read as Windows-1252.");
    case ImportLossKind::shortened: return tr("Texts (%1) are shortened.").arg(count);
    case ImportLossKind::characters:
        return tr("Characters that no text can hold (%1) became the sign for an unknown one.").arg(count);
    }
    return {};
}

QString importLosses(const std::vector<ImportLoss>& losses)
{
    QStringList words;
    for (const ImportLoss& one : losses)
        words << importLoss(one);
    return words.join(u'\n');
}

QString importCounts(const ImportCounts& counts)
{
    const auto counted = [](std::size_t count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(format::number(static_cast<double>(count), 0));
    };
    return tr("The plan will have %1, %2, %3 and %4.")
        .arg(counted(counts.phases, tr("1 phase"), tr("%1 phases")),
             counted(counts.items, tr("1 item"), tr("%1 items")), counted(counts.links, tr("1 link"), tr("%1 links")),
             counted(counts.people, tr("1 person"), tr("%1 people")));
}

namespace {

QString inUnit(const QString& what, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::seconds: return tr("%1 in seconds").arg(what);
    case TimeUnit::minutes: return tr("%1 in minutes").arg(what);
    case TimeUnit::hours: return tr("%1 in hours").arg(what);
    case TimeUnit::days: return tr("%1 in days").arg(what);
    case TimeUnit::weeks: return tr("%1 in weeks").arg(what);
    case TimeUnit::points: return tr("%1 in points").arg(what);
    }
    return what;
}

} // namespace

QString columnUse(const ColumnUse& use)
{
    switch (use.meaning) {
    case ColumnMeaning::nothing: return tr("Left out");
    case ColumnMeaning::name: return tr("Task name");
    case ColumnMeaning::id: return tr("Number or key");
    case ColumnMeaning::level: return tr("Outline level");
    case ColumnMeaning::outline: return tr("Outline number (WBS)");
    case ColumnMeaning::parent: return tr("Task above");
    case ColumnMeaning::phase: return tr("Phase");
    case ColumnMeaning::work: return inUnit(tr("Work"), use.unit);
    case ColumnMeaning::duration: return inUnit(tr("Duration"), use.unit);
    case ColumnMeaning::start: return tr("Start");
    case ColumnMeaning::finish: return tr("Finish");
    case ColumnMeaning::predecessors: return tr("Comes after");
    case ColumnMeaning::people: return tr("People");
    case ColumnMeaning::done: return tr("Done, or state");
    case ColumnMeaning::notes: return tr("Notes");
    }
    return {};
}

} // namespace trestle::wording
