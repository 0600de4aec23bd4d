#include "data/catalogue_json.h"
#include "data/scanner/scan.h"
#include "models/proposals.h"

#include <QTest>

using namespace trestle;

/// What a scan proposes for a plan, and what its rules are told with.
class TestScanProposals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyItemOfTheScanIsProposed();
    void whatAnAssistantSaidWaits();
    void rulesAreTold();
};

namespace {

const Date kDay{std::chrono::days{20'796}};

Scan scanOf(FoundState state)
{
    Scan scan;
    for (const char* item : {"sessions", "tls"})
        scan.items.push_back({item, state, FoundConfidence::confident, {{"a.py", 1, "x", "rule"}}});
    return scan;
}

} // namespace

void TestScanProposals::everyItemOfTheScanIsProposed()
{
    Inputs inputs = newInputs(*builtinCatalogue()->catalogue, "A", kDay);
    proposeScan(scanOf(FoundState::partial), kDay, inputs);
    QCOMPARE(inputs.proposals.size(), std::size_t{2});
    const Proposal& proposal = inputs.proposals.at("tls");
    QVERIFY(proposal.by.empty());
    QVERIFY(proposal.on == kDay);
    QVERIFY(proposal.state == FoundState::partial);
    QCOMPARE(proposal.evidence.size(), std::size_t{1});
}

void TestScanProposals::whatAnAssistantSaidWaits()
{
    Inputs inputs = newInputs(*builtinCatalogue()->catalogue, "A", kDay);
    Proposal said{FoundState::done, FoundConfidence::unsure, {{"b.py", 2, {}, "why"}}, "Assistant", kDay, {}};
    propose(inputs, "tls", said);
    proposeScan(scanOf(FoundState::none), kDay, inputs);
    QVERIFY(inputs.proposals.at("tls") == said);
    QVERIFY(inputs.proposals.at("sessions").by.empty());
    declineProposal(inputs, "tls");
    proposeScan(scanOf(FoundState::none), kDay, inputs);
    QVERIFY(inputs.proposals.at("tls").by.empty());
}

void TestScanProposals::rulesAreTold()
{
    QVERIFY(!ruleSentence("password-hashing.bcrypt").empty() || !ruleSentence("cors-csrf.any-origin").empty());
    QVERIFY(ruleSentence("no-such-rule").empty());
    QVERIFY(speaksAgainst("cors-csrf.any-origin"));
    QVERIFY(!speaksAgainst("cors-csrf.same-origin"));
    QVERIFY(!speaksAgainst("no-such-rule"));
}

QTEST_APPLESS_MAIN(TestScanProposals)
#include "tst_scan_proposals.moc"
