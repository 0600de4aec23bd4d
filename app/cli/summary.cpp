#include "app/cli/summary.h"

#include "app/cli/figures.h"
#include "models/calendar/days_off.h"
#include "models/plan/cost.h"
#include "models/plan/target.h"
#include "models/progress/progress_report.h"

#include <algorithm>
#include <cstdlib>

namespace trestle::cli {

namespace {

constexpr std::size_t kLabelWidth = 16;
constexpr std::size_t kFigureWidth = 13;

template <class T, class Write>
std::string caseLine(const std::string& label, const PerCase<T>& values, const Style& style, Write write)
{
    std::string line = leftAligned(label, kLabelWidth, style.glyphs);
    for (const Case which : kCases)
        line += rightAligned(write(values.at(which)), kFigureWidth, style.glyphs);
    return line;
}

void addLabelled(std::vector<std::string>& lines, std::string label, const std::string& text, const Style& style)
{
    constexpr std::size_t indent = kLabelWidth + 2;
    for (const std::string& part : wrapped(printable(text, style.utf8), style.width - indent)) {
        lines.push_back(leftAligned(label, indent, style.glyphs) + shortened(part, style.width - indent, style.glyphs));
        label.clear();
    }
}

std::string readinessText(const Readiness& readiness, const Style& style)
{
    const auto count = [](int number) { return std::to_string(number); };
    if (!readiness.fraction)
        return (style.utf8 ? "–" : "-") + std::string(": nothing in scope, ") + std::to_string(readiness.excluded) +
               " not needed";
    return trimmedNumber(*readiness.fraction * 100.0, 1) + " % of the way: " + count(readiness.done) + " in place, " +
           count(readiness.partial) + " partly, " +
           (readiness.underWay > 0 ? count(readiness.underWay) + " under way, " : "") + count(readiness.missing) +
           " to build" + (readiness.excluded > 0 ? ", " + count(readiness.excluded) + " not needed" : "");
}

/// "on the day", "5 working days early", "1 working day late".
std::string against(const Plan& plan, Case which, Date target)
{
    const TargetVerdict verdict = verdictOn(plan, which, target);
    if (verdict.alreadyMet)
        return "already met";
    if (verdict.workingDaysLate == 0) // where the target is a day off, the finish is before it
        return plan.finishDate.at(which) == target ? "on the day" : "in time";
    return counted(static_cast<std::size_t>(std::abs(verdict.workingDaysLate)), "working day ", "working days ") +
           (verdict.isKept() ? "early" : "late");
}

std::string targetText(const Plan& plan, Date target)
{
    if (plan.nothingLeft())
        return isoDate(target) + ": already met, nothing is left to do";
    return isoDate(target) + ": the likely plan is " + against(plan, Case::likely, target) + ", the high one " +
           against(plan, Case::high, target);
}

std::string budgetText(const Plan& plan, Money budget)
{
    const auto state = [&](Case which) {
        const Money over = overBudget(plan, which, budget);
        return over == Money{} ? std::string("exactly in it")
                               : "AUD " + amountText({std::abs(over.cents)}) + (over > Money{} ? " over" : " under");
    };
    return "AUD " + dollars(budget) + ": the likely plan is " + state(Case::likely) + ", the high one " +
           state(Case::high);
}

/// The likely estimate is one end of its range: the source's timeline is optimistic or careful there, and the
/// catalogue's note says which.
bool isLopsided(const ThreePoint& effort)
{
    return effort.low < effort.high && (effort.likely == effort.low || effort.likely == effort.high);
}

std::string teamText(const Plan& plan)
{
    std::vector<std::string> people;
    for (const PersonPlan& person : plan.people)
        people.push_back(person.name + " " + allocationText(person.allocation) +
                         (person.isRole ? " (role, no name yet)" : "") + (person.paidOut ? "" : " (own time)"));
    return joined(people, ", ");
}

void addTitle(std::vector<std::string>& lines, const Plan& plan, const std::string& scenario, const Style& style)
{
    const std::string dot = style.glyphs ? " · " : " - ";
    std::string title = printable(plan.inputs.name, style.utf8);
    if (!plan.inputs.client.empty())
        title += dot + printable(plan.inputs.client, style.utf8);
    if (!scenario.empty())
        title += dot + "scenario " + printable(scenario, style.utf8);
    lines.push_back(inked(shortened(title, style.width, style.glyphs), Ink::bold, style));
}

} // namespace

std::vector<std::string> summaryLines(const Plan& plan, const std::string& scenario, const Style& style)
{
    std::vector<std::string> lines;
    addTitle(lines, plan, scenario, style);
    if (plan.nothingInScope())
        lines.emplace_back("Nothing in scope: every item is marked as not needed.");
    for (const std::string& line :
         wrapped(weeksText(plan.finish.likely) + ", " + isoDate(plan.startDate) + " to " +
                     isoDate(plan.finishDate.likely) + ", AUD " + dollars(plan.shown.total.likely) + " ex GST",
                 style.width))
        lines.push_back(line);
    lines.emplace_back();

    const PerCase<std::string> names{"low", "likely", "high"};
    lines.push_back(inked(caseLine("", names, style, [](const std::string& name) { return name; }), Ink::faint, style));
    lines.push_back(caseLine("Finish", plan.finishDate, style, isoDate));
    lines.push_back(caseLine("Weeks", plan.finish, style, [](Weeks weeks) { return number(weeks, 1); }));
    lines.push_back(caseLine("Person-weeks", plan.effort, style, [](PersonWeeks effort) { return number(effort, 1); }));
    if (const Money spent = plan.shown.actual; plan.actual.any())
        lines.push_back(caseLine("Spent so far", PerCase<Money>{spent, spent, spent}, style, dollars));
    lines.push_back(caseLine("Labour, AUD", plan.shown.labour, style, dollars));
    lines.push_back(caseLine("Running, AUD", plan.shown.running, style, dollars));
    if (plan.riskTotal.high > Money{})
        lines.push_back(caseLine("Risks, AUD", plan.shown.risks, style, dollars));
    lines.push_back(caseLine("Total, AUD", plan.shown.total, style, dollars));
    if (plan.hasOwnTime())
        lines.push_back(caseLine("of it own time", plan.shown.ownTime, style, dollars));
    lines.emplace_back();

    addLabelled(lines, "Readiness", readinessText(plan.readiness, style), style);
    if (const int months = plan.inputs.monthsAfterLaunch; months > 0)
        addLabelled(lines, "After launch",
                    counted(static_cast<std::size_t>(months), "month", "months") + " of running costs are in, AUD " +
                        amountText(costAfterLaunch(plan, Case::likely)) + " in the likely plan",
                    style);
    addLabelled(lines, "Team", teamText(plan), style);
    if (plan.inputs.targetDate)
        addLabelled(lines, "Target", targetText(plan, *plan.inputs.targetDate), style);
    if (plan.inputs.budget)
        addLabelled(lines, "Budget", budgetText(plan, *plan.inputs.budget), style);
    return lines;
}

std::vector<Advice> adviceOn(const Plan& plan)
{
    std::vector<Advice> advice;
    const Catalogue& catalogue = *plan.catalogue;
    const Profile& profile = plan.inputs.profile;
    const auto add = [&](bool warning, const std::string& text) {
        if (!text.empty())
            advice.push_back({warning, text});
    };
    add(true, learningOff(plan));
    if (plan.inputs.targetDate && *plan.inputs.targetDate < plan.startDate)
        add(true, "The target, " + isoDate(*plan.inputs.targetDate) + ", is before the start.");
    if (isPastKnownHolidays(plan.inputs, plan.finishDate.high))
        add(true, "The plan runs past " + std::to_string(kLastHolidayYear) +
                      ", the last year whose public holidays are known.");
    if (profile.validated == false)
        add(true, catalogue.validateFirst);
    if (const ScaleStep* scale = findScale(catalogue, profile.scale))
        add(true, scale->warning);
    if (profile.maintainer == Maintainer::onePerson)
        add(false, catalogue.simplicityAdvice);
    for (std::size_t i = 0; i < plan.phases.size(); ++i)
        if (plan.phases[i].hasWork && isLopsided(catalogue.phases[i].effort.value) && !catalogue.phases[i].note.empty())
            add(false, plan.phases[i].title + ": " + catalogue.phases[i].note);
    return advice;
}

std::string learningOff(const Plan& plan)
{
    if (plan.inputs.learn || !hasBegun(plan.inputs))
        return {};
    return "Learning is off: what finished work says of the rest is left out of account.";
}

} // namespace trestle::cli
