#include "ui/report/plan_pictures.h"

#include "data/exchange/audience_rules.h"
#include "models/money/cash.h"
#include "models/money/price.h"
#include "models/plan/work_dates.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/cash/cash_curve.h"
#include "ui/cash/cash_words.h"
#include "ui/charts/month_bars.h"
#include "ui/gantt/gantt_page.h"
#include "ui/gantt/gantt_words.h"
#include "ui/money/margin_bars.h"
#include "ui/money/price_words.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/report_timeline.h"
#include "ui/report/sheets/report_words.h"
#include "ui/risk/risk_charts.h"
#include "ui/risk/risk_words.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <cmath>
#include <memory>
#include <utility>

namespace trestle {

namespace {

constexpr double kPictureWidth = 1136;
constexpr double kPictureHeight = 420; // of charts that have none of their own
constexpr int kPictureType = 14;

/// "By 14 June 2027, for AUD 173,000, 80 % sure; likely by 31 May 2027". A client reads the date alone.
QString promiseOf(const Plan& plan, const Risk& risk, Audience audience)
{
    if (plan.nothingLeft())
        return nothingLeftTitle(plan);
    if (!showsChances(audience))
        return tr("Live by %1").arg(format::date(headlineOf(plan, risk, priceConfidence(plan.inputs)).finishDate));
    return tr("%1; likely by %2").arg(sureLine(plan, risk), format::date(plan.finishDate.likely));
}

/// A sentence for each phase; a client's has its days alone.
QString sentenceOf(const Plan& plan, const PhasePlan& phase, Audience audience)
{
    if (showsCost(audience))
        return ganttwords::summary(plan, phase);
    const std::optional<DateRange> work = workDates(plan, phase);
    if (!work)
        return tr("%1: %2").arg(ganttwords::title(phase), ganttwords::settled(phase));
    return tr("%1: %2 to %3").arg(ganttwords::title(phase), format::date(work->first), format::date(work->last));
}

/// A chart with a painter of its own, which has `font` and paint(painter, area, palette).
template <class Chart>
void setChart(ChartPicture& picture, const QString& subject, Chart chart, double height = kPictureHeight)
{
    chart.font = paper::font(kPictureType);
    picture.subject = subject;
    picture.chart = {kPictureWidth, height};
    picture.paintChart = [chart = std::move(chart)](QPainter& painter, const QRectF& area, const QPalette& palette) {
        chart.paint(painter, area, palette);
    };
}

void setGantt(ChartPicture& picture, const Plan& plan, const Risk& risk, bool items, Audience audience)
{
    GanttPageOptions options;
    options.items = items;
    options.font = paper::font(kPictureType);
    options.cost = showsCost(audience);
    options.effort = showsCost(audience);
    options.reference = showsSources(audience);
    options.baseline = showsBaseline(audience);
    options.namesBaseline = showsVersions(audience);
    options.until = showsChances(audience) ? untilSure(plan, risk) : UntilFinish{};
    picture.chart = {kPictureWidth, std::ceil(ganttPageHeight(plan, kPictureWidth, options))};
    picture.paintChart = [&plan, options](QPainter& painter, const QRectF& area, const QPalette& palette) {
        paintGanttPage(painter, area, plan, palette, options);
    };
    QStringList lines{picture.headline};
    for (const PhasePlan& phase : plan.phases)
        lines << sentenceOf(plan, phase, audience);
    lines << picture.caption;
    picture.description = lines.join(u'\n');
}

void setFinish(ChartPicture& picture, const Plan& plan, const Risk& risk)
{
    const RiskPart words = riskWords(plan, risk).finish;
    setChart(picture, words.title, riskcharts::finishCurve(plan, risk));
    picture.description = words.sentence;
    if (!words.drawn) // every simulated plan is done at the same time
        picture.paintChart = [sentence = words.sentence](QPainter& painter, const QRectF& area,
                                                         const QPalette& palette) {
            paper::wrapped(painter, area, sentence, paper::font(kPictureType), roleColor(Role::Text, palette));
        };
}

void setCost(ChartPicture& picture, const Plan& plan)
{
    const bool withGst = plan.inputs.gst == GstBasis::price;
    const MonthTable table = shownMonthTable(plan, plan.inputs.gst);
    setChart(picture, tr("Cost by month, likely and high plan, %1").arg(reportUnit(plan)),
             MonthBars{monthBars(table, withGst), true, {}});
    QStringList lines;
    for (const MonthLine& month : table.lines)
        lines << tr("%1: %2").arg(cashwords::monthName(month.month),
                                  format::shownMoney(month.charged(Case::likely, withGst)));
    picture.description = lines.join(u'\n');
}

void setCash(ChartPicture& picture, const Plan& plan, const Risk& risk)
{
    const CashFigures figures = cashFigures(plan, risk);
    setChart(picture, tr("Cash at the end of each month: likely, and 8 of 10 projects like this, AUD"),
             cashCurve(plan, figures));
    picture.description = cashwords::description(plan, figures);
}

void setMargin(ChartPicture& picture, const Plan& plan, const Risk& risk)
{
    const PriceFigures figures = priceFigures(plan, risk, priceConfidence(plan.inputs));
    const PriceKind kind = plan.inputs.price.kind;
    setChart(picture, pricewords::marginTitle(kind), marginBars(risk, figures.of(kind)));
    picture.description = pricewords::sentence(plan, figures);
}

} // namespace

ChartPicture pictureFrame(const Plan& plan, const Risk* risk, const ExportStamp& stamp, Audience audience)
{
    ChartPicture picture;
    picture.name = format::text(plan.inputs.name);
    picture.client = plan.inputs.client.empty() ? QString() : format::text(plan.inputs.client);
    picture.palette = lightPalette();
    if (risk)
        picture.headline = promiseOf(plan, *risk, audience);
    picture.caption =
        risk && showsChances(audience) ? provenanceLine(plan, *risk, stamp) : tr("Made %1").arg(madeDate(stamp));
    return picture;
}

ChartPicture planPicture(const Plan& plan, const Risk& risk, const ExportStamp& stamp, ChartKind chart,
                         Audience audience)
{
    ChartPicture picture = pictureFrame(plan, &risk, stamp, audience);
    switch (chart) {
    case ChartKind::plan:
    case ChartKind::items: setGantt(picture, plan, risk, chart == ChartKind::items, audience); break;
    case ChartKind::finish: setFinish(picture, plan, risk); break;
    case ChartKind::cost: setCost(picture, plan); break;
    case ChartKind::cash: setCash(picture, plan, risk); break;
    case ChartKind::margin: setMargin(picture, plan, risk); break;
    }
    return picture;
}

} // namespace trestle
