#include "ui/report/sheets/progress_part.h"

#include "data/exchange/audience_rules.h"
#include "models/progress/moved.h"
#include "models/progress/progress_report.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/paper/paper.h"
#include "ui/progress/moved_words.h"
#include "ui/progress/rest_words.h"

#include <algorithm>

namespace trestle {

namespace {

using Items = std::vector<ProgressItem>;

QString workingDaysText(int days)
{
    return days == 1 ? tr("1 working day") : tr("%1 working days").arg(days);
}

/// The one date that a client reads, as promised and now.
std::vector<QStringList> clientPromise(const Moved& moved, int confidence)
{
    const auto& promise = confidence == 50 ? moved.p50 : moved.p80;
    if (!promise)
        return {};
    const MovedFinish& finish = promise->finish;
    const int days = finish.moved.workingDays;
    const QString difference = days == 0  ? tr("kept")
                               : days > 0 ? tr("%1 later").arg(workingDaysText(days))
                                          : tr("%1 sooner").arg(workingDaysText(-days));
    return {{tr("Finished by"), format::mediumDate(finish.before), format::mediumDate(finish.now), difference}};
}

void addPromises(PageFlow& flow, const ReportContext& context, const Moved& moved)
{
    const bool isTold = showsChances(context.audience());
    const auto rows =
        isTold ? movedwords::rows(context.plan, moved) : clientPromise(moved, context.plan.inputs.confidence);
    if (rows.empty())
        return;
    const QStringList heads = movedwords::heads();
    flow.gap();
    if (showsVersions(context.audience())) // whose name it bears
        flow.heading(tr("Against what was promised"), movedwords::name(moved));
    else
        flow.heading(tr("Against what was promised"));
    std::vector<PageTable::Row> table;
    for (const QStringList& cells : rows)
        table.push_back({cells});
    flow.table({{{.title = heads[0], .grow = 1.4},
                 {.title = tr("Promised"), .right = true, .grow = 1},
                 {.title = heads[2], .right = true, .grow = 1},
                 {.title = heads[3], .right = true, .grow = 1}},
                std::move(table),
                flow.width(),
                context.palette});
    if (isTold)
        if (const QString causes = movedwords::causes(context.plan, moved); !causes.isEmpty()) {
            flow.gap(6);
            flow.paragraph(causes, 13, Role::TextMuted);
        }
}

QString dateOrNone(const std::optional<Date>& date)
{
    return date ? format::mediumDate(*date) : tr("no date");
}

/// How much of what: nothing for who reads no efforts.
QString effortOfItem(const ReportContext& context, const QString& text)
{
    return showsEffort(context.audience()) ? text : QString();
}

using ItemCells = QStringList (*)(const ReportContext& context, const ProgressItem& item);

QStringList doneCells(const ReportContext& context, const ProgressItem& item)
{
    const QString likely = format::effort(PersonWeeks{item.likely});
    return {tr("finished %1").arg(dateOrNone(item.finishes)),
            effortOfItem(context, item.spent
                                      ? tr("took %1, likely %2").arg(format::effort(PersonWeeks{*item.spent}), likely)
                                      : tr("likely %1").arg(likely))};
}

QStringList begunCells(const ReportContext& context, const ProgressItem& item)
{
    return {tr("likely finished %1").arg(dateOrNone(item.finishes)),
            effortOfItem(context, tr("%1 left").arg(format::effort(PersonWeeks{item.left})))};
}

QStringList lateCells(const ReportContext& /*context*/, const ProgressItem& item)
{
    return {tr("was due %1").arg(dateOrNone(item.due)), tr("%1 late").arg(workingDaysText(item.daysLate))};
}

QStringList nextCells(const ReportContext& context, const ProgressItem& item)
{
    return {tr("likely starts %1").arg(dateOrNone(item.starts)),
            effortOfItem(context, tr("%1 of work").arg(format::effort(PersonWeeks{item.left})))};
}

void addItems(std::vector<PageTable::Row>& rows, const ReportContext& context, const QString& title, const Items& items,
              ItemCells cells)
{
    if (items.empty())
        return;
    rows.push_back({{tr("%1: %2").arg(title).arg(items.size()), {}, {}}, PageTable::Row::Kind::Group});
    for (const ProgressItem& item : items)
        rows.push_back({QStringList{format::text(context.plan.items[item.item].title)} + cells(context, item)});
}

void addWork(PageFlow& flow, const ReportContext& context, const ProgressReport& report)
{
    std::vector<PageTable::Row> rows;
    addItems(rows, context, tr("Done since %1").arg(format::mediumDate(report.since)), report.finished, doneCells);
    addItems(rows, context, tr("Under way"), report.underWay, begunCells);
    addItems(rows, context, tr("Late"), report.late, lateCells);
    Items next = report.due;
    next.insert(next.end(), report.next.begin(), report.next.end());
    addItems(rows, context, tr("Next"), next, nextCells);
    if (rows.empty())
        return;
    flow.gap();
    flow.heading(tr("The work"));
    flow.table({{{.title = {}, .grow = 2}, {.title = {}, .grow = 1.3}, {.title = {}, .right = true, .grow = 1.2}},
                std::move(rows),
                flow.width(),
                context.palette});
}

std::vector<PageFlow::Figure> figuresNow(const ReportContext& context)
{
    const Plan& plan = context.plan;
    const int confidence = plan.inputs.confidence;
    const Headline now = headlineOf(plan, context.risk, confidence);
    std::vector<PageFlow::Figure> figures;
    if (plan.nothingLeft())
        figures.push_back({tr("Left to do"), tr("nothing"), {}});
    else
        figures.push_back(
            {showsChances(context.audience()) ? tr("%1 by").arg(wording::sure(confidence)) : tr("Finished by"),
             format::mediumDate(now.finishDate),
             {}});
    if (showsCost(context.audience())) {
        figures.push_back(
            {tr("%1 within").arg(wording::sure(confidence)), format::promise(now.total), tr("ex GST, in all")});
        figures.push_back({tr("Spent so far"), format::shownMoney(plan.actual.total()), tr("ex GST")});
    }
    const Readiness& ready = plan.readiness;
    figures.push_back({tr("In place"), QString::number(ready.done),
                       tr("%1 under way, %2 to build").arg(ready.underWay).arg(ready.missing + ready.partial)});
    return figures;
}

} // namespace

std::vector<PaintPage> writeProgress(const ReportContext& context)
{
    const Plan& plan = context.plan;
    if (!isFollowed(plan.inputs))
        return {};
    const ProgressReport report = progressReport(plan);
    PageFlow flow(context.room, context.palette, tr("Progress on %1").arg(format::mediumDate(report.asOf)));
    flow.figures(figuresNow(context));
    if (const auto moved = movedSinceBaseline(plan, forecastOf(plan, context.risk)))
        addPromises(flow, context, *moved);
    if (showsEffort(context.audience())) {
        flow.gap();
        flow.heading(tr("What it says of the rest"));
        flow.paragraph(restwords::sentence(plan, report));
    }
    addWork(flow, context, report);
    if (!report.withoutTime.empty() && showsCost(context.audience())) {
        flow.gap(6);
        flow.paragraph(
            tr("Of %1 finished items no time is recorded: they add nothing to what was spent, and say nothing "
               "of the rest.")
                .arg(report.withoutTime.size()),
            paper::kSmall, Role::TextMuted);
    }
    return flow.take();
}

} // namespace trestle
