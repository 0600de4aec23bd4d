#include "ui/cash/cash_words.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <algorithm>
#include <array>

namespace trestle::cashwords {

namespace {

Money dollars(double amount)
{
    return Money::rounded(amount);
}

QString cashShare(double share)
{
    return format::chance(Chance{share, false});
}

QString cashBetween(double low, double high)
{
    return tr("8 of 10 between %1 and %2")
        .arg(format::simulatedAmount(dollars(low)), format::simulatedAmount(dollars(high)));
}

/// Stays on one line.
QString together(QString text)
{
    return text.replace(u' ', QChar(0x00A0));
}

/// The months in which most of the runs run out, the likeliest first.
std::vector<RunsOut> likeliest(const CashFigures& figures)
{
    std::vector<RunsOut> months = figures.runsOut;
    std::ranges::stable_sort(months, std::ranges::greater{}, &RunsOut::share);
    return months;
}

Figure neededFigure(const Plan& plan, const CashFigures& figures)
{
    const int confidence = plan.inputs.confidence;
    const Money amount = needed(plan, figures);
    QStringList others;
    for (const int other : {50, 80, 90})
        if (other != confidence)
            others += together(tr("%1 %2").arg(
                wording::sure(other),
                figures.neededAt(other) > Money{} ? format::promiseAmount(figures.neededAt(other)) : tr("none")));
    return {figureTitles()[0], amount > Money{} ? format::promise(amount) : tr("none"), others.join(tr(" · "))};
}

Figure runsOutFigure(const CashFigures& figures)
{
    const std::vector<RunsOut> months = likeliest(figures);
    const bool lasts = figures.lastsToHorizon > 0.5 || months.empty();
    QString note;
    if (months.empty())
        note = tr("in no project like this");
    else if (lasts)
        note = tr("most likely in %1: %2").arg(monthName(months[0].month), cashShare(months[0].share));
    else if (months.size() == 1)
        note = tr("in %1 of projects like this").arg(cashShare(months[0].share));
    else
        note = tr("in %1 of projects, %2")
                   .arg(cashShare(months[0].share),
                        together(tr("%1: %2").arg(monthName(months[1].month), cashShare(months[1].share))));
    return {figureTitles()[1], lasts ? tr("it lasts") : monthName(months[0].month), note};
}

Figure atLaunchFigure(const CashFigures& figures)
{
    return {figureTitles()[2], format::simulated(figures.likely.atLaunch()),
            cashBetween(figures.atLaunch.p10, figures.atLaunch.p90)};
}

Figure lastsFigure(const Plan& plan, const CashFigures& figures)
{
    return {figureTitles()[3], cashShare(figures.lastsToLaunch),
            tr("%1: %2").arg(format::capitalised(untilHorizon(plan)), cashShare(figures.lastsToHorizon))};
}

/// Small numbers as words read them.
QString monthsInWords(int months)
{
    static constexpr std::array kWords{QT_TRANSLATE_NOOP("Trestle", "two"),   QT_TRANSLATE_NOOP("Trestle", "three"),
                                       QT_TRANSLATE_NOOP("Trestle", "four"),  QT_TRANSLATE_NOOP("Trestle", "five"),
                                       QT_TRANSLATE_NOOP("Trestle", "six"),   QT_TRANSLATE_NOOP("Trestle", "seven"),
                                       QT_TRANSLATE_NOOP("Trestle", "eight"), QT_TRANSLATE_NOOP("Trestle", "nine")};
    const auto word = static_cast<std::size_t>(months - 2);
    return months >= 2 && word < kWords.size() ? tr(kWords[word]) : format::number(months, 0);
}

} // namespace

QString horizonName(const Plan& plan)
{
    const int months = plan.inputs.cash.bufferMonths;
    return months == 0   ? tr("launch")
           : months == 1 ? tr("a month after launch")
                         : tr("%1 months after launch").arg(monthsInWords(months));
}

QString untilHorizon(const Plan& plan)
{
    return tr("until %1").arg(horizonName(plan));
}

Money needed(const Plan& plan, const CashFigures& figures)
{
    return figures.neededAt(plan.inputs.confidence);
}

QString headline(const Plan& plan, const CashFigures& figures)
{
    if (const Money amount = needed(plan, figures); amount > Money{})
        return tr("%1 more makes it %2 that the money lasts %3.")
            .arg(format::promise(amount), wording::sure(plan.inputs.confidence), untilHorizon(plan));
    return tr("The money lasts %1 in %2 of projects like this.")
        .arg(untilHorizon(plan), cashShare(figures.lastsToHorizon));
}

QStringList figureTitles()
{
    return {tr("Funding needed"), tr("Runs out"), tr("At launch, likely"), tr("Lasts to launch")};
}

std::vector<Figure> figures(const Plan& plan, const CashFigures& figures)
{
    return {neededFigure(plan, figures), runsOutFigure(figures), atLaunchFigure(figures), lastsFigure(plan, figures)};
}

QString monthName(std::chrono::year_month month)
{
    return format::locale().toString(format::toQDate(Date{month / 1}), QStringLiteral("MMMM yyyy"));
}

QString rule(const MonthlyLine& line)
{
    const QString amount = format::shownAmount(line.amount < Money{} ? Money{} - line.amount : line.amount);
    return line.to
               ? tr("%1 a month from %2 to %3").arg(amount, format::mediumDate(line.from), format::mediumDate(*line.to))
               : tr("%1 a month from %2").arg(amount, format::mediumDate(line.from));
}

QString rule(const OneOff& line)
{
    return tr("%1 on %2")
        .arg(format::shownAmount(line.amount < Money{} ? Money{} - line.amount : line.amount),
             format::mediumDate(line.date));
}

QString reading(const CashBand& month)
{
    return tr("End of %1: %2 likely, %3")
        .arg(monthName(month.month), format::money(month.likely), cashBetween(month.p10, month.p90));
}

QString description(const Plan& plan, const CashFigures& figures)
{
    QStringList parts{headline(plan, figures)};
    parts += figures.likely.firstBelowZero ? tr("The likely plan is below 0 for the first time at the end of %1.")
                                                 .arg(monthName(*figures.likely.firstBelowZero))
                                           : tr("The likely plan is never below 0.");
    parts += tr("At launch, likely %1, it has %2.")
                 .arg(format::mediumDate(plan.finishDate.likely), format::money(figures.likely.atLaunch()));
    for (const OneOff& line : plan.inputs.cash.once)
        parts += tr("%1: %2 on %3.")
                     .arg(format::text(line.label), format::money(line.amount), format::mediumDate(line.date));
    return parts.join(u' ');
}

QString table(const CashFigures& figures)
{
    QStringList lines{
        QStringList{tr("End of"), tr("Likely"), tr("10 % at most"), tr("50 % at most"), tr("90 % at most")}.join(
            u'\t')};
    for (const CashBand& month : figures.months)
        lines += QStringList{monthName(month.month), format::amount(month.likely),
                             format::simulatedAmount(dollars(month.p10)), format::simulatedAmount(dollars(month.p50)),
                             format::simulatedAmount(dollars(month.p90))}
                     .join(u'\t');
    return lines.join(u'\n');
}

QString basis(const Plan& plan)
{
    QStringList parts{plan.inputs.gstRegistered ? tr("What is bought counts without GST: you are registered.")
                                                : tr("What is bought counts with GST: you are not registered.")};
    if (isInvoiced(plan.inputs))
        parts += tr("What you invoice counts ex GST, %1 after the invoice; in projects that run late it comes late.")
                     .arg(format::days(plan.inputs.price.termsDays));
    else if (isPriced(plan.inputs))
        parts += tr("What the client pays is not counted: name the payments or a bill rate on the page Price.");
    QStringList unpaid;
    for (const Person& person : plan.inputs.team)
        if (!person.paidOut)
            unpaid += format::text(person.name);
    if (!unpaid.isEmpty())
        parts += tr("Not paid out, and left out here: the time of %1.").arg(unpaid.join(tr(", ")));
    parts += tr("Trestle knows no tax and no wages law: add such amounts as lines of your own.");
    return parts.join(u' ');
}

} // namespace trestle::cashwords
