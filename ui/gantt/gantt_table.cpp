#include "ui/gantt/gantt_table.h"

#include "models/plan/work_dates.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_words.h"

#include <QStringList>

namespace trestle {

namespace {

QString dayCell(const std::optional<DateRange>& days, Date DateRange::* end)
{
    return days ? QString::fromStdString(isoDate(*days.*end)) : QString();
}

/// Of a phase or an item. Days as every spreadsheet reads them, recorded or likely; what is settled without any has
/// none.
template <class Node>
QStringList cellsOf(const Plan& plan, const Node& node, const QString& state, bool withBaseline)
{
    const std::optional<DateRange> work = workDates(plan, node);
    QStringList cells{ganttwords::title(node), state, dayCell(work, &DateRange::first),
                      dayCell(work, &DateRange::last)};
    cells << format::number(node.effort.low, 1) << format::number(node.effort.likely, 1)
          << format::number(node.effort.high, 1) << format::amount(node.shownCost.low)
          << format::amount(node.shownCost.likely) << format::amount(node.shownCost.high);
    if (withBaseline) {
        const std::optional<DateRange> promised = promisedDates(plan, node);
        cells << dayCell(promised, &DateRange::first) << dayCell(promised, &DateRange::last);
    }
    return cells;
}

} // namespace

QString ganttTable(const Plan& plan, const GanttLayout& layout)
{
    QString table = tr("Phase or item\tState\tStart\tFinish\tPerson-weeks, low\tlikely\thigh\tAUD, low\tlikely\thigh");
    const bool withBaseline = plan.inputs.baseline.has_value();
    table += withBaseline ? tr("\tBaseline start\tBaseline finish\n") : QStringLiteral("\n");
    for (const GanttRow& row : layout.rows) {
        const QStringList cells =
            row.isPhase()
                ? cellsOf(plan, plan.phases[row.index], ganttwords::settled(plan.phases[row.index]), withBaseline)
                : cellsOf(plan, plan.items[row.index], ganttwords::settled(plan, plan.items[row.index]), withBaseline);
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

} // namespace trestle
