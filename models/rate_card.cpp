#include "models/rate_card.h"

#include "models/inputs.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

bool isRate(Money rate)
{
    return rate >= Money{} && rate <= kLargestAmount;
}

} // namespace

Person personFor(const CardRole& role)
{
    Person person;
    person.name = role.title;
    person.weeklyRate = role.costRate;
    person.billRate = role.billRate;
    person.paidOut = role.paidOut;
    person.isRole = true;
    return person;
}

const CardRole* RateCard::find(const std::string& title) const
{
    const auto found = std::ranges::find(m_roles, title, &CardRole::title);
    return found == m_roles.end() ? nullptr : &*found;
}

std::optional<RateCardProblem> RateCard::problem(const CardRole& role, std::size_t at) const
{
    if (isBlank(role.title))
        return RateCardProblem::noTitle;
    if (role.title.size() > kLongestTitle)
        return RateCardProblem::titleTooLong;
    const CardRole* other = find(role.title);
    if (other && other != m_roles.data() + at)
        return RateCardProblem::titleTaken;
    if (!isRate(role.costRate) || !isRate(role.billRate.value_or(Money{})))
        return RateCardProblem::rateOutOfRange;
    return std::nullopt;
}

std::expected<void, RateCardProblem> RateCard::add(CardRole role)
{
    if (m_roles.size() == kMostRoles)
        return std::unexpected(RateCardProblem::full);
    if (const auto wrong = problem(role, m_roles.size()))
        return std::unexpected(*wrong);
    m_roles.push_back(std::move(role));
    return {};
}

std::expected<void, RateCardProblem> RateCard::change(std::size_t at, CardRole role)
{
    if (const auto wrong = problem(role, at))
        return std::unexpected(*wrong);
    m_roles[at] = std::move(role);
    return {};
}

void RateCard::remove(std::size_t at)
{
    m_roles.erase(m_roles.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace trestle
