#include "ui/report/sheets/money_part.h"

#include "data/exchange/audience_rules.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/charts/month_bars.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/cost_words.h"
#include "ui/report/sheets/price_part.h"

#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kFundsChart = 240;           // least height …
constexpr double kDenseFundsChart = 190;      // … where there is little room
constexpr double kTallestFundsChart = 320;    // beside a long table
constexpr std::size_t kMostBesideChart = 14;  // rows of the table; more stand below the chart
constexpr std::size_t kMostMonthsBeside = 18; // bars; more need the whole width

QString monthText(std::chrono::year_month month)
{
    return format::monthYear(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())));
}

QString sureAside(const UseOfFunds& funds)
{
    return tr("%1 at %2 sure").arg(format::shownMoney(funds.shown), format::wholePercent(funds.confidence));
}

/// Without months at the end that are shown as nothing.
MonthBars fundsBars(const UseOfFunds& funds)
{
    MonthBars bars;
    bars.font = paper::chartFont();
    for (const FundsMonth& month : funds.months)
        bars.bars.push_back({month.month, month.shown, month.shown});
    while (bars.bars.size() > 1 && bars.bars.back().likely == Money{})
        bars.bars.pop_back();
    return bars;
}

QString titleOf(const Plan& plan, const FundsLine& line)
{
    switch (line.kind) {
    case CostLineKind::phase: return format::text(plan.phases[line.index].shortTitle);
    case CostLineKind::running: return format::text(plan.running[line.index].title);
    case CostLineKind::risks: return tr("Risks and responses");
    case CostLineKind::actual: return tr("Spent so far");
    }
    return {};
}

PageTable milestoneTable(const ReportContext& context, double width)
{
    const UseOfFunds& funds = *context.funds;
    const QString sure = tr("%1 sure").arg(format::wholePercent(funds.confidence));
    std::vector<PageTable::Row> rows;
    for (const FundsLine& line : funds.lines)
        if (line.likely > Money{} || line.shown > Money{})
            rows.push_back({{titleOf(context.plan, line), line.by ? format::mediumDate(*line.by) : QString(),
                             format::shownAmount(line.likely), format::shownAmount(line.shown)}});
    rows.push_back({{reportUnit(context.plan), {}, format::shownAmount(funds.likely), format::shownAmount(funds.shown)},
                    PageTable::Row::Kind::Sum});
    return {{{.title = tr("Phase finished"), .grow = 1},
             {.title = tr("%1 by").arg(sure), .right = true},
             {.title = tr("Likely"), .right = true},
             {.title = sure, .right = true}},
            std::move(rows),
            width,
            context.palette,
            {.air = context.isDense ? 5.0 : 8.0}};
}

void addMonths(PageFlow& flow, const ReportContext& context, double tall)
{
    flow.heading(tr("Use of funds by month"), sureAside(*context.funds));
    flow.block(tall, [bars = fundsBars(*context.funds), palette = context.palette](
                         QPainter& painter, const QRectF& place) { bars.paint(painter, place, palette); });
}

void addMilestones(PageFlow& flow, const ReportContext& context)
{
    flow.heading(tr("By milestone"));
    flow.table(milestoneTable(context, flow.width()));
}

/// Months and milestones beside each other where both fit half a page.
void addFunds(PageFlow& flow, const ReportContext& context)
{
    flow.gap();
    const double least = context.isDense ? kDenseFundsChart : kFundsChart;
    PageFlow milestones = flow.columnFlow(2);
    addMilestones(milestones, context);
    const PageFlow::Column table = milestones.column();
    const bool isShort = context.funds->lines.size() <= kMostBesideChart && table.height <= context.room.height() / 2 &&
                         fundsBars(*context.funds).bars.size() <= kMostMonthsBeside;
    if (!isShort) {
        addMonths(flow, context, least);
        flow.gap();
        addMilestones(flow, context);
        return;
    }
    PageFlow months = flow.columnFlow(2);
    addMonths(months, context, std::clamp(table.height - PageFlow::kGap, least, kTallestFundsChart));
    flow.beside({months.column(), table});
}

/// "In the bank at the start", "Seed, second part · Grant".
QString trancheTitle(const Plan& plan, const FundsTranche& tranche)
{
    QStringList names;
    if (tranche.opening)
        names << tr("In the bank at the start");
    for (const std::size_t i : tranche.once)
        names << format::text(plan.inputs.cash.once[i].label);
    return names.isEmpty() ? tr("Before the first money comes in") : names.join(QStringLiteral(" · "));
}

void addTranches(PageFlow& flow, const ReportContext& context)
{
    const UseOfFunds& funds = *context.funds;
    if (funds.tranches.empty())
        return;
    flow.gap();
    flow.heading(tr("By tranche"), tr("each pays for what is spent until the next"));
    std::vector<PageTable::Row> rows;
    Money in;
    for (const FundsTranche& tranche : funds.tranches) {
        rows.push_back(
            {{trancheTitle(context.plan, tranche), monthText(tranche.from),
              tranche.in > Money{} ? format::shownAmount(tranche.in) : QString(), format::shownAmount(tranche.shown)}});
        in += tranche.in;
    }
    rows.push_back({{reportUnit(context.plan), {}, format::shownAmount(in), format::shownAmount(funds.shown)},
                    PageTable::Row::Kind::Sum});
    flow.table({{{.title = tr("Money that comes in"), .grow = 1},
                 {.title = tr("From"), .right = true},
                 {.title = tr("Comes in"), .right = true},
                 {.title = tr("Spent, %1 sure").arg(format::wholePercent(funds.confidence)), .right = true}},
                std::move(rows),
                flow.width(),
                context.palette});
}

/// The three cases, for who sees how the costs come about.
void addCostTable(PageFlow& flow, const ReportContext& context)
{
    flow.gap();
    flow.heading(tr("What it costs"), tr("low, likely and high plan"));
    std::vector<PageTable::Row> rows;
    for (const ReportCostLine& line : costLines(context.plan))
        rows.push_back({{line.title, line.low, line.likely, line.high, line.share},
                        line.sum ? PageTable::Row::Kind::Sum : PageTable::Row::Kind::Plain});
    flow.table({{{.title = tr("Phase"), .grow = 1},
                 {.title = tr("Low"), .right = true},
                 {.title = tr("Likely"), .right = true},
                 {.title = tr("High"), .right = true},
                 {.title = tr("Share"), .right = true}},
                std::move(rows),
                flow.width(),
                context.palette});
    flow.gap(8);
    flow.paragraph(costNote(context.plan, context.risk), paper::kSmall, Role::TextMuted);
}

} // namespace

void addMoney(PageFlow& flow, const ReportContext& context)
{
    if (!context.funds)
        return;
    if (context.funds->shown == Money{} && context.funds->likely == Money{}) {
        flow.gap();
        flow.paragraph(tr("Nothing is left to pay for."), 14, Role::TextMuted);
        return;
    }
    addFunds(flow, context);
    flow.gap(10);
    flow.paragraph(tr("What is spent if the plan costs %1: the mean of the simulated plans that cost about as much. %2")
                       .arg(format::shownMoney(context.funds->shown), costBasis(context.plan)),
                   paper::kSmall, Role::TextMuted);
    addTranches(flow, context);
    if (showsRates(context.audience()))
        addCostTable(flow, context);
    if (showsPrice(context.audience()))
        addPrice(flow, context);
}

} // namespace trestle
