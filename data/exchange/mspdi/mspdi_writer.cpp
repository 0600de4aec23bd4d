#include "data/exchange/mspdi/mspdi_writer.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/mspdi/mspdi_calendars.h"
#include "data/exchange/mspdi/mspdi_fields.h"
#include "data/exchange/mspdi/mspdi_names.h"
#include "data/exchange/mspdi/mspdi_xml.h"
#include "data/exchange/mspdi/task_times.h"
#include "data/exchange/plan_losses.h"

#include <algorithm>
#include <sstream>

namespace trestle {

namespace {

using pugi::xml_node;

using namespace mspdi;

class MspdiDocument {
public:
    explicit MspdiDocument(const ExportSource& source)
        : m_plan(*source.plan), m_audience(source.audience), m_stamp(source.stamp),
          m_clock(m_plan.calendar, m_plan.inputs.hoursPerWeek), m_rows(taskRows(m_plan, m_clock))
    {
        if (showsEffort(m_audience))
            m_people = m_names.people(m_plan.inputs.team);
        for (TaskRow& row : m_rows.rows)
            hide(row);
    }

    Exported write()
    {
        xml_node declaration = m_document.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        declaration.append_attribute("standalone") = "yes";
        xml_node project = m_document.append_child("Project");
        project.append_attribute("xmlns") = "http://schemas.microsoft.com/project";
        writeProject(project);
        if (showsChances(m_audience))
            writeFields(project.append_child("ExtendedAttributes"));
        writeCalendars(project.append_child("Calendars"), m_plan, m_clock, m_people, m_names);
        writeTasks(project.append_child("Tasks"));
        if (!m_people.empty())
            writeResources(project.append_child("Resources"));
        writeAssignments(project);
        std::ostringstream text;
        m_document.save(text, " ", pugi::format_default, pugi::encoding_utf8);
        return {text.str(), losses()};
    }

private:
    /// What the audience may not read. A task without people lasts as long as it does in the plan.
    void hide(TaskRow& row) const
    {
        if (!showsEffort(m_audience)) {
            row.work = 0;
            row.crew.clear();
            row.duration.likely = m_clock.minutes(row.finish) - m_clock.minutes(row.start);
            if (row.past)
                row.past->work = 0;
        }
        if (!showsBaseline(m_audience))
            row.promised.reset();
        if (!showsCost(m_audience)) {
            row.cost = {};
            row.fixedCost = {};
        }
    }

    void writeProject(xml_node project)
    {
        const std::string name = m_names.name(m_plan.inputs.name);
        add(project, "SaveVersion", 14);
        addText(project, "UID", m_stamp.plan);
        addText(project, "Name", name);
        addText(project, "Title", name);
        addText(project, "Subject", m_names.name(m_stamp.scenario));
        add(project, "Category", m_names.name(m_plan.catalogue->id + ' ' + std::to_string(m_plan.catalogue->version)));
        addText(project, "Company", m_names.name(m_plan.inputs.client));
        add(project, "Author", std::string("Trestle"));
        add(project, "CreationDate", isoTime(m_stamp.onTheWall()).substr(0, mspdiTime({}, 0).size()));
        add(project, "ScheduleFromStart", 1);
        add(project, "StartDate", m_times.start(planRow()));
        add(project, "FinishDate", m_clock.finish(0, m_plan.finish.likely));
        add(project, "CurrencyDigits", 2);
        add(project, "CurrencySymbol", std::string("$"));
        add(project, "CurrencyCode", std::string("AUD"));
        add(project, "CalendarUID", kPlanCalendar);
        const auto shifts = m_clock.shifts();
        add(project, "DefaultStartTime", clockTime(shifts.front().from));
        add(project, "DefaultFinishTime", clockTime(shifts.back().to));
        add(project, "MinutesPerDay", m_clock.minutesPerDay());
        add(project, "MinutesPerWeek", m_clock.minutesPerDay() * kWorkingDaysPerWeek);
        add(project, "DaysPerMonth", 20);
        add(project, "DefaultTaskType", 1);
        add(project, "DurationFormat", kInDays);
        add(project, "NewTasksEffortDriven", 0);
        add(project, "NewTasksEstimated", 0);
        add(project, "WeekStartDay", 1);
        if (m_rows.past) // at the beginning of that day: what is left begins then
            add(project, "StatusDate", m_clock.start(0));
        add(project, "NewTasksAreManual", 0);
    }

    static void writeFields(xml_node fields)
    {
        for (const auto* kind : {&kDurations, &kCosts})
            for (const RangeField& field : *kind) {
                xml_node attribute = fields.append_child("ExtendedAttribute");
                add(attribute, "FieldID", std::string(field.id));
                add(attribute, "FieldName", std::string(field.name));
                add(attribute, "Alias", std::string(field.alias));
            }
    }

    void writeTasks(xml_node tasks)
    {
        writeTask(tasks, 0, planRow(), "0", 0);
        int phase = 0;
        int item = 0;
        for (std::size_t i = 0; i < m_rows.rows.size(); ++i) {
            const TaskRow& row = m_rows.rows[i];
            phase += row.isPhase ? 1 : 0;
            item = row.isPhase ? 0 : item + 1;
            const std::string number = std::to_string(phase);
            writeTask(tasks, i + 1, row, row.isPhase ? number : number + '.' + std::to_string(item),
                      row.isPhase ? 1 : 2);
        }
    }

    [[nodiscard]] TaskRow planRow() const
    {
        TaskRow row;
        row.title = m_plan.inputs.name;
        row.notes = m_plan.inputs.notes;
        row.isPhase = true;
        row.state = m_plan.nothingLeft() ? ItemState::done : ItemState::missing;
        row.finish = m_plan.finish.likely;
        for (const Case which : kCases)
            row.duration.at(which) = m_clock.minutes(m_plan.finish.at(which));
        if (const auto told = toldDates(m_plan); told && m_plan.inputs.baseline)
            row.promised = {
                {m_plan.inputs.baseline->spend.empty() ? told->first : m_plan.inputs.baseline->spend.front().by,
                 m_plan.inputs.baseline->finish}};
        if (m_rows.past) {
            row.past = m_rows.past;
            row.start = m_rows.start;
            for (const Case which : kCases)
                row.duration.at(which) += row.past->duration;
        }
        row.cost = m_plan.total;
        row.fixedCost = m_plan.actual.total() + m_plan.riskTotal.likely;
        hide(row);
        return row;
    }

    /// Its unique number is its place, 0 the whole plan.
    void writeTask(xml_node tasks, std::size_t uid, const TaskRow& row, const std::string& outline, int level)
    {
        const std::string start = m_times.start(row);
        const std::string finish = m_times.finish(row);
        const bool done = TaskTimes::isDone(row);
        const std::int64_t spent = m_times.spent(uid, row);
        const std::int64_t work = m_times.work(uid, row);
        const std::int64_t elapsed = row.past ? row.past->duration : 0;
        xml_node task = tasks.append_child("Task");
        add(task, "UID", static_cast<std::int64_t>(uid));
        add(task, "ID", static_cast<std::int64_t>(uid));
        add(task, "Name", m_names.name(row.title));
        add(task, "Active", 1);
        add(task, "Manual", 0);
        add(task, "Type", 1);
        add(task, "IsNull", 0);
        addText(task, "Contact", m_names.name(row.owner));
        add(task, "WBS", outline);
        add(task, "OutlineNumber", outline);
        add(task, "OutlineLevel", level);
        add(task, "Priority", 500);
        add(task, "Start", start);
        add(task, "Finish", finish);
        add(task, "Duration", mspdiDuration(row.duration.likely));
        add(task, "DurationFormat", kInDays);
        add(task, "Work", mspdiDuration(work));
        if (!row.isPhase && elapsed > 0 && row.duration.likely > elapsed) {
            add(task, "Stop", m_clock.start(0));
            add(task, "Resume", m_clock.start(row.past->resumes));
        }
        add(task, "EffortDriven", 0);
        add(task, "Estimated", 0);
        add(task, "Milestone", row.isPhase || row.hasWork() ? 0 : 1);
        add(task, "Summary", row.isPhase ? 1 : 0);
        add(task, "FixedCost", std::to_string(row.fixedCost.cents));
        add(task, "FixedCostAccrual", 3);
        add(task, "PercentComplete", m_times.percent(uid, row));
        add(task, "PercentWorkComplete", done ? 100 : work > 0 ? 100 * spent / work : 0);
        addCost(task, "Cost", row.cost.likely);
        if (done || row.past)
            add(task, "ActualStart", start);
        if (done)
            add(task, "ActualFinish", finish);
        add(task, "ActualDuration", mspdiDuration(elapsed));
        addCost(task, "ActualCost", {});
        add(task, "ActualWork", mspdiDuration(spent));
        add(task, "RemainingDuration", mspdiDuration(row.duration.likely - elapsed));
        addCost(task, "RemainingCost", row.cost.likely);
        add(task, "RemainingWork", mspdiDuration(work - spent));
        add(task, "ConstraintType", row.startsByDate ? kStartNoEarlierThan : kAsSoonAsPossible);
        add(task, "CalendarUID", -1);
        if (row.startsByDate)
            add(task, "ConstraintDate", start);
        addText(task, "Notes", m_names.note(row.notes));
        for (const TaskLink& link : row.links)
            writeLink(task.append_child("PredecessorLink"), link);
        if (showsChances(m_audience))
            writeRanges(task, row);
        if (row.promised)
            writeBaseline(task.append_child("Baseline"), row);
    }

    void writeBaseline(xml_node baseline, const TaskRow& row) const
    {
        add(baseline, "Number", 0);
        add(baseline, "Start", mspdiTime(row.promised->first, m_clock.shifts().front().from));
        add(baseline, "Finish", mspdiTime(row.promised->last, m_clock.shifts().back().to));
        const auto promised = m_plan.inputs.baseline->items.find(row.id);
        if (showsEffort(m_audience) && promised != m_plan.inputs.baseline->items.end())
            add(baseline, "Work", mspdiDuration(m_clock.minutes(Weeks{promised->second.effort})));
    }

    static void writeRanges(xml_node task, const TaskRow& row)
    {
        for (const Case which : kCases) {
            const auto at = static_cast<std::size_t>(which);
            writeField(task, kDurations.at(at), mspdiDuration(row.duration.at(which)));
            task.last_child().append_child("DurationFormat").text() = kInDays;
        }
        for (const Case which : kCases)
            writeField(task, kCosts.at(static_cast<std::size_t>(which)), std::to_string(row.cost.at(which).cents));
    }

    static void writeField(xml_node task, const RangeField& field, const std::string& value)
    {
        xml_node attribute = task.append_child("ExtendedAttribute");
        add(attribute, "FieldID", std::string(field.id));
        add(attribute, "Value", value);
    }

    static void writeLink(xml_node node, const TaskLink& link)
    {
        constexpr int tenths = 10;
        add(node, "PredecessorUID", static_cast<std::int64_t>(link.from + 1));
        add(node, "Type", numberOf(link.type));
        add(node, "CrossProject", 0);
        add(node, "LinkLag", link.lag * tenths);
        add(node, "LagFormat", kInDays);
    }

    void writeResources(xml_node resources)
    {
        std::vector<std::int64_t> work(m_people.size());
        std::vector<Money> cost(m_people.size());
        for (const TaskRow& row : m_rows.rows)
            for (const TaskAssignment& member : row.crew) {
                work[member.person] += member.work;
                cost[member.person] += member.cost;
            }
        for (std::size_t i = 0; i < m_people.size(); ++i) {
            const Person& person = m_plan.inputs.team[i];
            xml_node resource = resources.append_child("Resource");
            add(resource, "UID", static_cast<std::int64_t>(i + 1));
            add(resource, "ID", static_cast<std::int64_t>(i + 1));
            add(resource, "Name", m_people[i]);
            add(resource, "Type", 1);
            add(resource, "IsNull", 0);
            add(resource, "MaxUnits", plainNumber(person.allocation));
            if (person.firstDay)
                add(resource, "AvailableFrom", mspdiTime(*person.firstDay, 0));
            if (person.lastDay)
                add(resource, "AvailableTo", mspdiTime(*person.lastDay, kLastMinute));
            add(resource, "AccrueAt", 3);
            add(resource, "Work", mspdiDuration(work[i]));
            const Money rate = showsRates(m_audience) ? person.weeklyRate : Money{};
            add(resource, "StandardRate", plainNumber(rate.inDollars() / m_clock.hoursPerWeek()));
            add(resource, "StandardRateFormat", kPerHour);
            addCost(resource, "Cost", cost[i]);
            add(resource, "OvertimeRate", 0);
            add(resource, "OvertimeRateFormat", kPerHour);
            add(resource, "CostPerUse", 0);
            add(resource, "CalendarUID", calendarOf(i));
            add(resource, "IsGeneric", person.isRole ? 1 : 0);
        }
    }

    void writeAssignments(xml_node project)
    {
        xml_node assignments;
        std::int64_t uid = 0;
        const auto next = [&](std::size_t row) {
            if (!assignments)
                assignments = project.append_child("Assignments");
            xml_node assignment = assignments.append_child("Assignment");
            add(assignment, "UID", ++uid);
            add(assignment, "TaskUID", static_cast<std::int64_t>(row + 1));
            return assignment;
        };
        for (std::size_t i = 0; i < m_rows.rows.size(); ++i) {
            const TaskRow& row = m_rows.rows[i];
            if (row.past && row.past->work > 0 && !row.isPhase)
                writeSpent(next(i), row);
            for (const TaskAssignment& member : row.crew)
                writeMember(next(i), member);
        }
    }

    /// Who spent it is not recorded.
    void writeSpent(xml_node assignment, const TaskRow& row) const
    {
        const std::string work = mspdiDuration(row.past->work);
        add(assignment, "ResourceUID", kNobody);
        add(assignment, "PercentWorkComplete", 100);
        addCost(assignment, "ActualCost", {});
        add(assignment, "ActualWork", work);
        addCost(assignment, "Cost", {});
        add(assignment, "Finish", row.past->isFinished ? m_times.finish(row) : m_clock.start(0));
        add(assignment, "RemainingWork", mspdiDuration(0));
        add(assignment, "Start", m_times.start(row));
        add(assignment, "Units", 1);
        add(assignment, "Work", work);
    }

    void writeMember(xml_node assignment, const TaskAssignment& member) const
    {
        add(assignment, "ResourceUID", static_cast<std::int64_t>(member.person + 1));
        add(assignment, "PercentWorkComplete", 0);
        addCost(assignment, "ActualCost", {});
        add(assignment, "ActualWork", mspdiDuration(0));
        addCost(assignment, "Cost", member.cost);
        add(assignment, "Finish", m_clock.finish(member.joined, member.left));
        add(assignment, "RemainingWork", mspdiDuration(member.work));
        add(assignment, "Start", m_clock.start(member.joined));
        add(assignment, "Units", plainNumber(m_plan.people[member.person].allocation));
        add(assignment, "Work", mspdiDuration(member.work));
    }

    [[nodiscard]] std::vector<Loss> losses() const
    {
        const auto partial = std::ranges::count(m_rows.rows, ItemState::partial, [](const TaskRow& row) {
            return row.isPhase ? ItemState::missing : row.state;
        });
        const auto skilled =
            std::ranges::count_if(m_plan.inputs.team, [](const Person& person) { return !person.skills.empty(); });
        std::vector<Loss> all{{LossKind::characters, m_names.replaced()},
                              {LossKind::shortened, m_names.shortened()},
                              {LossKind::renamed, m_names.renamed()},
                              {LossKind::notNeeded, m_rows.leftOut},
                              {LossKind::partly, static_cast<std::size_t>(partial)},
                              {LossKind::links, m_rows.linksLost},
                              {LossKind::finishLinks, m_rows.finishLinks},
                              {LossKind::skills, static_cast<std::size_t>(skilled)}};
        using enum LossKind;
        for (const LossKind kind : {goals, profile, estimates, settings, evidence, price, chances})
            all.push_back(lossOf(m_plan, kind));
        std::erase_if(all, [](const Loss& loss) { return loss.count == 0; });
        return all;
    }

    const Plan& m_plan;
    Audience m_audience;
    const ExportStamp& m_stamp;
    WorkingClock m_clock;
    TaskRows m_rows;
    TaskTimes m_times{m_rows, m_clock};
    MspdiNames m_names;
    std::vector<std::string> m_people;
    pugi::xml_document m_document;
};

} // namespace

Result<Exported> writeMspdi(const ExportSource& source)
{
    return MspdiDocument(source).write();
}

} // namespace trestle
