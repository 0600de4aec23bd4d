#include "app/cli/field_words.h"
#include "data/embedded.h"
#include "data/file_io.h"
#include "data/json.h"
#include "models/input_fields.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace trestle;
using nlohmann::json;

namespace {

using Keys = std::set<std::string>;

json schema()
{
    return parseJson(std::string(embeddedJson("schema/plan.json").value_or("")), "plan.json").value_or(json());
}

Keys keysOf(const json& object)
{
    Keys keys;
    for (const auto& [key, value] : object.items())
        keys.insert(key);
    return keys;
}

/// The schema's type of a field: what it refers to, or the type it states.
std::string shapeOf(const json& property)
{
    if (property.contains("$ref"))
        return property["$ref"].get<std::string>().substr(std::string("#/definitions/").size());
    if (property.contains("enum"))
        return "word";
    return property.value("type", "");
}

// What the schema has to say of a field, by the type of its member.
Keys shapesFor(const std::string&)
{
    return {"text"};
}
Keys shapesFor(Date)
{
    return {"date"};
}
Keys shapesFor(Money)
{
    return {"dollars"};
}
Keys shapesFor(double)
{
    return {"number"};
}
Keys shapesFor(int)
{
    return {"whole"};
}
Keys shapesFor(const ThreePoint&)
{
    return {"threePoint"};
}
Keys shapesFor(std::chrono::month_day)
{
    return {"monthDay"};
}
Keys shapesFor(std::chrono::year_month)
{
    return {"text"};
}
Keys shapesFor(const std::set<Date>&)
{
    return {"array"};
}
Keys shapesFor(const OutsideView&)
{
    return {"outsideView"};
}
Keys shapesFor(bool)
{
    return {"boolean"};
}
template <class Kind>
    requires std::is_enum_v<Kind>
Keys shapesFor(Kind)
{
    return {"word", "state", "costMode", "order"};
}
template <class Owner>
    requires kHasFields<Owner>
Keys shapesFor(const Owner&)
{
    return {"profile", "risks", "response", "rateBasis", "price", "cash", "tickEvidence", "baseline"};
}
Keys shapesFor(const std::set<std::string>&)
{
    return {"array"};
}
template <class T>
Keys shapesFor(const std::vector<T>&)
{
    return {"array", "team", "daysOff", "closures"};
}
template <class T>
Keys shapesFor(const std::map<std::string, T>&)
{
    return {"object", "scopes"};
}
template <class T>
Keys shapesFor(const std::optional<T>&)
{
    return shapesFor(T{});
}

/// Adds the keys of `Owner` and of what stands in its place, and which of them are always there.
template <class Owner>
void addKeys(const json& object, Keys& keys, Keys& required)
{
    forEachField<Owner>([&](const auto& field) {
        if (field.inJson == InJson::inPlace) {
            addKeys<std::remove_cvref_t<decltype(Owner{}.*field.member)>>(object, keys, required);
            return;
        }
        const std::string key(field.key);
        QVERIFY2(keys.insert(key).second, (key + " is declared twice").c_str());
        if (field.inJson == InJson::always)
            required.insert(key);
        const json property = object["properties"].value(key, json::object());
        const std::string shape = shapeOf(property);
        QVERIFY2(shapesFor(Owner{}.*field.member).contains(shape), (key + ": the schema has it as " + shape).c_str());
    });
}

/// Compares the fields of `Owner` with the properties of an object of the schema.
template <class Owner>
void compareWith(const json& object, const Keys& others = {})
{
    Keys keys = others;
    Keys required;
    addKeys<Owner>(object, keys, required);
    QCOMPARE(keysOf(object["properties"]), keys);
    // A plan written by hand may leave out what has a value of its own in a new plan.
    for (const std::string key : object.value("required", json::array()))
        QVERIFY2(required.contains(key) || others.contains(key), key.c_str());
}

} // namespace

class TestInputFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSchemaHasEveryFieldAndNoOther();
    void scenariosHaveTheVaryingFields();
    void idsAndWordsAreUnique();
    void theFormatPageNamesEveryField();
    void theCommandLinePageNamesWhatAScenarioTakesBack();
    void whatIsSetHasWords();
};

void TestInputFields::theSchemaHasEveryFieldAndNoOther()
{
    const json plan = schema();
    compareWith<Inputs>(plan, {"kind", "format", "catalogue", "originalCatalogue", "scenarios"});
    compareWith<ItemInput>(plan["definitions"]["item"]);
    compareWith<TickEvidence>(plan["definitions"]["tickEvidence"]);
    compareWith<Evidence>(plan["definitions"]["place"]);
    compareWith<Proposal>(plan["definitions"]["proposal"]);
    compareWith<OwnEstimate>(plan["definitions"]["estimate"], {"low", "likely", "high"});
    compareWith<Profile>(plan["definitions"]["profile"]);
    compareWith<Person>(plan["definitions"]["person"]);
    compareWith<DayOff>(plan["definitions"]["dayOff"]);
    compareWith<RateBasis>(plan["definitions"]["rateBasis"]);
    compareWith<PriceTerms>(plan["definitions"]["price"]);
    compareWith<PaymentPart>(plan["definitions"]["payment"]);
    compareWith<CashPlan>(plan["definitions"]["cash"]);
    compareWith<MonthlyLine>(plan["definitions"]["monthlyLine"]);
    compareWith<OneOff>(plan["definitions"]["oneOff"]);
    compareWith<YearlyClosure>(plan["definitions"]["closure"]);
    compareWith<RiskRegister>(plan["definitions"]["risks"]);
    compareWith<RiskEvent>(plan["definitions"]["risk"]);
    compareWith<RiskResponse>(plan["definitions"]["response"]);
    compareWith<ActualCost>(plan["definitions"]["actualCost"]);
    compareWith<Baseline>(plan["definitions"]["baseline"]);
    compareWith<PromisedItem>(plan["definitions"]["promisedItem"]);
    compareWith<PromisedSpend>(plan["definitions"]["promisedSpend"]);
}

void TestInputFields::scenariosHaveTheVaryingFields()
{
    Keys keys{"name"};
    forEachVaryingField([&](const auto& field) { keys.insert(std::string(field.key)); });
    QCOMPARE(keysOf(schema()["definitions"]["scenario"]["properties"]), keys);
}

void TestInputFields::idsAndWordsAreUnique()
{
    std::set<FieldId> ids;
    std::set<std::string_view> words;
    const auto add = [&](const auto& field) {
        QVERIFY2(ids.insert(field.id).second, std::string(field.key).c_str());
        // The first answers of profile and price go by the name of the whole.
        QVERIFY2(field.word.empty() || field.id == FieldId::conditions || field.id == FieldId::priceKind ||
                     words.insert(field.word).second,
                 std::string(field.word).c_str());
    };
    forEachField<Inputs>(add);
    forEachField<ItemInput>(add);
    forEachField<ItemProgress>(add);
    forEachField<TickEvidence>(add);
    forEachField<Evidence>(add);
    forEachField<Proposal>(add);
    forEachField<OwnEstimate>(add);
    forEachField<Profile>(add);
    forEachField<Person>(add);
    forEachField<DayOff>(add);
    forEachField<RateBasis>(add);
    forEachField<YearlyClosure>(add);
    forEachField<PriceTerms>(add);
    forEachField<PaymentPart>(add);
    forEachField<CashPlan>(add);
    forEachField<MonthlyLine>(add);
    forEachField<OneOff>(add);
    forEachField<RiskRegister>(add);
    forEachField<RiskEvent>(add);
    forEachField<RiskResponse>(add);
    forEachField<ItemActual>(add);
    forEachField<ActualCost>(add);
    ids.insert(FieldId::promised); // all figures of a baseline: it changes as a whole
    QCOMPARE(ids.size() + 1, kFieldCount); // all but `scenarios`, which is of a project
}

void TestInputFields::theFormatPageNamesEveryField()
{
    const std::string page = readTextFile(TRESTLE_SOURCE "/resources/docs/catalogue-format.md").value_or("");
    const auto named = [&](const auto& field) {
        const std::string key = "`" + std::string(field.key) + "`";
        QVERIFY2(field.inJson == InJson::inPlace || page.find(key) != std::string::npos, key.c_str());
    };
    forEachField<Inputs>(named);
    forEachField<ItemInput>(named);
    forEachField<ItemProgress>(named);
    forEachField<TickEvidence>(named);
    forEachField<Evidence>(named);
    forEachField<Proposal>(named);
    forEachField<OwnEstimate>(named);
    forEachField<Profile>(named);
    forEachField<Person>(named);
    forEachField<DayOff>(named);
    forEachField<RateBasis>(named);
    forEachField<YearlyClosure>(named);
    forEachField<PriceTerms>(named);
    forEachField<PaymentPart>(named);
    forEachField<CashPlan>(named);
    forEachField<MonthlyLine>(named);
    forEachField<OneOff>(named);
    forEachField<RiskRegister>(named);
    forEachField<RiskEvent>(named);
    forEachField<RiskResponse>(named);
    forEachField<ItemActual>(named);
    forEachField<ActualCost>(named);
    forEachField<Baseline>(named);
    forEachField<PromisedItem>(named);
    forEachField<PromisedSpend>(named);
}

void TestInputFields::theCommandLinePageNamesWhatAScenarioTakesBack()
{
    const std::string page = readTextFile(TRESTLE_SOURCE "/resources/docs/command-line.md").value_or("");
    forEachVaryingField([&](const auto& field) {
        QVERIFY2(page.find("`" + std::string(field.word) + "`") != std::string::npos, std::string(field.word).c_str());
    });
}

void TestInputFields::whatIsSetHasWords()
{
    const std::set<std::string_view> ownOptions{"items",     "profile", "team",         "days-off", "closures",
                                                "first-day", "leave",   "risks",        "scope",    "price",
                                                "payment",   "cash",    "cash-monthly", "cash-once", "baseline"};
    const auto check = [&](const auto& field) {
        if (!field.word.empty() && !ownOptions.contains(field.word))
            QVERIFY2(cli::fieldWords(field.id).has_value(), std::string(field.word).c_str());
    };
    forEachField<Inputs>(check);
    forEachField<Profile>(check);
    forEachField<Person>(check);
    forEachField<PriceTerms>(check);
    forEachField<CashPlan>(check);
}

QTEST_APPLESS_MAIN(TestInputFields)
#include "tst_input_fields.moc"
