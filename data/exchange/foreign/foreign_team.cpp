#include "data/exchange/foreign/foreign_team.h"

#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace trestle {

namespace {

constexpr std::size_t kLongestSkill = 200;

class TeamMaker {
public:
    TeamMaker(const ForeignProject& project, ImportLosses& losses) : m_project(project), m_losses(losses) {}

    ForeignTeam make()
    {
        addPeople();
        m_team.skillOf.resize(m_project.tasks.size());
        m_team.unitsOn.resize(m_project.tasks.size());
        addSkills(crews());
        return std::move(m_team);
    }

private:
    void addPeople()
    {
        for (const ForeignPerson& given : m_project.people) {
            std::vector<std::size_t>& became = m_became.emplace_back();
            const double units = given.units > 0 ? given.units : 1;
            if (units > 1 + kEpsilon)
                m_losses.add(ImportLossKind::crews);
            if (!given.hasRate)
                m_losses.add(ImportLossKind::noRates);
            for (double left = units; left > kEpsilon; left -= 1) {
                if (m_team.people.size() == kMaxPeople) {
                    m_losses.add(ImportLossKind::people);
                    break;
                }
                Person person = given.person;
                person.name = freeName(m_team.people, person.name);
                person.allocation = std::clamp(left, 0.001, 1.0);
                if (!given.hasRate)
                    person.weeklyRate = kUsualForeignRate;
                became.push_back(m_team.people.size());
                m_team.people.push_back(std::move(person));
            }
        }
    }

    /// Who is assigned to each task.
    std::vector<std::set<std::size_t>> crews()
    {
        std::vector<std::set<std::size_t>> crews(m_project.tasks.size());
        for (const ForeignAssignment& assignment : m_project.assignments) {
            const auto& people = m_became[assignment.person];
            const auto wanted = static_cast<std::size_t>(std::ceil(std::clamp(assignment.units, 0.001, 64.0)));
            double units = 0;
            for (std::size_t i = 0; i < std::min(wanted, people.size()); ++i) {
                crews[assignment.task].insert(people[i]);
                units += m_team.people[people[i]].allocation;
            }
            m_team.unitsOn[assignment.task] += std::min(units, assignment.units);
            if (assignment.units < units - kEpsilon)
                m_losses.add(ImportLossKind::parts);
        }
        return crews;
    }

    void addSkills(const std::vector<std::set<std::size_t>>& crews)
    {
        const auto isChoice = [&](const std::set<std::size_t>& crew) {
            return !crew.empty() && crew.size() < m_team.people.size();
        };
        std::set<std::set<std::size_t>> known;
        std::vector<std::set<std::string>> skills; // of each person; a file may name tens of thousands of crews
        for (const Person& person : m_team.people)
            skills.emplace_back(person.skills.begin(), person.skills.end());
        for (std::size_t task = 0; task < crews.size(); ++task) {
            m_team.largestCrew = std::max(m_team.largestCrew, static_cast<int>(crews[task].size()));
            if (!isChoice(crews[task]))
                continue;
            m_team.skillOf[task] = skillOf(crews[task]);
            if (known.insert(crews[task]).second)
                for (const std::size_t person : crews[task])
                    if (skills[person].insert(m_team.skillOf[task]).second)
                        m_team.people[person].skills.push_back(m_team.skillOf[task]);
        }
        if (!known.empty()) // who has no skill is able to do everything
            for (Person& person : m_team.people)
                if (person.skills.empty())
                    person.skills.push_back(person.name);
    }
    [[nodiscard]] std::string skillOf(const std::set<std::size_t>& crew) const
    {
        std::string skill;
        for (const std::size_t person : crew)
            skill.append(skill.empty() ? "" : " + ").append(m_team.people[person].name);
        return skill.size() <= kLongestSkill ? skill : m_team.people[*crew.begin()].name;
    }

    const ForeignProject& m_project;
    ImportLosses& m_losses;
    ForeignTeam m_team;
    std::vector<std::vector<std::size_t>> m_became; ///< per person of the project
};

} // namespace

ForeignTeam teamOf(const ForeignProject& project, ImportLosses& losses)
{
    return TeamMaker(project, losses).make();
}

} // namespace trestle
