#pragma once

#include "models/inputs.h"

#include <optional>
#include <string_view>

/// The words for the model's kinds in files and on the command line. Part of the formats: never translated.
namespace trestle {

std::string_view wordOf(ItemState state);            ///< missing, partial, done, excluded, underway
std::string_view wordOf(FoundState found);           ///< done, partial, none, opposite, elsewhere
std::string_view wordOf(FoundConfidence confidence); ///< confident, unsure
std::string_view wordOf(ProposalAnswer answer);      ///< open, accepted, declined
std::string_view wordOf(CostMode mode);              ///< worked, retained
std::string_view wordOf(GstBasis gst);               ///< ex, inc
std::string_view wordOf(RateKind kind);              ///< employee, day, hour
std::string_view wordOf(PriceKind kind);             ///< time, capped, fixed
std::string_view wordOf(PaymentWhen when);           ///< signing, phase, launch, monthly
std::string_view wordOf(ItemScope scope);            ///< phase2, option, taken
std::string_view wordOf(OrderKind order);            ///< catalogue, optimised
std::string_view wordOf(RiskStatus status);          ///< open, responded, happened, not
std::string_view wordOf(Maintainer maintainer);      ///< unanswered, one, team
std::string_view wordOf(LinkType type);              ///< FS, SS, FF, SF
std::string_view wordOf(ProvenanceKind kind);        ///< stated, derived, assumed, yours

/// The kind that a word stands for: parseWord<ItemState>("done"). Absent for any other word.
template <class Kind>
std::optional<Kind> parseWord(std::string_view word);

extern template std::optional<ItemState> parseWord(std::string_view);
extern template std::optional<FoundState> parseWord(std::string_view);
extern template std::optional<FoundConfidence> parseWord(std::string_view);
extern template std::optional<ProposalAnswer> parseWord(std::string_view);
extern template std::optional<CostMode> parseWord(std::string_view);
extern template std::optional<GstBasis> parseWord(std::string_view);
extern template std::optional<RateKind> parseWord(std::string_view);
extern template std::optional<PriceKind> parseWord(std::string_view);
extern template std::optional<PaymentWhen> parseWord(std::string_view);
extern template std::optional<ItemScope> parseWord(std::string_view);
extern template std::optional<OrderKind> parseWord(std::string_view);
extern template std::optional<RiskStatus> parseWord(std::string_view);
extern template std::optional<Maintainer> parseWord(std::string_view);
extern template std::optional<LinkType> parseWord(std::string_view);
extern template std::optional<ProvenanceKind> parseWord(std::string_view);

} // namespace trestle
