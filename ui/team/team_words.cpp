#include "ui/team/team_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <QStringList>

namespace trestle::wording {

namespace {

QString pastedProblem(PastedProblem problem)
{
    switch (problem) {
    case PastedProblem::noName: return tr("there is no name");
    case PastedProblem::tooFewCells: return tr("name, time and rate are needed");
    case PastedProblem::time: return tr("the time is not a part of full time, such as 0.5 or 50 %");
    case PastedProblem::rate: return tr("the rate is not an amount, such as 5,000");
    case PastedProblem::billRate: return tr("the bill rate is not an amount, such as 7,000");
    case PastedProblem::nameTwice: return tr("the name stands further up already");
    case PastedProblem::tooMany: return tr("a team has %1 people at most").arg(kMaxPeople);
    }
    return {};
}

QString dayCount(double days)
{
    const QString number = format::number(days, 1);
    return number == u"1" ? tr("1 day") : tr("%1 days").arg(number);
}

} // namespace

QString rateCardProblem(RateCardProblem problem)
{
    switch (problem) {
    case RateCardProblem::noTitle: return tr("Give the role a title.");
    case RateCardProblem::titleTooLong: return tr("Give the role a shorter title.");
    case RateCardProblem::titleTaken: return tr("Another role has this title already.");
    case RateCardProblem::rateOutOfRange: return tr("Enter a smaller rate.");
    case RateCardProblem::full: return tr("A rate card holds %1 roles at most.").arg(RateCard::kMostRoles);
    case RateCardProblem::noClient: return tr("Say which client the card is for.");
    case RateCardProblem::clientTooLong: return tr("Give the client a shorter name.");
    case RateCardProblem::clientTaken: return tr("This client has a card already.");
    case RateCardProblem::tooManyCards: return tr("You can keep %1 rate cards at most.").arg(RateCards::kMostCards);
    }
    return {};
}

QString pastedLine(const PastedLine& line)
{
    if (line.problem)
        return tr("Line %1: %2. “%3”")
            .arg(QString::number(line.number), pastedProblem(*line.problem),
                 format::text(line.text).replace(u'\t', QStringLiteral(" | ")));
    const Person& person = line.person;
    QString text = tr("%1 · %2 · %3 a week")
                       .arg(format::text(person.name), format::allocation(person.allocation),
                            format::shownMoney(person.weeklyRate));
    if (person.billRate)
        text += tr(" · billed at %1").arg(format::shownAmount(*person.billRate));
    return text;
}

QString teamWarning(const TeamWarning& warning)
{
    const QString who = format::text(warning.subject);
    switch (warning.kind) {
    case TeamWarningKind::longLeave:
        return tr("%1 is on leave for %2 from %3: more than six weeks. Is that right?")
            .arg(who, format::days(static_cast<int>(warning.days)), format::mediumDate(warning.date));
    case TeamWarningKind::earlyLeave:
        return tr("%1's leave from %2 begins before the plan does.").arg(who, format::mediumDate(warning.date));
    case TeamWarningKind::mostlyIdle:
        return tr("%1 has nothing to do for %2, more than half of their time.").arg(who, dayCount(warning.days));
    case TeamWarningKind::leavesEarly:
        return tr("%1's last day, %2, is before the work is done.").arg(who, format::mediumDate(warning.date));
    case TeamWarningKind::nobodyAble: return tr("Nobody has the skill “%1”, which an item asks for.").arg(who);
    }
    return {};
}

QString weekLoad(const WeekLoad& load)
{
    QStringList parts;
    const auto add = [&](double days, const QString& what) {
        if (days >= 0.05)
            parts += tr("%1 %2").arg(dayCount(days), what);
    };
    add(load.working, tr("at work"));
    add(load.leave, tr("on leave"));
    add(load.idle, tr("with nothing to do"));
    add(load.notThere, tr("not there"));
    return parts.isEmpty() ? tr("nobody works") : parts.join(tr(", "));
}

} // namespace trestle::wording
