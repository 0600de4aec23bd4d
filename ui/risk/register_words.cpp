#include "ui/risk/register_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace trestle::registerwords {

namespace {

bool isSome(const ThreePoint& impact)
{
    return impact.high > kEpsilon;
}

QString phaseName(const Plan& plan, const std::string& id)
{
    const Phase* phase = findPhase(*plan.catalogue, id);
    return format::text(!phase ? id : phase->shortTitle.empty() ? phase->title : phase->shortTitle);
}

/// "1 to 5 weeks".
QString weekSpan(const ThreePoint& weeks)
{
    const QString low = format::number(weeks.low, 1);
    const QString high = format::number(weeks.high, 1);
    return low == high ? format::weeks(weeks.high) : tr("%1 to %2").arg(low, format::weeks(weeks.high));
}

QString moneySpan(const ThreePoint& money)
{
    const Money low = Money::rounded(money.low);
    const Money high = Money::rounded(money.high);
    return low == high ? format::money(high) : tr("%1 to %2").arg(format::money(low), format::amount(high));
}

bool isFollowed(const Plan& plan, const std::string& phase)
{
    return std::ranges::any_of(plan.links, [&](const auto& link) { return link.from == phase; });
}

QString amountOrDash(Money amount)
{
    constexpr Money kLeast = Money::dollars(1);
    if (amount < kLeast && Money() - amount < kLeast)
        return QStringLiteral("–");
    return format::simulatedAmount(amount);
}

const RiskWorth* worthOf(const RegisterWorth* worth, const std::string& id)
{
    if (!worth)
        return nullptr;
    const auto found = std::ranges::find(worth->risks, id, &RiskWorth::id);
    return found == worth->risks.end() ? nullptr : &*found;
}

double partOf(Weeks weeks, Weeks most)
{
    return most > kNoticeable && weeks >= kNoticeable ? std::min(1.0, weeks / most) : 0;
}

bool isOver(const RiskEvent& event)
{
    return event.status == RiskStatus::notHappened;
}

bool mayHappen(const RiskEvent& event)
{
    return event.status == RiskStatus::open || event.status == RiskStatus::responded;
}

/// "35 % → 12 %", and each part of the impact that changes.
QString changeBy(const RiskEvent& event, const RiskResponse& response)
{
    const auto arrow = [](const QString& before, const QString& after) { return tr("%1 → %2").arg(before, after); };
    QStringList parts;
    if (response.p != event.p)
        parts += arrow(format::percent(event.p), format::percent(response.p));
    if (response.effort && *response.effort != event.effort)
        parts += arrow(weekSpan(event.effort), weekSpan(*response.effort));
    if (response.delay && *response.delay != event.delay)
        parts += arrow(weekSpan(event.delay), weekSpan(*response.delay));
    if (response.money && *response.money != event.money)
        parts += arrow(moneySpan(event.money), moneySpan(*response.money));
    return parts.isEmpty() ? tr("nothing") : parts.join(tr(", "));
}

QString responseTitle(const RiskEvent& event)
{
    if (!event.response)
        return event.status == RiskStatus::open ? tr("none yet") : QStringLiteral("–");
    return event.response->title.empty() ? changeBy(event, *event.response) : format::text(event.response->title);
}

RegisterRow rowOf(const Plan& plan, const RiskEvent& event, const RiskWorth* worth, Weeks most)
{
    RegisterRow row;
    row.id = event.id;
    row.number = event.number;
    row.title = registerwords::titleOf(event);
    row.chance = format::percent(event.p);
    row.impact = impact(plan, event);
    row.response = responseTitle(event);
    row.owner = event.owner.empty() ? QStringLiteral("–") : format::text(event.owner);
    row.status = wording::riskStatus(event.status);
    row.over = isOver(event);
    if (row.over) {
        row.time = row.money = QStringLiteral("–");
    } else if (worth) {
        row.time = time(worth->adds.weeks);
        row.money = amountOrDash(worth->adds.cost);
        row.bar = partOf(worth->adds.weeks, most);
    }
    return row;
}

/// "AUD 500 for 2 days", "AUD 400 less, and 2 days".
QString paysFor(const ResponseWorth& response)
{
    const bool savesTime = response.saves >= kNoticeable;
    const QString saved = time(response.saves);
    if (response.net <= Money()) {
        const QString less = tr("%1 less").arg(format::simulated(Money() - response.net));
        return savesTime ? tr("%1, and %2 saved").arg(less, saved) : less;
    }
    const QString price = format::simulated(response.net);
    return savesTime ? tr("%1 for %2").arg(price, saved) : tr("%1 for no time").arg(price);
}

QString likelyName(RiskPlace::Likely likely)
{
    switch (likely) {
    case RiskPlace::Likely::unlikely: return tr("unlikely");
    case RiskPlace::Likely::possible: return tr("possible");
    case RiskPlace::Likely::likely: return tr("likely");
    }
    return {};
}

QString badName(RiskPlace::Bad bad)
{
    switch (bad) {
    case RiskPlace::Bad::upToAWeek: return tr("up to a week");
    case RiskPlace::Bad::upToAMonth: return tr("weeks");
    case RiskPlace::Bad::monthOrMore: return tr("a month or more");
    }
    return {};
}

RiskMatrix::Place cellOf(const RiskPlace& place)
{
    return {static_cast<int>(place.bad), RiskMatrix::kSide - 1 - static_cast<int>(place.likely)};
}

} // namespace

QString titleOf(const RiskEvent& event)
{
    return format::text(event.title.empty() ? event.id : event.title);
}

QString time(Weeks weeks)
{
    if (std::abs(weeks) < kNoticeable)
        return tr("no time");
    const QString sign = weeks < 0 ? QString(QChar(0x2212)) : QString();
    const Weeks size = std::abs(weeks);
    const auto days = static_cast<int>(std::lround(size * kWorkingDaysPerWeek));
    return sign + (size < 1 ? format::days(std::max(1, days)) : format::weeks(size));
}

QString impact(const Plan& plan, const RiskEvent& event)
{
    QStringList parts;
    if (isSome(event.effort))
        parts += tr("%1 in %2").arg(weekSpan(event.effort), phaseName(plan, event.phase));
    if (isSome(event.delay))
        parts += isFollowed(plan, event.phase)
                     ? tr("what follows %1 waits %2").arg(phaseName(plan, event.phase), weekSpan(event.delay))
                     : tr("the finish waits %1").arg(weekSpan(event.delay));
    if (isSome(event.money))
        parts += moneySpan(event.money);
    return parts.isEmpty() ? tr("nothing") : parts.join(tr(", "));
}

std::vector<RegisterRow> rows(const Plan& plan, const RegisterWorth* worth, const std::vector<std::string>& order)
{
    std::vector<std::string> ids = order;
    Weeks most = 0;
    if (worth) {
        ids.clear();
        for (const RiskWorth& one : worth->risks) {
            ids.push_back(one.id);
            most = std::max(most, one.adds.weeks);
        }
    }
    std::vector<const RiskEvent*> events;
    for (const RiskEvent& event : plan.inputs.risks.events)
        events.push_back(&event);
    std::ranges::stable_sort(events, {}, [&](const RiskEvent* event) {
        return std::pair(isOver(*event), std::ranges::find(ids, event->id) - ids.begin());
    });
    std::vector<RegisterRow> made;
    for (const RiskEvent* event : events)
        made.push_back(rowOf(plan, *event, worthOf(worth, event->id), most));
    return made;
}

std::vector<ResponseRow> responses(const Plan& plan, const RegisterWorth* worth)
{
    struct Line {
        const RiskEvent* event;
        const ResponseWorth* worth;
    };
    std::vector<Line> lines;
    Weeks most = 0;
    for (const RiskEvent& event : plan.inputs.risks.events) {
        if (!event.response || !mayHappen(event))
            continue;
        const RiskWorth* of = worthOf(worth, event.id);
        lines.push_back({&event, of && of->response ? &*of->response : nullptr});
        if (lines.back().worth)
            most = std::max(most, lines.back().worth->saves);
    }
    std::ranges::stable_sort(lines, std::greater(),
                             [](const Line& line) { return line.worth ? line.worth->saves : Weeks{}; });
    std::vector<ResponseRow> made;
    for (const Line& line : lines) {
        const RiskResponse& response = *line.event->response;
        ResponseRow& row = made.emplace_back();
        row.number = line.event->number;
        row.title = response.title.empty() ? registerwords::titleOf(*line.event) : format::text(response.title);
        row.change = changeBy(*line.event, response);
        row.cost = format::amount(response.cost);
        if (!line.worth) {
            row.time = row.money = row.pays = QStringLiteral("…");
            continue;
        }
        row.time = time(line.worth->saves);
        row.money = amountOrDash(line.worth->savesCost);
        row.pays = paysFor(*line.worth);
        row.bar = partOf(line.worth->saves, most);
    }
    return made;
}

QString together(const Plan& plan, const RegisterWorth& worth)
{
    const auto count = std::ranges::count_if(plan.inputs.risks.events, mayHappen);
    if (count == 0)
        return {};
    const QString sure = wording::sure(plan.inputs.confidence);
    QStringList moved;
    if (std::abs(worth.together.weeks) >= kNoticeable)
        moved += time(worth.together.weeks);
    if (const QString amount = amountOrDash(worth.together.cost); amount != QStringLiteral("–"))
        moved += format::simulated(worth.together.cost);
    if (moved.isEmpty())
        return (count == 1 ? tr("It does not move %1") : tr("Together they do not move %1")).arg(sure);
    return (count == 1 ? tr("It moves %1 by %2") : tr("Together they move %1 by %2"))
        .arg(sure, moved.join(tr(" and ")));
}

QString unpaidWaits(const Plan& plan)
{
    const bool isUnpaid = std::ranges::any_of(plan.inputs.risks.events, [](const RiskEvent& event) {
        return !isOver(event) && isSome(event.delay) && !isSome(event.effort) && !isSome(event.money);
    });
    if (!isUnpaid || plan.inputs.costMode == CostMode::retained)
        return {};
    return tr("People are only paid for what they work, so a wait adds weeks and no wages.");
}

QString paysForItself(const Plan& plan, const RegisterWorth& worth)
{
    QStringList numbers;
    for (const RiskWorth& one : worth.risks)
        if (const RiskEvent* event = findRisk(plan.inputs.risks, one.id);
            event && one.response && one.response->net <= Money())
            numbers += QString::number(event->number);
    if (numbers.isEmpty())
        return {};
    return numbers.size() == 1 ? tr("Number %1 pays for itself").arg(numbers.front())
                               : tr("Numbers %1 pay for themselves").arg(numbers.join(tr(", ")));
}

RiskMatrix matrix(const Plan& plan)
{
    RiskMatrix made;
    made.rows = {RiskMatrix::Heading{likelyName(RiskPlace::Likely::likely), tr("over 30 %")},
                 RiskMatrix::Heading{likelyName(RiskPlace::Likely::possible), tr("15 to 30 %")},
                 RiskMatrix::Heading{likelyName(RiskPlace::Likely::unlikely), tr("under 15 %")}};
    made.columns = {badName(RiskPlace::Bad::upToAWeek), badName(RiskPlace::Bad::upToAMonth),
                    badName(RiskPlace::Bad::monthOrMore)};
    made.below = tr("if it happens");
    for (const PlacedRisk& risk : placedRisks(plan.inputs.risks)) {
        RiskMatrix::Mark& mark = made.marks.emplace_back();
        mark.number = risk.number;
        mark.at = cellOf(risk.before);
        if (risk.after)
            mark.after = cellOf(*risk.after);
    }
    return made;
}

QString matrixSentence(const Plan& plan)
{
    const std::vector<PlacedRisk> risks = placedRisks(plan.inputs.risks);
    if (risks.empty())
        return {};
    QStringList responded;
    for (const PlacedRisk& risk : risks)
        if (risk.after)
            responded += QString::number(risk.number);
    if (responded.isEmpty())
        return tr("Numbers as in the list of what may happen.");
    return responded.size() == 1 ? tr("Dashed: number %1 with its response.").arg(responded.front())
                                 : tr("Dashed: numbers %1 with their responses.").arg(responded.join(tr(", ")));
}

QString placeWords(const Plan& plan, std::size_t risk)
{
    const std::vector<PlacedRisk> risks = placedRisks(plan.inputs.risks);
    if (risk >= risks.size())
        return {};
    const PlacedRisk& placed = risks[risk];
    const auto event = std::ranges::find(plan.inputs.risks.events, placed.number, &RiskEvent::number);
    const auto words = [](const RiskPlace& place) {
        return tr("%1, %2 if it happens").arg(likelyName(place.likely), badName(place.bad));
    };
    const QString line = tr("%1, %2: %3").arg(placed.number).arg(registerwords::titleOf(*event), words(placed.before));
    return placed.after ? tr("%1; with its response %2").arg(line, words(*placed.after)) : line;
}

} // namespace trestle::registerwords
