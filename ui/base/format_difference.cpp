#include "ui/base/format_difference.h"

#include "ui/base/tr.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace trestle::format {

namespace {

/// A plus before what is more than nothing.
QString withSign(const QString& figure, double value)
{
    const bool isNothing = std::ranges::none_of(figure, [](QChar c) { return c.isDigit() && c != u'0'; });
    return isNothing || value < 0 ? figure : u'+' + figure;
}

} // namespace

QString signedNumber(double value, int decimals)
{
    return withSign(number(value, decimals), value);
}

QString signedWeeks(Weeks difference)
{
    const QString figure = signedNumber(difference, 1);
    const bool one = number(std::abs(difference), 1) == u"1";
    return (one ? tr("%1 week") : tr("%1 weeks")).arg(figure).replace(u' ', QChar(0x00A0));
}

QString sizeOf(Money difference, MoneyFrom from)
{
    const Money shown = roundedDifference(difference, from);
    const Money size{std::abs(shown.cents)};
    return shown == Money{} ? QString() : from == MoneyFrom::runs ? simulated(size) : money(size);
}

QString signedMoney(Money difference)
{
    const QString size = sizeOf(difference, MoneyFrom::runs);
    return size.isEmpty() ? money({}) : (difference < Money{} ? QChar(0x2212) : QChar(u'+')) + size;
}

QString signedAmount(Money difference)
{
    const Money shown = roundedDifference(difference, MoneyFrom::runs);
    return withSign(simulatedAmount(shown), shown.inDollars());
}

} // namespace trestle::format
