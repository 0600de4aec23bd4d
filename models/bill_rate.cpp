#include "models/bill_rate.h"

namespace trestle {

Money billRateOf(const Person& person, const PriceTerms& terms)
{
    return person.billRate.value_or(
        Money::rounded(person.weeklyRate.inDollars() / (1.0 - terms.marginPercent / 100.0)));
}

double billedPerWeek(const Person& person, const PriceTerms& terms)
{
    return person.allocation * billRateOf(person, terms).inDollars();
}

double markUpFactor(const PriceTerms& terms)
{
    return 1.0 + terms.markUpPercent / 100.0;
}

} // namespace trestle
