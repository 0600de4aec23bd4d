#include "models/typed/typed_date.h"

#include <QTest>

#include <rapidcheck.h>

#include <array>
#include <string>

using namespace trestle;

namespace {

constexpr const char* kToday = "2026-11-25"; // a Wednesday

DateContext context(const char* notBefore = nullptr)
{
    return {*parseDate(kToday), notBefore ? parseDate(notBefore) : std::nullopt};
}

/// The date in ISO 8601, or the problem.
QString readAs(const QString& text, const DateContext& where)
{
    const auto date = readTypedDate(text.toStdString(), where);
    if (date)
        return QString::fromStdString(isoDate(*date));
    switch (date.error()) {
    case DateProblem::empty: return QStringLiteral("empty");
    case DateProblem::notUnderstood: return QStringLiteral("not understood");
    case DateProblem::noDay: return QStringLiteral("no day");
    case DateProblem::noSuchDay: return QStringLiteral("no such day");
    case DateProblem::monthBeforeDay: return QStringLiteral("month before day");
    case DateProblem::otherWeekday: return QStringLiteral("other weekday");
    case DateProblem::outOfRange: return QStringLiteral("out of range");
    }
    return {};
}

const std::array<const char*, 12> kNames{"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};

} // namespace

class TestTypedDate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void dayWithoutAYearIsTheNextOne_data();
    void dayWithoutAYearIsTheNextOne();
    void everyDayReadsBackInEachForm();
    void anyTextIsADateInRangeOrAProblem();
};

void TestTypedDate::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    // With a month's name.
    row("15 Apr 2027", "2027-04-15");
    row("15 April 2027", "2027-04-15");
    row("15 april 27", "2027-04-15");
    row("15Apr2027", "2027-04-15");
    row("14May2027", "2027-05-14");
    row("15-Apr-2027", "2027-04-15");
    row("15/Apr/27", "2027-04-15");
    row("15. April 2027", "2027-04-15");
    row("15th April 2027", "2027-04-15");
    row("the 1st of June 2027", "2027-06-01");
    row("April 15, 2027", "2027-04-15");
    row("Apr 2nd 2027", "2027-04-02");
    row("3 Sept 2027", "2027-09-03");
    row("31 August 2027", "2027-08-31");
    row("  25\tDec\n2027 ", "2027-12-25");
    row("25\u00a0Dec\u202f2027", "2027-12-25");
    row("29 Feb 2028", "2028-02-29");
    // In figures, the day first.
    row("15/4/2027", "2027-04-15");
    row("15/4/27", "2027-04-15");
    row("15/04/2027", "2027-04-15");
    row("3/4/27", "2027-04-03");
    row("15.4.2027", "2027-04-15");
    row("15-4-2027", "2027-04-15");
    row("15\u20134\u20132027", "2027-04-15");
    row("15 4 2027", "2027-04-15");
    row("15042027", "2027-04-15");
    // ISO 8601.
    row("2027-04-15", "2027-04-15");
    row("2027/4/15", "2027-04-15");
    row("20270415", "2027-04-15");
    row("1970-01-01", "1970-01-01");
    row("2200-12-31", "2200-12-31");
    // From today.
    row("today", "2026-11-25");
    row("Tomorrow", "2026-11-26");
    row("yesterday", "2026-11-24");
    row("next Monday", "2026-11-30");
    row("Monday", "2026-11-30");
    row("fri", "2026-11-27");
    row("next Wednesday", "2026-12-02");
    row("this Thursday", "2026-11-26");
    row("next week", "2026-11-30");
    row("next month", "2026-12-01");
    row("in 3 weeks", "2026-12-16");
    row("in a week", "2026-12-02");
    row("3 weeks", "2026-12-16");
    row("+10d", "2026-12-05");
    row("+ 10 days", "2026-12-05");
    row("+2w", "2026-12-09");
    row("in 3 months", "2027-02-25");
    row("end of June", "2027-06-30");
    row("end Feb 2028", "2028-02-29");
    // With a weekday that fits, as it is shown.
    row("Thu 15 April 2027", "2027-04-15");
    row("Thursday, 15 April 2027", "2027-04-15");
    row("Thu 15 Apr", "2027-04-15");
    row("Fri 15 April 2027", "other weekday");
    // What it is not.
    row("", "empty");
    row("  \t ", "empty");
    row("15", "not understood");
    row("2027", "not understood");
    row("April", "not understood");
    row("April 2027", "no day");
    row("4/15/2027", "month before day");
    row("4/15", "month before day");
    row("13/13/2027", "no such day");
    row("31 April 2027", "no such day");
    row("29 Feb 2027", "no such day");
    row("31/9", "no such day");
    row("0/1/2027", "no such day");
    row("1/0/2027", "no such day");
    row("2027-13-01", "no such day");
    row("15 Apr 1969", "out of range");
    row("1/1/2201", "out of range");
    row("in 99999999 weeks", "out of range");
    row("in 999999999999999999 weeks", "not understood");
    row("15 Apr 127", "not understood");
    row("15 Apr 2027 17:00", "not understood");
    row("15 Apr 2027 to 20 Apr 2027", "not understood");
    row("15//4/27", "not understood");
    row("/15/4/27", "not understood");
    row("15/4/27/", "not understood");
    row("-5", "not understood");
    row("+", "not understood");
    row("in", "not understood");
    row("in two weeks", "not understood");
    row("next", "not understood");
    row("next Apr", "not understood");
    row("soon", "not understood");
    row("15 Ap 2027", "not understood");
    row("15 Aprx 2027", "not understood");
    row("1e3", "not understood");
    row("'; DROP TABLE plan; --", "not understood");
    row("\xef\xbc\x91\xef\xbc\x95 Apr 2027", "not understood"); // full-width digits
    row("15 Apr 2027\x01", "not understood");
    row("15 Avr\xc3\xadl 2027", "not understood");
    QTest::newRow("very long") << QString(100'000, u'1') << QStringLiteral("not understood");
    QTest::newRow("many signs") << QString(59, u'/') << QStringLiteral("not understood");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << QStringLiteral("not understood");
}

void TestTypedDate::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(readAs(text, context()), expected);
}

void TestTypedDate::dayWithoutAYearIsTheNextOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("notBefore");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* notBefore, const char* expected) {
        QTest::addRow("%s from %s", text, notBefore)
            << QString::fromLatin1(text) << QString::fromLatin1(notBefore) << QString::fromLatin1(expected);
    };
    row("15 Apr", "2027-01-04", "2027-04-15");
    row("15 Apr", "2027-04-15", "2027-04-15");
    row("15 Apr", "2027-04-16", "2028-04-15");
    row("1Feb", "2027-01-04", "2027-02-01");
    row("21 Dec", "2027-01-04", "2027-12-21");
    row("8/1", "2027-01-04", "2027-01-08");
    row("2 Jan", "2027-01-04", "2028-01-02");
    row("29 Feb", "2027-01-04", "2028-02-29");
    row("29 Feb", "2096-03-01", "2104-02-29");
    row("end of January", "2027-02-01", "2028-01-31");
    row("31 Dec", "2200-06-01", "2200-12-31");
    row("1 Jan", "2200-06-01", "out of range");
    // A year that is there, and what counts from today, do not ask.
    row("15 Apr 2026", "2027-01-04", "2026-04-15");
    row("in 3 weeks", "2027-01-04", "2026-12-16");
}

void TestTypedDate::dayWithoutAYearIsTheNextOne()
{
    QFETCH(QString, text);
    QFETCH(QString, notBefore);
    QFETCH(QString, expected);
    QCOMPARE(readAs(text, context(notBefore.toLatin1().constData())), expected);
}

void TestTypedDate::everyDayReadsBackInEachForm()
{
    QVERIFY(rc::check("a day written in any form is that day", [] {
        const int first = static_cast<int>(parseDate("2000-01-01")->time_since_epoch().count());
        const int last = static_cast<int>(parseDate("2099-12-31")->time_since_epoch().count());
        const Date date{std::chrono::days(*rc::gen::inRange(first, last + 1))};
        const std::chrono::year_month_day parts{date};
        const int year = static_cast<int>(parts.year());
        const auto month = static_cast<unsigned>(parts.month());
        const auto day = static_cast<unsigned>(parts.day());
        const std::string name = kNames.at(month - 1);
        const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        const std::string y = std::to_string(year);
        const std::string d = std::to_string(day);
        for (const std::string& text :
             {isoDate(date), d + " " + name + " " + y, d + name.substr(0, 3) + y, name + " " + d + ", " + y,
              d + "/" + std::to_string(month) + "/" + y.substr(2), two(day) + "." + two(month) + "." + y,
              two(day) + two(month) + y, y + two(month) + two(day)}) {
            const auto read = readTypedDate(text, context());
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == date);
        }
        // Without its year it is the first such day from itself on.
        const auto read = readTypedDate(d + " " + name, {*parseDate(kToday), date});
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == date);
    }));
}

void TestTypedDate::anyTextIsADateInRangeOrAProblem()
{
    QVERIFY(rc::check("text of what dates are made of", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "1", "15", "31", "2027", "99999999", "/", "-", ".", "+", " ", ",", "apr", "feb", "mon", "next", "in", "a",
            "weeks", "d", "end", "of", "the", "th", "\xc2\xa0", "\xff", "%"));
        std::string text;
        for (const std::string& piece : pieces)
            text += piece;
        if (const auto read = readTypedDate(text, context()); read) {
            RC_ASSERT(*read >= *parseDate("1970-01-01"));
            RC_ASSERT(*read <= *parseDate("2200-12-31"));
        }
    }));
    QVERIFY(rc::check("any bytes", [](const std::string& text) { static_cast<void>(readTypedDate(text, context())); }));
}

QTEST_APPLESS_MAIN(TestTypedDate)
#include "tst_typed_date.moc"
