#include "models/team_rate.h"

#include <cmath>

namespace trestle {

RateBasis usualBasis(RateKind kind)
{
    RateBasis basis;
    basis.kind = kind;
    basis.superPercent = kSuperPercent;
    switch (kind) {
    case RateKind::employee:
        basis.amount = Money::dollars(180'000);
        basis.onCosts = Money::dollars(18'400);
        break;
    case RateKind::contractorPerDay:
        basis.amount = Money::dollars(1'000);
        basis.timeAWeek = 5;
        break;
    case RateKind::contractorPerHour:
        basis.amount = Money::dollars(130);
        basis.timeAWeek = 38;
        break;
    }
    return basis;
}

Money superOf(const RateBasis& basis)
{
    return Money::rounded(basis.amount.inDollars() * basis.superPercent / 100);
}

Money yearlyCost(const RateBasis& basis)
{
    return basis.amount + superOf(basis) + basis.onCosts;
}

Money weeklyRate(const RateBasis& basis)
{
    if (basis.kind != RateKind::employee)
        return Money::rounded(std::round(basis.amount.inDollars() * basis.timeAWeek));
    if (!(basis.weeksAtWork > 0))
        return {};
    return Money::rounded(std::round(yearlyCost(basis).inDollars() / basis.weeksAtWork));
}

Money weekOf(Money fullTimeRate, double allocation)
{
    return Money::rounded(fullTimeRate.inDollars() * allocation);
}

} // namespace trestle
