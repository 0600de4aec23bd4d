#pragma once

#include "models/inputs.h"

#include <optional>
#include <string>
#include <vector>

/// Proposals for the states of items, from a scan of the prototype's folder or an assistant, and what becomes of them.
namespace trestle {

/// The state that accepting a proposal sets: in place, partly, or to build for no sign and a sign of the opposite.
/// Nothing for `elsewhere`, where only the user can say.
std::optional<ItemState> proposedState(FoundState found);

/// Takes in what a scan or an assistant found. What is said again on the same grounds, be it on other lines, stays
/// answered, and a tick that came from it has the places of now; anything else is open. Replaces earlier proposals for
/// the same items, by whomever.
void propose(Inputs& inputs, const std::string& item, Proposal proposal);

/// Accepts the proposal for an item: its state becomes `as`, with the proposal's evidence as where the tick comes from.
/// `as`: what the user says where the proposal is settled elsewhere, else proposedState(). No proposal, or elsewhere
/// without `as`: nothing happens.
void acceptProposal(Inputs& inputs, const std::string& item, Date today, std::optional<ItemState> as = {});
/// Declines it: the state stays as it is.
void declineProposal(Inputs& inputs, const std::string& item);
/// Open again; the state that its acceptance set, where that still stands, is to build again.
void reopenProposal(Inputs& inputs, const std::string& item);

/// Accepts every open confident proposal of `done` and `partial`, but for items whose state the user set otherwise by
/// hand; the items, in the order of the catalogue.
std::vector<std::string> acceptConfident(const Catalogue& catalogue, Inputs& inputs, Date today);

/// What speaks for the item's state as it is now; null where nothing does.
const TickEvidence* evidenceOf(const Inputs& inputs, const std::string& item);

/// An item whose proposal says otherwise than an earlier one.
struct ProposalChange {
    std::string item;
    std::optional<FoundState> before; ///< nothing: not looked at
    FoundState after = FoundState::none;
    friend bool operator==(const ProposalChange&, const ProposalChange&) = default;
};
/// What changed between two looks at the prototype, in the order of the catalogue.
std::vector<ProposalChange> proposalChanges(const Catalogue& catalogue, const Inputs& before, const Inputs& after);

/// Whether a proposal asks anything of the user: it has no answer yet, and says otherwise than the plan does. A sign of
/// the opposite is told even where the item is to build anyway.
bool waitsForAnswer(const Inputs& inputs, const std::string& item);
/// How many do.
std::size_t openProposals(const Inputs& inputs);

} // namespace trestle
