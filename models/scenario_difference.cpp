#include "models/scenario_difference.h"

#include <algorithm>

namespace trestle {

namespace {

template <class T>
void keepDifference(std::optional<T>& own, const T& base, const T& edited)
{
    if (edited == own.value_or(base))
        return; // the edit left it alone
    own.reset();
    if (edited != base)
        own = edited;
}

template <class T>
void keepDifference(std::optional<T>& own, const std::optional<T>& base, const std::optional<T>& edited)
{
    if (edited == (own ? own : base))
        return;
    own.reset();
    if (edited && edited != base)
        own = edited;
}

/// Every item that one of them lists, in order.
std::set<std::string> itemsOf(const Inputs& a, const Inputs& b)
{
    std::set<std::string> ids;
    for (const Inputs* inputs : {&a, &b})
        for (const auto& [id, item] : inputs->items)
            ids.insert(id);
    return ids;
}

void keepItems(std::map<std::string, ItemState>& own, const Inputs& base, const Inputs& edited)
{
    std::set<std::string> ids = itemsOf(base, edited);
    for (const auto& [id, state] : own)
        ids.insert(id);
    for (const std::string& id : ids) {
        const ItemState state = stateOf(edited, id);
        const auto found = own.find(id);
        const bool leftAlone = state == (found == own.end() ? stateOf(base, id) : found->second);
        if (leftAlone)
            continue;
        if (state == stateOf(base, id))
            own.erase(found);
        else
            own[id] = state;
    }
}

bool itemNotesDiffer(const Inputs& base, const Inputs& edited)
{
    const auto wordsOf = [](const Inputs& inputs, const std::string& id) {
        const auto found = inputs.items.find(id);
        return found == inputs.items.end() ? std::pair<std::string, std::string>()
                                           : std::pair(found->second.note, found->second.owner);
    };
    return std::ranges::any_of(itemsOf(base, edited),
                               [&](const std::string& id) { return wordsOf(base, id) != wordsOf(edited, id); });
}

std::vector<Unheld> unheldOf(const Inputs& base, const Inputs& edited)
{
    std::vector<Unheld> unheld;
    const auto note = [&](Unheld kind, bool differs) {
        if (differs)
            unheld.push_back(kind);
    };
    note(Unheld::name, base.name != edited.name);
    note(Unheld::client, base.client != edited.client);
    note(Unheld::notes, base.notes != edited.notes);
    note(Unheld::asOf, base.asOf != edited.asOf);
    note(Unheld::itemNotes, itemNotesDiffer(base, edited));
    note(Unheld::estimates, base.estimates != edited.estimates);
    note(Unheld::phaseNotes, base.phaseNotes != edited.phaseNotes);
    note(Unheld::monthsAfterLaunch, base.monthsAfterLaunch != edited.monthsAfterLaunch);
    note(Unheld::correlation, base.correlation != edited.correlation);
    note(Unheld::confidence, base.confidence != edited.confidence);
    note(Unheld::gst, base.gst != edited.gst);
    note(Unheld::noTarget, base.targetDate && !edited.targetDate);
    note(Unheld::noBudget, base.budget && !edited.budget);
    return unheld;
}

} // namespace

ScenarioDifference differenceOf(const Inputs& base, const Inputs& edited, std::string name)
{
    Scenario nothing;
    nothing.name = std::move(name);
    return differenceOf(base, edited, nothing);
}

ScenarioDifference differenceOf(const Inputs& base, const Inputs& edited, const Scenario& before)
{
    Scenario scenario = before;
    keepDifference(scenario.start, base.start, edited.start);
    keepDifference(scenario.team, base.team, edited.team);
    keepDifference(scenario.profile, base.profile, edited.profile);
    keepItems(scenario.items, base, edited);
    keepDifference(scenario.daysOff, base.daysOff, edited.daysOff);
    keepDifference(scenario.targetDate, base.targetDate, edited.targetDate);
    keepDifference(scenario.budget, base.budget, edited.budget);
    keepDifference(scenario.order, base.order, edited.order);
    keepDifference(scenario.costMode, base.costMode, edited.costMode);
    return {std::move(scenario), unheldOf(base, edited)};
}

Inputs withShared(Inputs base, const Inputs& edited)
{
    base.name = edited.name;
    base.client = edited.client;
    base.notes = edited.notes;
    base.asOf = edited.asOf;
    base.estimates = edited.estimates;
    base.phaseNotes = edited.phaseNotes;
    base.monthsAfterLaunch = edited.monthsAfterLaunch;
    base.correlation = edited.correlation;
    base.confidence = edited.confidence;
    base.gst = edited.gst;
    for (const std::string& id : itemsOf(base, edited)) {
        const auto found = edited.items.find(id);
        const ItemInput words = found == edited.items.end() ? ItemInput{} : found->second;
        const auto own = base.items.find(id);
        if (own == base.items.end() && words.note.empty() && words.owner.empty())
            continue; // an entry that says nothing
        base.items[id].note = words.note;
        base.items[id].owner = words.owner;
    }
    return base;
}

Result<Project> editScenario(Project project, const std::string& scenario, const Inputs& edited)
{
    if (scenario.empty()) {
        project.base = edited;
        return project;
    }
    const auto found = std::ranges::find(project.scenarios, scenario, &Scenario::name);
    if (found == project.scenarios.end())
        return std::unexpected(inputsOf(project, scenario).error());
    *found = differenceOf(project.base, edited, *found).scenario;
    project.base = withShared(std::move(project.base), edited);
    return project;
}

} // namespace trestle
