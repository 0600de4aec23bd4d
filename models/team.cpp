#include "models/team.h"

#include <algorithm>
#include <numeric>

namespace trestle {

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
