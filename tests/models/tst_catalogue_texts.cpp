#include "data/catalogue_json.h"
#include "models/catalogue_edit.h"
#include "models/catalogue_texts.h"
#include "models/plan/plan.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr Date kStart = std::chrono::sys_days{2027y / 1 / 4};

Item& itemIn(Catalogue& catalogue, const std::string& id)
{
    for (Phase& phase : catalogue.phases)
        for (auto* list : {&phase.items, &phase.addOns})
            for (Item& item : *list)
                if (item.id == id)
                    return item;
    qFatal("there is no %s", id.c_str());
}

/// Every figure of a plan and of its catalogue is that of the other, to the last bit.
bool haveSameFigures(const Plan& a, const Plan& b)
{
    const auto sameNodes = [](const auto& left, const auto& right) {
        return std::ranges::equal(left, right, [](const auto& one, const auto& other) {
            return one.id == other.id && one.effort == other.effort && one.when == other.when &&
                   one.cost == other.cost && one.slack == other.slack && one.waitsFor == other.waitsFor;
        });
    };
    const auto samePeople = std::ranges::equal(a.people, b.people, [](const auto& one, const auto& other) {
        return one.worked == other.worked && one.cost == other.cost;
    });
    return sameNodes(a.items, b.items) && sameNodes(a.phases, b.phases) && samePeople && a.order == b.order &&
           a.effort == b.effort && a.finish == b.finish && a.finishDate == b.finishDate && a.total == b.total &&
           a.readiness.fraction == b.readiness.fraction;
}

} // namespace

/// Newer texts for a plan's catalogue: they come where the user said nothing else, and no figure moves.
class TestCatalogueTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void untouchedItBecomesTheNewest();
    void whatTheUserWroteStays();
    void anItemExplainedAnewGetsNoOtherCriteria();
    void aCriterionOfTheUsersStays();
    void itemsThatAreGoneStayGone();
    void whatTheEstimateGoesByIsNoText();
    void everyTextComes();
    void noFigureMoves();
    void onceTakenThereIsNothingLeft();

private:
    Catalogue m_first;  ///< version 1
    Catalogue m_newest; ///< built in
};

void TestCatalogueTexts::initTestCase()
{
    const auto earlier = earlierCatalogue(1);
    const auto newest = builtinCatalogue();
    QVERIFY(earlier && newest);
    m_first = *earlier->catalogue;
    m_newest = *newest->catalogue;
}

void TestCatalogueTexts::untouchedItBecomesTheNewest()
{
    QVERIFY(withNewerTexts(m_first, m_first, m_newest) == m_newest);
    const auto changes = newerTexts(m_first, m_first, m_newest);
    QVERIFY(changes == catalogueDifferences(m_first, m_newest)); // and the differences are what was announced
}

void TestCatalogueTexts::whatTheUserWroteStays()
{
    Catalogue now = m_first;
    itemIn(now, "two-factor").title = "2FA";
    now.phases[0].note = "Ours.";
    now.title = "Our catalogue";
    const Catalogue after = withNewerTexts(now, m_first, m_newest);
    Catalogue expected = m_newest;
    itemIn(expected, "two-factor").title = "2FA";
    expected.phases[0].note = "Ours.";
    expected.title = "Our catalogue";
    QVERIFY(after == expected);
}

void TestCatalogueTexts::anItemExplainedAnewGetsNoOtherCriteria()
{
    Catalogue now = m_first;
    itemIn(now, "secrets").explanation = "Our vault holds every key.";
    itemIn(now, "traces").explanation.clear();
    const Catalogue after = withNewerTexts(now, m_first, m_newest);
    QCOMPARE(findItem(after, "secrets")->explanation, std::string("Our vault holds every key."));
    QVERIFY(findItem(after, "secrets")->criteria == StateCriteria{});
    QVERIFY(findItem(after, "traces")->explanation.empty());
    QVERIFY(findItem(after, "traces")->criteria == StateCriteria{});
    QVERIFY(findItem(after, "metrics")->criteria == findItem(m_newest, "metrics")->criteria);
}

void TestCatalogueTexts::aCriterionOfTheUsersStays()
{
    Catalogue now = m_first;
    itemIn(now, "metrics").criteria.partlyWhen = "We count failures.";
    const Catalogue after = withNewerTexts(now, m_first, m_newest);
    StateCriteria expected = findItem(m_newest, "metrics")->criteria;
    expected.partlyWhen = "We count failures.";
    QVERIFY(findItem(after, "metrics")->criteria == expected);
}

void TestCatalogueTexts::itemsThatAreGoneStayGone()
{
    Catalogue now = m_first;
    CatalogueEditor edit(now, m_first, "ours");
    QVERIFY(edit.removeNode("two-factor"));
    QVERIFY(edit.removeNode("performance"));
    const auto added = edit.addItem("database", "Sharding");
    QVERIFY(added);
    const Catalogue after = withNewerTexts(now, m_first, m_newest);
    QVERIFY(!findItem(after, "two-factor") && !findPhase(after, "performance"));
    QVERIFY(*findItem(after, *added) == *findItem(now, *added));
    QVERIFY(checkCatalogue(after));
}

void TestCatalogueTexts::whatTheEstimateGoesByIsNoText()
{
    // A newer version that asks for another skill would change who can do what: that is no text.
    Catalogue newest = m_newest;
    itemIn(newest, "metrics").skill = "operations";
    itemIn(newest, "payment-tests").condition = "enterprise";
    itemIn(newest, "metrics").share.value = 0.5;
    newest.suggestedRisks[0].phase = "operations";
    const Catalogue after = withNewerTexts(m_first, m_first, newest);
    QVERIFY(after == m_newest);
}

void TestCatalogueTexts::everyTextComes()
{
    Catalogue newest = m_first;
    newest.version = 7;
    newest.title = newest.source = newest.validateFirst = newest.simplicityAdvice = "New.";
    newest.conditions[1].title = newest.conditions[1].explanation = "New.";
    newest.scales[0].title = newest.scales[0].warning = "New.";
    Phase& phase = newest.phases[2];
    phase.title = phase.shortTitle = phase.explanation = phase.note = "New.";
    for (Item* item : {&phase.items[0], &newest.phases[0].addOns[0]}) {
        item->title = item->explanation = "New.";
        item->criteria = {"New.", "New.", "New."};
    }
    newest.links[3].reason = "New.";
    newest.suggestedRisks[1].title = newest.suggestedRisks[1].explanation = "New.";
    QVERIFY(withNewerTexts(m_first, m_first, newest) == newest);
    QCOMPARE(newerTexts(m_first, m_first, newest).size(), std::size_t{4 + 2 + 2 + 4 + 2 * 5 + 1 + 2});
}

void TestCatalogueTexts::noFigureMoves()
{
    Catalogue now = m_first;
    CatalogueEditor edit(now, m_first, "measured");
    QVERIFY(edit.setShare("password-hashing", 0.3));
    QVERIFY(edit.change([](Catalogue& catalogue) {
        catalogue.phases[5].effort.value.likely = 7;
        itemIn(catalogue, "two-factor").title = "2FA";
    }));
    for (const Catalogue& before : {m_first, now}) {
        Inputs inputs = newInputs(before, "Shop", kStart);
        inputs.items["indexes"].progress.state = ItemState::done;
        inputs.items["secrets"].progress.state = ItemState::partial;
        inputs.profile.conditions = {"payments"};
        const Catalogue after = withNewerTexts(before, m_first, m_newest);
        const auto planBefore = makePlan(std::make_shared<Catalogue>(before), inputs);
        const auto planAfter = makePlan(std::make_shared<Catalogue>(after), inputs);
        QVERIFY(planBefore && planAfter);
        QVERIFY(haveSameFigures(*planBefore, *planAfter));
        for (const CatalogueDifference& change : catalogueDifferences(before, after))
            QVERIFY(std::holds_alternative<std::string>(change.after));
    }
}

void TestCatalogueTexts::onceTakenThereIsNothingLeft()
{
    Catalogue now = m_first;
    itemIn(now, "two-factor").title = "2FA";
    const Catalogue after = withNewerTexts(now, m_first, m_newest);
    QCOMPARE(after.version, m_newest.version);
    QVERIFY(newerTexts(after, m_first, m_newest).empty());
    QVERIFY(withNewerTexts(after, m_first, m_newest) == after);
}

QTEST_GUILESS_MAIN(TestCatalogueTexts)
#include "tst_catalogue_texts.moc"
