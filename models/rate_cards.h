#pragma once

#include "models/rate_card.h"

#include <string_view>
#include <utility>

namespace trestle {

struct ClientCard {
    std::string client; ///< empty: the default, of everyone who has no card of their own
    RateCard card;
    friend bool operator==(const ClientCard&, const ClientCard&) = default;
};

/// The user's rate cards: the default, which is always there, and one for each client who has rates of their own.
class RateCards {
public:
    static constexpr std::size_t kMostCards = 100;
    static constexpr std::size_t kLongestClient = 200; ///< in bytes

    RateCards() : RateCards(RateCard()) {}
    explicit RateCards(RateCard standard) : m_cards{{"", std::move(standard)}} {}

    /// The default first, then in the order in which they were added.
    [[nodiscard]] const std::vector<ClientCard>& all() const { return m_cards; }
    [[nodiscard]] const RateCard& standard() const { return m_cards.front().card; }
    /// Where the card of a client stands, however its name is spaced and in whichever case; 0, that of the default, for
    /// a client without one.
    [[nodiscard]] std::size_t placeOf(std::string_view client) const;
    [[nodiscard]] const RateCard& of(std::string_view client) const { return m_cards[placeOf(client)].card; }

    /// Refused, with nothing changed, where the name is blank, too long or another card's, or where there are too many.
    std::expected<void, RateCardProblem> add(std::string client, RateCard card);
    /// The default keeps its place and has no other name.
    std::expected<void, RateCardProblem> rename(std::size_t place, std::string client);
    void setCard(std::size_t place, RateCard card) { m_cards[place].card = std::move(card); }
    /// The default stays.
    void remove(std::size_t place);

    friend bool operator==(const RateCards&, const RateCards&) = default;

private:
    /// What is wrong with a name for the card at `place`, or at the end.
    [[nodiscard]] std::optional<RateCardProblem> problem(std::string_view client, std::size_t place) const;

    std::vector<ClientCard> m_cards; ///< never empty
};

} // namespace trestle
