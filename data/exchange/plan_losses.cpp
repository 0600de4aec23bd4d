#include "data/exchange/plan_losses.h"

#include <algorithm>

namespace trestle {

namespace {

std::size_t countOf(auto... there)
{
    return (static_cast<std::size_t>(there ? 1 : 0) + ...);
}

std::size_t answersIn(const Profile& profile)
{
    return profile.conditions.size() +
           countOf(!profile.scale.empty(), profile.validated, profile.maintainer != Maintainer::unanswered);
}

/// Those that differ from what a new plan has.
std::size_t settingsIn(const Inputs& inputs, const Inputs& usual)
{
    return countOf(inputs.order != usual.order, inputs.costMode != usual.costMode,
                   inputs.monthsAfterLaunch != usual.monthsAfterLaunch, inputs.correlation != usual.correlation,
                   inputs.outsideView != usual.outsideView, !inputs.risks.events.empty(),
                   inputs.confidence != usual.confidence, inputs.gst != usual.gst, inputs.asOf);
}

} // namespace

Loss lossOf(const Plan& plan, LossKind kind)
{
    const Inputs& inputs = plan.inputs;
    const auto usual = [&] { return newInputs(*plan.catalogue, {}, inputs.start); };
    switch (kind) {
    case LossKind::goals: return {kind, countOf(inputs.targetDate, inputs.budget)};
    case LossKind::profile: return {kind, answersIn(inputs.profile)};
    case LossKind::estimates: return {kind, inputs.estimates.size()};
    case LossKind::settings: return {kind, settingsIn(inputs, usual())};
    case LossKind::price: {
        const Inputs without = usual();
        const auto anyone = [&](auto is) { return std::ranges::any_of(inputs.team, is); };
        return {kind, countOf(inputs.price != without.price, inputs.cash != without.cash, !inputs.scopes.empty(),
                              inputs.gstRegistered != without.gstRegistered,
                              anyone([](const Person& person) { return person.billRate.has_value(); }),
                              anyone([](const Person& person) { return !person.paidOut; }))};
    }
    case LossKind::evidence:
        return {kind, inputs.proposals.size() +
                          static_cast<std::size_t>(std::ranges::count_if(
                              inputs.items, [](const auto& entry) { return entry.second.evidence.has_value(); }))};
    case LossKind::chances:
        return {kind, static_cast<std::size_t>(std::ranges::count_if(plan.phases, &PhasePlan::mayHaveWork))};
    default: return {kind, 0};
    }
}

} // namespace trestle
