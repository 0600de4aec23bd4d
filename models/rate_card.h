#pragma once

#include "models/team.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

/// The user's own list of roles and what a full-time week of each costs: what new plans and teams are put together
/// from. It belongs to the user, not to a plan; a person made from a role keeps a copy of its figures.
namespace trestle {

struct CardRole {
    std::string title;
    Money costRate;                ///< for a full-time week, everything included
    std::optional<Money> billRate; ///< what a client pays for that week
    bool paidOut = true;
    friend bool operator==(const CardRole&, const CardRole&) = default;
};

/// Someone full-time in that role, whose name is not known yet.
Person personFor(const CardRole& role);

enum class RateCardProblem : std::uint8_t {
    noTitle,
    titleTooLong,
    titleTaken,
    rateOutOfRange,
    full,
    // Of several cards, see RateCards.
    noClient,
    clientTooLong,
    clientTaken,
    tooManyCards,
};

class RateCard {
public:
    static constexpr std::size_t kMostRoles = 64;
    static constexpr std::size_t kLongestTitle = 100; ///< in bytes

    /// In the order in which they were added.
    [[nodiscard]] const std::vector<CardRole>& roles() const { return m_roles; }
    [[nodiscard]] const CardRole* find(const std::string& title) const;

    /// Refused, with nothing changed, where the title is blank, too long or another role's, or where a rate is below 0
    /// or above kLargestAmount.
    std::expected<void, RateCardProblem> add(CardRole role);
    std::expected<void, RateCardProblem> change(std::size_t at, CardRole role);
    void remove(std::size_t at);

    friend bool operator==(const RateCard&, const RateCard&) = default;

private:
    /// What is wrong with a role in the place of `at`, or at the end.
    [[nodiscard]] std::optional<RateCardProblem> problem(const CardRole& role, std::size_t at) const;

    std::vector<CardRole> m_roles;
};

} // namespace trestle
