#include "ui/report/sheets/risk_part.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/paper/paper.h"
#include "ui/risk/register_words.h"
#include "ui/risk/risk_charts.h"
#include "ui/risk/risk_words.h"

#include <QPainter>

#include <algorithm>
#include <optional>

namespace trestle {

namespace {

constexpr double kSureChart = 210;
constexpr double kDenseSureChart = 165;
constexpr double kDenseJoint = 0.83; // of its height
constexpr double kAboveSureChart = 8;
constexpr std::size_t kFewMovers = 7;   // of those that are sorted, where there is little room
constexpr std::size_t kMostMovers = 14; // rows of bars; more would not stay legible
constexpr double kMostOfPage = 0.7;     // that they take, where titles have many lines
constexpr std::size_t kPaperDots = 700; // each is a shape of its own in the file

/// A title, its sentence and a chart.
struct RiskColumn {
    RiskPart words;
    double height = 0; ///< of the chart
    PageFlow::Paint chart;
};

RiskColumn curveColumn(const ReportContext& context, const RiskPart& words, SureCurve curve)
{
    curve.font = paper::chartFont();
    return {words, context.isDense ? kDenseSureChart : kSureChart,
            [curve = std::move(curve), palette = context.palette](QPainter& painter, const QRectF& place) {
                curve.paint(painter, place, palette);
            }};
}

RiskColumn barsColumn(const ReportContext& context, const RiskPart& words, PhaseBars bars, double width)
{
    bars.font = paper::chartFont();
    const std::size_t most = context.isDense && bars.kind == PhaseBars::Kind::Swing ? kFewMovers : kMostMovers;
    if (bars.rows.size() > most)
        bars.rows.resize(most);
    bars.wrapTitles(width);
    while (bars.rows.size() > 1 && bars.heightFor(bars.rows.size()) > context.room.height() * kMostOfPage)
        bars.rows.pop_back(); // what moves it least
    const double tall = bars.heightFor(bars.rows.size());
    return {words, tall, [bars = std::move(bars), palette = context.palette](QPainter& painter, const QRectF& place) {
                bars.paint(painter, place, palette);
            }};
}

/// What there is to show, in the order in which it is read; each only where it has something to say.
std::vector<RiskColumn> riskColumns(const ReportContext& context, double width)
{
    const Plan& plan = context.plan;
    const Risk& risk = context.risk;
    const RiskWords words = riskWords(plan, risk);
    std::vector<RiskColumn> columns;
    const auto add = [&](const RiskPart& part, const auto& make) {
        if (!part.sentence.isEmpty())
            columns.push_back(part.drawn ? make() : RiskColumn{part, 0, {}});
    };
    add(words.finish, [&] {
        return curveColumn(context, words.finish, riskcharts::finishCurve(plan, risk, riskcharts::Scope::Paper));
    });
    add(words.finishMovers,
        [&] { return barsColumn(context, words.finishMovers, riskcharts::finishMovers(plan, risk), width); });
    add(words.cost,
        [&] { return curveColumn(context, words.cost, riskcharts::costCurve(plan, risk, riskcharts::Scope::Paper)); });
    if (plan.inputs.targetDate && plan.inputs.budget) // paper cannot be asked to set them
        add(words.joint, [&] {
            JointField field = riskcharts::jointField(plan, risk, kPaperDots);
            field.font = paper::chartFont();
            const double tall = field.heightFor(width) * (context.isDense ? kDenseJoint : 1.0);
            return RiskColumn{words.joint, tall,
                              [field = std::move(field), palette = context.palette](
                                  QPainter& painter, const QRectF& place) { field.paint(painter, place, palette); }};
        });
    if (context.audience() != Audience::internal)
        return columns;
    add(words.drivers, [&] { return barsColumn(context, words.drivers, riskcharts::drivers(plan, risk), width); });
    add(words.costMovers,
        [&] { return barsColumn(context, words.costMovers, riskcharts::costMovers(plan, risk), width); });
    return columns;
}

/// Two beside each other, whose charts begin in one line below the longer sentence.
void addRiskRow(PageFlow& flow, std::span<const RiskColumn> row)
{
    std::vector<PageFlow::Column> texts;
    double tallest = 0;
    for (const RiskColumn& column : row) {
        PageFlow text = flow.columnFlow(2);
        text.heading(column.words.title);
        text.paragraph(column.words.sentence, 13, Role::TextMuted);
        texts.push_back(text.column());
        tallest = std::max(tallest, texts.back().height);
    }
    std::vector<PageFlow::Column> columns;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const double below = tallest + kAboveSureChart;
        columns.push_back({row[i].chart ? below + row[i].height : texts[i].height,
                           [text = texts[i], chart = row[i].chart, tall = row[i].height, below](QPainter& painter,
                                                                                                const QRectF& place) {
                               text.paint(painter, place);
                               if (chart)
                                   chart(painter, {place.left(), place.top() + below, place.width(), tall});
                           }});
    }
    if (columns.size() == 1)
        columns.push_back({0, [](QPainter&, const QRectF&) {}});
    flow.gap();
    flow.beside(std::move(columns));
}

PageTable registerTable(const ReportContext& context, double width)
{
    const Plan& plan = context.plan;
    std::vector<PageTable::Column> columns{{.title = {}},
                                           {.title = tr("What may happen"), .grow = 2},
                                           {.title = tr("Chance"), .right = true},
                                           {.title = tr("If it does"), .grow = 1.8},
                                           {.title = tr("Response"), .grow = 1.8},
                                           {.title = tr("Owner"), .grow = 0.9},
                                           {.title = tr("Status")}};
    if (context.worth) {
        columns.push_back({.title = tr("Adds at %1").arg(wording::sure(plan.inputs.confidence)), .right = true});
        columns.push_back({.title = tr("AUD"), .right = true});
    }
    std::vector<PageTable::Row> rows;
    for (const RegisterRow& row : registerwords::rows(plan, context.worth)) {
        QStringList cells{
            QString::number(row.number), row.title, row.chance, row.impact, row.response, row.owner, row.status};
        if (context.worth)
            cells << row.time << row.money;
        rows.push_back({cells, row.over ? PageTable::Row::Kind::Muted : PageTable::Row::Kind::Plain});
    }
    return {std::move(columns), std::move(rows), width, context.palette, {.pixels = 12, .gap = 14}};
}

void addRegister(PageFlow& flow, const ReportContext& context)
{
    const Plan& plan = context.plan;
    if (plan.inputs.risks.events.empty())
        return;
    flow.gap();
    flow.heading(tr("What may happen"));
    if (context.worth)
        if (const QString together = registerwords::together(plan, *context.worth); !together.isEmpty())
            flow.paragraph(together + u'.', 13, Role::TextMuted, true);
    flow.gap(4);
    flow.table(registerTable(context, flow.width()));
    flow.gap(6);
    flow.paragraph(registerwords::unpaidWaits(plan), paper::kSmall, Role::TextMuted);
}

} // namespace

void addRisk(PageFlow& flow, const ReportContext& context)
{
    if (!context.plan.nothingLeft()) {
        const std::vector<RiskColumn> columns = riskColumns(context, flow.columnWidth(2));
        for (std::size_t first = 0; first < columns.size(); first += 2)
            addRiskRow(flow, std::span(columns).subspan(first, std::min<std::size_t>(2, columns.size() - first)));
        flow.gap(10);
        const QString basis = tr("%1; if one phase runs late, others do too: %2.")
                                  .arg(riskWords(context.plan, context.risk).basis,
                                       wording::runLateTogether(context.plan.inputs.correlation));
        flow.paragraph(context.isPrice() ? tr("%1 Amounts of chances are ex GST.").arg(basis) : basis, paper::kSmall,
                       Role::TextMuted);
    }
    addRegister(flow, context);
}

} // namespace trestle
