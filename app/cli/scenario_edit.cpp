#include "app/cli/scenario_edit.h"

#include "app/cli/figures.h"
#include "app/cli/text.h"
#include "app/cli/values.h"
#include "data/words.h"
#include "models/scenario_overlay.h"

#include <algorithm>
#include <string_view>

namespace trestle::cli {

namespace {

constexpr std::string_view kAsBase = "=base";

Result<void> takeBackFields(Scenario& scenario, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts)
        for (const std::string& part : split(text, ',')) {
            const std::string word = trimmed(part);
            bool known = false;
            forEachVaryingField([&](const auto& field) {
                if (field.word != word)
                    return;
                scenario.*field.own = {};
                known = true;
            });
            if (!known)
                return fail(ErrorCode::invalidValue, part, "--as-base", asBaseWords());
        }
    return {};
}

/// Takes the items that are to be as in the base out of the changes and out of the scenario.
Result<void> takeBackItems(Scenario& scenario, std::vector<std::string>& items, const Catalogue& catalogue)
{
    for (const std::string& text : items) {
        if (!text.ends_with(kAsBase))
            continue;
        const std::string id = text.substr(0, text.size() - kAsBase.size());
        if (!findItem(catalogue, id))
            return fail(ErrorCode::unknownItem, id, {}, nearestItemId(catalogue, id));
        scenario.items.erase(id);
    }
    std::erase_if(items, [](const std::string& text) { return text.ends_with(kAsBase); });
    return {};
}

std::string teamDifference(const std::vector<Person>& base, const std::vector<Person>& own)
{
    std::vector<std::string> parts;
    for (const Person& person : own) {
        const Person* before = findPerson(base, person.name);
        if (!before)
            parts.push_back("with " + person.name + " " + allocationText(person.allocation));
        else if (*before != person)
            parts.push_back(person.name + (before->allocation == person.allocation
                                               ? " changed"
                                               : " " + allocationText(person.allocation)));
    }
    for (const Person& person : base)
        if (!findPerson(own, person.name))
            parts.push_back("without " + person.name);
    return parts.empty() ? "a team of its own" : joined(parts, ", ");
}

std::string profileText(const Profile& profile)
{
    std::vector<std::string> parts(profile.conditions.begin(), profile.conditions.end());
    if (!profile.scale.empty())
        parts.push_back(profile.scale);
    return "profile " + (parts.empty() ? "without conditions" : joined(parts, ", "));
}

} // namespace

Result<std::string> freeScenarioName(const Project& project, const std::string& text, const std::string& option)
{
    auto name = readName(text, option);
    if (name && std::ranges::find(project.scenarios, *name, &Scenario::name) != project.scenarios.end())
        return fail(ErrorCode::duplicateName, *name, "/scenarios");
    return name;
}

std::string asBaseWords()
{
    std::vector<std::string> words;
    forEachVaryingField([&](const auto& field) { words.emplace_back(field.word); });
    return joined(words, ", ");
}

Result<Project> changedScenario(const Catalogue& catalogue, Project project, const std::string& name,
                                ScenarioEdits changes, Date today, std::vector<std::string>& notes)
{
    const auto found = std::ranges::find(project.scenarios, name, &Scenario::name);
    if (found == project.scenarios.end())
        return std::unexpected(inputsOf(project, name).error());
    const Inputs& base = project.base;
    if (auto ok = takeBackFields(*found, changes.asBase); !ok)
        return std::unexpected(ok.error());
    if (auto ok = takeBackItems(*found, changes.changes.items, catalogue); !ok)
        return std::unexpected(ok.error());
    const auto edited = changed(applyScenario(base, *found), catalogue, changes.changes, today);
    if (!edited)
        return std::unexpected(edited.error());
    for (const Unheld& unheld : overlayOf(base, *edited, *found).unheld) {
        if (unheld == Unheld{FieldId::targetDate, true})
            notes.push_back("the scenario has the base's target, " + isoDate(*base.targetDate));
        if (unheld == Unheld{FieldId::budget, true})
            notes.push_back("the scenario has the base's budget, AUD " + dollars(*base.budget));
    }
    return trestle::editScenario(std::move(project), name, *edited);
}

std::vector<std::string> differencesOf(const Inputs& base, const Scenario& scenario)
{
    std::vector<std::string> parts;
    if (scenario.start)
        parts.push_back("start " + isoDate(*scenario.start));
    if (scenario.team)
        parts.push_back(teamDifference(base.team, *scenario.team));
    if (scenario.profile)
        parts.push_back(profileText(*scenario.profile));
    for (const auto& [id, progress] : scenario.items)
        parts.push_back(id + "=" + std::string(wordOf(progress.state)));
    if (scenario.daysOff)
        parts.push_back(counted(scenario.daysOff->size(), "day off", "days off"));
    if (scenario.closures)
        parts.push_back(counted(scenario.closures->size(), "yearly closure", "yearly closures"));
    if (scenario.targetDate)
        parts.push_back("target " + isoDate(*scenario.targetDate));
    if (scenario.budget)
        parts.push_back("budget AUD " + dollars(*scenario.budget));
    if (scenario.order)
        parts.push_back(std::string(wordOf(*scenario.order)) + " order");
    if (scenario.costMode)
        parts.push_back("people " + std::string(wordOf(*scenario.costMode)));
    if (scenario.outsideView)
        parts.push_back("outside view " + scenario.outsideView->preset);
    if (scenario.risks)
        parts.push_back("risks of its own, " + std::to_string(scenario.risks->events.size()));
    if (scenario.scopes)
        parts.push_back("offered apart: " + counted(scenario.scopes->size(), "item", "items"));
    if (scenario.price)
        parts.push_back("price " + std::string(wordOf(scenario.price->kind)));
    if (scenario.cash)
        parts.push_back("cash of its own");
    if (scenario.baseline)
        parts.push_back("baseline " + scenario.baseline->name);
    return parts;
}

std::string describe(const ScenarioEdits& changes)
{
    std::vector<std::string> parts;
    if (const std::string made = describe(changes.changes); !made.empty())
        parts.push_back(made);
    if (!changes.asBase.empty())
        parts.push_back(joined(changes.asBase, ", ") + " as the base");
    return joined(parts, ", ");
}

} // namespace trestle::cli
