#include "ui/report/sheets/scenario_part.h"

#include "data/exchange/audience_rules.h"
#include "models/plan/cost.h"
#include "models/plan/cost_table.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/cost_words.h"
#include "ui/report/sheets/text_pieces.h"
#include "ui/scenarios/scenario_words.h"

#include <algorithm>

namespace trestle {

namespace {

/// What a scenario comes to, at the confidence of the base.
struct ScenarioFigures {
    Headline sure;
    Money charged; ///< its amount as the columns tell it, before rounding
    Money sureShown;
    Money likelyShown;
    std::optional<Chance> target;
};

ScenarioFigures figuresOf(const ScenarioOutcome& outcome, int confidence, GstBasis basis)
{
    const bool isPrice = basis == GstBasis::price;
    ScenarioFigures figures;
    figures.sure = headlineOf(*outcome.plan, *outcome.risk, confidence);
    figures.charged = isPrice ? figures.sure.total + gst(figures.sure.total) : figures.sure.total;
    figures.sureShown =
        isPrice ? promisedPrice(*outcome.plan, *outcome.risk, confidence) : promised(figures.sure.total);
    figures.likelyShown = shownCostTable(*outcome.plan, basis).total.charged(Case::likely, isPrice);
    figures.target = targetChance(*outcome.plan, *outcome.risk).ofTarget();
    return figures;
}

QString againstBase(const ScenarioFigures& base, const ScenarioFigures& own)
{
    return tr("%1, %2").arg(scenariowords::later(base.sure.finishDate, own.sure.finishDate),
                            scenariowords::dearer(base.charged, own.charged, MoneyFrom::runs));
}

/// What each has of its own, in words: rates among them.
void addScenarioChanges(PageFlow& flow, const ReportContext& context)
{
    const Project& project = context.source.document.project;
    for (const Scenario& scenario : project.scenarios) {
        const QStringList changes = scenariowords::changes(*context.plan.catalogue, project.base, scenario);
        for (const QString& some : inPieces(changes, tr("; "))) {
            flow.gap(8);
            flow.paragraph(tr("%1: %2.").arg(scenariowords::name(format::text(scenario.name)), some), paper::kSmall,
                           Role::TextMuted);
        }
    }
}

} // namespace

void addScenarios(PageFlow& flow, const ReportContext& context)
{
    const std::vector<ScenarioOutcome>& scenarios = context.source.scenarios;
    if (scenarios.size() < 2)
        return;
    const int confidence = scenarios.front().plan->inputs.confidence;
    const GstBasis basis = context.plan.inputs.gst;
    const QString sure = tr("%1 sure").arg(format::wholePercent(confidence));
    const ScenarioFigures base = figuresOf(scenarios.front(), confidence, basis);
    std::vector<PageTable::Row> rows;
    for (const ScenarioOutcome& outcome : scenarios) {
        const ScenarioFigures own = figuresOf(outcome, confidence, basis);
        rows.push_back(
            {{scenariowords::name(format::text(outcome.name)), format::mediumDate(own.sure.finishDate),
              format::shownAmount(own.sureShown), format::mediumDate(outcome.plan->finishDate.likely),
              format::shownAmount(own.likelyShown), own.target ? format::chance(*own.target) : tr("no target"),
              &outcome == &scenarios.front() ? QStringLiteral("–") : againstBase(base, own)}});
    }
    flow.gap();
    flow.heading(tr("Side by side"), reportUnit(context.plan));
    flow.table({{{.title = tr("Plan"), .grow = 1},
                 {.title = tr("%1 by").arg(sure), .right = true},
                 {.title = tr("%1 within").arg(sure), .right = true},
                 {.title = tr("Likely by"), .right = true},
                 {.title = tr("Likely cost"), .right = true},
                 {.title = tr("Target met"), .right = true},
                 {.title = tr("Against the base, %1").arg(sure), .grow = 1}},
                std::move(rows),
                flow.width(),
                context.palette});
    if (showsRates(context.audience()))
        addScenarioChanges(flow, context);
}

} // namespace trestle
