#include "models/difference.h"

#include <algorithm>
#include <set>
#include <utility>

namespace trestle {

namespace {

template <class T>
ChangeValue valueOf(const T& value)
{
    return value;
}

template <class T>
ChangeValue valueOf(const std::optional<T>& value)
{
    return value ? ChangeValue(*value) : ChangeValue();
}

/// No text is nothing said.
ChangeValue valueOf(const std::string& text)
{
    return text.empty() ? ChangeValue() : ChangeValue(text);
}

class Comparer {
public:
    Comparer(const Inputs& before, const Inputs& after) : m_before(before), m_after(after) {}

    std::vector<Change> run() &&
    {
        compareHead();
        compareItems();
        comparePhases();
        compareProfile();
        compareTeam();
        compareDaysOff();
        compareSettings();
        std::ranges::stable_sort(m_changes, {}, &Change::kind);
        return std::move(m_changes);
    }

private:
    template <class T>
    void add(ChangeKind kind, const std::string& subject, const T& before, const T& after)
    {
        if (!(before == after))
            m_changes.push_back({kind, subject, valueOf(before), valueOf(after), {}});
    }

    void compareHead()
    {
        add(ChangeKind::name, {}, m_before.name, m_after.name);
        add(ChangeKind::client, {}, m_before.client, m_after.client);
        add(ChangeKind::notes, {}, m_before.notes, m_after.notes);
        add(ChangeKind::start, {}, m_before.start, m_after.start);
        add(ChangeKind::asOf, {}, m_before.asOf, m_after.asOf);
        add(ChangeKind::targetDate, {}, m_before.targetDate, m_after.targetDate);
        add(ChangeKind::budget, {}, m_before.budget, m_after.budget);
    }

    /// Calls `body(id, before, after)` for every id that either map has, nothing standing for an empty value.
    template <class Value, class Body>
    static void forBoth(const std::map<std::string, Value>& before, const std::map<std::string, Value>& after,
                        Body&& body)
    {
        static const Value nothing{};
        const auto in = [](const auto& map, const std::string& id) -> const Value& {
            const auto found = map.find(id);
            return found == map.end() ? nothing : found->second;
        };
        std::set<std::string> ids;
        for (const auto* map : {&before, &after})
            for (const auto& [id, value] : *map)
                ids.insert(id);
        for (const std::string& id : ids)
            body(id, in(before, id), in(after, id));
    }

    void compareItems()
    {
        forBoth(m_before.items, m_after.items, [this](const std::string& id, const ItemInput& a, const ItemInput& b) {
            add(ChangeKind::itemState, id, a.state, b.state);
            add(ChangeKind::itemOwner, id, a.owner, b.owner);
            add(ChangeKind::itemNote, id, a.note, b.note);
        });
    }

    void comparePhases()
    {
        const auto own = [](const Inputs& inputs, const std::string& id) {
            const auto found = inputs.estimates.find(id);
            return found == inputs.estimates.end() ? std::optional<ThreePoint>() : found->second.effort;
        };
        forBoth(m_before.estimates, m_after.estimates,
                [&](const std::string& id, const OwnEstimate& a, const OwnEstimate& b) {
                    add(ChangeKind::estimate, id, own(m_before, id), own(m_after, id));
                    add(ChangeKind::estimateNote, id, a.note, b.note);
                });
        forBoth(m_before.phaseNotes, m_after.phaseNotes,
                [this](const std::string& id, const std::string& a, const std::string& b) {
                    add(ChangeKind::phaseNote, id, a, b);
                });
    }

    void compareProfile()
    {
        const Profile& a = m_before.profile;
        const Profile& b = m_after.profile;
        std::set<std::string> conditions = a.conditions;
        conditions.insert(b.conditions.begin(), b.conditions.end());
        for (const std::string& id : conditions)
            add(ChangeKind::condition, id, a.conditions.contains(id), b.conditions.contains(id));
        add(ChangeKind::scale, {}, a.scale, b.scale);
        add(ChangeKind::validated, {}, a.validated, b.validated);
        add(ChangeKind::maintainer, {}, a.maintainer, b.maintainer);
    }

    void comparePeople(const Person& a, const Person& b)
    {
        add(ChangeKind::personName, a.name, a.name, b.name);
        add(ChangeKind::allocation, b.name, a.allocation, b.allocation);
        add(ChangeKind::rate, b.name, a.weeklyRate, b.weeklyRate);
        add(ChangeKind::skills, b.name, a.skills, b.skills);
        add(ChangeKind::firstDay, b.name, a.firstDay, b.firstDay);
        add(ChangeKind::leave, b.name, a.leave, b.leave);
    }

    /// Someone on the other team under the same name; else the one new person there who differs in the name alone.
    static const Person* counterpart(const Person& person, const std::vector<Person>& team,
                                     const std::vector<Person>& others)
    {
        const auto same = std::ranges::find(others, person.name, &Person::name);
        if (same != others.end())
            return &*same;
        const auto renamed = std::ranges::find_if(others, [&](const Person& other) {
            if (std::ranges::find(team, other.name, &Person::name) != team.end())
                return false;
            Person unnamed = other;
            unnamed.name = person.name;
            return unnamed == person;
        });
        return renamed == others.end() ? nullptr : &*renamed;
    }

    void compareTeam()
    {
        std::vector<std::string> before;
        std::vector<const Person*> known;
        for (const Person& person : m_before.team) {
            const Person* now = counterpart(person, m_before.team, m_after.team);
            if (now && std::ranges::find(known, now) != known.end())
                now = nullptr;
            if (now) {
                comparePeople(person, *now);
                known.push_back(now);
                before.push_back(now->name);
            } else {
                m_changes.push_back({ChangeKind::person, person.name, person, {}, {}});
            }
        }
        std::vector<std::string> after;
        for (const Person& person : m_after.team) {
            if (std::ranges::find(known, &person) != known.end())
                after.push_back(person.name);
            else
                m_changes.push_back({ChangeKind::person, person.name, {}, person, {}});
        }
        add(ChangeKind::teamOrder, {}, before, after);
    }

    void compareDaysOff()
    {
        const auto labelOn = [](const std::vector<DayOff>& days, Date date) {
            const auto found = std::ranges::find(days, date, &DayOff::date);
            return found == days.end() ? std::optional<std::string>() : found->label;
        };
        std::set<Date> dates;
        for (const auto* days : {&m_before.daysOff, &m_after.daysOff})
            for (const DayOff& day : *days)
                dates.insert(day.date);
        for (const Date date : dates)
            add(ChangeKind::dayOff, isoDate(date), labelOn(m_before.daysOff, date), labelOn(m_after.daysOff, date));
    }

    void compareSettings()
    {
        add(ChangeKind::costMode, {}, m_before.costMode, m_after.costMode);
        add(ChangeKind::order, {}, m_before.order, m_after.order);
        add(ChangeKind::monthsAfterLaunch, {}, m_before.monthsAfterLaunch, m_after.monthsAfterLaunch);
        add(ChangeKind::correlation, {}, m_before.correlation, m_after.correlation);
        add(ChangeKind::confidence, {}, m_before.confidence, m_after.confidence);
        add(ChangeKind::gst, {}, m_before.gst, m_after.gst);
    }

    const Inputs& m_before;
    const Inputs& m_after;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<Change> differences(const Inputs& before, const Inputs& after)
{
    return Comparer(before, after).run();
}

std::vector<Change> differences(const Project& before, const Project& after)
{
    std::vector<Change> changes = differences(before.base, after.base);
    const auto named = [](const Project& project, const std::string& name) {
        const auto found = std::ranges::find(project.scenarios, name, &Scenario::name);
        return found == project.scenarios.end() ? nullptr : &*found;
    };
    for (const Scenario& scenario : before.scenarios)
        if (!named(after, scenario.name))
            changes.push_back({ChangeKind::scenario, scenario.name, true, {}, {}});
    for (const Scenario& scenario : after.scenarios) {
        const Scenario* old = named(before, scenario.name);
        if (!old) {
            changes.push_back({ChangeKind::scenario, scenario.name, {}, true, {}});
            continue;
        }
        if (*old == scenario)
            continue;
        std::vector<Change> own = differences(applyScenario(after.base, *old), applyScenario(after.base, scenario));
        for (Change& change : own)
            change.scenario = scenario.name;
        if (own.empty())
            own.push_back({ChangeKind::scenario, scenario.name, true, true, {}});
        std::ranges::move(own, std::back_inserter(changes));
    }
    return changes;
}

} // namespace trestle
