#include "ui/base/format.h"

#include "models/rounding.h"
#include "ui/base/tr.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace trestle::format {

namespace {

constexpr QChar kNoBreak{0x00A0};
constexpr QChar kMinus{0x2212};

/// A minus sign in place of the hyphen, which is too short to see before a figure.
QString signedText(QString digits)
{
    if (digits.startsWith(u'-'))
        digits.replace(0, 1, kMinus);
    return digits;
}

/// A range, or an amount with its sign in front: "−AUD 300".
QString withCurrency(const QString& figure)
{
    const bool isNegative = figure.startsWith(kMinus) && !figure.contains(kNoBreak);
    const QString currency = QStringLiteral("AUD") + kNoBreak;
    return isNegative ? kMinus + currency + figure.sliced(1) : currency + figure;
}

constexpr int kAxisDecimals = 4; // more than any round mark needs

struct AmountScale {
    double size;
    QChar letter; ///< null: dollars
    QChar second;
};

AmountScale scaleOf(double dollars)
{
    const double size = std::abs(dollars) * (1 + 1e-12);
    if (size >= 1e9)
        return {1e9, u'b', u'n'};
    if (size >= 1e6)
        return {1e6, u'm', {}};
    if (size >= 1e3)
        return {1e3, u'k', {}};
    return {1, {}, {}};
}

QString scaled(double dollars, int decimals)
{
    const AmountScale scale = scaleOf(dollars);
    QString text = number(dollars / scale.size, decimals);
    if (!scale.letter.isNull())
        text += QString(kNoBreak) + scale.letter;
    if (!scale.second.isNull())
        text += scale.second;
    return text;
}

constexpr QChar kIsolate(0x2068);
constexpr QChar kEndOfIsolate(0x2069);

std::chrono::year_month_day parts(Date date)
{
    return std::chrono::year_month_day(date);
}

int monthOf(Date date)
{
    return static_cast<int>(static_cast<unsigned>(parts(date).month()));
}

int yearOf(Date date)
{
    return static_cast<int>(parts(date).year());
}

QString dayOf(Date date)
{
    return QString::number(static_cast<unsigned>(parts(date).day()));
}

} // namespace

const QLocale& locale()
{
    static const QLocale australian(QLocale::English, QLocale::Australia);
    return australian;
}

QString text(const std::string& utf8)
{
    return isolated(raw(utf8));
}

QString isolated(const QString& text)
{
    // A text of several lines stands alone: an isolate ends with its paragraph.
    if (text.startsWith(kIsolate) || text.contains(u'\n') || !hasRightToLeft(text))
        return text;
    return kIsolate + text + kEndOfIsolate;
}

bool hasRightToLeft(const QString& text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x0590; })) // most texts
        return false;
    return std::ranges::any_of(text.toUcs4(), [](uint c) {
        const QChar::Direction direction = QChar::direction(c);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

QString raw(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

std::string utf8(const QString& text)
{
    return QString(text).remove(kIsolate).remove(kEndOfIsolate).toStdString();
}

QDate toQDate(Date date)
{
    return QDate(yearOf(date), monthOf(date), static_cast<int>(static_cast<unsigned>(parts(date).day())));
}

Date fromQDate(QDate date)
{
    Q_ASSERT(date.isValid());
    return Date(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

QString range(const QString& low, const QString& high)
{
    if (low == high)
        return low;
    return low + kNoBreak + QChar(0x2013) + kNoBreak + high;
}

QString fixed(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return signedText(locale().toString(rounded == 0 ? 0.0 : rounded, 'f', decimals));
}

QString number(double value, int decimals)
{
    QString digits = fixed(value, decimals);
    if (decimals == 0)
        return digits;
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(locale().decimalPoint()))
        digits.chop(1);
    return digits;
}

QString percent(double fraction, int decimals)
{
    return number(fraction * 100.0, decimals) + kNoBreak + u'%';
}

QString wholePercent(int percent)
{
    return number(percent, 0) + kNoBreak + u'%';
}

QString percentIfAny(const std::optional<double>& fraction)
{
    return fraction ? percent(*fraction) : QStringLiteral("–");
}

QString chance(Chance of)
{
    return chance(told(of));
}

QString chance(ToldChance of)
{
    switch (of.kind) {
    case ChanceKind::rarely: return tr("under %1").arg(percent(0.01));
    case ChanceKind::nearlyAlways: return tr("over %1").arg(percent(0.99));
    default: return wholePercent(of.percent);
    }
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString shownAmount(Money rounded)
{
    return fixed(rounded.inDollars(), rounded.cents % 100 == 0 ? 0 : 2);
}

QString shownMoney(Money rounded)
{
    return withCurrency(shownAmount(rounded));
}

QString shownAmountRange(Money low, Money high)
{
    return range(shownAmount(low), shownAmount(high));
}

QString shownRange(Money low, Money high)
{
    return withCurrency(shownAmountRange(low, high));
}

QString amount(Money amount)
{
    return shownAmount(wholeDollars(amount));
}

QString money(Money value)
{
    return withCurrency(amount(value));
}

QString promiseAmount(Money amount)
{
    return shownAmount(promised(amount));
}

QString promise(Money amount)
{
    return withCurrency(promiseAmount(amount));
}

QString simulatedAmount(Money amount)
{
    return shownAmount(threeDigits(amount));
}

QString simulated(Money amount)
{
    return withCurrency(simulatedAmount(amount));
}

QString promiseAmountRange(Money low, Money high)
{
    return range(promiseAmount(low), promiseAmount(high));
}

QString promiseRange(Money low, Money high)
{
    return withCurrency(promiseAmountRange(low, high));
}

QString exactAmount(Money amount)
{
    return fixed(amount.inDollars(), 2);
}

QString exactMoney(Money value)
{
    return withCurrency(exactAmount(value));
}

QString amountRange(Money low, Money high)
{
    return range(amount(low), amount(high));
}

QString moneyRange(Money low, Money high)
{
    return withCurrency(amountRange(low, high));
}

QString shortAmount(Money amount)
{
    constexpr int kDigits = 3;
    const double dollars = amount.inDollars();
    if (dollars == 0)
        return number(0);
    const auto magnitude = [](double value) { return static_cast<int>(std::floor(std::log10(std::abs(value)))); };
    const double unit = std::pow(10.0, magnitude(dollars) - kDigits + 1);
    const double rounded = std::round(dollars / unit) * unit; // first: 999,600 is 1 m
    return scaled(rounded, std::max(0, kDigits - 1 - magnitude(rounded / scaleOf(rounded).size)));
}

QString axisAmount(double dollars)
{
    return scaled(dollars, kAxisDecimals);
}

QString axisNumber(double value)
{
    return number(value, kAxisDecimals);
}

QString weeks(Weeks weeks)
{
    const QString figure = number(weeks, 1);
    return (figure == u"1" ? tr("%1 week") : tr("%1 weeks")).arg(figure).replace(u' ', kNoBreak);
}

QString weeksRange(Weeks low, Weeks high)
{
    const QString first = number(low, 1);
    const QString last = number(high, 1);
    return first == last ? weeks(low) : tr("%1 weeks").arg(range(first, last)).replace(u' ', kNoBreak);
}

QString days(int days)
{
    // The source language has no translation file to pick the plural form from, so both forms stand here.
    return (days == 1 ? tr("%1 day") : tr("%1 days")).arg(locale().toString(days)).replace(u' ', kNoBreak);
}

QString date(Date date)
{
    return dayMonth(date) + kNoBreak + QString::number(yearOf(date));
}

QString weekdayDate(Date date)
{
    const auto weekday = static_cast<int>(std::chrono::weekday{date}.iso_encoding());
    return locale().standaloneDayName(weekday, QLocale::ShortFormat) + kNoBreak + format::date(date);
}

QString dayMonth(Date date)
{
    return dayOf(date) + kNoBreak + locale().standaloneMonthName(monthOf(date), QLocale::LongFormat);
}

QString shortDate(Date date)
{
    return dayOf(date) + kNoBreak + month(monthOf(date));
}

QString mediumDate(Date date)
{
    return shortDate(date) + kNoBreak + QString::number(yearOf(date));
}

QString dateRange(Date first, Date last)
{
    if (yearOf(first) != yearOf(last))
        return range(mediumDate(first), mediumDate(last));
    if (monthOf(first) != monthOf(last))
        return range(shortDate(first), mediumDate(last));
    return first == last ? mediumDate(first) : range(dayOf(first), mediumDate(last));
}

QString shortDateRange(Date first, Date last)
{
    if (yearOf(first) != yearOf(last) || monthOf(first) != monthOf(last))
        return range(shortDate(first), shortDate(last));
    return first == last ? shortDate(first) : range(dayOf(first), shortDate(last));
}

QString month(int month)
{
    return locale().standaloneMonthName(month, QLocale::ShortFormat);
}

QString monthYear(int year, int month)
{
    return format::month(month) + kNoBreak + QString::number(year);
}

} // namespace trestle::format
