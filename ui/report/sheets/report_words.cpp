#include "ui/report/sheets/report_words.h"

#include "models/plan/cost_table.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/report/sheets/report_basis.h"
#include "ui/risk/layer_words.h"
#include "ui/risk/risk_words.h"
#include "ui/summary/summary_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

QString teamStarts(const Plan& plan)
{
    if (plan.people.size() == 1)
        return tr("one person (%1) starts").arg(format::allocation(plan.inputs.team.front().allocation));
    return tr("a team of %1 (%2) starts")
        .arg(plan.people.size())
        .arg(format::fte(fullTimeEquivalents(plan.inputs.team)));
}

bool isPrice(const Plan& plan)
{
    return plan.inputs.gst == GstBasis::price;
}

/// Amounts of a plan's report: with GST on all of it where the plan is shown as a price, otherwise without.
Money charged(const Plan& plan, const CostAmounts& costs, Case which)
{
    return costs.charged(which, isPrice(plan));
}

Money likelyTotal(const Plan& plan)
{
    return charged(plan, shownCostTable(plan, plan.inputs.gst).total, Case::likely);
}

/// "172,900".
QString promisedAmount(const Plan& plan, const Risk& risk, int confidence)
{
    return isPrice(plan) ? format::shownAmount(promisedPrice(plan, risk, confidence))
                         : format::promiseAmount(headlineOf(plan, risk, confidence).total);
}

QString marked(const Plan& plan, const QString& money)
{
    return isPrice(plan) ? tr("%1 incl. GST").arg(money) : money;
}

/// "AUD 172,900", "AUD 190,190 incl. GST".
QString promisedMoney(const Plan& plan, const Risk& risk)
{
    const int confidence = plan.inputs.confidence;
    return marked(plan, isPrice(plan) ? format::money(promisedPrice(plan, risk, confidence))
                                      : format::promise(headlineOf(plan, risk, confidence).total));
}

void addHeadline(ReportWords& words, const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft()) {
        words.headline = {nothingLeftTitle(plan)};
        words.qualifier = headlineText(plan).detail;
        words.summary = nothingLeftReason(plan);
        return;
    }
    const Headline promise = headlineOf(plan, risk, plan.inputs.confidence);
    words.headline = {tr("Production-ready by %1,").arg(format::date(promise.finishDate)),
                      tr("for %1").arg(promisedMoney(plan, risk))};
    words.qualifier = tr("with %1 confidence").arg(format::wholePercent(plan.inputs.confidence));
    const Chance likely = chanceOfLikely(plan, risk).both;
    constexpr double kEven = 0.5;
    words.summary =
        (likely.share < kEven ? tr("The likely course is %1 and %2, but only %3 simulated %4 to it.")
                              : tr("The likely course is %1 and %2; %3 simulated %4 to it."))
            .arg(format::weeks(plan.finish.likely), marked(plan, format::shownMoney(likelyTotal(plan))),
                 riskwords::plansOfHundred(likely), riskwords::isSingular(likely) ? tr("keeps") : tr("keep")) +
        u' ' +
        tr("The prototype already has %1 of what production needs; %2 on %3.")
            .arg(format::percentIfAny(plan.readiness.fraction), teamStarts(plan), format::date(plan.startDate));
    if (plan.inputs.monthsAfterLaunch > 0)
        words.summary += u' ' + tr("Counted are %1.").arg(wording::costsCounted(plan.inputs));
}

/// What the dots mean, for who has never seen them.
QString oddsWords(const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft())
        return {};
    const int confidence = plan.inputs.confidence;
    const CountableOdds odds = countableOdds(risk, confidence);
    const auto kept = static_cast<int>(odds.kept);
    const auto all = static_cast<int>(CountableOdds::kProjects);
    const QString promise = format::date(headlineOf(plan, risk, confidence).finishDate);
    if (kept == all)
        return tr("Each dot is one of %1 projects like this one, from the first that is done to the last. All of them "
                  "are done by %2.")
            .arg(all)
            .arg(promise);
    return tr("Each dot is one of %1 projects like this one, from the first that is done to the last. %2 of them, the "
              "filled ones, are done by %3; %4 take longer. Nobody can tell beforehand which of them this one will be.")
        .arg(all)
        .arg(kept)
        .arg(promise)
        .arg(all - kept);
}

ReportTile dearestMonthTile(const Plan& plan)
{
    const MonthTable months = shownMonthTable(plan, plan.inputs.gst);
    const MonthLine* dearest = dearestMonth(months, Case::likely, isPrice(plan));
    if (!dearest)
        return {tr("Most in a month"), format::money({}), {}};
    return {tr("Most in a month"), format::money(charged(plan, *dearest, Case::likely)),
            tr("%1, likely course")
                .arg(format::monthYear(static_cast<int>(dearest->month.year()),
                                       static_cast<int>(static_cast<unsigned>(dearest->month.month()))))};
}

ReportTile tileOf(const SummaryText& text)
{
    return {text.caption, text.value, text.line.isEmpty() ? text.detail : tr("%1, %2").arg(text.line, text.detail)};
}

/// Without the year where that is the plan's first.
QString tileDate(const Plan& plan, Date date)
{
    const auto year = [](Date day) { return std::chrono::year_month_day(day).year(); };
    return year(date) == year(plan.startDate) ? format::shortDate(date) : format::mediumDate(date);
}

/// "14 June, 172,900" under "80 % sure", with another confidence below it.
ReportTile sureTile(const Plan& plan, const Risk& risk)
{
    constexpr int kSurer = 90;
    constexpr int kUsual = 80;
    const auto at = [&](int confidence) {
        const Headline promise = headlineOf(plan, risk, confidence);
        return tr("%1, %2").arg(tileDate(plan, promise.finishDate), promisedAmount(plan, risk, confidence));
    };
    const int confidence = plan.inputs.confidence;
    const int other = confidence == kSurer ? kUsual : kSurer;
    return {wording::sure(confidence), at(confidence), tr("%1: %2").arg(wording::sure(other), at(other))};
}

ReportTile targetTile(const Plan& plan, const Risk& risk)
{
    const TargetChance chance = targetChance(plan, risk);
    QStringList limits;
    if (plan.inputs.targetDate)
        limits << tr("by %1").arg(tileDate(plan, *plan.inputs.targetDate));
    if (plan.inputs.budget)
        limits << (isPrice(plan) ? tr("%1 ex GST") : tr("%1")).arg(format::money(*plan.inputs.budget));
    const QString detail = limits.join(tr(", "));
    return {chance.both     ? tr("On time and in budget")
            : chance.onTime ? tr("On time")
                            : tr("In budget"),
            format::chance(*chance.ofTarget()), detail};
}

void addTiles(ReportWords& words, const Plan& plan, const Risk& risk)
{
    const bool hasTarget = plan.inputs.targetDate || plan.inputs.budget;
    if (plan.nothingLeft()) {
        words.tiles = {tileOf(headlineText(plan)), tileOf(rangeText(plan)), dearestMonthTile(plan),
                       tileOf(readinessText(plan))};
        return;
    }
    words.tiles.push_back(sureTile(plan, risk));
    words.tiles.push_back(
        {tr("Likely"), tr("%1, %2").arg(tileDate(plan, plan.finishDate.likely), format::shownAmount(likelyTotal(plan))),
         tr("%1 chance").arg(format::chance(chanceOfLikely(plan, risk).both))});
    words.tiles.push_back(dearestMonthTile(plan));
    words.tiles.push_back(hasTarget ? targetTile(plan, risk) : tileOf(readinessText(plan)));
}

QString clockTime(std::chrono::minutes minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes.count() % 60, 2, 10, QLatin1Char('0'));
}

/// "UTC", "UTC+10:30".
QString zone(std::chrono::minutes offset)
{
    if (offset == std::chrono::minutes{})
        return QStringLiteral("UTC");
    return QStringLiteral("UTC") + (offset.count() < 0 ? QChar(0x2212) : u'+') + clockTime(std::chrono::abs(offset));
}

/// "made 22 November 2026, 10:30 UTC".
QString madeAt(const ExportStamp& stamp)
{
    const auto made = stamp.onTheWall();
    const auto day = std::chrono::floor<std::chrono::days>(made);
    return tr("made %1, %2 %3")
        .arg(madeDate(stamp), clockTime(std::chrono::duration_cast<std::chrono::minutes>(made - day)),
             zone(stamp.offset));
}

} // namespace

QString madeDate(const ExportStamp& stamp)
{
    return format::date(std::chrono::floor<std::chrono::days>(stamp.onTheWall()));
}

QString planTitle(const Plan& plan)
{
    return plan.inputs.client.empty()
               ? format::text(plan.inputs.name)
               : tr("%1 · for %2").arg(format::text(plan.inputs.name), format::text(plan.inputs.client));
}

QString clientProvenanceLine(const ExportStamp& stamp)
{
    return stamp.plan.empty() ? madeAt(stamp) : tr("Plan %1 · %2").arg(format::text(stamp.plan), madeAt(stamp));
}

QString provenanceLine(const Plan& plan, const Risk& risk, const ExportStamp& stamp)
{
    const QString hash = stamp.plan.empty() ? QString() : tr(" · plan %1").arg(format::text(stamp.plan));
    return tr("%1 · catalogue %2 %3 · seed %4 · %5 runs%6 · %7")
        .arg(stamp.scenario.empty() ? tr("Base plan") : format::text(stamp.scenario), format::text(plan.catalogue->id))
        .arg(plan.catalogue->version)
        .arg(risk.seed)
        .arg(format::number(risk.runs, 0), hash, madeAt(stamp));
}

QString sureLine(const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft())
        return nothingLeftTitle(plan);
    const Headline promise = headlineOf(plan, risk, plan.inputs.confidence);
    return tr("By %1, for %2, %3 sure")
        .arg(format::date(promise.finishDate), promisedMoney(plan, risk), format::wholePercent(plan.inputs.confidence));
}

ReportWords reportWords(const Plan& plan, const Risk& risk, const ExportStamp& stamp)
{
    ReportWords words;
    words.plan = planTitle(plan);
    words.made = madeDate(stamp);
    addHeadline(words, plan, risk);
    words.odds = oddsWords(plan, risk);
    addTiles(words, plan, risk);
    words.costs = costLines(plan);
    words.costNote = costNote(plan, risk);
    words.basis = reportBasis(plan);
    words.source = tr("Source of what is stated: %1").arg(format::text(plan.catalogue->source));
    words.footer = provenanceLine(plan, risk, stamp);
    return words;
}

} // namespace trestle
