#include "models/inputs.h"
#include "models/learning.h"
#include "models/typed/typed_progress.h"

#include <QTest>

#include <rapidcheck.h>

#include <string>

using namespace trestle;

namespace {

using std::chrono::days;
constexpr Date kMonday = std::chrono::sys_days{std::chrono::year{2027} / 2 / 1};
constexpr Date kStart = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};

ProgressContext on(Date today, ItemState state = ItemState::missing)
{
    return {today, kStart, 38, state};
}

QString wordFor(ProgressProblem problem)
{
    switch (problem) {
    case ProgressProblem::empty: return QStringLiteral("empty");
    case ProgressProblem::notUnderstood: return QStringLiteral("not understood");
    case ProgressProblem::noSuchDate: return QStringLiteral("no such date");
    case ProgressProblem::afterToday: return QStringLiteral("after today");
    case ProgressProblem::finishBeforeStart: return QStringLiteral("finish before start");
    case ProgressProblem::leftOrSpent: return QStringLiteral("left or spent");
    case ProgressProblem::share: return QStringLiteral("share");
    case ProgressProblem::unordered: return QStringLiteral("unordered");
    case ProgressProblem::contradiction: return QStringLiteral("contradiction");
    case ProgressProblem::tooLarge: return QStringLiteral("too large");
    }
    return {};
}

QString written(const TypedProgress& said)
{
    QString text = said.state == ItemState::done       ? QStringLiteral("done")
                   : said.state == ItemState::underWay ? QStringLiteral("underway")
                   : said.state == ItemState::missing  ? QStringLiteral("missing")
                                                       : QStringLiteral("?");
    const auto inDays = [](double weeks) { return QString::number(weeks * 5, 'g', 6); };
    if (said.started)
        text += QStringLiteral(" from ") + QString::fromStdString(isoDate(*said.started));
    if (said.finished)
        text += QStringLiteral(" to ") + QString::fromStdString(isoDate(*said.finished));
    if (said.spent)
        text += QStringLiteral(" spent ") + inDays(*said.spent);
    if (said.left)
        text += QStringLiteral(" left %1/%2/%3")
                    .arg(inDays(said.left->low), inDays(said.left->likely), inDays(said.left->high));
    return text;
}

QString readOn(Date today, const QString& text, ItemState state = ItemState::missing)
{
    const auto said = readTypedProgress(text.toStdString(), on(today, state));
    return said ? written(*said) : QStringLiteral("no: ") + wordFor(said.error());
}

} // namespace

class TestTypedProgress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void said_data();
    void said();
    void weekdaysAreTheLastOnes();
    void whatIsSaidOfFinishedWork();
    void hoursAreThePlans();
    void isEntered();
    void startAgain();
    void movesTheStatusDate();
    void anyTextIsSaidOrAProblem();
};

void TestTypedProgress::said_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("done", "done to 2027-02-01");
    row("Done.", "done to 2027-02-01");
    row("done today", "done to 2027-02-01");
    row("finished", "done to 2027-02-01");
    row("done, took 3 days", "done to 2027-02-01 spent 3");
    row("done took 3 days", "done to 2027-02-01 spent 3");
    row("took 3 days", "done to 2027-02-01 spent 3");
    row("it took two days", "done to 2027-02-01 spent 2");
    row("done in 3 days", "done to 2027-02-01 spent 3");
    row("done, 3 days", "done to 2027-02-01 spent 3");
    row("done 3d", "done to 2027-02-01 spent 3");
    row("done yesterday, 19h", "done to 2027-01-31 spent 2.5");
    row("done yesterday 19 h", "done to 2027-01-31 spent 2.5");
    row("finished 28 Jan", "done to 2027-01-28");
    row("finished 28 Jan, took 3 days", "done to 2027-01-28 spent 3");
    row("finished 28 Jan 20 d", "done to 2027-01-28 spent 20");
    row("finished 28 Jan 2027 20 d", "done to 2027-01-28 spent 20");
    row("done on Thu 28 January, 1 w 2 d", "done to 2027-01-28 spent 7");
    row("done 28/1", "done to 2027-01-28");
    row("done 15 Nov", "done to 2026-11-15");
    row("done Friday", "done to 2027-01-29");
    row("done Friday, started Monday", "no: finish before start");
    row("done Friday, started last Monday", "done from 2027-01-25 to 2027-01-29");
    row("done 2 days ago", "done to 2027-01-30");
    row("done a week ago", "done to 2027-01-25");
    row("2 days left", "underway left 2/2/2");
    row("two days left", "underway left 2/2/2");
    row("2 more days left", "no: not understood");
    row("2 days to go", "underway left 2/2/2");
    row("half a day left", "underway left 0.5/0.5/0.5");
    row("\u00bd day left", "underway left 0.5/0.5/0.5");
    row("0 days left", "underway left 0/0/0");
    row("1-3 days left", "underway left 1/2/3");
    row("1\u20133 days left", "underway left 1/2/3");
    row("1 to 3 days left", "underway left 1/2/3");
    row("1/2/3 days left", "underway left 1/2/3");
    row("1/2/8d left", "underway left 1/2/8");
    row("started Monday", "underway from 2027-02-01");
    row("started", "underway from 2027-02-01");
    row("started 25/1, 2\u00bd days", "no: left or spent");
    row("started 25/1, 2\u00bd days so far", "underway from 2027-01-25 spent 2.5");
    row("started 25/1, 2\u00bd days spent, 1 day left", "underway from 2027-01-25 spent 2.5 left 1/1/1");
    row("since 25 Jan", "underway from 2027-01-25");
    row("under way", "underway");
    row("under way since 25 Jan", "underway from 2027-01-25");
    row("in progress, 3 days spent", "underway spent 3");
    row("3 days so far", "underway spent 3");
    row("spent 3 days", "underway spent 3");
    row("not started", "missing");
    row("nothing left", "done to 2027-02-01");
    row("", "no: empty");
    row("   ", "no: empty");
    row("hello", "no: not understood");
    row("3 days", "no: left or spent");
    row("1-3 days", "no: left or spent");
    row("done, 1-3 days", "no: left or spent");
    row("3", "no: not understood");
    row("half done", "no: share");
    row("50 %", "no: share");
    row("50% done", "no: share");
    row("done tomorrow", "no: after today");
    row("done 2 Feb", "no: after today");
    row("started next Monday", "no: after today");
    row("finished 31 Feb", "no: no such date");
    row("done 1/28", "no: no such date");
    row("done, 2 days left", "no: contradiction");
    row("not started, 2 days left", "no: contradiction");
    row("done, done", "no: contradiction");
    row("done, took 3 days, 2 days", "no: contradiction");
    row("3/2/1 days left", "no: unordered");
    row("1/2/3/4 days left", "no: not understood");
    row("200000 weeks left", "no: too large");
    row("28 Jan", "no: not understood");
    row("took forever", "no: not understood");
}

void TestTypedProgress::said()
{
    QFETCH(QString, text);
    QTEST(readOn(kMonday, text), "expected");
}

void TestTypedProgress::weekdaysAreTheLastOnes()
{
    const Date wednesday = kMonday + days(2);
    QCOMPARE(readOn(wednesday, QStringLiteral("started Monday")), QStringLiteral("underway from 2027-02-01"));
    QCOMPARE(readOn(wednesday, QStringLiteral("started Wed")), QStringLiteral("underway from 2027-02-03"));
    QCOMPARE(readOn(wednesday, QStringLiteral("started last wed")), QStringLiteral("underway from 2027-01-27"));
    QCOMPARE(readOn(wednesday, QStringLiteral("started Thursday")), QStringLiteral("underway from 2027-01-28"));
}

void TestTypedProgress::whatIsSaidOfFinishedWork()
{
    const auto read = [](const char* text) { return readOn(kMonday, QString::fromLatin1(text), ItemState::done); };
    QCOMPARE(read("3 days"), QStringLiteral("done spent 3"));
    QCOMPARE(read("took 3 days"), QStringLiteral("done spent 3"));
    QCOMPARE(read("spent 3 days"), QStringLiteral("done spent 3"));
    QCOMPARE(read("started 25 Jan"), QStringLiteral("done from 2027-01-25"));
    QCOMPARE(read("done Friday"), QStringLiteral("done to 2027-01-29"));
    QCOMPARE(read("2 days left"), QStringLiteral("underway left 2/2/2"));
    QCOMPARE(read("not started"), QStringLiteral("missing"));
}

void TestTypedProgress::hoursAreThePlans()
{
    ProgressContext context = on(kMonday);
    context.hoursPerWeek = 40;
    const auto said = readTypedProgress("20 hours so far", context);
    QVERIFY(said);
    QCOMPARE(said->spent.value_or(0), 0.5);
}

void TestTypedProgress::isEntered()
{
    Inputs inputs;
    inputs.start = kStart;
    inputs.items["item"].progress.state = ItemState::partial;
    const auto say = [&inputs](const char* text) {
        const auto said = readTypedProgress(text, on(kMonday, stateOf(inputs, "item")));
        QVERIFY(said.has_value());
        recordProgress(inputs, "item", *said, kMonday);
    };
    say("started 27 Jan, 2 days so far, 1 day left");
    const ItemInput& item = inputs.items.at("item");
    QVERIFY(item.progress.state == ItemState::underWay);
    QVERIFY(item.actual.partlyBefore);
    QVERIFY(item.actual.left.has_value());
    say("done");
    QVERIFY(item.progress.state == ItemState::done);
    QCOMPARE(item.actual.spent.value_or(0), 0.4); // what was said before
    QVERIFY(!item.actual.left);
    QVERIFY(item.actual.started == kStart + days(23));
    QVERIFY(item.actual.finished == kMonday);
}

void TestTypedProgress::startAgain()
{
    Inputs inputs;
    inputs.start = kStart;
    recordProgress(inputs, "item", {ItemState::done, {}, kStart, 0.4, {}}, kStart);
    recordProgress(inputs, "item", {ItemState::underWay, {}, {}, {}, ThreePoint{1, 1, 1}}, kStart);
    QVERIFY(!inputs.items.at("item").actual.finished);
    QCOMPARE(inputs.items.at("item").actual.spent.value_or(0), 0.4);
    recordProgress(inputs, "item", {ItemState::missing, {}, {}, {}, {}}, kStart);
    QVERIFY(!inputs.items.at("item").actual.any());
}

void TestTypedProgress::movesTheStatusDate()
{
    Inputs inputs;
    inputs.start = kStart;
    recordProgress(inputs, "item", {ItemState::underWay, {}, {}, {}, {}}, kMonday);
    QVERIFY(!inputs.asOf); // nothing dated was said
    recordProgress(inputs, "item", {ItemState::done, {}, kMonday - days(3), {}, {}}, kMonday);
    QVERIFY(statusDate(inputs) == kMonday - days(3));
    recordProgress(inputs, "other", {ItemState::underWay, {}, {}, {}, ThreePoint{1, 1, 1}}, kMonday);
    QVERIFY(statusDate(inputs) == kMonday); // what is left is left as of today
    recordProgress(inputs, "item", {ItemState::done, {}, kStart, {}, {}}, kMonday);
    QVERIFY(statusDate(inputs) == kMonday); // never back
}

void TestTypedProgress::anyTextIsSaidOrAProblem()
{
    const bool ok = rc::check("any text is said or a problem, and nothing said is of the future", [] {
        static const std::vector<std::string> kWords{
            "done",   "took", "3",   "days", "left", "started", "Monday", ",", "1-3", "20h", "half",     "a",
            "so far", "28",   "Jan", "not",  "ago",  "last",    "to",     "/", "%",   "w",   "under way"};
        const auto picks = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords));
        std::string text;
        for (const std::string& word : picks)
            text += word + " ";
        const auto said = readTypedProgress(text, on(kMonday));
        if (!said)
            return;
        RC_ASSERT(said->started.value_or(kMonday) <= kMonday);
        RC_ASSERT(said->finished.value_or(kMonday) <= kMonday);
        RC_ASSERT(said->spent.value_or(0) >= 0);
        RC_ASSERT(said->state == ItemState::done || !said->finished);
    });
    QVERIFY(ok);
}

QTEST_APPLESS_MAIN(TestTypedProgress)
#include "tst_typed_progress.moc"
