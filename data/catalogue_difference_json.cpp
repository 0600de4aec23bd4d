#include "data/catalogue_difference_json.h"

#include "data/json.h"
#include "data/words.h"

#include <nlohmann/json.hpp>

#include <array>

namespace trestle {

namespace {

/// In the order of CatalogueField.
constexpr std::array<std::string_view, kCatalogueFieldCount> kDifferenceWords{"title",
                                                                              "source",
                                                                              "timelineWeeks",
                                                                              "personWeekRate",
                                                                              "referenceTeam",
                                                                              "prototypeShare",
                                                                              "partialFactor",
                                                                              "itemCrewLimit",
                                                                              "phaseCrewLimit",
                                                                              "coordination",
                                                                              "correlation",
                                                                              "validateFirst",
                                                                              "simplicityAdvice",
                                                                              "team",
                                                                              "outsideViews",
                                                                              "condition",
                                                                              "conditionTitle",
                                                                              "conditionExplanation",
                                                                              "scale",
                                                                              "scaleTitle",
                                                                              "scaleFactor",
                                                                              "scaleWarning",
                                                                              "phaseOrder",
                                                                              "phase",
                                                                              "phaseTitle",
                                                                              "phaseShortTitle",
                                                                              "phaseExplanation",
                                                                              "phaseWindow",
                                                                              "phaseEffort",
                                                                              "phaseStatedCost",
                                                                              "phaseNote",
                                                                              "phaseScaled",
                                                                              "runningCosts",
                                                                              "shares",
                                                                              "itemOrder",
                                                                              "item",
                                                                              "itemTitle",
                                                                              "itemExplanation",
                                                                              "itemInPlaceWhen",
                                                                              "itemPartlyWhen",
                                                                              "itemDoesNotCount",
                                                                              "itemShare",
                                                                              "itemEffort",
                                                                              "itemCondition",
                                                                              "itemSkill",
                                                                              "itemDeferrable",
                                                                              "link",
                                                                              "linkType",
                                                                              "linkLag",
                                                                              "linkReason",
                                                                              "linkSource",
                                                                              "risk",
                                                                              "riskTitle",
                                                                              "riskExplanation",
                                                                              "riskPhase",
                                                                              "riskCondition",
                                                                              "riskSkill",
                                                                              "riskChance",
                                                                              "riskEffort",
                                                                              "riskDelay",
                                                                              "riskMoney"};

nlohmann::json differenceJson(std::monostate)
{
    return nullptr;
}

nlohmann::json differenceJson(double number)
{
    return jsonNumber(number);
}

template <class T>
    requires std::is_same_v<T, bool> || std::is_same_v<T, int> || std::is_same_v<T, std::string> ||
             std::is_same_v<T, std::vector<std::string>>
nlohmann::json differenceJson(const T& value)
{
    return value;
}

nlohmann::json differenceJson(Money money)
{
    return jsonNumber(money.inDollars());
}

nlohmann::json differenceJson(const ThreePoint& range)
{
    return {{"low", jsonNumber(range.low)}, {"likely", jsonNumber(range.likely)}, {"high", jsonNumber(range.high)}};
}

nlohmann::json differenceJson(const ReferenceWindow& window)
{
    return {{"first", window.first}, {"last", window.last}};
}

nlohmann::json differenceJson(LinkType type)
{
    return std::string(wordOf(type));
}

nlohmann::json differenceJson(const std::vector<double>& numbers)
{
    nlohmann::json to = nlohmann::json::array();
    for (const double number : numbers)
        to.push_back(jsonNumber(number));
    return to;
}

nlohmann::json differenceJson(const std::vector<RunningCost>& costs)
{
    nlohmann::json to = nlohmann::json::array();
    for (const RunningCost& cost : costs)
        to.push_back({{"title", cost.title}, {"monthly", differenceJson(cost.monthly.value)}});
    return to;
}

nlohmann::json differenceJson(const std::vector<DefaultPerson>& people)
{
    nlohmann::json to = nlohmann::json::array();
    for (const DefaultPerson& person : people)
        to.push_back(person.name);
    return to;
}

nlohmann::json differenceValue(const CatalogueValue& value)
{
    return std::visit([](const auto& held) { return differenceJson(held); }, value);
}

} // namespace

std::string_view wordOf(CatalogueField field)
{
    return kDifferenceWords.at(static_cast<std::size_t>(field));
}

std::string writeCatalogueDifferences(const std::vector<CatalogueDifference>& differences)
{
    nlohmann::json list = nlohmann::json::array();
    for (const CatalogueDifference& difference : differences) {
        nlohmann::json entry{{"field", std::string(wordOf(difference.field))},
                             {"subject", difference.subject},
                             {"before", differenceValue(difference.before)},
                             {"after", differenceValue(difference.after)}};
        if (!difference.note.empty())
            entry["note"] = difference.note;
        list.push_back(std::move(entry));
    }
    return prettyJson({{"kind", "catalogueDifferences"}, {"differences", std::move(list)}});
}

} // namespace trestle
