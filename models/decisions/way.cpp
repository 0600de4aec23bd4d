#include "models/decisions/way.h"

#include <algorithm>
#include <array>

namespace trestle {

namespace {

// As allocations: the smallest help first.
const std::array<std::vector<double>, 5> kHelp{{{0.5}, {1.0}, {1.0, 0.5}, {1.0, 1.0}, {1.0, 1.0, 1.0}}};
constexpr std::size_t kMostKinds = 3; // of people to copy
constexpr const char* kHiredName = "Engineer";

Person personOf(const Inputs& inputs, const AddedPerson& added)
{
    const Person* model = findPerson(inputs.team, added.copyOf);
    Person person;
    if (added.isHired() || !model) {
        person.name = added.isHired() ? kHiredName : added.copyOf;
        person.weeklyRate = added.weeklyRate;
    } else {
        person = *model;
        person.firstDay.reset();
        person.lastDay.reset();
        person.isRole = false;
        person.paidOut = true;
        person.leave.clear();
    }
    person.allocation = added.allocation;
    return person;
}

} // namespace

bool isSameChange(const Way& a, const Way& b)
{
    return a.added == b.added && a.start == b.start && a.deferred == b.deferred;
}

Inputs applyWay(const Inputs& inputs, const Way& way)
{
    Inputs changed = inputs;
    if (way.start)
        changed.start = *way.start;
    for (const std::string& item : way.deferred)
        changed.items[item].progress.state = ItemState::excluded;
    for (const AddedPerson& added : way.added) {
        Person person = personOf(inputs, added);
        const std::string base = person.name;
        for (int number = 2; findPerson(changed.team, person.name); ++number)
            person.name = base + " " + std::to_string(number);
        changed.team.push_back(std::move(person));
    }
    return changed;
}

Scenario scenarioFor(const Inputs& inputs, const Way& way, std::string name)
{
    const Inputs changed = applyWay(inputs, way);
    Scenario scenario;
    scenario.name = std::move(name);
    scenario.start = way.start;
    if (!way.added.empty())
        scenario.team = changed.team;
    for (const std::string& item : way.deferred)
        scenario.items[item] = {ItemState::excluded};
    return scenario;
}

std::vector<std::vector<AddedPerson>> additionsOf(const Inputs& inputs, Money hireRate)
{
    const auto isHireAlike = [&](const Person& person) {
        return person.skills.empty() && person.weeklyRate == hireRate;
    };
    std::vector<const Person*> kinds;
    for (const Person& person : inputs.team) {
        const bool known = std::ranges::any_of(kinds, [&](const Person* other) {
            return other->skills == person.skills && other->weeklyRate == person.weeklyRate;
        });
        if (!known && !isHireAlike(person) && 2 * person.weeklyRate.cents >= hireRate.cents)
            kinds.push_back(&person);
    }
    std::ranges::stable_sort(kinds, {}, [](const Person* person) { return person->weeklyRate; });
    if (kinds.size() > kMostKinds)
        kinds.resize(kMostKinds);
    kinds.insert(kinds.begin(), nullptr); // the engineer

    std::vector<std::vector<AddedPerson>> result;
    for (const std::vector<double>& help : kHelp)
        for (const Person* person : kinds) {
            if (inputs.team.size() + help.size() > kMaxPeople)
                continue;
            std::vector<AddedPerson> added;
            for (const double allocation : help)
                added.push_back({person ? person->name : "", allocation, person ? person->weeklyRate : hireRate});
            result.push_back(std::move(added));
        }
    return result;
}

} // namespace trestle
