#include "ui/base/wording_decisions.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <cstdlib>

namespace trestle::wording {

QString noSaving(NoSaving why)
{
    switch (why) {
    case NoSaving::saves: return {};
    case NoSaving::othersDrive: return tr("other work drives the finish");
    case NoSaving::orderShifts: return tr("no time saved: the people freed are needed elsewhere");
    case NoSaving::tooSmall: return tr("less than half a day");
    }
    return {};
}

namespace {

QString runningCostTitle(const Plan& plan, const Figure& figure)
{
    const Phase* phase = findPhase(*plan.catalogue, figure.subject);
    return phase && figure.index < phase->runningCosts.size() ? format::text(phase->runningCosts[figure.index].title)
                                                              : format::text(figure.subject);
}

} // namespace

QString figure(const Plan& plan, const Figure& figure)
{
    switch (figure.kind) {
    case FigureKind::phaseEffort: return tr("Effort of %1").arg(nodeTitle(plan, figure.subject));
    case FigureKind::itemEffort: return tr("Its own effort");
    case FigureKind::itemShare: return tr("Its share of the phase");
    case FigureKind::runningCost: return runningCostTitle(plan, figure);
    case FigureKind::rate: return tr("Rate of %1").arg(format::text(figure.subject));
    case FigureKind::allocation: return tr("Time of %1").arg(format::text(figure.subject));
    case FigureKind::correlation: return tr("How far phases run late together");
    case FigureKind::outsideView: return tr("How far projects like this vary");
    case FigureKind::coordination: return tr("Time lost to coordination");
    case FigureKind::partialFactor: return tr("Work left where partly in place");
    case FigureKind::itemCrewLimit: return tr("People on an item at once");
    case FigureKind::phaseCrewLimit: return tr("People on a phase at once");
    case FigureKind::scaleFactor: return tr("Factor for the users expected");
    }
    return {};
}

QString figureValue(const Figure& figure, const ThreePoint& value)
{
    switch (figure.kind) {
    case FigureKind::phaseEffort:
    case FigureKind::itemEffort: return format::personWeeks(value.low, value.high);
    case FigureKind::runningCost:
        return tr("%1 a month").arg(format::moneyRange(Money::rounded(value.low), Money::rounded(value.high)));
    case FigureKind::rate: return tr("%1 a week").arg(format::money(Money::rounded(value.likely)));
    case FigureKind::allocation: return format::allocation(value.likely);
    case FigureKind::itemShare:
    case FigureKind::coordination:
    case FigureKind::partialFactor: return format::percent(value.likely, 1);
    case FigureKind::correlation: return runLateTogether(value.likely);
    case FigureKind::outsideView: return format::number(value.likely, 2);
    case FigureKind::itemCrewLimit:
    case FigureKind::phaseCrewLimit: return format::number(value.likely, 0);
    case FigureKind::scaleFactor: return tr("× %1").arg(format::number(value.likely, 2));
    }
    return {};
}

QString runLateTogether(double correlation)
{
    const QString figure = format::number(correlation, 2);
    return figure == u"0" ? tr("never") : figure == u"0.5" ? tr("often") : figure == u"1" ? tr("always") : figure;
}

QString variation(Variation variation)
{
    switch (variation) {
    case Variation::low: return tr("low");
    case Variation::high: return tr("high");
    case Variation::halved: return tr("half");
    case Variation::doubled: return tr("twice");
    }
    return {};
}

QString leavePrice(const LeavePrice& price)
{
    const QString date = format::date(price.with);
    if (price.workingDays == 0)
        return tr("The likely plan ends on %1, with this leave as without it.").arg(date);
    const int days = std::abs(price.workingDays);
    const QString figure = format::locale().toString(days);
    // The source language has no translation file to pick the plural form from.
    const QString working = (days == 1 ? tr("%1 working day") : tr("%1 working days")).arg(figure);
    return (price.workingDays > 0 ? tr("With this leave the likely plan ends on %1, %2 later than without it.")
                                  : tr("With this leave the likely plan ends on %1, %2 sooner than without it."))
        .arg(date, working);
}

namespace {

QString fullTime(const Plan& plan, const Move& move)
{
    const Person* person = findPerson(plan.inputs.team, move.subject);
    QString who = format::text(move.subject);
    if (person && person->isRole && !who.isEmpty())
        who = tr("the %1").arg(who.front().toLower() + who.sliced(1));
    return isUnpaid(plan.inputs, move) ? tr("make %1 full-time, if you can").arg(who)
                                       : tr("make %1 full-time").arg(who);
}

QString respond(const Plan& plan, const Move& move)
{
    const RiskEvent* event = findRisk(plan.inputs.risks, move.subject);
    if (!event)
        return tr("respond to a risk");
    return event->response && !event->response->title.empty()
               ? tr("“%1”, against “%2”").arg(format::text(event->response->title), format::text(event->title))
               : tr("respond to “%1”").arg(format::text(event->title));
}

QString titles(const Plan& plan, const std::vector<std::string>& items)
{
    QStringList all;
    for (const std::string& item : items)
        all += tr("“%1”").arg(nodeTitle(plan, item));
    return all.join(tr(", "));
}

} // namespace

QString moveInFull(const Plan& plan, const Move& of)
{
    return of.kind == MoveKind::defer ? tr("leave for later: %1").arg(titles(plan, of.items)) : move(plan, of);
}

QString move(const Plan& plan, const Move& move)
{
    switch (move.kind) {
    case MoveKind::tick: return tr("%1 in place").arg(titles(plan, move.items));
    case MoveKind::fullTime: return fullTime(plan, move);
    case MoveKind::hire: return tr("hire one more engineer at %1 a week").arg(format::money(move.rate));
    case MoveKind::order: return tr("use a better order of the items");
    case MoveKind::defer:
        return move.items.size() == 1 ? tr("leave %1 for later").arg(titles(plan, move.items))
                                      : tr("leave %1 items for later").arg(move.items.size());
    case MoveKind::respond: return respond(plan, move);
    }
    return {};
}

QString finishMove(const FinishMove& move)
{
    const QString sure = format::wholePercent(move.confidence);
    const QString date = format::date(move.after.finishDate);
    const int days = move.delta().days;
    if (days == 0)
        return tr("The %1 finish stays on %2.").arg(sure, date);
    return (days > 0 ? tr("Moves the %1 finish by %2, to %3.") : tr("Brings the %1 finish forward by %2, to %3."))
        .arg(sure, format::days(std::abs(days)), date);
}

} // namespace trestle::wording
