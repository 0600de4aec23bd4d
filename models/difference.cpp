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

/// Calls `body(id, before, after)` for every id that either map has; null where one has not.
template <class Value, class Body>
void forBoth(const std::map<std::string, Value>& before, const std::map<std::string, Value>& after, Body&& body)
{
    const auto in = [](const auto& map, const std::string& id) {
        const auto found = map.find(id);
        return found == map.end() ? nullptr : &found->second;
    };
    std::set<std::string> ids;
    for (const auto* map : {&before, &after})
        for (const auto& [id, value] : *map)
            ids.insert(id);
    for (const std::string& id : ids)
        body(id, in(before, id), in(after, id));
}

/// Days on which something was last touched are no change of their own, nor are an event's number and id.
constexpr bool isCompared(FieldId field)
{
    return field != FieldId::itemChanged && field != FieldId::itemPartlyBefore && field != FieldId::estimateChanged && field != FieldId::riskId &&
           field != FieldId::riskNumber;
}

class Comparer {
public:
    std::vector<Change> run(const Inputs& before, const Inputs& after) &&
    {
        forEachField<Inputs>([&](const auto& field) { compare(field.id, before.*field.member, after.*field.member); });
        compareProposals(before.proposals, after.proposals);
        compareEvidence(before.items, after.items);
        std::ranges::stable_sort(m_changes, {}, &Change::field);
        return std::move(m_changes);
    }

private:
    template <class T>
    void add(FieldId field, const std::string& subject, const T& before, const T& after)
    {
        if (!(before == after))
            m_changes.push_back({field, subject, valueOf(before), valueOf(after), {}});
    }

    /// Where a tick comes from, and what somebody proposes: told last, as far as nothing else tells it.
    void add(FieldId /*evidence*/, const std::string& /*item*/, const std::optional<TickEvidence>& /*before*/,
             const std::optional<TickEvidence>& /*after*/)
    {
    }
    void compare(FieldId /*proposals*/, const std::map<std::string, Proposal>& /*before*/,
                 const std::map<std::string, Proposal>& /*after*/)
    {
    }

    [[nodiscard]] bool isTold(FieldId field, const std::string& subject) const
    {
        return std::ranges::any_of(
            m_changes, [&](const Change& change) { return change.field == field && change.subject == subject; });
    }

    void compareProposals(const std::map<std::string, Proposal>& before, const std::map<std::string, Proposal>& after)
    {
        if (before == after)
            return;
        const auto count = [](const auto& proposals) {
            return proposals.empty() ? ChangeValue() : ChangeValue(static_cast<int>(proposals.size()));
        };
        if (before.empty() || after.empty()) {
            m_changes.push_back({FieldId::proposals, {}, count(before), count(after), {}});
            return;
        }
        bool isAnyTold = false;
        forBoth(before, after, [&](const std::string& id, const Proposal* a, const Proposal* b) {
            if (a && b && a->state == b->state && a->answer == b->answer)
                return;
            isAnyTold = true;
            if (!isTold(FieldId::itemState, id))
                m_changes.push_back({FieldId::proposals,
                                     id,
                                     a ? ChangeValue(*a) : ChangeValue(),
                                     b ? ChangeValue(*b) : ChangeValue(),
                                     {}});
        });
        if (!isAnyTold)
            m_changes.push_back({FieldId::proposals, {}, count(before), count(after), {}});
    }

    void compareEvidence(const std::map<std::string, ItemInput>& before, const std::map<std::string, ItemInput>& after)
    {
        const auto dayOf = [](const std::optional<TickEvidence>& evidence) {
            return evidence ? ChangeValue(evidence->on) : ChangeValue();
        };
        forBoth(before, after, [&](const std::string& id, const ItemInput* a, const ItemInput* b) {
            const ItemInput nothing;
            const auto& was = (a ? *a : nothing).evidence;
            const auto& is = (b ? *b : nothing).evidence;
            if (was != is && !isTold(FieldId::itemState, id) && !isTold(FieldId::proposals, id))
                m_changes.push_back({FieldId::itemEvidence, id, dayOf(was), dayOf(is), {}});
        });
    }

    template <class T>
    void compare(FieldId field, const T& before, const T& after)
    {
        add(field, {}, before, after);
    }

    /// An item that is not listed is as one that says nothing.
    void compare(FieldId /*items*/, const std::map<std::string, ItemInput>& before,
                 const std::map<std::string, ItemInput>& after)
    {
        forBoth(before, after, [this](const std::string& id, const ItemInput* a, const ItemInput* b) {
            const ItemInput nothing;
            compareFields(id, a ? *a : nothing, b ? *b : nothing);
        });
    }

    void compare(FieldId /*estimates*/, const std::map<std::string, OwnEstimate>& before,
                 const std::map<std::string, OwnEstimate>& after)
    {
        const auto effort = [](const OwnEstimate* own) { return own ? std::optional(own->effort) : std::nullopt; };
        forBoth(before, after, [&](const std::string& id, const OwnEstimate* a, const OwnEstimate* b) {
            add(FieldId::estimateEffort, id, effort(a), effort(b));
            OwnEstimate nothing;
            nothing.effort = (a ? a : b)->effort; // compared above, where none is a value too
            OwnEstimate other = b ? *b : nothing;
            other.effort = (a ? *a : nothing).effort;
            compareFields(id, a ? *a : nothing, other);
        });
    }

    void compare(FieldId field, const std::map<std::string, std::string>& before,
                 const std::map<std::string, std::string>& after)
    {
        forBoth(before, after, [&](const std::string& id, const std::string* a, const std::string* b) {
            add(field, id, a ? *a : std::string(), b ? *b : std::string());
        });
    }

    void compare(FieldId /*profile*/, const Profile& before, const Profile& after)
    {
        forEachField<Profile>([&](const auto& field) { compare(field.id, before.*field.member, after.*field.member); });
    }

    /// One change for each that only one side has.
    void compare(FieldId field, const std::set<std::string>& before, const std::set<std::string>& after)
    {
        std::set<std::string> all = before;
        all.insert(after.begin(), after.end());
        for (const std::string& id : all)
            add(field, id, before.contains(id), after.contains(id));
    }

    template <class Owner>
    void compareFields(const std::string& subject, const Owner& before, const Owner& after)
    {
        forEachField<Owner>([&](const auto& field) {
            const auto& was = before.*field.member;
            const auto& is = after.*field.member;
            if constexpr (kHasFields<std::remove_cvref_t<decltype(was)>>)
                compareFields(subject, was, is);
            else if (isCompared(field.id))
                add(field.id, subject, was, is);
        });
    }

    void comparePeople(const Person& a, const Person& b)
    {
        forEachField<Person>([&](const auto& field) {
            add(field.id, field.id == FieldId::personName ? a.name : b.name, a.*field.member, b.*field.member);
        });
    }

    /// Someone on the other team under the same name; else the one new person there who differs in the name alone.
    static const Person* counterpart(const Person& person, const std::vector<Person>& team,
                                     const std::vector<Person>& others)
    {
        if (const Person* same = findPerson(others, person.name))
            return same;
        const auto renamed = std::ranges::find_if(others, [&](const Person& other) {
            if (findPerson(team, other.name))
                return false;
            Person unnamed = other;
            unnamed.name = person.name;
            return unnamed == person;
        });
        return renamed == others.end() ? nullptr : &*renamed;
    }

    void compare(FieldId team, const std::vector<Person>& teamBefore, const std::vector<Person>& teamAfter)
    {
        std::vector<std::string> before;
        std::vector<const Person*> known;
        for (const Person& person : teamBefore) {
            const Person* now = counterpart(person, teamBefore, teamAfter);
            if (now && std::ranges::find(known, now) != known.end())
                now = nullptr;
            if (now) {
                comparePeople(person, *now);
                known.push_back(now);
                before.push_back(now->name);
            } else {
                m_changes.push_back({team, person.name, person, {}, {}});
            }
        }
        std::vector<std::string> after;
        for (const Person& person : teamAfter) {
            if (std::ranges::find(known, &person) != known.end())
                after.push_back(person.name);
            else
                m_changes.push_back({team, person.name, {}, person, {}});
        }
        add(team, {}, before, after);
    }

    void compare(FieldId risks, const RiskRegister& before, const RiskRegister& after)
    {
        for (const RiskEvent& event : before.events) {
            if (const RiskEvent* now = findRisk(after, event.id))
                compareFields(event.id, event, *now);
            else
                m_changes.push_back({risks, event.id, event, {}, {}});
        }
        for (const RiskEvent& event : after.events)
            if (!findRisk(before, event.id))
                m_changes.push_back({risks, event.id, {}, event, {}});
    }

    void compare(FieldId field, const ItemScopes& before, const ItemScopes& after)
    {
        forBoth(before, after, [&](const std::string& id, const ItemScope* a, const ItemScope* b) {
            add(field, id, a ? std::optional(*a) : std::nullopt, b ? std::optional(*b) : std::nullopt);
        });
    }

    void compare(FieldId /*price*/, const PriceTerms& before, const PriceTerms& after)
    {
        compareFields({}, before, after);
    }

    void compare(FieldId /*cash*/, const CashPlan& before, const CashPlan& after)
    {
        forEachField<CashPlan>(
            [&](const auto& field) { compare(field.id, before.*field.member, after.*field.member); });
    }

    template <class Line>
        requires std::is_same_v<Line, MonthlyLine> || std::is_same_v<Line, OneOff>
    void compare(FieldId field, const std::vector<Line>& before, const std::vector<Line>& after)
    {
        const auto labelled = [](const std::vector<Line>& lines) {
            std::map<std::string, Line> labels;
            for (const Line& line : lines)
                labels[line.label] = line;
            return labels;
        };
        const std::map<std::string, Line> was = labelled(before);
        const std::map<std::string, Line> is = labelled(after);
        forBoth(was, is, [&](const std::string& label, const Line* a, const Line* b) {
            add(field, label, a ? std::optional(*a) : std::nullopt, b ? std::optional(*b) : std::nullopt);
        });
    }

    void compare(FieldId field, const std::vector<ActualCost>& before, const std::vector<ActualCost>& after)
    {
        const auto sums = [](const std::vector<ActualCost>& costs) {
            std::map<std::string, Money> amounts;
            for (const ActualCost& cost : costs)
                amounts[isoMonth(cost.month) + (cost.label.empty() ? "" : " ") + cost.label] += cost.amount;
            return amounts;
        };
        const std::map<std::string, Money> was = sums(before);
        const std::map<std::string, Money> is = sums(after);
        forBoth(was, is, [&](const std::string& subject, const Money* a, const Money* b) {
            add(field, subject, a ? std::optional(*a) : std::nullopt, b ? std::optional(*b) : std::nullopt);
        });
    }

    /// By their names: what they promised is told where they are shown.
    void compare(FieldId field, const std::optional<Baseline>& before, const std::optional<Baseline>& after)
    {
        const auto nameOf = [](const std::optional<Baseline>& baseline) {
            return baseline ? ChangeValue(baseline->name) : ChangeValue();
        };
        if (before != after)
            m_changes.push_back({field, {}, nameOf(before), nameOf(after), {}});
    }

    void compare(FieldId field, const std::vector<DayOff>& before, const std::vector<DayOff>& after)
    {
        const auto labelOn = [](const std::vector<DayOff>& days, Date date) {
            const auto found = std::ranges::find(days, date, &DayOff::date);
            return found == days.end() ? std::optional<std::string>() : found->label;
        };
        std::set<Date> dates;
        for (const auto* days : {&before, &after})
            for (const DayOff& day : *days)
                dates.insert(day.date);
        for (const Date date : dates)
            add(field, isoDate(date), labelOn(before, date), labelOn(after, date));
    }

    void compare(FieldId field, const std::vector<YearlyClosure>& before, const std::vector<YearlyClosure>& after)
    {
        const auto named = [](const std::vector<YearlyClosure>& closures) {
            std::map<std::string, std::string> labels;
            for (const YearlyClosure& closure : closures)
                labels[isoMonthDay(closure.first) + ".." + isoMonthDay(closure.last)] = closure.label;
            return labels;
        };
        const std::map<std::string, std::string> was = named(before);
        const std::map<std::string, std::string> is = named(after);
        forBoth(was, is, [&](const std::string& days, const std::string* a, const std::string* b) {
            add(field, days, a ? std::optional(*a) : std::nullopt, b ? std::optional(*b) : std::nullopt);
        });
    }

    void compare(FieldId field, const std::set<Date>& before, const std::set<Date>& after)
    {
        std::set<Date> all = before;
        all.insert(after.begin(), after.end());
        for (const Date date : all)
            add(field, isoDate(date), before.contains(date), after.contains(date));
    }

    std::vector<Change> m_changes;
};

} // namespace

std::vector<Change> differences(const Inputs& before, const Inputs& after)
{
    return Comparer().run(before, after);
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
            changes.push_back({FieldId::scenarios, scenario.name, true, {}, {}});
    for (const Scenario& scenario : after.scenarios) {
        const Scenario* old = named(before, scenario.name);
        if (!old) {
            changes.push_back({FieldId::scenarios, scenario.name, {}, true, {}});
            continue;
        }
        if (*old == scenario)
            continue;
        std::vector<Change> own = differences(applyScenario(after.base, *old), applyScenario(after.base, scenario));
        for (Change& change : own)
            change.scenario = scenario.name;
        if (own.empty())
            own.push_back({FieldId::scenarios, scenario.name, true, true, {}});
        std::ranges::move(own, std::back_inserter(changes));
    }
    return changes;
}

} // namespace trestle
