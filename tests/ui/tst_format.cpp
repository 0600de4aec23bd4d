#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/base/format_difference.h"
#include "ui/team/team_model.h"
#include "ui/team/team_page.h"

#include <QTextLayout>

using namespace trestle;

namespace {

/// What is read, with plain spaces in place of those that do not break.
QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

Date day(const char* iso)
{
    return *parseDate(iso);
}

/// Whether the last figure of a line stands at the right of everything before it.
bool endsAtTheRight(const QString& line)
{
    QTextLayout layout(line);
    layout.beginLayout();
    const QTextLine shaped = layout.createLine();
    layout.endLayout();
    const auto last = static_cast<int>(line.size()) - 1;
    const qreal at = shaped.cursorToX(last);
    for (int i = 0; i < last; ++i)
        if (shaped.cursorToX(i) > at)
            return false;
    return true;
}

} // namespace

class TestFormat : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void figures_data();
    void figures();
    void datesSurviveTheTripToQt();
    void rightToLeftNamesKeepTheirPlace_data();
    void rightToLeftNamesKeepTheirPlace();
    void isolatesStayInTheWindow();
};

void TestFormat::figures_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& found, const char* expected) {
        QTest::newRow(name) << plain(found) << QString::fromUtf8(expected);
    };
    row("a confidence", format::wholePercent(80), "80 %");
    row("money", format::money(Money{15'780'049}), "AUD 157,800");
    row("money rounds to the dollar", format::money(Money{15'780'050}), "AUD 157,801");
    row("negative money", format::money(Money{-123'400}), "−AUD 1,234");
    row("no money", format::money(Money{}), "AUD 0");
    row("less than a dollar", format::money(Money{20}), "AUD 0.20");
    row("less than a dollar less than nothing", format::money(Money{-40}), "−AUD 0.40");
    row("a promise", format::promise(Money{13'008'100}), "AUD 131,000");
    row("a promise of its three digits", format::promise(Money::dollars(131'000)), "AUD 131,000");
    row("range of promises", format::promiseRange(Money{12'000'001}, Money{1'499'990'000}), "AUD 121,000 – 15,000,000");
    row("simulated", format::simulated(Money{314'149}), "AUD 3,140");
    row("likely", format::chance({0.4259, false}), "43 %");
    row("hardly", format::chance({0.0049, false}), "under 1 %");
    row("in no run", format::chance({0, false}), "under 1 %");
    row("never", format::chance({0, true}), "0 %");
    row("nearly always", format::chance({0.9951, false}), "over 99 %");
    row("in every run", format::chance({1, false}), "over 99 %");
    row("always", format::chance({1, true}), "100 %");
    row("to the cent", format::exactMoney(Money{136'016}), "AUD 1,360.16");
    row("range of money", format::moneyRange(Money::dollars(13'800), Money::dollars(36'800)), "AUD 13,800 – 36,800");
    row("range of one amount", format::moneyRange(Money{100}, Money{101}), "AUD 1");
    row("beside a bar, thousands", format::shortAmount(Money::dollars(50'000)), "50 k");
    row("beside a bar, millions", format::shortAmount(Money::dollars(1'250'000)), "1.25 m");
    row("beside a bar, three digits", format::shortAmount(Money::dollars(34'129)), "34.1 k");
    row("beside a bar, dollars", format::shortAmount(Money::dollars(48)), "48");
    row("beside a bar, hundreds", format::shortAmount(Money::dollars(440)), "440");
    row("beside a bar, cents", format::shortAmount(Money{250}), "2.5");
    row("beside a bar, up to the next unit", format::shortAmount(Money::dollars(999'960)), "1 m");
    row("beside a bar, nothing", format::shortAmount(Money{}), "0");
    row("axis, quarters of ten", format::axisAmount(2.5), "2.5");
    row("axis, a hundred thousandth", format::axisAmount(12.5), "12.5");
    row("axis, between thousands", format::axisAmount(1250), "1.25 k");
    row("axis, far from nothing", format::axisAmount(152'200), "152.2 k");
    row("axis, millions and thousands", format::axisAmount(1'525'000), "1.525 m");
    row("axis, thousands of millions", format::axisAmount(2.5e9), "2.5 bn");
    row("axis, below nothing", format::axisAmount(-7500), "\u22127.5 k");
    row("axis, small", format::axisNumber(0.005), "0.005");
    row("axis, binary rest", format::axisNumber(0.1 * 3), "0.3");
    row("weeks", format::weeks(21.04), "21 weeks");
    row("part of a week", format::weeks(2.36), "2.4 weeks");
    row("one week", format::weeks(1.04), "1 week");
    row("range of weeks", format::weeksRange(15.2067, 29.4067), "15.2 – 29.4 weeks");
    row("later", format::signedWeeks(0.93), "+0.9 weeks");
    row("earlier by a week", format::signedWeeks(-1.04), "−1 week");
    row("no later", format::signedWeeks(0.04), "0 weeks");
    row("no earlier", format::signedWeeks(-0.04), "0 weeks");
    row("dearer", format::signedMoney(Money::dollars(4'500)), "+AUD 4,500");
    row("cheaper", format::signedMoney(Money::dollars(-4'500)), "−AUD 4,500");
    row("hardly dearer", format::signedAmount(Money{40}), "0");
    row("a difference in tenths", format::signedNumber(0.25, 2), "+0.25");
    row("one day", format::days(1), "1 day");
    row("days", format::days(19), "19 days");
    row("effort of a phase", format::effortRange(2.76, 7.36), "2.8 – 7.4 weeks");
    row("effort of an item", format::effortRange(1, 2.4), "5 – 12 days");
    row("effort of a small item", format::effortRange(0.1, 0.2), "½ – 1 day");
    row("effort of a few days", format::effortRange(0.3, 0.7), "1½ – 4 days");
    row("effort of hours", format::effortRange(0.03, 0.08), "1 – 3 hours");
    row("an hour", format::effort(0.001), "1 hour");
    row("a week", format::effort(0.996), "5 days");
    row("up to days", format::effortRange(0, 0.6), "0 – 3 days");
    row("the least in weeks", format::effort(2.5), "2.5 weeks");
    row("no effort", format::effort(0), "0 days");
    row("person-weeks", format::personWeeks(4, 8), "4.0 – 8.0 person-weeks");
    row("half a day to a day", format::personWeeks(0.1, 0.2), "half a day to a day");
    row("half a day to more", format::personWeeks(0.1, 0.4), "half a day to 2 days");
    row("half a day", format::personWeeks(0.1, 0.1), "half a day");
    row("days in a sentence", format::personWeeks(0.45, 1.2), "2½ – 6 days");
    row("as typed, in days", format::exactEffort(0.45), "2.25 days");
    row("as typed, in weeks", format::exactEffort(7.5), "7.5 person-weeks");
    row("as typed, a week", format::exactEffort(1), "1 person-week");
    row("full-time", format::allocation(1), "full-time");
    row("half-time", format::allocation(0.5), "half-time");
    row("part of full time", format::allocation(0.6), "60 % of full time");
    row("percent", format::percent(0.298667), "30 %");
    row("size of a team", format::fte(1.5), "1.5 full-time equivalents");
    row("size of one", format::fte(1), "1 full-time equivalent");
    row("a day", format::date(day("2027-06-14")), "14 June 2027");
    row("a short day", format::shortDate(day("2027-06-25")), "25 Jun");
    row("days of a month", format::dateRange(day("2027-01-04"), day("2027-01-15")), "4 – 15 Jan 2027");
    row("days of two months", format::dateRange(day("2027-01-28"), day("2027-02-03")), "28 Jan – 3 Feb 2027");
    row("days of two years", format::dateRange(day("2026-12-30"), day("2027-01-03")), "30 Dec 2026 – 3 Jan 2027");
    row("a single day", format::dateRange(day("2027-01-04"), day("2027-01-04")), "4 Jan 2027");
    row("a month", format::monthYear(2027, 9), "Sep 2027");
}

void TestFormat::figures()
{
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QCOMPARE(found, expected);
}

void TestFormat::datesSurviveTheTripToQt()
{
    for (const char* iso : {"1970-01-01", "2000-02-29", "2027-01-04", "2200-12-31"}) {
        const Date date = day(iso);
        QCOMPARE(format::toQDate(date).toString(Qt::ISODate), QString::fromLatin1(iso));
        QVERIFY(format::fromQDate(format::toQDate(date)) == date);
    }
}

void TestFormat::rightToLeftNamesKeepTheirPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Hebrew") << QStringLiteral("\u05d3\u05d5\u05d3");
    QTest::newRow("Arabic") << QStringLiteral("\u0644\u064a\u0644\u0649");
    QTest::newRow("of two scripts") << QStringLiteral("Ana \u05d3\u05d5\u05d3");
    QTest::newRow("beyond the first plane") << QString::fromUcs4(U"\U0001E900\U0001E901");
}

void TestFormat::rightToLeftNamesKeepTheirPlace()
{
    QFETCH(QString, name);
    QVERIFY(!endsAtTheRight(QStringLiteral("%1 5").arg(name))); // what happens to a name that is not isolated
    const QString shown = format::text(name.toStdString());
    QVERIFY(endsAtTheRight(QStringLiteral("%1 5").arg(shown)));
    QVERIFY(endsAtTheRight(QStringLiteral("%1, %1, 5").arg(shown)));
    QCOMPARE(format::isolated(shown), shown);

    testing::OpenPlan open;
    open.document().edit(QStringLiteral("name"), [&](Inputs& inputs) { inputs.team.back().name = name.toStdString(); });
    QVERIFY(teamLine(open.document()).contains(shown));
    // Where it is edited it is the name alone.
    TeamModel model(open.document());
    const QModelIndex cell = model.index(static_cast<int>(open.document().inputs().team.size()) - 1, TeamModel::Name);
    QCOMPARE(cell.data(Qt::EditRole).toString(), name);
    QCOMPARE(cell.data().toString(), shown);
}

void TestFormat::isolatesStayInTheWindow()
{
    const std::string hebrew = "\u05d3\u05d5\u05d3";
    QCOMPARE(format::utf8(format::text(hebrew)), hebrew);
    QCOMPARE(format::utf8(QStringLiteral("Name of %1").arg(format::text(hebrew))), "Name of " + hebrew);
    QCOMPARE(format::raw(hebrew), QString::fromStdString(hebrew));
    for (const char* plainText : {"", "Ana", "Bj\u00f6rn \u5c71\u7530", "12 \u2013 14"})
        QCOMPARE(format::text(plainText), QString::fromUtf8(plainText));
    QCOMPARE(format::text(hebrew + "\n5"), QString::fromStdString(hebrew + "\n5")); // a text of its own
}

TRESTLE_UI_TEST(TestFormat)
#include "tst_format.moc"
