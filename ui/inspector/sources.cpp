#include "ui/inspector/sources.h"

#include "models/progress/progress_report.h"
#include "models/risk/outside_factors.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_record.h"
#include "ui/progress/rest_words.h"
#include "ui/risk/layer_words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

class Rows {
public:
    /// What a note has below its first line is the sum behind the figure.
    void add(const QString& figure, const Provenance& from)
    {
        const QString note = format::text(from.note);
        add(figure, note.section(u'\n', 0, 0), from.kind);
        m_rows.back().sum = note.section(u'\n', 1);
    }

    /// A note that repeats the one above it says so in fewer words.
    void add(const QString& figure, const QString& note, ProvenanceKind kind)
    {
        const bool repeats = kind == ProvenanceKind::stated && !note.isEmpty() && note == m_lastNote;
        m_rows.push_back({figure, repeats ? tr("same section") : note, kind});
        m_lastNote = note;
    }

    [[nodiscard]] std::vector<SourceRow> take() { return std::move(m_rows); }

private:
    std::vector<SourceRow> m_rows;
    QString m_lastNote;
};

QString numberRange(double low, double high)
{
    return format::range(format::number(low, 2), format::number(high, 2));
}

QString personWeeks(double low, double high)
{
    const QString figures = numberRange(low, high);
    return figures == u"1" ? tr("1 person-week") : tr("%1 person-weeks").arg(figures);
}

/// Low and high on one row where they have one source, then the likely.
void addRange(Rows& rows, const SourcedRange& range, const auto& write)
{
    if (range.from.low == range.from.high) {
        rows.add(write(range.value.low, range.value.high), range.from.low);
    } else {
        rows.add(tr("Low %1").arg(write(range.value.low, range.value.low)), range.from.low);
        rows.add(tr("High %1").arg(write(range.value.high, range.value.high)), range.from.high);
    }
}

void addOwnEstimate(Rows& rows, const Phase& phase, const OwnEstimate& own)
{
    QString note = format::text(own.note);
    if (own.changed)
        note = note.isEmpty() ? tr("entered on %1").arg(format::mediumDate(*own.changed))
                              : tr("%1 (%2)").arg(note, format::mediumDate(*own.changed));
    const QString catalogue = tr("in place of %1").arg(numberRange(phase.effort.value.low, phase.effort.value.high));
    rows.add(
        tr("%1, likely %2").arg(personWeeks(own.effort.low, own.effort.high), format::number(own.effort.likely, 2)),
        note.isEmpty() ? catalogue : tr("%1; %2").arg(note, catalogue), ProvenanceKind::yours);
}

void addPhaseEffort(Rows& rows, const Plan& plan, const Phase& phase)
{
    if (const auto own = plan.inputs.estimates.find(phase.id); own != plan.inputs.estimates.end()) {
        addOwnEstimate(rows, phase, own->second);
        return;
    }
    addRange(rows, phase.effort, personWeeks);
    if (phase.statedCost)
        addRange(rows, *phase.statedCost,
                 [](double low, double high) { return format::moneyRange(Money::rounded(low), Money::rounded(high)); });
    rows.add(tr("Likely %1").arg(format::number(phase.effort.value.likely, 2)), phase.effort.from.likely);
    rows.add(phase.window.value.first == phase.window.value.last
                 ? tr("Week %1").arg(phase.window.value.first)
                 : tr("Weeks %1").arg(numberRange(phase.window.value.first, phase.window.value.last)),
             phase.window.from);
}

void addTeamFigures(Rows& rows, const Catalogue& catalogue)
{
    rows.add(catalogue.referenceTeam.value == 1.0
                 ? tr("1 engineer")
                 : tr("%1 engineers").arg(format::number(catalogue.referenceTeam.value, 2)),
             catalogue.referenceTeam.from);
}

/// The catalogue's rate while the team's is the same; else the team's, which is the user's own.
void addRate(Rows& rows, const Plan& plan)
{
    const Sourced<Money>& usual = plan.catalogue->personWeekRate;
    if (plan.inputs.team.empty())
        return;
    const auto [least, most] = std::ranges::minmax(plan.inputs.team, {}, &Person::weeklyRate);
    if (least.weeklyRate == usual.value && most.weeklyRate == usual.value)
        rows.add(tr("%1 a week").arg(format::shownMoney(usual.value)), usual.from);
    else
        rows.add(tr("%1 a week").arg(format::shownRange(least.weeklyRate, most.weeklyRate)),
                 tr("rates of your team; the catalogue has %1").arg(format::shownMoney(usual.value)),
                 ProvenanceKind::yours);
}

void addScale(Rows& rows, const Plan& plan)
{
    const ScaleStep* scale = findScale(*plan.catalogue, plan.inputs.profile.scale);
    if (scale && std::abs(scale->factor.value - 1.0) > kEpsilon)
        rows.add(tr("× %1 for %2").arg(format::number(scale->factor.value, 2), format::text(scale->title)),
                 scale->factor.from);
}

void addCoordination(Rows& rows, const Plan& plan)
{
    if (plan.coordination < 1.0 - kEpsilon)
        rows.add(tr("%1 of their time").arg(format::percent(plan.coordination, 1)), plan.catalogue->coordination.from);
}

/// How far the project varies as a whole, which the range of each estimate leaves out.
void addOutsideView(Rows& rows, const Plan& plan)
{
    const OutsideView& view = plan.inputs.outsideView;
    const QString name = riskwords::outsideViewName(*plan.catalogue, view);
    if (const OutsideViewPreset* preset = findOutsideView(*plan.catalogue, view.preset))
        rows.add(name, preset->s.from);
    else {
        const OutsideFactors factors = factorsOf(view);
        rows.add(tr("Usually × %1, 8 of 10 below × %2")
                     .arg(format::number(factors.usual, 2), format::number(factors.eightOfTen, 2)),
                 view.projects > 0 ? tr("your record: %1").arg(wording::recordBasis(view))
                                   : tr("your own outside view"),
                 ProvenanceKind::yours);
    }
}

void addRunningCosts(Rows& rows, const Phase& phase)
{
    const auto monthly = [](double low, double high) {
        return tr("%1 a month").arg(format::moneyRange(Money::rounded(low), Money::rounded(high)));
    };
    for (const RunningCost& cost : phase.runningCosts) {
        addRange(rows, cost.monthly, [&](double low, double high) {
            return tr("%1: %2").arg(format::text(cost.title), monthly(low, high));
        });
        rows.add(tr("Likely %1").arg(monthly(cost.monthly.value.likely, cost.monthly.value.likely)),
                 cost.monthly.from.likely);
    }
}

/// "“Indexes” ticked on 22 Nov 2026", "“Indexes”, “Sessions” and 2 more, last ticked on 22 Nov 2026".
QString tickedNote(const Plan& plan, const std::vector<const ItemPlan*>& items)
{
    constexpr std::size_t kNamed = 2;
    std::optional<Date> last;
    QStringList names;
    for (const ItemPlan* item : items) {
        if (names.size() < static_cast<qsizetype>(kNamed))
            names << tr("“%1”").arg(format::text(item->title));
        const auto input = plan.inputs.items.find(item->id);
        if (input != plan.inputs.items.end() && input->second.changed)
            last = std::max(last.value_or(*input->second.changed), *input->second.changed);
    }
    const bool one = items.size() == 1;
    const QString what = items.size() <= kNamed
                             ? names.join(tr(", "))
                             : tr("%1 and %2 more").arg(names.join(tr(", "))).arg(items.size() - kNamed);
    if (!last)
        return tr("%1 ticked").arg(what);
    return (one ? tr("%1 ticked on %2") : tr("%1, last ticked on %2")).arg(what, format::mediumDate(*last));
}

void addTicks(Rows& rows, const Plan& plan, const PhasePlan& phase)
{
    std::vector<const ItemPlan*> inPlace;
    std::vector<const ItemPlan*> excluded;
    std::vector<const ItemPlan*> apart;
    for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
        const ItemPlan& item = plan.items[i];
        if (item.state == ItemState::done || item.state == ItemState::partial)
            inPlace.push_back(&item);
        else if (isApart(plan.inputs.scopes, item.id))
            apart.push_back(&item);
        else if (item.state == ItemState::excluded)
            excluded.push_back(&item);
    }
    if (!inPlace.empty())
        rows.add(tr("%1 already in place").arg(format::percent(phase.progress)), tickedNote(plan, inPlace),
                 ProvenanceKind::yours);
    if (!excluded.empty())
        rows.add(excluded.size() == 1 ? tr("1 item not needed") : tr("%1 items not needed").arg(excluded.size()),
                 tickedNote(plan, excluded), ProvenanceKind::yours);
    if (!apart.empty())
        rows.add(apart.size() == 1 ? tr("1 item offered apart") : tr("%1 items offered apart").arg(apart.size()),
                 tr("phase 2 or an option: in no total"), ProvenanceKind::yours);
}

void addState(Rows& rows, const Plan& plan, const ItemPlan& item)
{
    const auto input = plan.inputs.items.find(item.id);
    const QString when = input != plan.inputs.items.end() && input->second.changed
                             ? tr("ticked on %1").arg(format::mediumDate(*input->second.changed))
                             : tr("ticked");
    if (isApart(plan.inputs.scopes, item.id)) {
        rows.add(format::capitalised(wording::itemStanding(plan, item)), tr("offered apart, in no total"),
                 ProvenanceKind::yours);
        return;
    }
    switch (item.state) {
    case ItemState::missing: return;
    case ItemState::partial:
        rows.add(tr("Partly in place"), when, ProvenanceKind::yours);
        rows.add(tr("%1 of it left").arg(format::percent(plan.catalogue->partialFactor.value)),
                 plan.catalogue->partialFactor.from);
        return;
    case ItemState::done: rows.add(tr("In place: nothing left"), when, ProvenanceKind::yours); return;
    case ItemState::underWay: rows.add(tr("Under way"), when, ProvenanceKind::yours); return;
    case ItemState::excluded: rows.add(tr("Not needed: nothing left"), when, ProvenanceKind::yours); return;
    }
}

} // namespace

namespace {

/// By how much finished work moves what is expected of a phase, and why.
void addLearnt(Rows& rows, const Plan& plan, std::size_t phase)
{
    if (!plan.learning.says() || phase >= plan.learning.phases.size())
        return;
    const ProgressReport report = progressReport(plan);
    rows.add(tr("%1 times what was likely").arg(restwords::times(plan.learning.phases[phase].factor)),
             restwords::took(plan, report), ProvenanceKind::derived);
}

} // namespace

std::vector<SourceRow> sourcesOf(const Plan& plan, const PhasePlan& phase)
{
    const Phase& source = plan.catalogue->phases[static_cast<std::size_t>(&phase - plan.phases.data())];
    Rows rows;
    addPhaseEffort(rows, plan, source);
    addTeamFigures(rows, *plan.catalogue);
    addRate(rows, plan);
    addTicks(rows, plan, phase);
    if (phase.mayHaveWork())
        addLearnt(rows, plan, static_cast<std::size_t>(&phase - plan.phases.data()));
    rows.add(tr("Shares of the items"), tr("each item's part of the phase"), ProvenanceKind::assumed);
    if (isScaled(source, plan.inputs))
        addScale(rows, plan);
    addRunningCosts(rows, source);
    addCoordination(rows, plan);
    addOutsideView(rows, plan);
    return rows.take();
}

std::vector<SourceRow> sourcesOf(const Plan& plan, const ItemPlan& item)
{
    const Phase& phase = plan.catalogue->phases[item.phase];
    const Item* source = findItem(*plan.catalogue, item.id);
    Rows rows;
    addState(rows, plan, item);
    if (source && source->effort) {
        addRange(rows, *source->effort, personWeeks);
        rows.add(tr("Likely %1").arg(format::number(source->effort->value.likely, 2)), source->effort->from.likely);
        for (const Condition& condition : plan.catalogue->conditions)
            if (condition.id == source->condition)
                rows.add(tr("Part of the plan"), tr("you answered yes to “%1”").arg(format::text(condition.title)),
                         ProvenanceKind::yours);
    } else if (source) {
        rows.add(tr("%1 of %2").arg(format::percent(source->share.value, 1), format::text(phase.shortTitle)),
                 source->share.from);
        addPhaseEffort(rows, plan, phase);
        if (isScaled(phase, plan.inputs))
            addScale(rows, plan);
    }
    if (item.mayHaveWork() && !item.actual.left)
        addLearnt(rows, plan, item.phase);
    addRate(rows, plan);
    addCoordination(rows, plan);
    return rows.take();
}

std::vector<SourceRow> sourcesOf(const Plan& plan)
{
    const Catalogue& catalogue = *plan.catalogue;
    Rows rows;
    rows.add(tr("%1 in all").arg(format::weeks(catalogue.timelineWeeks.value)), catalogue.timelineWeeks.from);
    addTeamFigures(rows, catalogue);
    addRate(rows, plan);
    rows.add(tr("A prototype is %1 of the way").arg(format::percent(catalogue.prototypeShare.value)),
             catalogue.prototypeShare.from);
    rows.add(tr("Partly in place: %1 left").arg(format::percent(catalogue.partialFactor.value)),
             catalogue.partialFactor.from);
    rows.add(tr("At most %1 people on an item").arg(catalogue.itemCrewLimit.value), catalogue.itemCrewLimit.from);
    rows.add(tr("At most %1 people on a phase").arg(catalogue.phaseCrewLimit.value), catalogue.phaseCrewLimit.from);
    addScale(rows, plan);
    addCoordination(rows, plan);
    addOutsideView(rows, plan);
    if (!plan.inputs.estimates.empty())
        rows.add(plan.inputs.estimates.size() == 1 ? tr("1 estimate of your own")
                                                   : tr("%1 estimates of your own").arg(plan.inputs.estimates.size()),
                 tr("in place of the catalogue's"), ProvenanceKind::yours);
    return rows.take();
}

} // namespace trestle
