#include "models/rate_cards.h"

#include "models/inputs.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

std::string_view withoutSpaces(std::string_view name)
{
    constexpr std::string_view spaces = " \t";
    const std::size_t first = name.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view()
                                           : name.substr(first, name.find_last_not_of(spaces) - first + 1);
}

char lowerAscii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isSameClient(std::string_view a, std::string_view b)
{
    return std::ranges::equal(withoutSpaces(a), withoutSpaces(b), {}, lowerAscii, lowerAscii);
}

} // namespace

std::size_t RateCards::placeOf(std::string_view client) const
{
    if (isBlank(client))
        return 0;
    const auto found =
        std::ranges::find_if(m_cards, [&](const ClientCard& card) { return isSameClient(card.client, client); });
    return found == m_cards.end() ? 0 : static_cast<std::size_t>(found - m_cards.begin());
}

std::optional<RateCardProblem> RateCards::problem(std::string_view client, std::size_t place) const
{
    if (isBlank(client))
        return RateCardProblem::noClient;
    if (client.size() > kLongestClient)
        return RateCardProblem::clientTooLong;
    if (const std::size_t other = placeOf(client); other != 0 && other != place)
        return RateCardProblem::clientTaken;
    return std::nullopt;
}

std::expected<void, RateCardProblem> RateCards::add(std::string client, RateCard card)
{
    if (m_cards.size() == kMostCards)
        return std::unexpected(RateCardProblem::tooManyCards);
    if (const auto wrong = problem(client, m_cards.size()))
        return std::unexpected(*wrong);
    m_cards.push_back({std::string(withoutSpaces(client)), std::move(card)});
    return {};
}

std::expected<void, RateCardProblem> RateCards::rename(std::size_t place, std::string client)
{
    if (place == 0)
        return {};
    if (const auto wrong = problem(client, place))
        return std::unexpected(*wrong);
    m_cards[place].client = withoutSpaces(client);
    return {};
}

void RateCards::remove(std::size_t place)
{
    if (place > 0)
        m_cards.erase(m_cards.begin() + static_cast<std::ptrdiff_t>(place));
}

} // namespace trestle
