#include "data/plan_file/assistant_inbox.h"
#include "tests/data/support/plan_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <atomic>
#include <thread>

using namespace trestle;
using namespace trestle::test;

/// What assistants leave for a plan that is open elsewhere.
class TestAssistantInbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesWhatWasLeft();
    void isEmptyAfterwards();
    void dropsWhatBreaksRules_data();
    void dropsWhatBreaksRules();
    void isNoWayToOtherFiles();
    void isFullAtSomePoint();
    void whatIsReadStaysUntilItIsDropped();
    void nothingIsLostBetweenWritersAndReader();
    void callsStandInTheFile();
    void strangersTableStays();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] std::vector<InboxEntry> taken() const { return takeInbox(m_plan, m_catalogue); }
    void write(const QByteArray& lines) const
    {
        QFile file(path(".a.trestle.inbox"));
        QVERIFY(file.open(QIODevice::Append));
        file.write(lines);
    }

    LoadedCatalogue m_catalogue = builtinCatalogue().value();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_plan;
};

namespace {

const Date kDay{std::chrono::year(2026) / 12 / 9};

InboxEntry proposing(const std::string& item)
{
    return {std::nullopt, item,
            Proposal{FoundState::done,
                     FoundConfidence::confident,
                     {{"src/a.py", 3, "x = 1", "why"}},
                     "Assistant",
                     kDay,
                     ProposalAnswer::open}};
}

} // namespace

void TestAssistantInbox::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_plan = path("a.trestle").toStdString();
    QVERIFY(PlanFile::create(m_plan, {{newInputs(*m_catalogue.catalogue, "A", kDay), {}}, m_catalogue}, "new"));
}

void TestAssistantInbox::takesWhatWasLeft()
{
    const AssistantCall call{17, "Assistant", "figures", R"({"scenario":"Lean"})", true};
    QVERIFY(!hasInbox(m_plan));
    QVERIFY(leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
    QVERIFY(leaveInInbox(m_plan, {call, {}, {}}, m_catalogue));
    QVERIFY(hasInbox(m_plan));
    const std::vector<InboxEntry> entries = taken();
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].item, std::string("sessions"));
    QVERIFY(entries[0].proposal == proposing("sessions").proposal);
    QVERIFY(!entries[0].call);
    QVERIFY(entries[1].call == call);
    QVERIFY(entries[1].item.empty());
}

void TestAssistantInbox::isEmptyAfterwards()
{
    QVERIFY(taken().empty());
    QVERIFY(leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
    QCOMPARE(taken().size(), std::size_t{1});
    QVERIFY(taken().empty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), (QStringList{"a.trestle"}));
}

void TestAssistantInbox::dropsWhatBreaksRules_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\n", 4);
    QTest::newRow("a list") << QByteArray("[]\n");
    QTest::newRow("a call of numbers") << QByteArray(R"({"call":{"at":"x"}})"
                                                     "\n");
    QTest::newRow("a call that is none") << QByteArray(R"({"call":7})"
                                                       "\n");
    QTest::newRow("a plan that is none") << QByteArray(R"({"plan":7})"
                                                       "\n");
    QTest::newRow("an empty plan") << QByteArray(R"({"plan":"{}"})"
                                                 "\n");
    QTest::newRow("cut off") << QByteArray(R"({"plan":"{)");
    QTest::newRow("deep") << QByteArray(1 << 20, '[') + '\n';
}

void TestAssistantInbox::dropsWhatBreaksRules()
{
    QFETCH(const QByteArray, lines);
    QVERIFY(leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
    write(lines);
    if (lines.endsWith('\n')) {
        QVERIFY(leaveInInbox(m_plan, proposing("audit-log"), m_catalogue));
        QCOMPARE(taken().size(), std::size_t{2}); // the others are not lost with it
    } else {
        QCOMPARE(taken().size(), std::size_t{1});
    }
    // Nor is an item that the plan does not know, whoever wrote it.
    LoadedCatalogue other = m_catalogue;
    QVERIFY(leaveInInbox(m_plan, proposing("no-such-item"), other));
    QVERIFY(taken().empty());
}

void TestAssistantInbox::isNoWayToOtherFiles()
{
    QFile other(path("other"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("mine\n");
    other.close();
    const QString inbox = path(".a.trestle.inbox");
    QVERIFY(QFile::link(other.fileName(), inbox));
    QVERIFY(!leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
    QVERIFY(taken().empty());
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("mine\n"));
    QCOMPARE(mkfifo(inbox.toLocal8Bit().constData(), 0600), 0);
    QVERIFY(!leaveInInbox(m_plan, proposing("sessions"), m_catalogue)); // and does not wait for a reader
    QVERIFY(taken().empty());
}

void TestAssistantInbox::isFullAtSomePoint()
{
    write(QByteArray(static_cast<qsizetype>(kLargestInbox) + 1, '\n'));
    const auto full = leaveInInbox(m_plan, proposing("sessions"), m_catalogue);
    QVERIFY(!full);
    QVERIFY(full.error().code == ErrorCode::fileTooLarge);
    QVERIFY(taken().empty());
    QVERIFY(leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
}

void TestAssistantInbox::whatIsReadStaysUntilItIsDropped()
{
    QVERIFY(leaveInInbox(m_plan, proposing("sessions"), m_catalogue));
    const Inbox first = readInbox(m_plan, m_catalogue);
    QCOMPARE(first.entries.size(), std::size_t{1});
    QVERIFY(leaveInInbox(m_plan, proposing("tls"), m_catalogue));
    dropFromInbox(m_plan, first.bytes);
    const std::vector<InboxEntry> rest = taken();
    QCOMPARE(rest.size(), std::size_t{1});
    QCOMPARE(rest.front().item, std::string("tls"));
    QVERIFY(!hasInbox(m_plan));
}

void TestAssistantInbox::nothingIsLostBetweenWritersAndReader()
{
    constexpr int writers = 3;
    constexpr int each = 60;
    std::atomic<int> left = 0;
    std::atomic<int> running = writers;
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i)
                left +=
                    leaveInInbox(m_plan, {AssistantCall{i, "A", "figures", "{}", false}, {}, {}}, m_catalogue) ? 1 : 0;
            --running;
        });
    std::size_t count = 0;
    while (running > 0)
        count += taken().size();
    threads.clear();
    count += taken().size();
    QCOMPARE(count, static_cast<std::size_t>(left.load()));
    QVERIFY(left > 0);
}

void TestAssistantInbox::callsStandInTheFile()
{
    auto file = PlanFile::open(m_plan);
    QVERIFY(file->assistantCalls()->empty());
    std::vector<AssistantCall> calls;
    for (int i = 0; i < 1003; ++i)
        calls.push_back({i, "A", "figures", "{}", i % 2 == 0});
    QVERIFY(file->keepCalls(calls));
    QCOMPARE(file->assistantCalls()->size(), std::size_t{1000});
    QVERIFY(file->assistantCalls()->back() == calls.back());
    QCOMPARE(file->history()->size(), std::size_t{1});
    // They go with a copy, and the file stays sound.
    const std::string copy = path("copy.trestle").toStdString();
    QVERIFY(file->saveCopy(copy));
    QCOMPARE(PlanFile::open(copy)->assistantCalls()->size(), std::size_t{1000});
    QVERIFY(!checkPlanFile(m_plan)->problem);
}

void TestAssistantInbox::strangersTableStays()
{
    sql(m_plan, "CREATE TABLE assistant_call(mine TEXT); INSERT INTO assistant_call VALUES('x')");
    const std::vector<AssistantCall> calls{{1, "A", "figures", "{}", false}};
    auto file = PlanFile::open(m_plan);
    QVERIFY(file);
    QVERIFY(file->keepCalls(calls));
    QVERIFY(file->assistantCalls()->empty());
    file = PlanFile::open(m_plan, OpenMode::readOnly);
    QCOMPARE(sql(m_plan, "SELECT mine FROM assistant_call").size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestAssistantInbox)
#include "tst_assistant_inbox.moc"
