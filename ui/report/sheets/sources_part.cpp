#include "ui/report/sheets/sources_part.h"

#include "data/scanner/told_ticks.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/source_words.h"

namespace trestle {

namespace {

void addShares(PageFlow& flow, const ReportContext& context)
{
    const ItemShares shares = itemShares(context.plan);
    if (!shares.phases.empty()) {
        std::vector<PageTable::Row> rows;
        const auto orNone = [](const QString& items) { return items.isEmpty() ? QStringLiteral("–") : items; };
        for (const PhaseShares& phase : shares.phases)
            rows.push_back({{phase.phase, orNone(phase.inPlace), orNone(phase.toBuild)}});
        flow.gap();
        flow.heading(tr("Items by phase"), tr("each with its share of the phase's effort"));
        flow.table({{{.title = tr("Phase"), .width = flow.width() * 0.17},
                     {.title = tr("In place"), .grow = 1},
                     {.title = tr("To build"), .grow = 1.6}},
                    std::move(rows),
                    flow.width(),
                    context.palette,
                    {.pixels = 12, .air = 6}});
    }
    const auto add = [&](const QString& title, const QStringList& items) {
        for (const QString& some : items) {
            flow.gap(6);
            flow.paragraph(tr("%1: %2").arg(title, some), paper::kSmall, Role::TextMuted);
        }
    };
    add(tr("Phase 2, in no total"), shares.phase2);
    add(tr("Options, in no total"), shares.options);
    add(tr("Not needed"), shares.notNeeded);
}

/// Which ticks rest on the source of the prototype, and where in it.
void addSeen(PageFlow& flow, const ReportContext& context)
{
    std::vector<PageTable::Row> rows;
    for (const ToldTick& tick : toldTicks(context.plan)) {
        const QString day = format::mediumDate(tick.evidence->on);
        const QString seen = tick.evidence->by.empty() ? tr("in the source, %1").arg(day)
                                                       : tr("by %1, %2").arg(format::text(tick.evidence->by), day);
        rows.push_back({{format::text(tick.title), wording::itemState(tick.state), seen, format::text(tick.places)}});
    }
    if (rows.empty())
        return;
    flow.gap();
    flow.heading(tr("Seen in the source"), tr("ticks that rest on files of the prototype"));
    flow.table({{{.title = tr("Item"), .width = flow.width() * 0.24},
                 {.title = tr("State")},
                 {.title = tr("Seen")},
                 {.title = tr("What and where"), .grow = 1}},
                std::move(rows),
                flow.width(),
                context.palette,
                {.pixels = 12, .air = 6}});
}

} // namespace

void addSources(PageFlow& flow, const ReportContext& context)
{
    flow.gap();
    flow.heading(tr("Where every figure comes from"));
    for (const SourcedFacts& sourced : sourcedFacts(context.plan, context.audience())) {
        flow.sourced(sourced.kind, sourced.facts);
        flow.gap(4);
    }
    flow.gap(6);
    flow.paragraph(tr("Source of what is stated: %1").arg(format::text(context.plan.catalogue->source)), paper::kSmall,
                   Role::TextMuted);
    addShares(flow, context);
    addSeen(flow, context);
}

} // namespace trestle
