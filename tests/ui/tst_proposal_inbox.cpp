#include "models/proposals.h"
#include "tests/ui/support/harness.h"
#include "ui/document/file_guard.h"
#include "ui/history/assistant_calls_dialog.h"
#include "ui/pages/history_page.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace trestle;

/// What an assistant proposes while the plan is open in the window.
class TestProposalInbox : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void proposalsArriveAsOneEdit();
    void whatWaitsIsThereOnOpening();
    void callsAreNoEdit();
    void aPlanThatMayNotBeWrittenLeavesThem();
    void theHistoryShowsCalls();
    void callsInWords_data();
    void callsInWords();
};

namespace {

InboxEntry entry(const std::string& item)
{
    return {std::nullopt, item,
            Proposal{FoundState::partial,
                     FoundConfidence::confident,
                     {{"a.py", 3, {}, "why"}},
                     "Assistant",
                     testing::today(),
                     ProposalAnswer::open}};
}

void leave(const testing::OpenPlan& open, const InboxEntry& entry)
{
    QVERIFY(leaveInInbox(open.path().toStdString(), entry, open.document().project().catalogue));
}

} // namespace

void TestProposalInbox::proposalsArriveAsOneEdit()
{
    const testing::OpenPlan open(testing::emptyProject());
    PlanDocument& document = open.document();
    FileGuard guard(document);
    QSignalSpy told(&guard, &FileGuard::told);
    // Two at once, as two assistants leave them.
    leave(open, entry("sessions"));
    leave(open, entry("audit-log"));
    QVERIFY(QTest::qWaitFor([&] { return document.inputs().proposals.size() == 2; }));
    QVERIFY(document.inputs().proposals.at("sessions") == entry("sessions").proposal);
    QVERIFY(stateOf(document.inputs(), "sessions") == ItemState::missing);
    QVERIFY(told.count() >= 1);
    QVERIFY(told.back().front().toString().startsWith(QStringLiteral("Assistant proposes")));
    QVERIFY(document.waitUntilSaved());
    // It is emptied once they are kept.
    QVERIFY(QTest::qWaitFor([&] { return !hasInbox(open.path().toStdString()); }));
    while (document.canUndo())
        document.undo();
    QVERIFY(document.inputs().proposals.empty());
}

void TestProposalInbox::whatWaitsIsThereOnOpening()
{
    const testing::OpenPlan open(testing::emptyProject());
    leave(open, entry("sessions"));
    leave(open, entry("audit-log"));
    const FileGuard guard(open.document());
    QVERIFY(QTest::qWaitFor([&] { return open.document().inputs().proposals.size() == 2; }));
    QVERIFY(open.document().undoLabel().contains(QStringLiteral("2 states")));
}

void TestProposalInbox::callsAreNoEdit()
{
    testing::OpenPlan open(testing::emptyProject());
    const std::string path = open.path().toStdString();
    const AssistantCall call{7, "Assistant", "figures", "{}", false};
    leave(open, {call, {}, {}});
    {
        const FileGuard guard(open.document());
        QVERIFY(QTest::qWaitFor([&] { return !hasInbox(path); }));
        QVERIFY(!open.document().canUndo());
    }
    open.close();
    const auto calls = PlanFile::open(path, OpenMode::readOnly)->assistantCalls();
    QVERIFY(calls == std::vector{call});
}

void TestProposalInbox::aPlanThatMayNotBeWrittenLeavesThem()
{
    testing::OpenPlan open(testing::emptyProject());
    const std::string path = open.path().toStdString();
    const auto second = PlanDocument::adopt(PlanFile::open(path, OpenMode::readOnly).value(),
                                            Error{ErrorCode::lockedPlan, path, {}, {}});
    QVERIFY(second);
    leave(open, entry("sessions"));
    const FileGuard guard(**second);
    QTest::qWait(50);
    testing::beforeFrame();
    QVERIFY(hasInbox(path));
}

void TestProposalInbox::theHistoryShowsCalls()
{
    const testing::OpenPlan open(testing::emptyProject());
    HistoryPage page(open.document());
    testing::showAt(page, {900, 600});
    auto* button = page.findChild<QPushButton*>(QStringLiteral("historyCalls"));
    QVERIFY(button);
    QTest::qWait(50);
    QVERIFY(!button->isVisible()); // nobody has asked
    const AssistantCall call{7, "<b>Assistant</b>", "figures", "{}", true};
    open.document().withFile(&page, [call](PlanFile& file) -> std::function<void()> {
        const bool kept = file.keepCalls(std::vector{call}).has_value();
        return [kept] { QVERIFY(kept); };
    });
    page.hide();
    page.show();
    QVERIFY(QTest::qWaitFor([&] { return button->isVisible(); }));
    const AssistantCallsDialog dialog({call, {8, "Two", "propose_state", R"({"item":"sessions"})", false}},
                                      open.document().catalogue(), nullptr);
    const auto* list = dialog.findChild<QTreeWidget*>(QStringLiteral("assistantCalls"));
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("Two")); // the newest first
    QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("<b>Assistant</b>"));
    QCOMPARE(list->topLevelItem(1)->text(3), QStringLiteral("Refused"));
}

void TestProposalInbox::callsInWords_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("a known item") << "propose_state" << R"({"item":"sessions"})"
                                  << QStringLiteral("Proposed a state for “Sessions that expire and renew”");
    QTest::newRow("an unknown item") << "propose_state" << R"({"item":"none"})"
                                     << QStringLiteral("Proposed a state for “none”");
    QTest::newRow("no arguments") << "export" << "no JSON" << "Took the plan as a file ()";
    QTest::newRow("another tool") << "new\ntool" << "{}" << "new\ntool";
    QTest::newRow("figures") << "figures" << "{}" << "Read the figures";
}

void TestProposalInbox::callsInWords()
{
    QFETCH(const QString, tool);
    QFETCH(const QString, arguments);
    QFETCH(const QString, words);
    const testing::OpenPlan open(testing::emptyProject());
    QCOMPARE(callText({0, "A", tool.toStdString(), arguments.toStdString(), false}, open.document().catalogue()),
             words);
}

TRESTLE_UI_TEST(TestProposalInbox)
#include "tst_proposal_inbox.moc"
