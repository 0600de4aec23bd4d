#include "ui/report/sheets/place_table.h"

#include "data/exchange/audience_rules.h"
#include "models/money/offer_scope.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace trestle {

namespace {

/// More than these are counted, not named: the page with every item names them.
constexpr std::size_t kMostNamed = 60;
constexpr qsizetype kLongestNames = 3'000;

struct Places {
    QStringList done;
    QStringList partly;
    QStringList missing;
    int excluded = 0;
};

Places placesOf(const Plan& plan, const PhasePlan& phase)
{
    Places places;
    for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
        const ItemPlan& item = plan.items[i];
        const QString title = format::text(item.title);
        switch (item.state) {
        case ItemState::done: places.done += title; break;
        case ItemState::partial: places.partly += title; break;
        case ItemState::underWay:
        case ItemState::missing: places.missing += title; break;
        case ItemState::excluded: ++places.excluded; break;
        }
    }
    return places;
}

QString orDash(const QStringList& texts)
{
    return texts.isEmpty() ? QString(QChar(0x2013)) : texts.join(tr("; "));
}

QString inPlace(const Places& places, bool named)
{
    if (named) {
        QStringList texts = places.done;
        for (const QString& title : places.partly)
            texts += tr("%1 (partly)").arg(title);
        return orDash(texts);
    }
    QStringList counts;
    if (!places.done.isEmpty())
        counts += format::number(static_cast<double>(places.done.size()), 0);
    if (!places.partly.isEmpty())
        counts += tr("%1 partly").arg(places.partly.size());
    return orDash(counts);
}

QString toBuild(const Places& places, bool named)
{
    if (named) {
        QStringList texts = places.missing;
        for (const QString& title : places.partly)
            texts += tr("the rest of %1").arg(title);
        return orDash(texts);
    }
    const auto count = places.missing.size() + places.partly.size();
    return count == 0 ? orDash({}) : format::number(static_cast<double>(count), 0);
}

bool areNamed(const Plan& plan)
{
    qsizetype letters = 0;
    for (const ItemPlan& item : plan.items)
        letters += static_cast<qsizetype>(item.title.size());
    return plan.items.size() <= kMostNamed && letters <= kLongestNames;
}

QString counted(int count, const QString& one, const QString& several)
{
    return count == 1 ? one : several.arg(count);
}

PageTable::Row totals(const Plan& plan)
{
    const Readiness& ready = plan.readiness;
    QStringList placed{tr("%1 in place").arg(ready.done)};
    if (ready.partial > 0)
        placed += tr("%1 partly").arg(ready.partial);
    if (ready.underWay > 0)
        placed += tr("%1 under way").arg(ready.underWay);
    const OfferScope scope = offerScope(plan);
    if (!scope.excluded.empty())
        placed += tr("%1 not needed").arg(scope.excluded.size());
    if (const std::size_t apart = scope.phase2.size() + scope.options.size(); apart > 0)
        placed += tr("%1 offered apart").arg(apart);
    return {.cells = {counted(static_cast<int>(plan.items.size()), tr("1 item"), tr("%1 items")), placed.join(tr(", ")),
                      tr("%1 to build").arg(ready.missing + ready.partial),
                      format::effortRange(plan.effort.low, plan.effort.high)},
            .kind = PageTable::Row::Kind::Sum};
}

/// With the widths of columns at which it is lowest: how much is in place differs from plan to plan.
PageTable lowestTable(const ReportContext& context, const std::vector<PageTable::Row>& rows, bool tellsWork,
                      double width, double air)
{
    constexpr std::array kToBuild{2.2, 1.7, 1.3, 1.0, 0.6}; // parts, of which what is in place has one
    std::optional<PageTable> lowest;
    for (const double part : kToBuild) {
        std::vector<PageTable::Column> columns{
            {.title = tr("Phase")}, {.title = tr("In place"), .grow = 1.0}, {.title = tr("To build"), .grow = part}};
        if (tellsWork)
            columns.push_back({.title = tr("Work left"), .right = true});
        PageTable table(std::move(columns), rows, width, context.palette, {.pixels = paper::kSmall, .air = air});
        if (!lowest || table.height() < lowest->height())
            lowest = std::move(table);
    }
    return std::move(*lowest);
}

} // namespace

void addPlaceTable(PageFlow& flow, const ReportContext& context, double air)
{
    const Plan& plan = context.plan;
    if (plan.items.empty())
        return;
    const bool named = areNamed(plan);
    std::vector<PageTable::Row> rows;
    for (const PhasePlan& phase : plan.phases) {
        const Places places = placesOf(plan, phase);
        rows.push_back({.cells = {ganttwords::title(phase), inPlace(places, named), toBuild(places, named),
                                  phase.mayHaveWork() ? format::effortRange(phase.effort.low, phase.effort.high)
                                                      : ganttwords::settled(phase)}});
    }
    rows.push_back(totals(plan));
    const bool tellsWork = showsChances(context.audience());
    if (!tellsWork)
        for (PageTable::Row& row : rows)
            row.cells.removeLast();
    flow.heading(tr("What is in place, and what is not"));
    flow.table(lowestTable(context, rows, tellsWork, flow.width(), air));
}

} // namespace trestle
