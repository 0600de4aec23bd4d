#include "data/project_reader.h"

#include "data/catalogue_reader.h"
#include "data/json.h"
#include "data/words.h"
#include "models/input_fields.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <new>
#include <string_view>

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
        to.correlation = m_catalogue.correlation.value;
        read(from, {}, to);
        return to;
    }

    Scenario scenario(const json& from, const std::string& pointer)
    {
        Scenario to;
        to.name = from.at("name").get<std::string>();
        forEachVaryingField([&](const auto& field) {
            if (const auto found = from.find(field.key); found != from.end())
                read(*found, step(pointer, field.key), to.*field.own);
        });
        return to;
    }

    static std::string step(const std::string& pointer, std::string_view key)
    {
        return pointer + "/" + std::string(key);
    }

    // One function for each type that a field may have; a struct with fields is an object of them.

    static void read(const json& from, const std::string& /*pointer*/, std::string& to) { from.get_to(to); }
    static void read(const json& from, const std::string& /*pointer*/, bool& to) { from.get_to(to); }
    static void read(const json& from, const std::string& /*pointer*/, int& to) { from.get_to(to); }
    static void read(const json& from, const std::string& /*pointer*/, double& to) { from.get_to(to); }
    static void read(const json& from, const std::string& /*pointer*/, std::set<std::string>& to) { from.get_to(to); }

    /// The schema allows no other words than those of the kind.
    template <class Kind>
        requires std::is_enum_v<Kind>
    static void read(const json& from, const std::string& /*pointer*/, Kind& to)
    {
        to = parseWord<Kind>(from.get_ref<const std::string&>()).value_or(to);
    }

    static void read(const json& from, const std::string& /*pointer*/, ThreePoint& to)
    {
        from.at("low").get_to(to.low);
        from.at("likely").get_to(to.likely);
        from.at("high").get_to(to.high);
    }

    static void read(const json& from, const std::string& /*pointer*/, OutsideView& to)
    {
        from.at("preset").get_to(to.preset);
        from.at("m").get_to(to.m);
        from.at("s").get_to(to.s);
        to.projects = from.value("projects", 0);
        to.mean = from.value("mean", 0.0);
    }

    void read(const json& from, const std::string& pointer, DateRange& to)
    {
        read(from.at("first"), pointer + "/first", to.first);
        read(from.at("last"), pointer + "/last", to.last);
    }

    void read(const json& from, const std::string& pointer, Date& to)
    {
        const auto parsed = parseDate(from.get_ref<const std::string&>());
        if (!parsed)
            refuse(ErrorCode::invalidDate, from, pointer, DetailKind::isoDate);
        to = parsed.value_or(Date{});
    }

    void read(const json& from, const std::string& pointer, std::chrono::month_day& to)
    {
        const auto parsed = parseMonthDay(from.get_ref<const std::string&>());
        if (!parsed)
            refuse(ErrorCode::invalidDate, from, pointer, DetailKind::monthDay);
        to = parsed.value_or(std::chrono::month_day{});
    }

    void read(const json& from, const std::string& pointer, std::chrono::year_month& to)
    {
        const auto parsed = parseMonth(from.get_ref<const std::string&>());
        if (!parsed)
            refuse(ErrorCode::invalidDate, from, pointer, DetailKind::isoMonth);
        to = parsed.value_or(std::chrono::year_month{});
    }

    void read(const json& from, const std::string& pointer, std::set<Date>& to)
    {
        for (std::size_t i = 0; i < from.size(); ++i) {
            Date date{};
            read(from.at(i), pointer + pointerStep(i), date);
            to.insert(date);
        }
    }

    void read(const json& from, const std::string& pointer, Money& to)
    {
        const auto exact = exactMoney(from.get<double>());
        if (!exact)
            refuse(ErrorCode::invalidValue, from, pointer, DetailKind::exactDollars);
        to = exact.value_or(Money{});
    }

    template <class T>
    void read(const json& from, const std::string& pointer, std::optional<T>& to)
    {
        read(from, pointer, to.emplace());
    }

    template <class T>
    void read(const json& from, const std::string& pointer, std::vector<T>& to)
    {
        for (std::size_t i = 0; i < from.size(); ++i)
            read(from.at(i), pointer + pointerStep(i), to.emplace_back());
    }

    template <class T>
    void read(const json& from, const std::string& pointer, std::map<std::string, T>& to)
    {
        for (const auto& [id, value] : from.items())
            read(value, pointer + pointerStep(id), to[id]);
    }

    /// Of a scenario's items the state alone.
    void read(const json& from, const std::string& pointer, std::map<std::string, ItemProgress>& to)
    {
        for (const auto& [id, state] : from.items())
            read(state, pointer + pointerStep(id), to[id].state);
    }

    template <class Owner>
        requires kHasFields<Owner>
    void read(const json& from, const std::string& pointer, Owner& to)
    {
        forEachField<Owner>([&](const auto& field) {
            if (field.inJson == InJson::inPlace)
                read(from, pointer, to.*field.member);
            else if (const auto found = from.find(field.key); found != from.end())
                read(*found, step(pointer, field.key), to.*field.member);
        });
    }

    void refuse(ErrorCode code, const json& found, const std::string& pointer, Detail expected)
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
