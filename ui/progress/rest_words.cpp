#include "ui/progress/rest_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>
#include <cmath>

namespace trestle::restwords {

namespace {

constexpr double kNear = 0.095; // closer to 1 than that, a second digit tells

QString tookWords(double ratio)
{
    const QString figure = times(ratio);
    return figure == u"1" ? tr("what was likely") : tr("%1 times what was likely").arg(figure);
}

bool isObserved(const PhaseProgress& phase)
{
    return phase.isObserved;
}

QString shortTitle(const Plan& plan, const PhaseProgress& phase)
{
    const PhasePlan* found = plan.findPhase(phase.id);
    return format::text(found ? found->shortTitle.empty() ? found->title : found->shortTitle : phase.id);
}

} // namespace

/// Of several phases: all of them together, and each.
QString took(const Plan& plan, const ProgressReport& report)
{
    std::vector<const PhaseProgress*> observed;
    for (const PhaseProgress& phase : report.phases)
        if (phase.isObserved)
            observed.push_back(&phase);
    const double ratio = report.finishedRatio().value_or(1);
    if (observed.size() == 1)
        return tr("%1 took %2.").arg(shortTitle(plan, *observed.front()), tookWords(ratio));
    constexpr std::size_t kMost = 3;
    QStringList each;
    std::ranges::stable_sort(observed, std::greater{}, [](const PhaseProgress* phase) { return phase->likely; });
    for (std::size_t i = 0; i < std::min(kMost, observed.size()); ++i)
        each += tr("%1 %2").arg(shortTitle(plan, *observed[i]), times(observed[i]->spent / observed[i]->likely));
    if (observed.size() > kMost)
        each += tr("…");
    return tr("Finished work took %1 (%2).").arg(tookWords(ratio), each.join(tr(", ")));
}

QString times(double ratio)
{
    return format::number(ratio, std::abs(ratio - 1) < kNear ? 2 : 1);
}

QString sentence(const Plan& plan, const ProgressReport& report)
{
    if (!plan.inputs.learn)
        return tr("Finished work is left out of account: the rest is expected as it was at the beginning.");
    if (std::ranges::none_of(report.phases, isObserved))
        return tr(
            "Nothing is learnt yet. Finish an item and say how long it took: the forecast of the rest then learns "
            "from it.");
    const QString said = took(plan, report);
    const std::optional<double> rest = report.restRatio();
    if (!rest)
        return said;
    const QString figure = times(*rest);
    return figure == u"1" ? tr("%1 The rest is expected as before.").arg(said)
                          : tr("%1 The rest is now expected at %2 times.").arg(said, figure);
}

std::optional<QString> factor(const Plan& plan, const ProgressReport& report)
{
    const std::optional<double> rest = report.restRatio();
    if (!plan.learning.says() || !rest)
        return std::nullopt;
    return times(*rest);
}

QStringList reasonHeads()
{
    return {tr("Phase"),      tr("Finished"), tr("It took"), tr("Likely for that"), tr("Left, likely before"),
            tr("Likely now"), tr("Times")};
}

std::vector<QStringList> reasons(const Plan& plan, const ProgressReport& report)
{
    std::vector<QStringList> rows;
    for (const PhaseProgress& phase : report.phases) {
        const bool isLeft = phase.likelyBefore > kEpsilon;
        if (!phase.isObserved && !isLeft)
            continue;
        const PhasePlan* found = plan.findPhase(phase.id);
        QStringList row{format::text(found ? found->title : phase.id)};
        if (phase.isObserved)
            row << format::percent(phase.share) << format::effort(phase.spent) << format::effort(phase.likely);
        else
            row << tr("nothing") << tr("–") << tr("–");
        if (isLeft)
            row << format::effort(phase.likelyBefore) << format::effort(phase.likelyNow)
                << times(phase.likelyNow / phase.likelyBefore);
        else
            row << tr("nothing left") << tr("–") << tr("–");
        rows.push_back(std::move(row));
    }
    return rows;
}

QString explanation()
{
    return tr(
        "A phase that took longer than likely speaks for itself first, for phases that tend to go like it next, and "
        "for the project as a whole. The rest of a project is not its beginning, so it moves by a part of what was "
        "seen, the more of it the more work is finished. Your own estimates of what is left stay as you gave them.");
}

} // namespace trestle::restwords
