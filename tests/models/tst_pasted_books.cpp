#include "models/typed/pasted_books.h"

#include <QTest>

using namespace trestle;

namespace {

constexpr Date kToday = std::chrono::sys_days{std::chrono::year{2027} / 2 / 1};

QString monthOfText(const char* text)
{
    const auto month = readTypedMonth(text, kToday);
    return month ? QString::fromStdString(isoMonth(*month)) : QStringLiteral("none");
}

} // namespace

class TestPastedBooks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void months_data();
    void months();
    void rows();
    void headingsAndNonsenseAreTold();
};

void TestPastedBooks::months_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromLatin1(expected);
    };
    row("Jan 2027", "2027-01");
    row("January 2027", "2027-01");
    row("2027-01", "2027-01");
    row("1/2027", "2027-01");
    row("01/2027", "2027-01");
    row("January", "2027-01");
    row("Feb", "2027-02");
    row("March", "2026-03"); // the last one
    row("31/12/2026", "2026-12");
    row("2026-12-31", "2026-12");
    row("Smarch", "none");
    row("13/2027", "none");
    row("", "none");
}

void TestPastedBooks::months()
{
    QTEST(monthOfText(QTest::currentDataTag()), "expected");
}

void TestPastedBooks::rows()
{
    const PastedBooks books =
        readPastedBooks("Jan 2027\t31,250.50\tWages\r\n\"AUD 1,200\";2027-01;Hosting\nJan 2027\t(300)\t\n", kToday);
    QVERIFY(books.unread.empty());
    QCOMPARE(books.costs.size(), std::size_t{3});
    QCOMPARE(books.costs[0].amount.cents, std::int64_t{3'125'050});
    QCOMPARE(books.costs[0].label, std::string("Wages"));
    QCOMPARE(isoMonth(books.costs[1].month), std::string("2027-01"));
    QCOMPARE(books.costs[1].amount.cents, std::int64_t{120'000});
    QCOMPARE(books.costs[1].label, std::string("Hosting"));
    QCOMPARE(books.costs[2].amount.cents, std::int64_t{-30'000});
    QVERIFY(books.costs[2].label.empty());
}

void TestPastedBooks::headingsAndNonsenseAreTold()
{
    const PastedBooks books = readPastedBooks("Month\tAmount\tWhat\n\nJan 2027\t500\nJan 2027\n", kToday);
    QCOMPARE(books.costs.size(), std::size_t{1});
    QCOMPARE(books.unread, (std::vector<std::string>{"Month\tAmount\tWhat", "Jan 2027"}));
    QVERIFY(readPastedBooks("", kToday).costs.empty());
}

QTEST_APPLESS_MAIN(TestPastedBooks)
#include "tst_pasted_books.moc"
