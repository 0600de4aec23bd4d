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

std::string freeName(const std::vector<Person>& team, const std::string& name)
{
    std::string free = name;
    // "Person 3" goes on with 4.
    const std::size_t last = name.find_last_not_of("0123456789");
    const bool numbered =
        last != std::string::npos && name[last] == ' ' && last + 1 < name.size() && name.size() - last < 6;
    const std::string stem = numbered ? name.substr(0, last) : name;
    for (int number = numbered ? std::stoi(name.substr(last + 1)) + 1 : 2; findPerson(team, free); ++number)
        free = stem + ' ' + std::to_string(number);
    return free;
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
