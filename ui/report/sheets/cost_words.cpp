#include "ui/report/sheets/cost_words.h"

#include "models/plan/cost.h"
#include "models/plan/cost_table.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle {

namespace {

ReportCostLine costLine(const Plan& plan, const QString& title, const CostAmounts& costs, const QString& share,
                        bool sum)
{
    const bool isPrice = plan.inputs.gst == GstBasis::price;
    return {title,
            format::shownAmount(costs.charged(Case::low, isPrice)),
            format::shownAmount(costs.charged(Case::likely, isPrice)),
            format::shownAmount(costs.charged(Case::high, isPrice)),
            share,
            sum};
}

} // namespace

QString reportUnit(const Plan& plan)
{
    return plan.inputs.gst == GstBasis::price ? tr("AUD incl. GST") : tr("AUD ex GST");
}

std::vector<ReportCostLine> costLines(const Plan& plan)
{
    std::vector<ReportCostLine> lines;
    const CostTable table = shownCostTable(plan, plan.inputs.gst);
    const QString unit = reportUnit(plan);
    const auto share = [](int percent) { return format::wholePercent(percent); };
    bool isRunning = false;
    int labourShare = 0;
    for (const CostLine& line : table.lines) {
        if (line.kind == CostLineKind::actual) {
            lines.push_back(costLine(plan, tr("Spent so far"), line, share(line.sharePercent), false));
            continue;
        }
        if (line.kind == CostLineKind::phase) {
            labourShare += line.sharePercent;
            lines.push_back(
                costLine(plan, format::text(plan.phases[line.index].title), line, share(line.sharePercent), false));
            continue;
        }
        if (!isRunning)
            lines.push_back(costLine(plan, tr("Engineering, %1").arg(unit), table.labour, share(labourShare), true));
        isRunning = true;
        if (line.kind == CostLineKind::risks) {
            lines.push_back(
                costLine(plan, tr("Responses to risks, and what has happened"), line, share(line.sharePercent), false));
            continue;
        }
        const RunningCostPlan& cost = plan.running[line.index];
        lines.push_back(
            costLine(plan,
                     tr("%1, %2 a month")
                         .arg(format::text(cost.title),
                              format::moneyRange(Money::rounded(cost.monthly.low), Money::rounded(cost.monthly.high))),
                     line, share(line.sharePercent), false));
    }
    lines.push_back(costLine(plan, tr("Total, %1").arg(unit), table.total,
                             table.total.amount.likely > Money{} ? share(100) : QString(), true));
    return lines;
}

QString costBasis(const Plan& plan)
{
    return tr("%1 %2").arg(plan.inputs.costMode == CostMode::retained
                               ? tr("People are paid from their first day to the finish.")
                               : tr("People are paid for the time they work."),
                           plan.inputs.gst == GstBasis::price ? tr("GST of %1 is in it.").arg(format::percent(kGstRate))
                                                              : tr("GST is not in it."));
}

QString costNote(const Plan& plan, const Risk& risk)
{
    return tr("Low and high never all happen at once: the %1 figures come from %2 simulated plans. %3")
        .arg(format::wholePercent(plan.inputs.confidence), format::number(risk.runs, 0), costBasis(plan));
}

} // namespace trestle
