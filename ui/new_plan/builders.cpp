#include "ui/new_plan/builders.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>

namespace trestle {

namespace {

Person roleOf(std::string title, double allocation, Money rate)
{
    Person role;
    role.name = std::move(title);
    role.allocation = allocation;
    role.weeklyRate = rate;
    role.isRole = true;
    return role;
}

} // namespace

Builders::Builders(const Catalogue& catalogue) : m_rate(catalogue.personWeekRate.value)
{
    for (const DefaultPerson& person : catalogue.team)
        m_catalogueTeam.push_back(roleOf(person.name, person.allocation, person.weeklyRate));
    m_me.weeklyRate = m_rate;
    m_me.paidOut = false; // one's own time costs what it is worth, and nothing leaves the account
}

void Builders::setKind(BuilderKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    if (m_othersAreTheirs && !m_others.empty())
        return;
    m_othersAreTheirs = false;
    m_others =
        kind == BuilderKind::team ? m_catalogueTeam : std::vector{roleOf(format::utf8(tr("Engineer")), 1, m_rate)};
}

std::size_t Builders::count() const
{
    switch (m_kind) {
    case BuilderKind::unsaid: return 0;
    case BuilderKind::justMe: return 1;
    case BuilderKind::meAnd: return 1 + m_others.size();
    case BuilderKind::team: return m_others.size();
    }
    return 0;
}

const Person& Builders::row(std::size_t index) const
{
    if (!hasMe())
        return m_others[index];
    return index == 0 ? m_me : m_others[index - 1];
}

void Builders::change(std::size_t index, const Person& person)
{
    if (hasMe() && index == 0) {
        m_me = person;
        return;
    }
    m_others[index - (hasMe() ? 1 : 0)] = person;
    m_othersAreTheirs = true;
}

void Builders::add(const Person& person)
{
    if (m_kind != BuilderKind::meAnd && m_kind != BuilderKind::team) {
        m_others.clear();
        m_kind = m_kind == BuilderKind::justMe ? BuilderKind::meAnd : BuilderKind::team;
    }
    m_others.push_back(person);
    m_othersAreTheirs = true;
}

void Builders::remove(std::size_t index)
{
    if (!canRemove())
        return;
    m_othersAreTheirs = true;
    if (hasMe() && index == 0) {
        m_kind = BuilderKind::team;
        return;
    }
    m_others.erase(m_others.begin() + static_cast<std::ptrdiff_t>(index - (hasMe() ? 1 : 0)));
    if (m_others.empty())
        m_kind = BuilderKind::justMe;
}

std::string Builders::nameOf(std::size_t index) const
{
    if (hasMe() && index == 0)
        return format::utf8(tr("You"));
    return format::utf8(tr("Person %1").arg(index + 1));
}

std::vector<Person> Builders::team() const
{
    if (m_kind == BuilderKind::unsaid) {
        std::vector<Person> people = m_catalogueTeam;
        for (Person& person : people)
            person.isRole = false;
        return people;
    }
    std::vector<Person> people;
    for (std::size_t i = 0; i < count(); ++i) {
        people.push_back(row(i));
        if (people.back().name.empty())
            people.back().name = nameOf(i);
    }
    return people;
}

} // namespace trestle
