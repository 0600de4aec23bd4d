#include "app/cli/wording.h"
#include "app/cli/wording_detail.h"
#include "tests/ui/support/harness.h"
#include "ui/base/wording.h"
#include "ui/base/wording_detail.h"

#include <set>

using namespace trestle;

namespace {

/// What the words of a kind have to name.
struct Naming {
    ErrorCode code = ErrorCode::internal;
    bool what = true;
    bool fix = false;
};

/// The kinds whose words do not name `what` alone.
constexpr auto kNaming = std::to_array<Naming>({
    {ErrorCode::invalidJson, false, true},
    {ErrorCode::schemaViolation, true, true},
    {ErrorCode::unsupportedVersion, true, true},
    {ErrorCode::wrongKind, true, true},
    {ErrorCode::sharesDoNotSumToOne, true, true},
    {ErrorCode::unknownItem, true, true},
    {ErrorCode::unknownCondition, true, true},
    {ErrorCode::unknownScale, true, true},
    {ErrorCode::unknownPerson, true, true},
    {ErrorCode::unknownScenario, true, true},
    {ErrorCode::invalidValue, true, true},
    {ErrorCode::invalidCalendar, true, true},
    {ErrorCode::invalidTasks, true, true},
    {ErrorCode::invalidTimes, true, true},
    {ErrorCode::invalidDate, true, true},
    {ErrorCode::invalidAllocation, true, true},
    {ErrorCode::invalidRate, true, true},
    {ErrorCode::tooManyPeople, true, true},
    {ErrorCode::noPeople, false, false},
    {ErrorCode::nobodyAble, true, true},
    {ErrorCode::nobodyLeft, true, true},
    {ErrorCode::invalidTimes, true, true},
    {ErrorCode::invalidRecord, true, true},
    {ErrorCode::afterStatusDate, true, true},
    {ErrorCode::finishBeforeStart, true, true},
    {ErrorCode::finishedUnderWay, true, true},
    {ErrorCode::noBaseline, false, false},
    {ErrorCode::planTooLong, true, true},
    {ErrorCode::planTooDear, true, true},
    {ErrorCode::noOpeningCash, false, false},
    {ErrorCode::fileUnreadable, true, true},
    {ErrorCode::fileUnwritable, true, true},
    {ErrorCode::fileTooLarge, true, true},
    {ErrorCode::notAPlan, true, true},
    {ErrorCode::newerPlan, true, true},
    {ErrorCode::damagedPlan, true, true},
    {ErrorCode::lockedPlan, true, true},
    {ErrorCode::unknownFormat, true, true},
    {ErrorCode::emptyReport, false, false},
    {ErrorCode::noExportForAudience, true, true},
    {ErrorCode::notAPicture, true, true},
    {ErrorCode::noOffer, true, false},
    {ErrorCode::noChanges, true, false},
    {ErrorCode::noChart, true, true},
    {ErrorCode::cancelled, false, false},
});

constexpr int kErrorCodes = static_cast<int>(ErrorCode::internal) + 1;

/// A detail of the kind, whose arguments are found again in its words.
Detail detailOf(const DetailShape& shape)
{
    static const std::vector<std::string> some{"71", "82", "93"};
    const std::size_t count =
        shape.arguments == DetailShape::many ? some.size() : static_cast<std::size_t>(shape.arguments);
    return {shape.kind, {some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count)}};
}

QString terminal(const Error& error)
{
    return QString::fromStdString(cli::worded(error));
}

QString terminal(const Detail& detail)
{
    return QString::fromStdString(cli::worded(detail));
}

} // namespace

/// Every kind of error and of detail has its words, on the command line and in the window, and they name its arguments.
class TestWording : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasWords_data();
    void everyCodeHasWords();
    void everyDetailHasWords_data();
    void everyDetailHasWords();
    void detailsDiffer();
    void everyDamageIsExplained();
};

void TestWording::everyCodeHasWords_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code < kErrorCodes; ++code)
        QTest::addRow("%d", code) << code;
}

void TestWording::everyCodeHasWords()
{
    QFETCH(int, code);
    Naming naming{static_cast<ErrorCode>(code)};
    if (const auto* const found = std::ranges::find(kNaming, naming.code, &Naming::code); found != kNaming.end())
        naming = *found;
    const Error error{naming.code, "4711", {}, "0815"};
    const QString unknown = QStringLiteral("went wrong inside Trestle"); // the words for what is no kind at all
    for (const QString& words : {terminal(error), wording::error(error)}) {
        QVERIFY(!words.isEmpty());
        QVERIFY2(words.contains(QStringLiteral("4711")) == naming.what, qPrintable(words));
        QVERIFY2(!naming.fix || words.contains(QStringLiteral("0815")), qPrintable(words));
        QVERIFY2(words.contains(unknown) == (naming.code == ErrorCode::internal), qPrintable(words));
    }
}

void TestWording::everyDetailHasWords_data()
{
    QTest::addColumn<int>("at");
    for (int at = 1; at < static_cast<int>(kDetails.size()); ++at)
        QTest::addRow("%d", at) << at;
}

void TestWording::everyDetailHasWords()
{
    QFETCH(int, at);
    const Detail detail = detailOf(kDetails.at(static_cast<std::size_t>(at)));
    for (const QString& words : {terminal(detail), wording::detail(detail)}) {
        QVERIFY(!words.isEmpty());
        QVERIFY2(!words.contains(u'%'), qPrintable(words));
        for (const std::string& argument : detail.arguments)
            QVERIFY2(words.contains(QString::fromStdString(argument)), qPrintable(words));
    }
}

/// No two kinds are told in the same words.
void TestWording::detailsDiffer()
{
    std::set<QString> inTerminal;
    std::set<QString> inWindow;
    for (const DetailShape& shape : kDetails) {
        Detail detail = detailOf(shape);
        if (shape.kind == DetailKind::jsonType) // has words for types alone
            detail.arguments = {"object", "array", "string", "integer", "number", "boolean"};
        inTerminal.insert(terminal(detail));
        inWindow.insert(wording::detail(detail));
    }
    QCOMPARE(inTerminal.size(), kDetails.size());
    QCOMPARE(inWindow.size(), kDetails.size());
    const QString types = QStringLiteral("an object, a list, text, a whole number, a number or true or false");
    QVERIFY(inTerminal.contains(types) && inWindow.contains(types));
}

/// Whatever part of a plan is damaged, `check` says something of its own.
void TestWording::everyDamageIsExplained()
{
    std::set<std::string> explanations;
    const std::vector<std::string> parts{"",          "header",     "journal", "pages",    "head",
                                         "catalogue", "revision/7", "tag/7",   "plan_item"};
    for (const std::string& part : parts) {
        const std::string words =
            cli::explained({ErrorCode::damagedPlan, "a.trestle", part, Detail(DetailKind::hashDiffers)});
        QVERIFY2(part.find('/') == std::string::npos || words.find("revision 7") != std::string::npos, words.c_str());
        explanations.insert(words);
    }
    QCOMPARE(explanations.size(), parts.size());
}

TRESTLE_UI_TEST(TestWording)
#include "tst_wording.moc"
