#include "data/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace trestle {

namespace {

/// Words in the order of the kind's values.
template <class Kind>
constexpr std::array<std::string_view, 0> kWords{};
template <>
constexpr auto kWords<ItemState> = std::to_array<std::string_view>({"missing", "partial", "done", "excluded", "underway"});
template <>
constexpr auto kWords<FoundState> =
    std::to_array<std::string_view>({"done", "partial", "none", "opposite", "elsewhere"});
template <>
constexpr auto kWords<FoundConfidence> = std::to_array<std::string_view>({"confident", "unsure"});
template <>
constexpr auto kWords<ProposalAnswer> = std::to_array<std::string_view>({"open", "accepted", "declined"});
template <>
constexpr auto kWords<CostMode> = std::to_array<std::string_view>({"worked", "retained"});
template <>
constexpr auto kWords<GstBasis> = std::to_array<std::string_view>({"ex", "inc"});
template <>
constexpr auto kWords<RateKind> = std::to_array<std::string_view>({"employee", "day", "hour"});
template <>
constexpr auto kWords<PriceKind> = std::to_array<std::string_view>({"time", "capped", "fixed"});
template <>
constexpr auto kWords<PaymentWhen> = std::to_array<std::string_view>({"signing", "phase", "launch", "monthly"});
template <>
constexpr auto kWords<ItemScope> = std::to_array<std::string_view>({"phase2", "option", "taken"});
template <>
constexpr auto kWords<OrderKind> = std::to_array<std::string_view>({"catalogue", "optimised"});
template <>
constexpr auto kWords<Maintainer> = std::to_array<std::string_view>({"unanswered", "one", "team"});
template <>
constexpr auto kWords<RiskStatus> = std::to_array<std::string_view>({"open", "responded", "happened", "not"});
template <>
constexpr auto kWords<LinkType> = std::to_array<std::string_view>({"FS", "SS", "FF", "SF"});
template <>
constexpr auto kWords<ProvenanceKind> = std::to_array<std::string_view>({"stated", "derived", "assumed", "yours"});

template <class Kind>
std::string_view word(Kind kind)
{
    return kWords<Kind>.at(static_cast<std::size_t>(kind));
}

} // namespace

std::string_view wordOf(ItemState state)
{
    return word(state);
}
std::string_view wordOf(FoundState found)
{
    return word(found);
}
std::string_view wordOf(FoundConfidence confidence)
{
    return word(confidence);
}
std::string_view wordOf(ProposalAnswer answer)
{
    return word(answer);
}
std::string_view wordOf(CostMode mode)
{
    return word(mode);
}
std::string_view wordOf(GstBasis gst)
{
    return word(gst);
}
std::string_view wordOf(RateKind kind)
{
    return word(kind);
}
std::string_view wordOf(PriceKind kind)
{
    return word(kind);
}
std::string_view wordOf(PaymentWhen when)
{
    return word(when);
}
std::string_view wordOf(ItemScope scope)
{
    return word(scope);
}
std::string_view wordOf(OrderKind order)
{
    return word(order);
}
std::string_view wordOf(Maintainer maintainer)
{
    return word(maintainer);
}
std::string_view wordOf(RiskStatus status)
{
    return word(status);
}
std::string_view wordOf(LinkType type)
{
    return word(type);
}
std::string_view wordOf(ProvenanceKind kind)
{
    return word(kind);
}

template <class Kind>
std::optional<Kind> parseWord(std::string_view word)
{
    const auto found = std::ranges::find(kWords<Kind>, word);
    if (found == kWords<Kind>.end())
        return std::nullopt;
    return static_cast<Kind>(found - kWords<Kind>.begin());
}

template std::optional<ItemState> parseWord(std::string_view);
template std::optional<FoundState> parseWord(std::string_view);
template std::optional<FoundConfidence> parseWord(std::string_view);
template std::optional<ProposalAnswer> parseWord(std::string_view);
template std::optional<CostMode> parseWord(std::string_view);
template std::optional<GstBasis> parseWord(std::string_view);
template std::optional<RateKind> parseWord(std::string_view);
template std::optional<PriceKind> parseWord(std::string_view);
template std::optional<PaymentWhen> parseWord(std::string_view);
template std::optional<ItemScope> parseWord(std::string_view);
template std::optional<OrderKind> parseWord(std::string_view);
template std::optional<Maintainer> parseWord(std::string_view);
template std::optional<RiskStatus> parseWord(std::string_view);
template std::optional<LinkType> parseWord(std::string_view);
template std::optional<ProvenanceKind> parseWord(std::string_view);

} // namespace trestle
