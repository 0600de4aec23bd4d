#include "data/catalogue_json.h"
#include "models/money/offer_scope.h"
#include "models/money/payments.h"
#include "models/money_rules.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

class TestOfferScope : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachItemStandsInOneList();
    void partsMakeAWhole();
    void aQuoteIsValidForItsDays();
};

void TestOfferScope::eachItemStandsInOneList()
{
    const auto catalogue = builtinCatalogue().value().catalogue;
    Inputs inputs = newInputs(*catalogue, "Agency", *parseDate("2027-01-04"));
    std::vector<std::string> ids;
    for (const Item& item : catalogue->phases.at(0).items)
        ids.push_back(item.id);
    QVERIFY(ids.size() >= 7);
    inputs.items[ids[0]].progress.state = ItemState::done;
    inputs.items[ids[1]].progress.state = ItemState::partial;
    inputs.items[ids[2]].progress.state = ItemState::excluded;
    inputs.items[ids[3]].progress.state = ItemState::done; // for the client to decide all the same
    setScope(inputs, ids[3], ItemScope::phase2);
    setScope(inputs, ids[4], ItemScope::option);
    setScope(inputs, ids[5], ItemScope::taken);
    const Plan plan = makePlan(catalogue, inputs).value();
    const OfferScope scope = offerScope(plan);
    const auto names = [&](const std::vector<std::size_t>& items) {
        std::vector<std::string> found;
        for (const std::size_t item : items)
            found.push_back(plan.items[item].id);
        return found;
    };
    const auto one = [&](std::size_t item) { return std::vector{ids[item]}; };
    QVERIFY(names(scope.inPlace) == one(0));
    QVERIFY(names(scope.excluded) == one(2));
    QVERIFY(names(scope.phase2) == one(3));
    QVERIFY(names(scope.options) == one(4));
    const std::vector<std::string> included = names(scope.included);
    for (const std::size_t in : {1U, 5U, 6U})
        QVERIFY(std::ranges::find(included, ids[in]) != included.end());
    QCOMPARE(scope.included.size() + scope.inPlace.size() + scope.phase2.size() + scope.options.size() +
                 scope.excluded.size(),
             plan.items.size());
}

void TestOfferScope::partsMakeAWhole()
{
    const std::vector<PaymentPart> thirds(3, {100.0 / 3, PaymentWhen::launch, {}});
    QVERIFY(isWhole(sumOfParts(thirds)));
    QCOMPARE(sumOfParts({}), 0.0);
    QVERIFY(!isWhole(sumOfParts({{99.9, PaymentWhen::launch, {}}})));
    QVERIFY(!isWhole(sumOfParts({{60, PaymentWhen::signing, {}}, {50, PaymentWhen::launch, {}}})));
}

void TestOfferScope::aQuoteIsValidForItsDays()
{
    PriceTerms terms;
    terms.validityDays = 30;
    QCOMPARE(isoDate(validUntil(terms, *parseDate("2026-11-28"))), std::string("2026-12-28"));
}

QTEST_APPLESS_MAIN(TestOfferScope)
#include "tst_offer_scope.moc"
