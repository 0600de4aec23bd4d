#include "models/team.h"

#include <algorithm>
#include <numeric>

namespace trestle {

const Person* findPerson(const std::vector<Person>& team, std::string_view name)
{
    const auto found = std::ranges::find(team, name, &Person::name);
    return found == team.end() ? nullptr : &*found;
}

Person* findPerson(std::vector<Person>& team, std::string_view name)
{
    const auto found = std::ranges::find(team, name, &Person::name);
    return found == team.end() ? nullptr : &*found;
}

bool canDo(const Person& person, const std::string& skill)
{
    return skill.empty() || person.skills.empty() || std::ranges::find(person.skills, skill) != person.skills.end();
}

double fullTimeEquivalents(const std::vector<Person>& team)
{
    return std::accumulate(team.begin(), team.end(), 0.0,
                           [](double sum, const Person& person) { return sum + person.allocation; });
}

double coordinationFactor(std::size_t people, double loss)
{
    const double beyondTwo = people > 2 ? static_cast<double>(people - 2) : 0.0;
    return 1.0 / (1.0 + loss * beyondTwo);
}

} // namespace trestle
