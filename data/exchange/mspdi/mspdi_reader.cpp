#include "data/exchange/mspdi/mspdi_reader.h"

#include "data/exchange/foreign/foreign_xml.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/mspdi/mspdi_calendar_reader.h"
#include "data/exchange/mspdi/mspdi_fields.h"
#include "data/exchange/mspdi/mspdi_values.h"
#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trestle {

namespace {

using namespace mspdi;
using pugi::xml_node;

constexpr double kElapsedWeek = 7.0 * 24 * 60; ///< minutes
constexpr double kUsualMinutesPerDay = 480;

class MspdiReader {
public:
    MspdiReader(xml_node project, std::string where) : m_xml(project), m_where(std::move(where))
    {
        m_minutesPerDay = numberIn(m_xml, "MinutesPerDay").value_or(kUsualMinutesPerDay);
        const double week = numberIn(m_xml, "MinutesPerWeek").value_or(m_minutesPerDay * kWorkingDaysPerWeek);
        m_hoursPerWeek = std::clamp(week / 60, 1.0, 168.0);
    }

    Result<ForeignProject> read()
    {
        m_project.source = "MS Project XML";
        m_project.name = textIn(m_xml, "Title");
        if (isBlank(m_project.name))
            m_project.name = textIn(m_xml, "Name");
        if (textIn(m_xml, "Author") == "Trestle") { // elsewhere it is the company that plans
            m_project.client = textIn(m_xml, "Company");
            m_project.hasLearnt = m_xml.child("StatusDate");
        }
        m_project.hoursPerWeek = m_hoursPerWeek;
        if (const std::string currency = textIn(m_xml, "CurrencyCode"); !currency.empty() && currency != "AUD")
            m_project.losses.add(ImportLossKind::currency);
        if (auto ok = readTasks(); !ok)
            return std::unexpected(ok.error());
        readLinks();
        readPeople();
        readAssignments();
        if (auto ok = readStart(); !ok)
            return std::unexpected(ok.error());
        readDaysOff();
        return std::move(m_project);
    }

private:
    std::unexpected<Error> refuse(std::string what, Detail read) const
    {
        return fail(ErrorCode::invalidTasks, std::move(what), m_where, std::move(read));
    }

    Result<void> readTasks()
    {
        for (const xml_node task : m_xml.child("Tasks").children("Task")) {
            if (isSet(task, "IsNull"))
                continue;
            const auto level = wholeIn(task, "OutlineLevel");
            if (level == 0) {
                if (isBlank(m_project.name))
                    m_project.name = textIn(task, "Name");
                m_project.notes = textIn(task, "Notes");
                countDetails(task);
                continue;
            }
            if (isSet(task, "ExternalTask") || isSet(task, "IsSubproject")) {
                m_project.losses.add(ImportLossKind::outsideTasks);
                continue;
            }
            if (m_project.tasks.size() == kMostForeignTasks)
                return refuse({}, {DetailKind::fewerTasks, {std::to_string(kMostForeignTasks)}});
            if (const auto uid = wholeIn(task, "UID"))
                m_taskOf.emplace(*uid, m_project.tasks.size());
            m_nodes.push_back(task);
            addTask(task, level.value_or(levelByNumber(task)));
        }
        if (m_project.tasks.empty())
            return refuse({}, DetailKind::tasksFile);
        return {};
    }

    /// Where the level is missing: `2.1` is on the second.
    static int levelByNumber(xml_node task)
    {
        const std::string number = textIn(task, "OutlineNumber");
        return static_cast<int>(std::ranges::count(number, '.')) + 1;
    }

    void addTask(xml_node node, int level)
    {
        ForeignTask task;
        task.place = '#' + textIn(node, "UID");
        task.name = textIn(node, "Name");
        task.notes = textIn(node, "Notes");
        task.owner = textIn(node, "Contact");
        task.level = level;
        task.excluded = node.child("Active") && !isSet(node, "Active");
        task.done = std::clamp(numberIn(node, "PercentComplete").value_or(0) / 100, 0.0, 1.0);
        if (const auto work = minutesIn(node, "Work"))
            task.work = std::max(*work, 0.0) / minutesPerWeek();
        task.duration = durationOf(node);
        task.range = rangeOf(node);
        task.start = dateIn(node, "Start");
        task.finish = dateIn(node, "Finish");
        addPast(task, node);
        countDetails(node);
        m_project.tasks.push_back(std::move(task));
    }
    /// Days out of order, or out of reach of a plan, tell nothing.
    void addPast(ForeignTask& task, xml_node node) const
    {
        // Where both are one moment, that is where the program shows what took no time; ours does with what is in place.
        if (textIn(node, "ActualStart") == textIn(node, "ActualFinish"))
            return;
        const auto started = dateIn(node, "ActualStart");
        if (task.done <= 0 || !started || !checkPlanDate(*started, {}))
            return;
        task.started = started;
        const auto finished = dateIn(node, "ActualFinish");
        if (task.done >= 1 && finished && *finished >= *started && checkPlanDate(*finished, {}))
            task.finished = finished;
        if (const auto spent = minutesIn(node, "ActualWork"); spent && *spent > 0)
            task.spent = *spent / minutesPerWeek();
        for (const xml_node baseline : node.children("Baseline"))
            if (wholeIn(baseline, "Number").value_or(0) == 0)
                if (const auto work = minutesIn(baseline, "Work"); work && *work > 0)
                    task.promised = *work / minutesPerWeek();
    }
    void countDetails(xml_node node)
    {
        const int constraint = wholeIn(node, "ConstraintType").value_or(kAsSoonAsPossible);
        if (constraint != kAsSoonAsPossible || node.child("Deadline") || isSet(node, "Manual"))
            m_project.losses.add(ImportLossKind::dates);
        if (numberIn(node, "FixedCost").value_or(0) != 0)
            m_project.losses.add(ImportLossKind::fixedCosts);
        if (wholeIn(node, "CalendarUID").value_or(-1) >= 0)
            m_project.losses.add(ImportLossKind::calendars);
        if (node.child("Baseline") || std::ranges::any_of(node.children("ExtendedAttribute"), isForeignField))
            m_project.losses.add(ImportLossKind::fields);
    }
    /// Beside those that hold ranges.
    static bool isForeignField(xml_node attribute)
    {
        const std::string id = textIn(attribute, "FieldID");
        const auto isIt = [&](const RangeField& field) { return field.id == id; };
        return std::ranges::none_of(kDurations, isIt) && std::ranges::none_of(kCosts, isIt);
    }

    [[nodiscard]] double minutesPerWeek() const { return m_hoursPerWeek * 60; }
    [[nodiscard]] std::optional<double> minutesIn(xml_node node, const char* name) const
    {
        return minutesOf(node.child(name).text().as_string(), m_minutesPerDay);
    }
    [[nodiscard]] Weeks durationOf(xml_node node) const
    {
        const double minutes = std::max(minutesIn(node, "Duration").value_or(0), 0.0);
        return minutes /
               (isElapsed(wholeIn(node, "DurationFormat").value_or(kInDays)) ? kElapsedWeek : minutesPerWeek());
    }
    /// Of the custom durations, where the likely one is the task's own and they are in order.
    [[nodiscard]] ThreePoint rangeOf(xml_node node) const
    {
        constexpr ThreePoint one{1, 1, 1};
        ThreePoint minutes;
        int found = 0;
        for (const xml_node attribute : node.children("ExtendedAttribute"))
            for (const Case which : kCases)
                if (textIn(attribute, "FieldID") == kDurations.at(static_cast<std::size_t>(which)).id)
                    if (const auto value = minutesIn(attribute, "Value")) {
                        minutes.at(which) = *value;
                        ++found;
                    }
        const bool isRange = found == 3 && minutes.likely > 0 && minutes.low >= 0 && minutes.low <= minutes.likely &&
                             minutes.likely <= minutes.high && minutesIn(node, "Duration") == minutes.likely;
        return isRange ? scaled(minutes, 1 / minutes.likely) : one;
    }

    void readLinks()
    {
        for (std::size_t to = 0; to < m_nodes.size(); ++to)
            for (const xml_node link : m_nodes[to].children("PredecessorLink")) {
                const auto from = m_taskOf.find(wholeIn(link, "PredecessorUID").value_or(-1));
                const int type = wholeIn(link, "Type").value_or(1);
                if (from == m_taskOf.end() || isSet(link, "CrossProject") || type < 0 || type > 3) {
                    m_project.losses.add(ImportLossKind::links);
                    continue;
                }
                m_project.tasks[to].links.push_back(
                    {from->second, kLinkTypes.at(static_cast<std::size_t>(type)), lagOf(link, from->second)});
            }
    }
    [[nodiscard]] Weeks lagOf(xml_node link, std::size_t from) const
    {
        const double lag = numberIn(link, "LinkLag").value_or(0);
        const int format = wholeIn(link, "LagFormat").value_or(kInDays);
        if (isPercent(format))
            return m_project.tasks[from].duration * lag / 100;
        const double minutes = lag / 10;
        return minutes / (isElapsed(format) ? kElapsedWeek : minutesPerWeek());
    }

    void readPeople()
    {
        for (const xml_node resource : m_xml.child("Resources").children("Resource")) {
            const int uid = wholeIn(resource, "UID").value_or(-1);
            const std::string name = textIn(resource, "Name");
            if (isSet(resource, "IsNull") || isSet(resource, "IsInactive") || (uid == 0 && isBlank(name)))
                continue; // nobody: work without a resource is collected under 0
            if (wholeIn(resource, "Type").value_or(1) != 1 || isSet(resource, "IsCostResource")) {
                m_project.losses.add(ImportLossKind::material);
                continue;
            }
            if (m_project.people.size() == kMostForeignPeople) {
                m_project.losses.add(ImportLossKind::people);
                continue;
            }
            m_personOf.emplace(uid, m_project.people.size());
            m_project.people.push_back(personOf(resource, isBlank(name) ? '#' + std::to_string(uid) : name));
        }
    }
    ForeignPerson personOf(xml_node resource, const std::string& name)
    {
        ForeignPerson made;
        made.units = std::clamp(numberIn(resource, "MaxUnits").value_or(1), 0.0, 1000.0);
        Person& person = made.person;
        person.name = name;
        person.isRole = isSet(resource, "IsGeneric");
        const double rate = std::clamp(numberIn(resource, "StandardRate").value_or(0), 0.0, 1e9);
        person.weeklyRate = Money::rounded(rate * m_hoursPerWeek);
        const auto isMore = [&](const char* part) { return numberIn(resource, part).value_or(0) != 0; };
        if (isMore("OvertimeRate") || isMore("CostPerUse") ||
            std::ranges::distance(resource.child("Rates").children("Rate")) > 1)
            m_project.losses.add(ImportLossKind::rates);
        const auto first = dateIn(resource, "AvailableFrom");
        const auto last = dateIn(resource, "AvailableTo");
        const auto isNear = [](const std::optional<Date>& day) {
            using namespace std::chrono_literals;
            return day && *day > Date{1985y / 1 / 1} && *day < Date{2048y / 1 / 1}; // else it means always
        };
        if (isNear(first))
            person.firstDay = first;
        if (isNear(last))
            person.lastDay = last;
        const auto calendar = wholeIn(resource, "CalendarUID");
        if (calendar && *calendar != projectCalendar(m_xml))
            for (const DateRange& gap : gapsIn(m_xml, *calendar, m_project.losses))
                addLeave(person, gap);
        return made;
    }
    /// Before the first day and after the last one there is none.
    static void addLeave(Person& person, const DateRange& gap)
    {
        const bool isOutside =
            (person.firstDay && gap.last < *person.firstDay) || (person.lastDay && gap.first > *person.lastDay);
        if (!isOutside && checkPlanDate(gap.first, {}) && checkPlanDate(gap.last, {}))
            person.leave.push_back(gap);
    }

    void readAssignments()
    {
        for (const xml_node assignment : m_xml.child("Assignments").children("Assignment")) {
            const auto task = m_taskOf.find(wholeIn(assignment, "TaskUID").value_or(-1));
            const auto person = m_personOf.find(wholeIn(assignment, "ResourceUID").value_or(-1));
            if (task != m_taskOf.end() && person != m_personOf.end())
                m_project.assignments.push_back(
                    {task->second, person->second, std::max(numberIn(assignment, "Units").value_or(1), 0.0)});
        }
    }

    Result<void> readStart()
    {
        m_project.start = dateIn(m_xml, "StartDate");
        for (const ForeignTask& task : m_project.tasks)
            if (!m_project.start)
                m_project.start = task.start;
        if (!m_project.start)
            return fail(ErrorCode::invalidDate, textIn(m_xml, "StartDate"), m_where, DetailKind::isoDate);
        if (auto ok = checkPlanDate(*m_project.start, m_where); !ok)
            return ok;
        const bool isBegun =
            std::ranges::any_of(m_project.tasks, [](const ForeignTask& task) { return task.done > 0; });
        const auto status = dateIn(m_xml, "StatusDate");
        if (isBegun && status && *status > *m_project.start && checkPlanDate(*status, {}))
            m_project.asOf = status;
        // What happened did so up to the status date, whatever else is said of that.
        for (const ForeignTask& task : m_project.tasks)
            for (const auto& day : {task.started, task.finished})
                if (day && *day > m_project.asOf.value_or(*m_project.start))
                    m_project.asOf = day;
        return {};
    }

    /// Weekdays, as far as a plan looks.
    void readDaysOff()
    {
        using std::chrono::days;
        constexpr days ahead{366 * 20};
        for (const DateRange& gap : gapsIn(m_xml, projectCalendar(m_xml), m_project.losses))
            for (Date day = std::max(gap.first, *m_project.start); day <= std::min(gap.last, *m_project.start + ahead);
                 day += days{1})
                if (isWeekday(day))
                    m_project.daysOff.push_back(day);
    }

    xml_node m_xml;
    std::string m_where; ///< the whole file, in errors
    double m_minutesPerDay = kUsualMinutesPerDay;
    double m_hoursPerWeek = 40;
    ForeignProject m_project;
    std::vector<xml_node> m_nodes;         ///< per task
    std::map<int, std::size_t> m_taskOf;   ///< by UID
    std::map<int, std::size_t> m_personOf; ///< by UID
};

} // namespace

Result<ForeignProject> readMspdi(std::string_view bytes, const std::string& where)
{
    const Result<ForeignXml> xml = parseForeignXml(bytes, where);
    return xml ? readMspdi(*xml, where) : std::unexpected(xml.error());
}

Result<ForeignProject> readMspdi(const ForeignXml& xml, const std::string& where)
{
    const xml_node root = xml.document.document_element();
    if (std::string_view(root.name()) != kMspdiRoot)
        return fail(ErrorCode::invalidTasks, root.name(), where + '#', DetailKind::tasksFile);
    auto project = MspdiReader(root, where + '#').read();
    if (project)
        project->losses.add(ImportLossKind::characters, xml.replaced);
    return project;
}

} // namespace trestle
