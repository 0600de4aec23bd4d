#include "ui/format_difference.h"

#include "ui/tr.h"

#include <algorithm>
#include <cmath>

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

QString signedMoney(Money difference)
{
    return QStringLiteral("AUD\u00A0") + signedAmount(difference);
}

QString signedAmount(Money difference)
{
    return withSign(amount(difference), difference.inDollars());
}

} // namespace trestle::format
