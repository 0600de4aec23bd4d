#include "models/proposals.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace trestle {

namespace {

/// What a proposal rests on, wherever it stands: lines move, and an answer stands all the same.
std::set<std::string_view> groundsOf(const Proposal& proposal)
{
    std::set<std::string_view> grounds;
    for (const Evidence& place : proposal.evidence)
        grounds.insert(place.rule.empty() ? place.path : place.rule);
    return grounds;
}

bool saysTheSame(const Proposal& a, const Proposal& b)
{
    return a.state == b.state && a.confidence == b.confidence && a.by == b.by && groundsOf(a) == groundsOf(b);
}

/// The tick that came from the proposal's acceptance and still stands; null where there is none.
TickEvidence* acceptedTick(Inputs& inputs, const std::string& item, const Proposal& proposal)
{
    if (proposal.answer != ProposalAnswer::accepted || !evidenceOf(inputs, item))
        return nullptr;
    TickEvidence& evidence = *inputs.items.at(item).evidence;
    return evidence.by == proposal.by ? &evidence : nullptr;
}

void answer(Inputs& inputs, const std::string& item, ProposalAnswer answer)
{
    if (const auto found = inputs.proposals.find(item); found != inputs.proposals.end())
        found->second.answer = answer;
}

} // namespace

std::optional<ItemState> proposedState(FoundState found)
{
    switch (found) {
    case FoundState::done: return ItemState::done;
    case FoundState::partial: return ItemState::partial;
    case FoundState::none:
    case FoundState::opposite: return ItemState::missing;
    case FoundState::elsewhere: break;
    }
    return std::nullopt;
}

void propose(Inputs& inputs, const std::string& item, Proposal proposal)
{
    if (proposal.evidence.size() > kMostEvidence)
        proposal.evidence.resize(kMostEvidence);
    proposal.answer = ProposalAnswer::open;
    if (const auto before = inputs.proposals.find(item);
        before != inputs.proposals.end() && saysTheSame(before->second, proposal)) {
        proposal.answer = before->second.answer;
        if (TickEvidence* tick = acceptedTick(inputs, item, before->second)) {
            tick->places = proposal.evidence; // where it stands now
            tick->on = proposal.on;
        }
    }
    inputs.proposals[item] = std::move(proposal);
}

void acceptProposal(Inputs& inputs, const std::string& item, Date today, std::optional<ItemState> as)
{
    const auto found = inputs.proposals.find(item);
    if (found == inputs.proposals.end())
        return;
    Proposal& proposal = found->second;
    const std::optional<ItemState> state = as ? as : proposedState(proposal.state);
    if (!state)
        return;
    proposal.answer = ProposalAnswer::accepted;
    if (stateOf(inputs, item) != *state) {
        setState(inputs, item, *state);
        inputs.items[item].changed = today;
    }
    inputs.items[item].evidence = TickEvidence{*state, proposal.evidence, proposal.by, proposal.on};
}

void declineProposal(Inputs& inputs, const std::string& item)
{
    answer(inputs, item, ProposalAnswer::declined);
}

void reopenProposal(Inputs& inputs, const std::string& item)
{
    const auto found = inputs.proposals.find(item);
    if (found == inputs.proposals.end())
        return;
    if (acceptedTick(inputs, item, found->second)) {
        ItemInput& input = inputs.items.at(item);
        input.evidence.reset();
        input.progress.state = ItemState::missing;
    }
    found->second.answer = ProposalAnswer::open;
}

std::vector<std::string> acceptConfident(const Catalogue& catalogue, Inputs& inputs, Date today)
{
    std::vector<std::string> accepted;
    const auto accept = [&](const Item& item) {
        const auto found = inputs.proposals.find(item.id);
        if (found == inputs.proposals.end() || found->second.answer != ProposalAnswer::open ||
            found->second.confidence != FoundConfidence::confident)
            return;
        if (found->second.state != FoundState::done && found->second.state != FoundState::partial)
            return;
        // What the user said by hand is theirs.
        const ItemState state = stateOf(inputs, item.id);
        if (state != ItemState::missing && state != proposedState(found->second.state) && !evidenceOf(inputs, item.id))
            return;
        acceptProposal(inputs, item.id, today);
        accepted.push_back(item.id);
    };
    for (const Phase& phase : catalogue.phases) {
        std::ranges::for_each(phase.items, accept);
        std::ranges::for_each(phase.addOns, accept);
    }
    return accepted;
}

const TickEvidence* evidenceOf(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.items.find(item);
    if (found == inputs.items.end() || !found->second.evidence ||
        found->second.evidence->state != stateOf(inputs, item))
        return nullptr;
    return &*found->second.evidence;
}

std::vector<ProposalChange> proposalChanges(const Catalogue& catalogue, const Inputs& before, const Inputs& after)
{
    std::vector<ProposalChange> changes;
    const auto compare = [&](const Item& item) {
        const auto now = after.proposals.find(item.id);
        if (now == after.proposals.end())
            return;
        const auto was = before.proposals.find(item.id);
        if (was != before.proposals.end() && was->second.by != now->second.by)
            return; // somebody else's word is no change of what is there
        const std::optional<FoundState> state =
            was == before.proposals.end() ? std::nullopt : std::optional(was->second.state);
        if (state != now->second.state)
            changes.push_back({item.id, state, now->second.state});
    };
    for (const Phase& phase : catalogue.phases) {
        std::ranges::for_each(phase.items, compare);
        std::ranges::for_each(phase.addOns, compare);
    }
    return changes;
}

bool waitsForAnswer(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.proposals.find(item);
    if (found == inputs.proposals.end() || found->second.answer != ProposalAnswer::open)
        return false;
    const ItemState state = stateOf(inputs, item);
    switch (found->second.state) {
    case FoundState::opposite: return true;
    case FoundState::elsewhere: return state != ItemState::done && state != ItemState::excluded;
    default: return proposedState(found->second.state) != std::optional(state);
    }
}

std::size_t openProposals(const Inputs& inputs)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        inputs.proposals, [&](const auto& entry) { return waitsForAnswer(inputs, entry.first); }));
}

} // namespace trestle
