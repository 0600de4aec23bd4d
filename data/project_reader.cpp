#include "data/project_reader.h"

#include "data/catalogue_reader.h"
#include "data/json.h"
#include "data/words.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <new>

namespace trestle {

using nlohmann::json;

namespace {

/// Turns JSON of the schema's shape into a Project, and keeps the first thing that is wrong for other reasons. What a
/// plan does not say keeps the value of a new plan.
class ProjectReader {
public:
    ProjectReader(const Catalogue& catalogue, std::string at) : m_catalogue(catalogue), m_at(std::move(at)) {}

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    Project project(const json& from)
    {
        Project to;
        to.base = inputs(from);
        if (const auto scenarios = from.find("scenarios"); scenarios != from.end())
            for (std::size_t i = 0; i < scenarios->size(); ++i)
                to.scenarios.push_back(scenario(scenarios->at(i), "/scenarios" + pointerStep(i)));
        return to;
    }

private:
    Inputs inputs(const json& from)
    {
        Inputs to;
        to.name = text(from, "name");
        to.client = text(from, "client");
        to.notes = text(from, "notes");
        to.start = date(from.at("start"), "/start");
        to.asOf = optionalDate(from, "asOf", "");
        if (const auto given = from.find("profile"); given != from.end())
            to.profile = profile(*given);
        if (const auto items = from.find("items"); items != from.end())
            for (const auto& [id, item] : items->items())
                to.items.emplace(id, itemInput(item, "/items" + pointerStep(id)));
        if (const auto estimates = from.find("estimates"); estimates != from.end())
            for (const auto& [id, estimate] : estimates->items())
                to.estimates.emplace(id, ownEstimate(estimate, "/estimates" + pointerStep(id)));
        if (const auto notes = from.find("phaseNotes"); notes != from.end())
            for (const auto& [id, note] : notes->items())
                to.phaseNotes.emplace(id, note.get<std::string>());
        to.team = team(from.at("team"), "/team");
        if (const auto days = from.find("daysOff"); days != from.end())
            to.daysOff = daysOff(*days, "/daysOff");
        to.costMode = word<CostMode>(from, "costMode").value_or(to.costMode);
        to.monthsAfterLaunch = from.value("monthsAfterLaunch", to.monthsAfterLaunch);
        to.correlation = from.value("correlation", m_catalogue.correlation.value);
        to.confidence = from.value("confidence", to.confidence);
        to.gst = word<GstBasis>(from, "gst").value_or(to.gst);
        to.order = word<OrderKind>(from, "order").value_or(to.order);
        to.targetDate = optionalDate(from, "targetDate", "");
        to.budget = optionalMoney(from, "budget", "");
        return to;
    }

    Scenario scenario(const json& from, const std::string& pointer)
    {
        Scenario to;
        to.name = text(from, "name");
        to.start = optionalDate(from, "start", pointer);
        if (const auto people = from.find("team"); people != from.end())
            to.team = team(*people, pointer + "/team");
        if (const auto given = from.find("profile"); given != from.end())
            to.profile = profile(*given);
        if (const auto items = from.find("items"); items != from.end())
            for (const auto& [id, state] : items->items())
                to.items.emplace(id, parseWord<ItemState>(state.get<std::string>()).value_or(ItemState::missing));
        if (const auto days = from.find("daysOff"); days != from.end())
            to.daysOff = daysOff(*days, pointer + "/daysOff");
        to.targetDate = optionalDate(from, "targetDate", pointer);
        to.budget = optionalMoney(from, "budget", pointer);
        to.order = word<OrderKind>(from, "order");
        to.costMode = word<CostMode>(from, "costMode");
        return to;
    }

    static Profile profile(const json& from)
    {
        Profile to;
        if (const auto conditions = from.find("conditions"); conditions != from.end())
            to.conditions = conditions->get<std::set<std::string>>();
        to.scale = text(from, "scale");
        if (const auto validated = from.find("validated"); validated != from.end())
            to.validated = validated->get<bool>();
        to.maintainer = word<Maintainer>(from, "maintainer").value_or(to.maintainer);
        return to;
    }

    ItemInput itemInput(const json& from, const std::string& pointer)
    {
        return {word<ItemState>(from, "state").value_or(ItemState::missing), text(from, "note"), text(from, "owner"),
                optionalDate(from, "changed", pointer)};
    }

    OwnEstimate ownEstimate(const json& from, const std::string& pointer)
    {
        return {{from.at("low").get<double>(), from.at("likely").get<double>(), from.at("high").get<double>()},
                optionalDate(from, "changed", pointer),
                text(from, "note")};
    }

    std::vector<Person> team(const json& from, const std::string& pointer)
    {
        std::vector<Person> to;
        for (std::size_t i = 0; i < from.size(); ++i)
            to.push_back(person(from.at(i), pointer + pointerStep(i)));
        return to;
    }

    Person person(const json& from, const std::string& pointer)
    {
        Person to;
        to.name = text(from, "name");
        to.allocation = from.at("allocation").get<double>();
        to.weeklyRate = money(from.at("weeklyRate"), pointer + "/weeklyRate");
        to.skills = from.value("skills", std::vector<std::string>());
        to.firstDay = optionalDate(from, "firstDay", pointer);
        if (const auto leave = from.find("leave"); leave != from.end())
            for (std::size_t i = 0; i < leave->size(); ++i) {
                const std::string at = pointer + "/leave" + pointerStep(i);
                to.leave.push_back(
                    {date(leave->at(i).at("first"), at + "/first"), date(leave->at(i).at("last"), at + "/last")});
            }
        return to;
    }

    std::vector<DayOff> daysOff(const json& from, const std::string& pointer)
    {
        std::vector<DayOff> to;
        for (std::size_t i = 0; i < from.size(); ++i)
            to.push_back({date(from.at(i).at("date"), pointer + pointerStep(i) + "/date"), text(from.at(i), "label")});
        return to;
    }

    static std::string text(const json& from, const char* key)
    {
        const auto found = from.find(key);
        return found == from.end() ? std::string() : found->get<std::string>();
    }

    template <class Kind>
    static std::optional<Kind> word(const json& from, const char* key)
    {
        const auto found = from.find(key);
        return found == from.end() ? std::nullopt : parseWord<Kind>(found->get_ref<const std::string&>());
    }

    Date date(const json& from, const std::string& pointer)
    {
        const auto parsed = parseDate(from.get_ref<const std::string&>());
        if (!parsed)
            refuse(ErrorCode::invalidDate, from, pointer, "a date such as 2027-01-04");
        return parsed.value_or(Date{});
    }

    std::optional<Date> optionalDate(const json& from, const char* key, const std::string& pointer)
    {
        const auto found = from.find(key);
        return found == from.end() ? std::nullopt : std::optional(date(*found, pointer + "/" + key));
    }

    Money money(const json& from, const std::string& pointer)
    {
        const auto exact = exactMoney(from.get<double>());
        if (!exact)
            refuse(ErrorCode::invalidValue, from, pointer, "dollars with at most two decimals");
        return exact.value_or(Money{});
    }

    std::optional<Money> optionalMoney(const json& from, const char* key, const std::string& pointer)
    {
        const auto found = from.find(key);
        return found == from.end() ? std::nullopt : std::optional(money(*found, pointer + "/" + key));
    }

    void refuse(ErrorCode code, const json& found, const std::string& pointer, std::string expected)
    {
        if (!m_error)
            m_error = Error{code, plainJson(found), m_at + pointer, std::move(expected)};
    }

    const Catalogue& m_catalogue;
    std::string m_at;
    std::optional<Error> m_error;
};

} // namespace

Result<Project> readProject(const json& document, const Catalogue& catalogue, const std::string& at)
{
    try {
        ProjectReader reader(catalogue, at);
        Project project = reader.project(document);
        if (reader.error())
            return std::unexpected(*reader.error());
        if (auto ok = checkProject(catalogue, project); !ok) {
            ok.error().where.insert(0, at);
            return std::unexpected(ok.error());
        }
        return project;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, fileOf(at));
    } catch (const std::exception& error) {
        return fail(ErrorCode::schemaViolation, "", at, error.what());
    }
}

} // namespace trestle
