#include "models/typed/pasted_people.h"

#include <QTest>

#include <random>

using namespace trestle;

/// People copied from a spreadsheet.
class TestPastedPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePerson_data();
    void onePerson();
    void whatIsWrongIsTold_data();
    void whatIsWrongIsTold();
    void headerAndEmptyLinesAreLeftOut();
    void namesAreUnique();
    void teamsHaveAnEnd();
    void whoIsThereGetsTheNewFigures();
    void anyTextIsRead();
};

void TestPastedPeople::onePerson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("time");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("bill");
    QTest::newRow("tabs") << QStringLiteral("Ana Brown\t0.5\t5,000\t7000") << 0.5 << 5000 << 7000;
    QTest::newRow("per cent and AUD") << QStringLiteral("Ana Brown\t50 %\tAUD 5,000.00\r\n") << 0.5 << 5000 << -1;
    QTest::newRow("commas and quotes") << QStringLiteral("\"Ana Brown\",0.5,\"5,000\",\"7,000\"") << 0.5 << 5000
                                       << 7000;
    QTest::newRow("semicolons") << QStringLiteral("Ana Brown; 1 ; 5k;") << 1.0 << 5000 << -1;
    QTest::newRow("words") << QStringLiteral("Ana Brown\tFull-time\t$5,000\t") << 1.0 << 5000 << -1;
    QTest::newRow("half in words") << QStringLiteral("Ana Brown\thalf time\t5000") << 0.5 << 5000 << -1;
}

void TestPastedPeople::onePerson()
{
    QFETCH(const QString, text);
    QFETCH(const double, time);
    QFETCH(const int, rate);
    QFETCH(const int, bill);
    const std::vector<PastedLine> lines = readPastedPeople(text.toStdString());
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(!lines[0].problem);
    Person expected;
    expected.name = "Ana Brown";
    expected.allocation = time;
    expected.weeklyRate = Money::dollars(rate);
    if (bill >= 0)
        expected.billRate = Money::dollars(bill);
    QVERIFY(lines[0].person == expected);
}

void TestPastedPeople::whatIsWrongIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* text, PastedProblem problem) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(problem);
    };
    row("\t1\t5000", PastedProblem::noName);
    row("Ana", PastedProblem::tooFewCells);
    row("Ana\t1", PastedProblem::tooFewCells);
    row("Ana\tmostly\t5000", PastedProblem::time);
    row("Ana\t1.5\t5000", PastedProblem::time);
    row("Ana\t0\t5000", PastedProblem::time);
    row("Ana\t1\tcheap", PastedProblem::rate);
    row("Ana\t1\t-5000", PastedProblem::rate);
    row("Ana\t1\t5000\tlots", PastedProblem::billRate);
}

void TestPastedPeople::whatIsWrongIsTold()
{
    QFETCH(const QString, text);
    QFETCH(const int, problem);
    const std::vector<PastedLine> lines = readPastedPeople("Bo\t1\t4000\n" + text.toStdString());
    QCOMPARE(lines.size(), std::size_t{2});
    QVERIFY(!lines[0].problem);
    QVERIFY(lines[1].problem.has_value());
    QCOMPARE(static_cast<int>(*lines[1].problem), problem);
    QCOMPARE(lines[1].text, text.toStdString());
    QCOMPARE(lines[1].number, std::size_t{2});
}

void TestPastedPeople::headerAndEmptyLinesAreLeftOut()
{
    const std::vector<PastedLine> lines =
        readPastedPeople("Name\tTime\tRate\tBill rate\n\n  \t \nAna\t1\t5000\nName\tTime\tRate\n");
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].person.name, std::string("Ana"));
    QCOMPARE(lines[0].number, std::size_t{4});
    QVERIFY(lines[1].problem == PastedProblem::time); // a header stands at the top alone
}

void TestPastedPeople::namesAreUnique()
{
    const std::vector<PastedLine> lines = readPastedPeople("Ana\t1\t5000\nAna\t0.5\t4000");
    QVERIFY(!lines[0].problem);
    QVERIFY(lines[1].problem == PastedProblem::nameTwice);
}

void TestPastedPeople::teamsHaveAnEnd()
{
    std::string text;
    for (std::size_t i = 0; i <= kMaxPeople; ++i)
        text += "P" + std::to_string(i) + "\t1\t5000\n";
    const std::vector<PastedLine> lines = readPastedPeople(text);
    QVERIFY(!lines[kMaxPeople - 1].problem);
    QVERIFY(lines[kMaxPeople].problem == PastedProblem::tooMany);
}

void TestPastedPeople::whoIsThereGetsTheNewFigures()
{
    Person ana;
    ana.name = "Ana";
    ana.skills = {"security"};
    ana.billRate = Money::dollars(9000);
    ana.rateBasis = RateBasis{};
    std::vector<Person> team{ana};
    addPastedPeople(team, readPastedPeople("Ana\t0.5\t6000\nBo\t1\t4000\t7000\nCy\tnever\t1"));
    QCOMPARE(team.size(), std::size_t{2});
    QCOMPARE(team[0].allocation, 0.5);
    QCOMPARE(team[0].weeklyRate.cents, Money::dollars(6000).cents);
    QCOMPARE(team[0].billRate->cents, Money::dollars(9000).cents);
    QVERIFY(!team[0].rateBasis && team[0].skills.size() == 1);
    QCOMPARE(team[1].billRate->cents, Money::dollars(7000).cents);
}

/// Whatever is on the clipboard: each line is understood or has a problem, and none is longer than can be shown.
void TestPastedPeople::anyTextIsRead()
{
    std::mt19937_64 random(7);
    const std::string letters = "A\t,;\"\n\r 1.5%é\xE2\x80\xFF";
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t n = random() % 80; n > 0; --n)
            text += letters[random() % letters.size()];
        for (const PastedLine& line : readPastedPeople(text)) {
            QVERIFY(line.problem || (!line.person.name.empty() && line.person.allocation > 0));
            QVERIFY(line.text.size() <= 200);
        }
    }
    QVERIFY(readPastedPeople(std::string(10 * kLongestPaste, '\n')).empty());
    QCOMPARE(readPastedPeople("").size(), std::size_t{0});
}

QTEST_APPLESS_MAIN(TestPastedPeople)
#include "tst_pasted_people.moc"
