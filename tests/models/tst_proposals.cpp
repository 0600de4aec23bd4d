#include "data/catalogue_json.h"
#include "models/proposals.h"

#include <QTest>

#include <rapidcheck.h>

using namespace trestle;

/// What becomes of what a scan or an assistant proposes.
class TestProposals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProposalChangesNoState();
    void acceptingSetsTheState_data();
    void acceptingSetsTheState();
    void elsewhereIsForTheUser();
    void anAnswerStandsWhileTheSameIsSaid();
    void decliningAndOpeningAgain();
    void evidenceSpeaksForItsStateAlone();
    void confidentOnesAreAcceptedTogether();
    void whatAgreesAsksNothing_data();
    void whatAgreesAsksNothing();
    void changesSinceTheLookBefore();
    void onlyAcceptingChangesStates();

private:
    [[nodiscard]] const Catalogue& catalogue() const { return *m_catalogue.catalogue; }
    [[nodiscard]] Inputs inputs() const { return newInputs(catalogue(), "A", kDay); }

    static constexpr Date kDay{std::chrono::days{20'796}};
    static constexpr Date kLater{std::chrono::days{20'800}};
    LoadedCatalogue m_catalogue = builtinCatalogue().value();
};

namespace {

const std::string kItem = "sessions";

Proposal saying(FoundState state, FoundConfidence confidence = FoundConfidence::confident)
{
    return {state, confidence, {{"src/a.py", 3, "x", "rule"}}, {}, Date{std::chrono::days{20'796}}, {}};
}

template <class Kind>
Kind any(int count)
{
    return static_cast<Kind>(*rc::gen::inRange(0, count));
}

} // namespace

void TestProposals::aProposalChangesNoState()
{
    Inputs after = inputs();
    propose(after, kItem, saying(FoundState::done));
    QCOMPARE(openProposals(after), std::size_t{1});
    after.proposals.clear();
    QVERIFY(after == inputs());
}

void TestProposals::acceptingSetsTheState_data()
{
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, FoundState found, ItemState state) {
        QTest::newRow(name) << static_cast<int>(found) << static_cast<int>(state);
    };
    row("in place", FoundState::done, ItemState::done);
    row("partly", FoundState::partial, ItemState::partial);
    row("no sign", FoundState::none, ItemState::missing);
    row("the opposite", FoundState::opposite, ItemState::missing);
}

void TestProposals::acceptingSetsTheState()
{
    QFETCH(const int, found);
    QFETCH(const int, state);
    Inputs inputs = this->inputs();
    setState(inputs, kItem, ItemState::excluded);
    propose(inputs, kItem, saying(static_cast<FoundState>(found)));
    acceptProposal(inputs, kItem, kLater);
    QCOMPARE(static_cast<int>(stateOf(inputs, kItem)), state);
    QVERIFY(inputs.items.at(kItem).changed == kLater);
    const TickEvidence* evidence = evidenceOf(inputs, kItem);
    QVERIFY(evidence && evidence->on == kDay && evidence->places == saying(FoundState::done).evidence);
    QCOMPARE(openProposals(inputs), std::size_t{0});
}

void TestProposals::elsewhereIsForTheUser()
{
    Inputs inputs = this->inputs();
    propose(inputs, kItem, saying(FoundState::elsewhere));
    const Inputs before = inputs;
    acceptProposal(inputs, kItem, kLater);
    QVERIFY(inputs == before);
    acceptProposal(inputs, kItem, kLater, ItemState::excluded);
    QVERIFY(stateOf(inputs, kItem) == ItemState::excluded);
    QVERIFY(!waitsForAnswer(inputs, kItem));
    acceptProposal(inputs, "audit-log", kLater, ItemState::done); // nothing is proposed for it
    QVERIFY(stateOf(inputs, "audit-log") == ItemState::missing);
}

void TestProposals::anAnswerStandsWhileTheSameIsSaid()
{
    Inputs inputs = this->inputs();
    propose(inputs, kItem, saying(FoundState::done));
    declineProposal(inputs, kItem);
    Proposal again = saying(FoundState::done);
    again.on = kLater;
    propose(inputs, kItem, again);
    QVERIFY(inputs.proposals.at(kItem).answer == ProposalAnswer::declined);
    QVERIFY(inputs.proposals.at(kItem).on == kLater);
    propose(inputs, kItem, saying(FoundState::done, FoundConfidence::unsure));
    QVERIFY(waitsForAnswer(inputs, kItem));
    // Lines move; what it rests on is the same, and the tick has the places of now.
    acceptProposal(inputs, kItem, kDay);
    Proposal moved = saying(FoundState::done, FoundConfidence::unsure);
    moved.evidence.front().line = 30;
    moved.on = kLater;
    propose(inputs, kItem, moved);
    QVERIFY(inputs.proposals.at(kItem).answer == ProposalAnswer::accepted);
    QVERIFY(evidenceOf(inputs, kItem)->places == moved.evidence);
    QVERIFY(evidenceOf(inputs, kItem)->on == kLater);
    moved.evidence.front().rule = "another";
    propose(inputs, kItem, moved);
    QVERIFY(inputs.proposals.at(kItem).answer == ProposalAnswer::open);
}

void TestProposals::decliningAndOpeningAgain()
{
    Inputs inputs = this->inputs();
    propose(inputs, kItem, saying(FoundState::done));
    declineProposal(inputs, kItem);
    QVERIFY(!waitsForAnswer(inputs, kItem));
    QVERIFY(stateOf(inputs, kItem) == ItemState::missing);
    reopenProposal(inputs, kItem);
    QVERIFY(waitsForAnswer(inputs, kItem));
    declineProposal(inputs, "audit-log"); // nothing to decline
    QVERIFY(!inputs.proposals.contains("audit-log"));
    // Taking an acceptance back takes its tick back, unless the user has said otherwise since.
    acceptProposal(inputs, kItem, kDay);
    reopenProposal(inputs, kItem);
    QVERIFY(stateOf(inputs, kItem) == ItemState::missing);
    QVERIFY(!evidenceOf(inputs, kItem));
    acceptProposal(inputs, kItem, kDay);
    setState(inputs, kItem, ItemState::partial);
    reopenProposal(inputs, kItem);
    QVERIFY(stateOf(inputs, kItem) == ItemState::partial);
}

void TestProposals::evidenceSpeaksForItsStateAlone()
{
    Inputs inputs = this->inputs();
    propose(inputs, kItem, saying(FoundState::done));
    acceptProposal(inputs, kItem, kDay);
    setState(inputs, kItem, ItemState::partial);
    QVERIFY(!evidenceOf(inputs, kItem));
    setState(inputs, kItem, ItemState::done);
    QVERIFY(evidenceOf(inputs, kItem));
    setScope(inputs, kItem, ItemScope::phase2); // not of the plan any more
    QVERIFY(!evidenceOf(inputs, kItem));
}

void TestProposals::confidentOnesAreAcceptedTogether()
{
    Inputs inputs = this->inputs();
    propose(inputs, "sessions", saying(FoundState::partial));
    propose(inputs, "password-hashing", saying(FoundState::done));
    propose(inputs, "audit-log", saying(FoundState::done, FoundConfidence::unsure));
    propose(inputs, "two-factor", saying(FoundState::none));
    propose(inputs, "secrets", saying(FoundState::opposite));
    propose(inputs, "tls", saying(FoundState::elsewhere));
    propose(inputs, "indexes", saying(FoundState::done));
    declineProposal(inputs, "indexes");
    // In the catalogue's order.
    QVERIFY(acceptConfident(catalogue(), inputs, kDay) == (std::vector<std::string>{"password-hashing", "sessions"}));
    QVERIFY(stateOf(inputs, "sessions") == ItemState::partial);
    QVERIFY(stateOf(inputs, "audit-log") == ItemState::missing);
    QVERIFY(stateOf(inputs, "indexes") == ItemState::missing);
    QVERIFY(acceptConfident(catalogue(), inputs, kDay).empty());
    // What the user said by hand is theirs; what came from a scan may follow the next one.
    setState(inputs, "access-control", ItemState::excluded);
    setState(inputs, "cors-csrf", ItemState::done);
    for (const char* item : {"access-control", "cors-csrf", "password-hashing"})
        propose(inputs, item, saying(FoundState::partial));
    QVERIFY(acceptConfident(catalogue(), inputs, kDay) == std::vector<std::string>{"password-hashing"});
    QVERIFY(stateOf(inputs, "access-control") == ItemState::excluded);
    QVERIFY(waitsForAnswer(inputs, "cors-csrf"));
}

void TestProposals::whatAgreesAsksNothing_data()
{
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("waits");
    const auto row = [](const char* name, FoundState found, ItemState state, bool waits) {
        QTest::newRow(name) << static_cast<int>(found) << static_cast<int>(state) << waits;
    };
    row("no sign, to build", FoundState::none, ItemState::missing, false);
    row("no sign, ticked", FoundState::none, ItemState::done, true);
    row("no sign, not needed", FoundState::none, ItemState::excluded, true);
    row("in place, ticked", FoundState::done, ItemState::done, false);
    row("in place, partly", FoundState::done, ItemState::partial, true);
    row("the opposite, to build", FoundState::opposite, ItemState::missing, true);
    row("elsewhere, to build", FoundState::elsewhere, ItemState::missing, true);
    row("elsewhere, ticked", FoundState::elsewhere, ItemState::done, false);
}

void TestProposals::whatAgreesAsksNothing()
{
    QFETCH(const int, found);
    QFETCH(const int, state);
    QFETCH(const bool, waits);
    Inputs inputs = this->inputs();
    setState(inputs, kItem, static_cast<ItemState>(state));
    propose(inputs, kItem, saying(static_cast<FoundState>(found)));
    QCOMPARE(waitsForAnswer(inputs, kItem), waits);
    QCOMPARE(openProposals(inputs), std::size_t{waits});
}

void TestProposals::changesSinceTheLookBefore()
{
    Inputs before = inputs();
    propose(before, "sessions", saying(FoundState::none));
    propose(before, "tls", saying(FoundState::done));
    Inputs after = before;
    propose(after, "sessions", saying(FoundState::partial));
    propose(after, "indexes", saying(FoundState::done));
    const std::vector<ProposalChange> changes = proposalChanges(catalogue(), before, after);
    QCOMPARE(changes.size(), std::size_t{2});
    QVERIFY(changes[0] == (ProposalChange{"indexes", std::nullopt, FoundState::done}));
    QVERIFY(changes[1] == (ProposalChange{"sessions", FoundState::none, FoundState::partial}));
    // Somebody else's word is no change of what is there.
    Proposal assistants = saying(FoundState::none);
    assistants.by = "Assistant";
    propose(after, "tls", assistants);
    QCOMPARE(proposalChanges(catalogue(), before, after).size(), std::size_t{2});
}

void TestProposals::onlyAcceptingChangesStates()
{
    QVERIFY(rc::check("states change by accepting alone, and what waits is open", [this] {
        Inputs inputs = this->inputs();
        const std::vector<std::string> items{"sessions", "tls", "indexes"};
        for (int step = 0; step < 12; ++step) {
            const std::string item = *rc::gen::elementOf(items);
            const ItemState before = stateOf(inputs, item);
            switch (*rc::gen::inRange(0, 5)) {
            case 0: propose(inputs, item, saying(any<FoundState>(5), any<FoundConfidence>(2))); break;
            case 1: declineProposal(inputs, item); break;
            case 2: {
                const bool isTheirs = !evidenceOf(inputs, item);
                reopenProposal(inputs, item);
                RC_ASSERT(stateOf(inputs, item) == (isTheirs ? before : stateOf(inputs, item)));
                continue;
            }
            case 3: setState(inputs, item, any<ItemState>(4)); continue;
            default: {
                acceptProposal(inputs, item, kDay);
                const auto found = inputs.proposals.find(item);
                const auto state = found == inputs.proposals.end() ? std::nullopt : proposedState(found->second.state);
                RC_ASSERT(stateOf(inputs, item) == state.value_or(before));
                if (state)
                    RC_ASSERT(evidenceOf(inputs, item) != nullptr);
                continue;
            }
            }
            RC_ASSERT(stateOf(inputs, item) == before);
            if (waitsForAnswer(inputs, item))
                RC_ASSERT(inputs.proposals.at(item).answer == ProposalAnswer::open);
            RC_ASSERT(checkInputs(catalogue(), inputs).has_value());
        }
    }));
}

QTEST_APPLESS_MAIN(TestProposals)
#include "tst_proposals.moc"
