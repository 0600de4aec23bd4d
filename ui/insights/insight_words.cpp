#include "ui/insights/insight_words.h"

#include "ui/base/format_difference.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"

#include <algorithm>
#include <cmath>

namespace trestle::insightwords {

namespace {

constexpr Weeks kLeastWeeks = 0.05; // less reads as 0.0

QString people(std::size_t count)
{
    return count == 1 ? tr("1 person") : tr("%1 people").arg(count);
}

const Money& costOf(const TeamPoint& point, bool retained)
{
    return retained ? point.retained80 : point.worked80;
}

} // namespace

QString saving(const Delta& saved)
{
    const bool weeks = std::abs(saved.weeks) >= kLeastWeeks;
    const QString dollars = format::sizeOf(saved.cost, MoneyFrom::runs);
    if (!weeks && dollars.isEmpty())
        return tr("nothing");
    if (weeks && saved.weeks < 0)
        return {}; // no saving: callers say it in their own words
    if (!weeks)
        return saved.cost > Money{} ? dollars : QString();
    if (dollars.isEmpty())
        return format::weeks(saved.weeks);
    return (saved.cost > Money{} ? tr("%1 and %2") : tr("%1, for %2 more")).arg(format::weeks(saved.weeks), dollars);
}

QString order(const Plan& plan, const OrderOffer& offer)
{
    if (plan.nothingLeft())
        return tr("Nothing is left to put in order.");
    if (offer.inUse)
        return offer.isBetter()
                   ? tr("The better order is in use: it saves %1 against the catalogue's.").arg(saving(offer.saving()))
                   : tr("The better order is in use, though the catalogue's would do as well by now.");
    return offer.isBetter() ? tr("A better order saves %1.").arg(saving(offer.saving()))
                            : tr("The order is already the best we found.");
}

QString orderAction(const OrderOffer& offer)
{
    return offer.inUse ? tr("Back to the catalogue's order") : tr("Use the better order");
}

QString movers(const Plan& plan, const Risk& risk)
{
    if (plan.nothingLeft())
        return tr("Nothing is left to build.");
    const auto swing = [](const PhaseRisk& phase) { return std::abs(phase.finishWhenHigh - phase.finishWhenLow); };
    const auto most = std::ranges::max_element(risk.phases, {}, swing);
    if (most == risk.phases.end() || swing(*most) < kLeastWeeks)
        return tr("No estimate has a range that moves the finish.");
    return tr("%1 is your biggest risk: it can shift the finish by about %2.")
        .arg(wording::nodeTitle(plan, most->id), format::weeks(swing(*most) / 2));
}

QString team(const Plan& plan, const TeamCurve& curve)
{
    if (plan.nothingLeft())
        return tr("Nothing is left to build.");
    const bool retained = plan.inputs.costMode == CostMode::retained;
    const TeamPoint& fastest = curve.points[curve.fastest];
    const TeamPoint& cheapest = curve.points[curve.cheapest];
    const QString today = tr("Today's team (%1): %2, %3.")
                              .arg(format::fte(curve.todayFte), format::weeks(curve.today.finish80),
                                   format::promise(costOf(curve.today, retained)));
    if (curve.fastest == curve.cheapest)
        return tr("%1 are fastest and cheapest: %2, %3.")
                   .arg(people(fastest.people), format::weeks(fastest.finish80),
                        format::promise(costOf(fastest, retained))) +
               u' ' + today;
    return tr("Fastest: %1, %2. Cheapest: %3, %4.")
               .arg(people(fastest.people), format::weeks(fastest.finish80), people(cheapest.people),
                    format::promise(costOf(cheapest, retained))) +
           u' ' + today;
}

QString teamBasis(const Plan& plan, const TeamCurve& curve)
{
    return tr("Counted as full-time people at %1 a week who can do anything. Each one beyond two costs everyone about "
              "%2 of their time.")
        .arg(format::money(curve.averageRate), format::percent(plan.catalogue->coordination.value, 1));
}

QString values(const std::vector<ItemValue>& values)
{
    if (values.empty())
        return tr("Nothing is left to build.");
    const auto saving = std::ranges::count(values, NoSaving::saves, &ItemValue::why);
    const auto all = static_cast<std::ptrdiff_t>(values.size());
    if (saving == all)
        return tr("What having it in place would save. Tick one to try it.");
    if (saving == 0)
        return tr("None of these would bring the finish forward on its own. Tick one to try it.");
    return tr("What having it in place would save; %1 of %2 bring the finish forward. Tick one to try it.")
        .arg(saving)
        .arg(all);
}

namespace {

QString asRough(const ItemValue& value, const QString& figure)
{
    return value.isRough ? tr("about %1").arg(figure).replace(u' ', QChar(0x00A0)) : figure;
}

} // namespace

QString weeksSaved(const ItemValue& value)
{
    if (value.weeks <= -kLeastWeeks)
        return asRough(value, tr("%1 longer").arg(format::weeks(-value.weeks)).replace(u' ', QChar(0x00A0)));
    return asRough(value, format::weeks(std::max(Weeks{}, value.weeks)));
}

QString costSaved(const ItemValue& value)
{
    const QString size = format::sizeOf(value.cost, MoneyFrom::runs);
    if (size.isEmpty())
        return asRough(value, format::money({}));
    return asRough(value, value.cost < Money{} ? tr("%1 more").arg(size).replace(u' ', QChar(0x00A0)) : size);
}

QString remark(const ItemValue& value)
{
    const QString reason = wording::noSaving(value.why);
    if (!value.canStartNow)
        return reason;
    return reason.isEmpty() ? tr("can start now") : tr("can start now; %1").arg(reason);
}

QString trial(const Plan& plan, const Move& move, const std::optional<Delta>& saved)
{
    const QString what = wording::move(plan, move);
    if (!saved)
        return tr("Trial: %1.").arg(what);
    const bool isTick = move.kind == MoveKind::tick;
    if (saved->weeks <= -kLeastWeeks)
        return isTick ? tr("Trial: with %1 the plan takes %2 longer, and costs %3 less.")
                            .arg(what, format::weeks(-saved->weeks), format::simulated(saved->cost))
                      : tr("Trial: %1. It makes the plan %2 longer.").arg(what, format::weeks(-saved->weeks));
    const QString saves = saving({std::max(Weeks{}, saved->weeks), saved->cost});
    return isTick ? tr("Trial: %1 saves %2.").arg(what, saves) : tr("Trial: %1. It saves %2.").arg(what, saves);
}

QString longer(const Plan& plan, const Lengthening& longer, const OrderOffer* offer)
{
    const QString what = longer.items.size() == 1
                             ? tr("“%1” is less work now").arg(wording::nodeTitle(plan, longer.items.front()))
                             : tr("%1 items are less work now").arg(longer.items.size());
    QString text = tr("%1, yet the likely plan takes %2 longer: the people freed start other work, and in this order "
                      "it ends later.")
                       .arg(what, format::weeks(longer.weeks));
    if (offer)
        text += u' ' + tr("A better order saves %1.").arg(saving(offer->saving()));
    return text;
}

std::vector<QStringList> teamTable(const Plan& plan, const TeamCurve& curve)
{
    std::vector<QStringList> rows;
    rows.push_back({tr("Team"), tr("Time at work"), tr("Weeks, 50 %"), tr("Weeks, 80 %"),
                    tr("AUD for hours worked, 50 %"), tr("AUD for hours worked, 80 %"),
                    tr("AUD first day to finish, 50 %"), tr("AUD first day to finish, 80 %"), tr("Mark")});
    const auto add = [&](const QString& name, const TeamPoint& point, const QString& mark) {
        rows.push_back({name, format::percent(point.coordination, 0), format::fixed(point.finish50, 1),
                        format::fixed(point.finish80, 1), format::promiseAmount(point.worked50),
                        format::promiseAmount(point.worked80), format::promiseAmount(point.retained50),
                        format::promiseAmount(point.retained80), mark});
    };
    add(tr("today, %1").arg(format::fte(curve.todayFte)), curve.today, tr("today"));
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        QStringList marks;
        if (i == curve.fastest)
            marks << tr("fastest");
        if (i == curve.cheapest)
            marks << (plan.inputs.costMode == CostMode::retained ? tr("cheapest, paid to the finish") : tr("cheapest"));
        add(people(curve.points[i].people), curve.points[i], marks.join(tr(", ")));
    }
    return rows;
}

} // namespace trestle::insightwords
