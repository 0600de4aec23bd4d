#include "ui/progress/moved_words.h"

#include "models/decisions/headline_delta.h"
#include "ui/base/format.h"
#include "ui/base/format_difference.h"
#include "ui/base/tr.h"
#include "ui/scenarios/scenario_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace trestle::movedwords {

namespace {

constexpr double kNoticed = 0.05; // of an effort

QString laterWords(int days)
{
    if (days == 0)
        return tr("kept");
    const QString time = scenariowords::calendarTime(std::abs(days));
    return (days > 0 ? tr("%1 later") : tr("%1 sooner")).arg(time);
}

/// Between two amounts as people read them.
QString moreWords(const MovedTotal& total)
{
    const Money difference = deltaOf({0, {}, total.before}, {0, {}, total.now}).total;
    if (difference == Money{})
        return tr("kept");
    return (difference > Money{} ? tr("%1 more") : tr("%1 less")).arg(format::shownMoney({std::abs(difference.cents)}));
}

void addFinish(std::vector<QStringList>& rows, const QString& what, const MovedFinish& finish)
{
    rows.push_back(
        {what, format::mediumDate(finish.before), format::mediumDate(finish.now), laterWords(finish.moved.days)});
}

void addPhase(std::vector<QStringList>& rows, const Plan& plan, const MovedPhase& phase)
{
    const PhasePlan* found = plan.findPhase(phase.id);
    const QString title = format::text(found ? found->shortTitle.empty() ? found->title : found->shortTitle : phase.id);
    const double more = phase.before > kEpsilon ? phase.now / phase.before - 1 : 0;
    if (std::abs(more) > kNoticed)
        rows.push_back({tr("%1, work").arg(title), format::effort(phase.before), format::effort(phase.now),
                        (more > 0 ? tr("%1 more") : tr("%1 less")).arg(format::percent(std::abs(more)))});
    if (phase.finish && phase.finish->moved.days != 0)
        rows.push_back({title, format::mediumDate(phase.finish->before), format::mediumDate(phase.finish->now),
                        laterWords(phase.finish->moved.days)});
}

/// Whether anything happened in a phase: the others move with what is learnt, which is told once.
bool hasBegun(const Plan& plan, std::size_t number)
{
    const PhasePlan& phase = plan.phases[number];
    return std::any_of(plan.items.begin() + static_cast<std::ptrdiff_t>(phase.firstItem),
                       plan.items.begin() + static_cast<std::ptrdiff_t>(phase.firstItem + phase.itemCount),
                       [](const ItemPlan& item) { return item.actual.any(); });
}

QString causeWords(const Plan& plan, const MovedPart& part)
{
    switch (part.cause) {
    case MoveCause::settings: return tr("team, calendar and settings");
    case MoveCause::estimates: return tr("other estimates");
    case MoveCause::scope: return tr("items added, dropped or reopened");
    case MoveCause::pace: {
        const PhasePlan* phase = plan.findPhase(part.phase);
        return tr("how long %1 took").arg(format::text(phase ? phase->title : part.phase));
    }
    case MoveCause::learnt: return tr("what finished work says of the rest");
    case MoveCause::timePassed: return tr("late beginnings and idle days");
    case MoveCause::books: return tr("the books");
    }
    return {};
}

} // namespace

QString name(const Moved& moved)
{
    return tr("“%1”, %2").arg(format::text(moved.baseline), format::mediumDate(moved.taken));
}

QStringList heads()
{
    return {QString(), tr("Baseline"), tr("Now"), tr("Difference")};
}

std::vector<QStringList> rows(const Plan& plan, const Moved& moved)
{
    std::vector<QStringList> rows;
    const auto addTotal = [&](const QString& what, const MovedTotal& total) {
        rows.push_back({what, format::promise(total.before), format::promise(total.now), moreWords(total)});
    };
    if (moved.p80) {
        addFinish(rows, tr("80 % sure by"), moved.p80->finish);
        addTotal(tr("80 % sure within"), moved.p80->total);
    }
    if (moved.p50)
        addFinish(rows, tr("50 % sure by"), moved.p50->finish);
    addFinish(rows, tr("Likely by"), moved.likely.finish);
    for (std::size_t i = 0; i < moved.phases.size(); ++i)
        if (hasBegun(plan, i))
            addPhase(rows, plan, moved.phases[i]);
    return rows;
}

QString causes(const Plan& plan, const Moved& moved)
{
    const int days = moved.likely.finish.moved.workingDays;
    std::vector<const MovedPart*> parts;
    for (const MovedPart& part : moved.parts)
        if (part.finish.workingDays != 0)
            parts.push_back(&part);
    if (parts.empty())
        return {};
    std::ranges::stable_sort(parts, std::greater{},
                             [](const MovedPart* part) { return std::abs(part->finish.workingDays); });
    QStringList words;
    for (const MovedPart* part : parts)
        words += tr("%1 %2").arg(causeWords(plan, *part), format::signedNumber(part->finish.workingDays, 0));
    const QString whole = days == 0  ? tr("The likely finish is kept, in working days")
                          : days > 0 ? tr("The likely finish is %1 working days later").arg(days)
                                     : tr("The likely finish is %1 working days sooner").arg(-days);
    return tr("%1: %2.").arg(whole, words.join(tr(", ")));
}

} // namespace trestle::movedwords
