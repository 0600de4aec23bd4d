#include "models/scenario.h"

#include "models/input_fields.h"
#include "models/learning.h"
#include "models/nearest.h"

#include <algorithm>

namespace trestle {

namespace {

template <class T>
void overlay(T& base, const std::optional<T>& own)
{
    if (own)
        base = *own;
}

template <class T>
void overlay(std::optional<T>& base, const std::optional<T>& own)
{
    if (own)
        base = own;
}

void overlay(std::map<std::string, ItemInput>& base, const std::map<std::string, ItemProgress>& own)
{
    // What happened belongs to the plan: a scenario may drop what has begun, or see it done, but not undo it.
    const auto undoes = [](const ItemInput& item, const ItemProgress& progress) {
        return hasBegun(item) && (progress.state == ItemState::missing || progress.state == ItemState::partial);
    };
    for (const auto& [id, progress] : own)
        if (ItemInput& item = base[id]; !undoes(item, progress))
            item.progress = progress;
}

Result<void> checkNames(const std::vector<Person>& team, const std::string& where)
{
    for (std::size_t i = 0; i < team.size(); ++i) {
        const std::string person = where + "/team/" + std::to_string(i);
        if (isBlank(team[i].name))
            return fail(ErrorCode::invalidValue, team[i].name, person + "/name", DetailKind::name);
        for (const std::string& skill : team[i].skills)
            if (isBlank(skill))
                return fail(ErrorCode::invalidValue, skill, person + "/skills", DetailKind::skillName);
    }
    return {};
}

} // namespace

Inputs applyScenario(const Inputs& base, const Scenario& scenario)
{
    Inputs inputs = base;
    forEachVaryingField([&](const auto& field) { overlay(inputs.*field.member, scenario.*field.own); });
    return inputs;
}

Result<Inputs> inputsOf(const Project& project, const std::string& scenario)
{
    if (scenario.empty())
        return project.base;
    const auto found = std::ranges::find(project.scenarios, scenario, &Scenario::name);
    if (found != project.scenarios.end())
        return applyScenario(project.base, *found);
    std::vector<std::string_view> known;
    for (const Scenario& other : project.scenarios)
        known.push_back(other.name);
    return fail(ErrorCode::unknownScenario, scenario, "/scenarios", nearestOf(scenario, known));
}

Result<void> checkProject(const Catalogue& catalogue, const Project& project)
{
    if (auto ok = checkInputs(catalogue, project.base); !ok)
        return ok;
    for (std::size_t i = 0; i < project.scenarios.size(); ++i) {
        const Scenario& scenario = project.scenarios[i];
        const std::string where = "/scenarios/" + std::to_string(i);
        if (scenario.name.empty())
            return fail(ErrorCode::invalidValue, "", where + "/name", DetailKind::name);
        for (std::size_t j = 0; j < i; ++j)
            if (project.scenarios[j].name == scenario.name)
                return fail(ErrorCode::duplicateName, scenario.name, "/scenarios");
        if (auto ok = checkInputs(catalogue, applyScenario(project.base, scenario)); !ok) {
            ok.error().where.insert(0, where);
            return ok;
        }
    }
    return {};
}

Result<void> checkNames(const Project& project)
{
    if (isBlank(project.base.name))
        return fail(ErrorCode::invalidValue, project.base.name, "/name", DetailKind::name);
    if (auto ok = checkNames(project.base.team, ""); !ok)
        return ok;
    for (std::size_t i = 0; i < project.scenarios.size(); ++i) {
        const Scenario& scenario = project.scenarios[i];
        const std::string where = "/scenarios/" + std::to_string(i);
        if (isBlank(scenario.name))
            return fail(ErrorCode::invalidValue, scenario.name, where + "/name", DetailKind::name);
        if (scenario.team)
            if (auto ok = checkNames(*scenario.team, where); !ok)
                return ok;
    }
    return {};
}

} // namespace trestle
