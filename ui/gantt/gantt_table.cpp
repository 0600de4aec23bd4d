#include "ui/gantt/gantt_table.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_words.h"

#include <QStringList>

namespace trestle {

namespace {

/// Of a phase or an item. Days as every spreadsheet reads them; what is settled has none.
template <class Node>
QStringList cellsOf(const Plan& plan, const Node& node, const QString& state)
{
    QStringList cells{ganttwords::title(node), state};
    const Span& when = node.when.likely;
    if (node.hasWork)
        cells << QString::fromStdString(isoDate(plan.calendar.startDate(when.start)))
              << QString::fromStdString(isoDate(plan.calendar.lastDate(when.start, when.finish)));
    else
        cells << QString() << QString();
    return cells << format::number(node.effort.low, 1) << format::number(node.effort.likely, 1)
                 << format::number(node.effort.high, 1) << format::amount(node.shownCost.low)
                 << format::amount(node.shownCost.likely) << format::amount(node.shownCost.high);
}

} // namespace

QString ganttTable(const Plan& plan, const GanttLayout& layout)
{
    QString table =
        tr("Phase or item\tState\tStart\tFinish\tPerson-weeks, low\tlikely\thigh\tAUD, low\tlikely\thigh\n");
    for (const GanttRow& row : layout.rows) {
        const QStringList cells =
            row.isPhase() ? cellsOf(plan, plan.phases[row.index], ganttwords::settled(plan.phases[row.index]))
                          : cellsOf(plan, plan.items[row.index], ganttwords::settled(plan, plan.items[row.index]));
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

} // namespace trestle
