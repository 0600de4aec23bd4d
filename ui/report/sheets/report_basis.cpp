#include "ui/report/sheets/report_basis.h"

#include "models/money/offer_scope.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/base/wording_record.h"
#include "ui/risk/layer_words.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

QString joined(const QStringList& parts)
{
    return parts.join(tr("; "));
}

/// Phases whose range comes from a kind of source, own estimates apart.
qsizetype phasesBy(const Plan& plan, ProvenanceKind kind)
{
    return std::ranges::count_if(plan.catalogue->phases, [&](const Phase& phase) {
        return phase.effort.from.low.kind == kind && !plan.inputs.estimates.contains(phase.id);
    });
}

QString phaseCount(qsizetype count)
{
    return count == 1 ? tr("1 phase") : tr("%1 phases").arg(count);
}

bool ownCorrelation(const Plan& plan)
{
    return std::abs(plan.inputs.correlation - plan.catalogue->correlation.value) > 1e-9;
}

void addStated(std::vector<ReportBasis>& basis, const Plan& plan)
{
    const Catalogue& catalogue = *plan.catalogue;
    QStringList parts;
    if (const auto phases = phasesBy(plan, ProvenanceKind::stated); phases > 0)
        parts << tr("effort ranges of %1").arg(phaseCount(phases));
    if (catalogue.timelineWeeks.from.kind == ProvenanceKind::stated)
        parts << tr("the timeline of %1 weeks").arg(catalogue.timelineWeeks.value);
    if (!parts.isEmpty())
        basis.push_back({ProvenanceKind::stated, tr("%1, as the source gives them").arg(joined(parts))});
}

void addDerived(std::vector<ReportBasis>& basis, const Plan& plan)
{
    const Catalogue& catalogue = *plan.catalogue;
    QStringList parts;
    if (catalogue.personWeekRate.from.kind == ProvenanceKind::derived)
        parts << tr("%1 a person-week").arg(format::money(catalogue.personWeekRate.value));
    if (catalogue.referenceTeam.from.kind == ProvenanceKind::derived)
        parts << tr("likely effort from weeks × %1 engineers").arg(format::number(catalogue.referenceTeam.value, 2));
    if (const auto phases = phasesBy(plan, ProvenanceKind::derived); phases > 0)
        parts << tr("effort ranges of %1 from the others").arg(phaseCount(phases));
    const OutsideViewPreset* outside = findOutsideView(catalogue, plan.inputs.outsideView.preset);
    if (outside && outside->s.from.kind == ProvenanceKind::derived && outside->s.value > 0)
        parts << tr("how far projects vary as a whole (%1), from public records of finished projects")
                     .arg(riskwords::layerName(plan, RiskLayer::Of::outsideView));
    if (!parts.isEmpty())
        basis.push_back({ProvenanceKind::derived, joined(parts)});
}

void addAssumed(std::vector<ReportBasis>& basis, const Plan& plan)
{
    const Catalogue& catalogue = *plan.catalogue;
    QStringList parts;
    if (!ownCorrelation(plan))
        parts << tr("that phases run late together (%1)").arg(wording::runLateTogether(plan.inputs.correlation));
    parts << tr("each item's share of its phase") << tr("which work waits for which");
    if (const auto phases = phasesBy(plan, ProvenanceKind::assumed); phases > 0)
        parts << tr("effort ranges of %1").arg(phaseCount(phases));
    parts << tr("%1 people on an item, %2 on a phase")
                 .arg(catalogue.itemCrewLimit.value)
                 .arg(catalogue.phaseCrewLimit.value);
    basis.push_back({ProvenanceKind::assumed, joined(parts)});
}

/// What was answered about the product, without the catalogue's advice on it: that is meant for the planner.
void addAnswers(QStringList& parts, const Plan& plan)
{
    const Profile& profile = plan.inputs.profile;
    if (const ScaleStep* scale = findScale(*plan.catalogue, profile.scale))
        parts << tr("planned for %1").arg(format::text(scale->title));
    if (profile.validated)
        parts << (*profile.validated ? tr("demand confirmed with users") : tr("demand not yet confirmed with users"));
    if (profile.maintainer != Maintainer::unanswered)
        parts << (profile.maintainer == Maintainer::onePerson ? tr("run by one person") : tr("run by a team"));
}

void addYours(std::vector<ReportBasis>& basis, const Plan& plan)
{
    const Readiness& ready = plan.readiness;
    QStringList parts;
    if (const int ticked = ready.done + ready.partial; ticked > 0)
        parts << (ticked == 1 ? tr("1 item in place or partly") : tr("%1 items in place or partly").arg(ticked));
    const OfferScope scope = offerScope(plan);
    if (const std::size_t left = scope.excluded.size(); left > 0)
        parts << (left == 1 ? tr("1 item not needed") : tr("%1 items not needed").arg(left));
    if (const std::size_t apart = scope.phase2.size() + scope.options.size(); apart > 0)
        parts << (apart == 1 ? tr("1 item offered apart") : tr("%1 items offered apart").arg(apart));
    parts << (plan.people.size() == 1 ? tr("the one person on the team and their rate")
                                      : tr("the team of %1 and its rates").arg(plan.people.size()));
    if (plan.inputs.outsideView.preset == OutsideView::own)
        parts << tr("how far projects like this vary as a whole");
    if (plan.inputs.outsideView.projects > 0)
        parts << tr("how far projects vary as a whole, from a record of %1")
                     .arg(wording::recordBasis(plan.inputs.outsideView));
    if (const auto own = plan.inputs.estimates.size(); own > 0)
        parts << (own == 1 ? tr("1 phase's estimate") : tr("%1 phases' estimates").arg(own));
    if (ownCorrelation(plan))
        parts << tr("that phases run late together (%1)").arg(wording::runLateTogether(plan.inputs.correlation));
    addAnswers(parts, plan);
    basis.push_back({ProvenanceKind::yours, joined(parts)});
}
} // namespace

std::vector<ReportBasis> reportBasis(const Plan& plan)
{
    std::vector<ReportBasis> basis;
    addStated(basis, plan);
    addDerived(basis, plan);
    addAssumed(basis, plan);
    addYours(basis, plan);
    return basis;
}

} // namespace trestle
