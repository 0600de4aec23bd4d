#include "data/exchange/csv.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/csv_table.h"
#include "data/exchange/export_facts.h"
#include "data/exchange/plan_losses.h"
#include "data/words.h"
#include "models/calendar/days_off.h"
#include "models/date.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace trestle {

namespace {

struct Column {
    const char* title;
    bool (*isShown)(Audience) = [](Audience) { return true; };
};

/// Spreadsheets take a first column called ID for another format (SYLK), so it is called otherwise.
constexpr std::array kColumns{Column{"Kind"},
                              Column{"Id"},
                              Column{"Title"},
                              Column{"Phase"},
                              Column{"State"},
                              Column{"Effort low", showsEffort},
                              Column{"Effort likely", showsEffort},
                              Column{"Effort high", showsEffort},
                              Column{"Start week"},
                              Column{"Finish week low", showsChances},
                              Column{"Finish week likely"},
                              Column{"Finish week high", showsChances},
                              Column{"Start"},
                              Column{"Finish low", showsChances},
                              Column{"Finish likely"},
                              Column{"Finish high", showsChances},
                              Column{"AUD low", showsCost},
                              Column{"AUD likely", showsCost},
                              Column{"AUD high", showsCost},
                              Column{"Slack weeks", showsSlack},
                              Column{"Slack weeks by links", showsSlack},
                              Column{"Drives finish", showsSlack},
                              Column{"People"},
                              Column{"Waits for", showsSlack},
                              Column{"Waits on", showsSlack},
                              Column{"Owner"},
                              Column{"Note"}};

std::string_view wordOf(WaitKind kind)
{
    constexpr std::array<std::string_view, 5> words{"link", "start", "person", "place", "leave"};
    return words.at(static_cast<std::size_t>(kind));
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : "; ").append(part);
    return out;
}

class PlanTable {
public:
    PlanTable(const ExportSource& source, const CsvForm& form)
        : m_plan(*source.plan), m_audience(source.audience), m_facts(exportFacts(source)), m_table(form)
    {
        std::vector<bool> leftOut;
        for (const Column& column : kColumns)
            leftOut.push_back(!column.isShown(m_audience));
        m_table.leaveOut(std::move(leftOut));
    }

    Exported write()
    {
        for (const Column& column : kColumns)
            m_table.plain(column.title);
        for (const ExportFact& fact : m_facts)
            m_table.plain(fact.title);
        m_table.endRow();
        planRow();
        for (const PhasePlan& phase : m_plan.phases) {
            phaseRow(phase);
            for (std::size_t i = 0; i < phase.itemCount; ++i)
                itemRow(phase, m_plan.items[phase.firstItem + i]);
        }
        if (showsCost(m_audience)) {
            if (m_plan.actual.any())
                spentRow(m_plan.actual.total());
            for (const RunningCostPlan& cost : m_plan.running)
                runningRow(cost);
            for (const PersonPlan& person : m_plan.people)
                personRow(person);
        }
        return {m_table.take(), losses()};
    }

private:
    void names(std::string_view kind, std::string_view id, std::string_view title, std::string_view phase)
    {
        m_table.plain(kind);
        m_table.text(id);
        m_table.text(title);
        m_table.text(phase);
    }
    template <class Number>
    void three(const PerCase<Number>& values)
    {
        for (const Case which : kCases)
            m_table.number(values.at(which));
    }
    void three(const PerCase<Money>& values)
    {
        for (const Case which : kCases)
            m_table.money(values.at(which));
    }
    /// Start and finishes in weeks, then as dates; a case without work has none.
    void times(const PerCase<Span>& when)
    {
        const auto cells = [&](auto put) {
            for (const Case which : kCases) {
                if (when.at(which).hasWork)
                    put(when.at(which));
                else
                    m_table.empty(1);
            }
        };
        const Span& likely = when.likely;
        if (likely.hasWork)
            m_table.number(likely.start);
        else
            m_table.empty(1);
        cells([&](const Span& span) { m_table.number(span.finish); });
        m_table.plain(likely.hasWork ? isoDate(m_plan.calendar.startDate(likely.start)) : "");
        cells([&](const Span& span) { m_table.plain(isoDate(m_plan.calendar.lastDate(span.start, span.finish))); });
    }
    void slack(bool hasWork, Weeks withPeople, Weeks byLinks, bool drives)
    {
        if (!hasWork) {
            m_table.empty(3);
            return;
        }
        m_table.number(withPeople);
        m_table.number(byLinks);
        m_table.plain(drives ? "yes" : "no");
    }
    void stamp()
    {
        for (const ExportFact& fact : m_facts)
            m_table.text(fact.value);
        m_table.endRow();
    }

    void planRow()
    {
        names("plan", "", m_plan.inputs.name, "");
        m_table.empty(1);
        three(m_plan.effort);
        m_table.plain("0");
        three(m_plan.finish);
        m_table.plain(isoDate(m_plan.startDate));
        for (const Case which : kCases)
            m_table.plain(isoDate(m_plan.finishDate.at(which)));
        three(m_plan.total);
        m_table.empty(8);
        stamp();
    }

    void phaseRow(const PhasePlan& phase)
    {
        names("phase", phase.id, phase.title, "");
        m_table.empty(1);
        three(phase.effort);
        times(phase.when);
        three(phase.cost);
        slack(phase.hasWork, phase.slack, phase.slackByLinks, phase.drivesFinish);
        m_table.empty(1);
        m_table.plain(phase.waitsFor.empty() ? "" : wordOf(WaitKind::link));
        m_table.text(joined(phase.waitsFor));
        m_table.empty(2);
        stamp();
    }

    void itemRow(const PhasePlan& phase, const ItemPlan& item)
    {
        names("item", item.id, item.title, phase.id);
        m_table.plain(trestle::wordOf(item.state));
        three(item.effort);
        times(item.when);
        three(item.cost);
        slack(item.hasWork, item.slack, item.slackByLinks, item.drivesFinish);
        std::vector<std::string> people;
        for (const std::size_t person : peopleOn(item))
            people.push_back(m_plan.people[person].name);
        m_table.text(joined(people));
        m_table.plain(item.hasWork ? wordOf(item.waitsFor.kind) : "");
        m_table.text(item.hasWork ? joined(item.waitsFor.on) : "");
        const auto input = m_plan.inputs.items.find(item.id);
        const bool known = input != m_plan.inputs.items.end();
        m_table.text(known ? input->second.owner : "");
        m_table.text(known ? input->second.note : "");
        stamp();
    }

    void spentRow(Money spent)
    {
        names("spent", "", "Spent so far", "");
        m_table.empty(12);
        three(PerCase<Money>{spent, spent, spent});
        m_table.empty(8);
        stamp();
    }

    void runningRow(const RunningCostPlan& cost)
    {
        names("running cost", "", cost.title, m_plan.phases[cost.phase].id);
        m_table.empty(8);
        m_table.plain(isoDate(cost.from.likely));
        m_table.empty(3);
        three(cost.cost);
        m_table.empty(8);
        stamp();
    }

    void personRow(const PersonPlan& person)
    {
        names("person", "", person.name, "");
        m_table.empty(1);
        three(person.effort);
        m_table.empty(8);
        if (showsRates(m_audience))
            three(person.cost);
        else
            m_table.empty(3);
        m_table.empty(8);
        stamp();
    }

    [[nodiscard]] std::vector<Loss> losses() const
    {
        const Inputs& inputs = m_plan.inputs;
        const auto staffed = std::ranges::count_if(inputs.team, [](const Person& person) {
            return !person.leave.empty() || person.firstDay || person.lastDay || !person.skills.empty();
        });
        const auto ruled = std::ranges::count_if(namedDaysOff(inputs, m_plan.startDate, m_plan.finishDate.high),
                                                 [](const NamedDayOff& day) { return day.kind != DayOffKind::own; });
        const auto of = [&](LossKind kind) { return lossOf(m_plan, kind); };
        std::vector<Loss> all{{LossKind::rounded, CsvTable::kDecimals},
                              {LossKind::links, m_plan.links.size()},
                              {LossKind::teamDates, static_cast<std::size_t>(staffed)},
                              {LossKind::rates, inputs.team.size()},
                              of(LossKind::goals),
                              of(LossKind::profile),
                              of(LossKind::estimates),
                              of(LossKind::settings),
                              {LossKind::daysOff, inputs.daysOff.size() + static_cast<std::size_t>(ruled)},
                              {LossKind::notes, inputs.phaseNotes.size() + (inputs.notes.empty() ? 0 : 1)},
                              of(LossKind::evidence),
                              of(LossKind::price),
                              of(LossKind::chances)};
        std::ranges::copy(m_table.losses(), std::inserter(all, all.begin() + 1));
        std::erase_if(all, [](const Loss& loss) { return loss.count == 0; });
        return all;
    }

    const Plan& m_plan;
    Audience m_audience;
    std::vector<ExportFact> m_facts;
    CsvTable m_table;
};

} // namespace

Exported writeCsv(const ExportSource& source, const CsvForm& form)
{
    return PlanTable(source, form).write();
}

} // namespace trestle
