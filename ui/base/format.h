#pragma once

#include "models/date.h"
#include "models/risk/chance.h"
#include "models/units.h"

#include <QDate>
#include <QLocale>
#include <QString>

#include <optional>
#include <string>

/// Figures as people read them. Every number, date and amount the window or a report shows is written here, in one
/// locale, so that the same figure looks the same everywhere. A gap inside a figure is a no-break space; a range has an
/// en dash between thin gaps ("2.8 – 7.4"). Ranges whose ends read the same are written once.
namespace trestle::format {

/// English as in Australia, whatever the system says: the product's one language.
const QLocale& locale();

/// A user's text as it stands in a sentence, a list or a label: one with right-to-left letters is isolated (U+2068 …
/// U+2069), so that it doesn't turn the rest of the line round.
QString text(const std::string& utf8);
QString isolated(const QString& text);
bool hasRightToLeft(const QString& text);
/// The text alone, where it is edited, names a file or is compared with what was typed.
QString raw(const std::string& utf8);
/// Back again, without the isolates of text().
std::string utf8(const QString& text);
QDate toQDate(Date date);
/// `date` must be valid.
Date fromQDate(QDate date);

/// "2.8 – 7.4" of figures that are written already; once where both read the same.
QString range(const QString& low, const QString& high);
/// At most `decimals` places, without trailing zeros: "2.4", "21".
QString number(double value, int decimals = 1);
/// Exactly `decimals` places: "3.0".
QString fixed(double value, int decimals);
/// "30 %" of a fraction 0.2987.
QString percent(double fraction, int decimals = 0);
/// "80 %" of 80, as confidences stand.
QString wholePercent(int percent);
/// The same, a dash where there is no such share.
QString percentIfAny(const std::optional<double>& fraction);

/// "44 %"; "under 1 %" and "over 99 %" for what is not certain.
QString chance(Chance of);
QString chance(ToldChance of);
/// With a capital at its start.
QString capitalised(QString text);

// Money is rounded as models/rounding.h says, each with the currency ("AUD 157,800") and without ("157,800"). Less than
// a dollar has cents: "AUD 0.20".
/// What is rounded already, such as `shownCost`, and what people have entered: with cents where it has any.
QString shownAmount(Money rounded);
QString shownMoney(Money rounded);
QString shownAmountRange(Money low, Money high);
QString shownRange(Money low, Money high);
/// What is computed: whole dollars.
QString money(Money amount);
QString amount(Money amount);
/// What so many simulated plans cost at most: three significant digits, up.
QString promise(Money amount);
QString promiseAmount(Money amount);
/// Any other simulated amount, a difference or a mean: three significant digits.
QString simulated(Money amount);
QString simulatedAmount(Money amount);
/// From one share of them to another: "AUD 129,000 – 176,000".
QString promiseRange(Money low, Money high);
QString promiseAmountRange(Money low, Money high);
/// To the cent: "AUD 1,360.16", "1,360.16".
QString exactMoney(Money amount);
QString exactAmount(Money amount);
/// "AUD 13,800 – 36,800", "13,800 – 36,800".
QString moneyRange(Money low, Money high);
QString amountRange(Money low, Money high);
/// Three digits, for a figure beside a bar: "34.1 k", "1.25 m", "440", "2.5".
QString shortAmount(Money amount);
/// The true value of a mark on an axis of dollars, which are round: "2.5", "1.25 k", "152.2 k", "3 bn".
QString axisAmount(double dollars);
/// The same without a unit.
QString axisNumber(double value);

/// "21 weeks", "1 week", "2.4 weeks".
QString weeks(Weeks weeks);
/// "15 – 29 weeks".
QString weeksRange(Weeks low, Weeks high);
QString days(int days); ///< "19 days"
// An effort is told in weeks of one full-time person, a small one in days or hours, both ends of a range in the same
// unit: the one that suits its high end. A week has 5 days and 38 hours.
/// "2.8 weeks", "12 days", "½ day", "3 hours".
QString effort(PersonWeeks effort);
/// For a column: "2.8 – 7.4 weeks", "5 – 12 days", "½ – 1 day".
QString effortRange(PersonWeeks low, PersonWeeks high);
/// For a sentence: "2.8 – 7.4 person-weeks", "5 – 12 days", "half a day to a day".
QString personWeeks(PersonWeeks low, PersonWeeks high);
/// To the hundredth, as a typed effort is understood: "2.25 days", "3 person-weeks".
QString exactEffort(PersonWeeks effort);

/// Of one person: "full-time", "half-time", "60 % of full time".
QString allocation(double fullTime);
/// Of a team: "1.5 full-time equivalents", "1 full-time equivalent".
QString fte(double allocation);

QString date(Date date);        ///< "14 June 2027"
QString weekdayDate(Date date); ///< "Mon 14 June 2027"
QString mediumDate(Date date);  ///< "14 Jun 2027"
QString shortDate(Date date);   ///< "14 Jun"
QString dayMonth(Date date);    ///< "25 June"
/// "4 – 15 Jan 2027", "28 Jan – 3 Feb 2027", "30 Dec 2026 – 3 Jan 2027".
QString dateRange(Date first, Date last);
/// Without the year: "4 – 15 Jan", "28 Jan – 3 Feb", "4 Jan".
QString shortDateRange(Date first, Date last);
QString month(int month);               ///< "Jan"
QString monthYear(int year, int month); ///< "Jan 2027"

} // namespace trestle::format
