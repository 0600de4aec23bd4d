#pragma once

#include "models/inputs.h"
#include "models/proposals.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What the review of proposals lists, as plain values.
namespace trestle {

class PlanDocument;

/// Whose proposals are reviewed: an open plan's, or those of one that is only being made.
struct ReviewPlan {
    std::function<const Catalogue&()> catalogue;
    std::function<const Inputs&()> inputs;
    std::function<Date()> today;
    /// One edit, one step of undo.
    std::function<void(const QString& label, const std::function<void(Inputs&)>& change)> edit;
};

/// Of an open plan.
ReviewPlan reviewOf(PlanDocument& document);

enum class ReviewFilter { All, Open, Changed, Assistants };

/// A row of the list: a heading, or the proposal for an item.
struct ReviewRow {
    std::string item; ///< empty: a heading
    QString title;
    FoundState state = FoundState::none;
    FoundConfidence confidence = FoundConfidence::unsure;
    ProposalAnswer answer = ProposalAnswer::open;
    std::optional<ItemState> now;     ///< the item's state, where accepting would change it or only the user can say
    std::optional<FoundState> before; ///< what the scan before said, where that was something else
    QString by;                       ///< the assistant who proposes; empty: the scan
    [[nodiscard]] bool isHeading() const { return item.empty(); }
    friend bool operator==(const ReviewRow&, const ReviewRow&) = default;
};

/// By phase, in the order of the catalogue; first what changed since the scan before.
std::vector<ReviewRow> reviewRows(const ReviewPlan& plan, const std::vector<ProposalChange>& changes,
                                  ReviewFilter filter);

/// A short line below the title: "in place · confident · plan: to build".
QString reviewLine(const ReviewRow& row);
/// All of a row, as a screen reader says it.
QString reviewSpoken(const ReviewRow& row);

struct ReviewCounts {
    std::size_t all = 0;
    std::size_t open = 0;
    std::size_t confident = 0;  ///< open, and accepted by "Accept all confident"
    std::size_t assistants = 0; ///< proposed by an assistant
};
ReviewCounts reviewCounts(const ReviewPlan& plan);

/// The proposal for an item, or null.
const Proposal* proposalFor(const Inputs& inputs, const std::string& item);

} // namespace trestle
