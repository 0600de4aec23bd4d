#include "ui/report/sheets/report_words.h"

#include "models/money/price.h"
#include "models/money_rules.h"
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

/// "Amounts are ex GST, for labour and running costs until the finish."
QString amountsSentence(const Plan& plan)
{
    return (isPrice(plan) ? tr("Amounts are with GST of 10 %, for %1.") : tr("Amounts are ex GST, for %1."))
        .arg(wording::costsCounted(plan.inputs));
}

/// "Ledgerly works as a prototype and has 30 % of what production needs; one person (full-time) starts on 4 January
/// 2027."
QString prototypeSentence(const Plan& plan)
{
    return tr("%1 works as a prototype and has %2 of what production needs; %3 on %4.")
        .arg(format::text(plan.inputs.name), format::percentIfAny(plan.readiness.fraction), teamStarts(plan),
             format::date(plan.startDate));
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
    words.headline = {tr("Ready for production by %1,").arg(format::date(promise.finishDate)),
                      tr("for %1").arg(promisedMoney(plan, risk))};
    words.qualifier = wording::sure(plan.inputs.confidence);
    words.summary = prototypeSentence(plan) + u' ' + amountsSentence(plan);
}

/// What the dots mean, for who has never seen them.
void addOdds(ReportWords& words, const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft())
        return;
    const CountableOdds odds = countableOdds(risk, plan.inputs.confidence);
    const auto kept = static_cast<int>(odds.kept);
    const auto all = static_cast<int>(CountableOdds::kProjects);
    words.oddsTitle = tr("%1 of %2 projects like this are done by then").arg(kept).arg(all);
    words.odds = (kept == all ? tr("Each dot is one of %1 ways it can go, out of %2 simulated plans, from the first "
                                   "that is done to the last. All of them keep the date.")
                              : tr("Each dot is one of %1 ways it can go, out of %2 simulated plans, from the first "
                                   "that is done to the last. The filled ones keep the date, the hollow ones take "
                                   "longer; nobody can tell beforehand which of them this one will be."))
                     .arg(all)
                     .arg(format::number(risk.runs, 0));
    if (const QString outside = riskwords::outsideSentence(plan, risk); !outside.isEmpty())
        words.odds += u' ' + outside;
}

QString monthOf(std::chrono::year_month month)
{
    return format::monthYear(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())));
}

ReportTile dearestMonthTile(const Plan& plan, const UseOfFunds* funds)
{
    const QString caption = tr("Most in a month");
    if (const FundsMonth* most = funds ? dearestMonth(*funds) : nullptr)
        return {caption, format::shownMoney(most->shown),
                tr("%1, at %2").arg(monthOf(most->month), wording::sure(funds->confidence))};
    const MonthTable months = shownMonthTable(plan, plan.inputs.gst);
    const MonthLine* dearest = dearestMonth(months, Case::likely, isPrice(plan));
    if (!dearest)
        return {caption, format::money({}), {}};
    return {caption, format::money(charged(plan, *dearest, Case::likely)),
            tr("%1, likely course").arg(monthOf(dearest->month))};
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

/// "24 August, 252,000" under "90 % sure": the other promise, beside the headline's.
ReportTile otherSureTile(const Plan& plan, const Risk& risk)
{
    constexpr int kSurer = 90;
    constexpr int kUsual = 80;
    const int other = plan.inputs.confidence == kSurer ? kUsual : kSurer;
    const Headline promise = headlineOf(plan, risk, other);
    return {wording::sure(other),
            tr("%1, %2").arg(tileDate(plan, promise.finishDate), promisedAmount(plan, risk, other)),
            tr("%1 of %2 are done by then").arg(countableOdds(risk, other).kept).arg(CountableOdds::kProjects)};
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

void addTiles(ReportWords& words, const Plan& plan, const Risk& risk, const UseOfFunds* funds)
{
    const bool hasTarget = plan.inputs.targetDate || plan.inputs.budget;
    if (plan.nothingLeft()) {
        words.tiles = {tileOf(readinessText(plan))};
        return;
    }
    words.tiles.push_back(
        {tr("Likely"), tr("%1, %2").arg(tileDate(plan, plan.finishDate.likely), format::shownAmount(likelyTotal(plan))),
         tr("%1 chance").arg(format::chance(chanceOfLikely(plan, risk).both))});
    words.tiles.push_back(otherSureTile(plan, risk));
    words.tiles.push_back(dearestMonthTile(plan, funds));
    words.tiles.push_back(hasTarget ? targetTile(plan, risk) : tileOf(readinessText(plan)));
}

/// One date, and one price where there is one: nothing of what may go otherwise.
void addClientsWords(ReportWords& words, const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft()) {
        words.headline = {nothingLeftTitle(plan)};
        words.summary = nothingLeftReason(plan);
        return;
    }
    const QString date = format::date(headlineOf(plan, risk, plan.inputs.confidence).finishDate);
    words.headline = {tr("Ready for production by %1").arg(date)};
    words.summary = prototypeSentence(plan);
    const Readiness& ready = plan.readiness;
    words.tiles = {{tr("Work starts"), format::date(plan.startDate), {}},
                   {tr("Ready by"), date, {}},
                   {tr("To build"),
                    tr("%1 of %2 items")
                        .arg(ready.missing + ready.partial)
                        .arg(plan.items.size() - static_cast<std::size_t>(ready.excluded)),
                    {}}};
    if (!isPriced(plan.inputs) || risk.value.empty())
        return;
    const PriceOfKind price = priceFigures(plan, risk, plan.inputs.confidence).of(plan.inputs.price.kind);
    const Money gst = gstOn(plan.inputs, price.price);
    const bool registered = plan.inputs.gstRegistered;
    const QString amount =
        registered ? tr("%1 incl. GST").arg(format::shownMoney(price.price + gst)) : format::shownMoney(price.price);
    QString kind;
    QString caption;
    switch (price.kind) {
    case PriceKind::fixed:
        kind = tr("for %1").arg(amount);
        caption = tr("Fixed price");
        break;
    case PriceKind::capped:
        kind = tr("for at most %1").arg(amount);
        caption = tr("At most");
        break;
    case PriceKind::timeAndMaterials:
        kind = tr("for the hours worked");
        caption = tr("Estimate for the hours");
        break;
    }
    words.headline = {tr("Ready for production by %1,").arg(date), kind};
    words.tiles.push_back({caption, format::shownMoney(registered ? price.price + gst : price.price),
                           registered ? tr("with GST of %1").arg(format::shownMoney(gst)) : tr("no GST")});
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

ReportWords reportWords(const Plan& plan, const Risk& risk, const ExportStamp& stamp, Audience audience,
                        const UseOfFunds* funds)
{
    ReportWords words;
    words.plan = planTitle(plan);
    words.made = madeDate(stamp);
    if (audience == Audience::client) {
        addClientsWords(words, plan, risk);
        words.footer = clientProvenanceLine(stamp);
        return words;
    }
    addHeadline(words, plan, risk);
    addOdds(words, plan, risk);
    addTiles(words, plan, risk, funds);
    words.costs = costLines(plan);
    words.costNote = costNote(plan, risk);
    words.basis = reportBasis(plan);
    words.source = tr("Source of what is stated: %1").arg(format::text(plan.catalogue->source));
    words.footer = provenanceLine(plan, risk, stamp);
    return words;
}

} // namespace trestle
