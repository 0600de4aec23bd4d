#include "data/project_writer.h"

#include "data/json.h"
#include "data/words.h"
#include "models/input_fields.h"

#include <nlohmann/json.hpp>

namespace trestle {

using nlohmann::json;

namespace {

// One function for each type that a field may have; a struct with fields is an object of them.

json toJson(const std::string& text)
{
    return text;
}

json toJson(Date date)
{
    return isoDate(date);
}

/// Dollars: exact, because a double holds every amount that a plan may have to the cent.
json toJson(Money money)
{
    return jsonNumber(money.inDollars());
}

json toJson(double number)
{
    return jsonNumber(number);
}

template <class T>
    requires std::is_same_v<T, bool> || std::is_same_v<T, int>
json toJson(T value)
{
    return value;
}

template <class Kind>
    requires std::is_enum_v<Kind>
json toJson(Kind kind)
{
    return std::string(wordOf(kind));
}

json toJson(const ThreePoint& points)
{
    return {{"low", jsonNumber(points.low)}, {"likely", jsonNumber(points.likely)}, {"high", jsonNumber(points.high)}};
}

json toJson(const OutsideView& view)
{
    json to = {{"preset", view.preset}, {"m", jsonNumber(view.m)}, {"s", jsonNumber(view.s)}};
    if (view.projects > 0) {
        to["projects"] = view.projects;
        to["mean"] = jsonNumber(view.mean);
    }
    return to;
}

json toJson(const DateRange& range)
{
    return {{"first", isoDate(range.first)}, {"last", isoDate(range.last)}};
}

json toJson(std::chrono::month_day day)
{
    return isoMonthDay(day);
}

json toJson(std::chrono::year_month month)
{
    return isoMonth(month);
}

json toJson(const std::set<Date>& dates)
{
    json to = json::array();
    for (const Date date : dates)
        to.push_back(isoDate(date));
    return to;
}

json toJson(const std::set<std::string>& texts)
{
    return texts;
}

template <class Owner>
    requires kHasFields<Owner>
json toJson(const Owner& owner);

template <class T>
json toJson(const std::vector<T>& values)
{
    json to = json::array();
    for (const T& value : values)
        to.push_back(toJson(value));
    return to;
}

template <class T>
json toJson(const std::map<std::string, T>& values)
{
    json to = json::object();
    for (const auto& [id, value] : values)
        to[id] = toJson(value);
    return to;
}

template <class T>
json toJson(const std::optional<T>& value)
{
    return toJson(*value);
}

template <class Owner>
    requires kHasFields<Owner>
json toJson(const Owner& owner)
{
    static const Owner none;
    json to = json::object();
    forEachField<Owner>([&](const auto& field) {
        const auto& value = owner.*field.member;
        if (field.inJson == InJson::inPlace)
            to.update(toJson(value));
        else if (field.inJson == InJson::always || value != none.*field.member)
            to[std::string(field.key)] = toJson(value);
    });
    return to;
}

/// Of a scenario's items the state alone.
json toJson(const std::map<std::string, ItemProgress>& items)
{
    json to = json::object();
    for (const auto& [id, progress] : items)
        to[id] = toJson(progress.state);
    return to;
}

json scenarioJson(const Scenario& scenario)
{
    static const Scenario none;
    json to{{"name", scenario.name}};
    forEachVaryingField([&](const auto& field) {
        if (scenario.*field.own != none.*field.own)
            to[std::string(field.key)] = toJson(scenario.*field.own);
    });
    return to;
}

} // namespace

json projectJson(const Project& project)
{
    json to = toJson(project.base);
    for (const Scenario& scenario : project.scenarios)
        to["scenarios"].push_back(scenarioJson(scenario));
    return to;
}

} // namespace trestle
