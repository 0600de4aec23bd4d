#include "data/exchange/gan/gan_reader.h"

#include "data/exchange/foreign/foreign_xml.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/gan/gan_calendar.h"
#include "models/inputs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace trestle {

namespace {

using pugi::xml_node;

/// In the order of the format's numbers from 1.
constexpr std::array kGanLinkTypes{LinkType::startToStart, LinkType::finishToStart, LinkType::finishToFinish,
                                   LinkType::startToFinish};
constexpr std::string_view kNoRole = "Default:0";

std::string attributeOf(xml_node node, const char* name)
{
    return node.attribute(name).as_string();
}

double ganNumber(xml_node node, const char* name)
{
    const double value = node.attribute(name).as_double();
    return std::isfinite(value) ? value : 0;
}

std::optional<Date> ganDate(xml_node node, const char* name)
{
    return parseDate(std::string_view(node.attribute(name).as_string()).substr(0, 10));
}

/// `http%3A%2F%2Fexample.com` as the address that it stands for.
std::string withoutPercentSigns(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int code = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16).ptr == text.data() + i + 3 &&
            code >= 0x20 && code < 0x7F) {
            plain += static_cast<char>(code);
            i += 2;
        } else
            plain += text[i];
    }
    return plain;
}

class GanReader {
public:
    GanReader(xml_node project, std::string where) : m_xml(project), m_where(std::move(where)) {}

    Result<ForeignProject> read()
    {
        m_project.source = "GanttProject";
        m_project.name = attributeOf(m_xml, "name");
        m_project.notes = m_xml.child("description").text().as_string();
        if (auto ok = readTasks(); !ok)
            return std::unexpected(ok.error());
        if (auto ok = readStart(); !ok)
            return std::unexpected(ok.error());
        m_calendar = gan::calendarIn(m_xml, *m_project.start, m_project.losses);
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            readTimes(m_nodes[i], m_project.tasks[i]);
        readLinks();
        readPeople();
        readAllocations();
        readVacations();
        for (const Date day : m_calendar.holidays)
            if (isWeekday(day) && day >= *m_project.start)
                m_project.daysOff.push_back(day);
        m_project.losses.add(ImportLossKind::fields,
                             static_cast<std::size_t>(std::ranges::distance(m_xml.child("previous").children())));
        return std::move(m_project);
    }

private:
    std::unexpected<Error> refuse(std::string what, Detail read) const
    {
        return fail(ErrorCode::invalidTasks, std::move(what), m_where, std::move(read));
    }

    /// In the order of the outline. Not by a function that calls itself: a file may nest as deep as it likes.
    Result<void> readTasks()
    {
        const xml_node top = m_xml.child("tasks");
        int level = 1;
        for (xml_node node = top.child("task"); node;) {
            if (m_project.tasks.size() == kMostForeignTasks)
                return refuse({}, {DetailKind::fewerTasks, {std::to_string(kMostForeignTasks)}});
            if (level > kDeepestOutline)
                return refuse(attributeOf(node, "name"), {DetailKind::flatterTasks, {std::to_string(kDeepestOutline)}});
            addTask(node, level);
            if (const xml_node below = node.child("task")) {
                node = below;
                ++level;
                continue;
            }
            while (node != top && !node.next_sibling("task")) {
                node = node.parent();
                --level;
            }
            node = node == top ? xml_node() : node.next_sibling("task");
        }
        return m_nodes.empty() ? refuse({}, DetailKind::ganFile) : Result<void>{};
    }

    void addTask(xml_node node, int level)
    {
        ForeignTask task;
        task.place = '#' + attributeOf(node, "id");
        task.name = attributeOf(node, "name");
        task.notes = node.child("notes").text().as_string();
        if (const std::string link = withoutPercentSigns(attributeOf(node, "webLink")); !link.empty())
            task.notes += (task.notes.empty() ? "" : "\n") + link;
        task.level = level;
        task.done = std::clamp(ganNumber(node, "complete") / 100, 0.0, 1.0);
        task.start = ganDate(node, "start");
        countDetails(node);
        m_taskOf.emplace(attributeOf(node, "id"), m_project.tasks.size());
        m_nodes.push_back(node);
        m_project.tasks.push_back(std::move(task));
    }
    void countDetails(xml_node node)
    {
        const bool hasEarliest = node.attribute("thirdDate-constraint").as_int() == 1;
        if (hasEarliest || node.attribute("fixed-start").as_bool())
            m_project.losses.add(ImportLossKind::dates);
        if (!node.attribute("cost-calculated").as_bool(true) && ganNumber(node, "cost-manual-value") != 0)
            m_project.losses.add(ImportLossKind::fixedCosts);
        if (node.child("customproperty"))
            m_project.losses.add(ImportLossKind::fields);
        if (node.attribute("priority"))
            m_project.losses.add(ImportLossKind::details);
    }

    Result<void> readStart()
    {
        for (const ForeignTask& task : m_project.tasks)
            if (task.start && (!m_project.start || *task.start < *m_project.start))
                m_project.start = task.start;
        if (!m_project.start)
            return fail(ErrorCode::invalidDate, attributeOf(m_nodes.front(), "start"), m_where, DetailKind::isoDate);
        return checkPlanDate(*m_project.start, m_where);
    }

    void readTimes(xml_node node, ForeignTask& task) const
    {
        const double days = node.attribute("meeting").as_bool() ? 0 : std::max(0.0, ganNumber(node, "duration"));
        task.duration = weeksOf(days);
        if (task.start)
            task.finish = m_calendar.finishOf(*task.start, static_cast<int>(std::min(days, 1e5)));
    }
    [[nodiscard]] Weeks weeksOf(double days) const { return days / m_calendar.workingDays(); }

    /// They stand in the task that comes before.
    void readLinks()
    {
        for (std::size_t from = 0; from < m_nodes.size(); ++from)
            for (const xml_node link : m_nodes[from].children("depend")) {
                const auto to = m_taskOf.find(attributeOf(link, "id"));
                const std::size_t type = link.attribute("type").as_uint(2) - 1;
                if (to == m_taskOf.end() || type >= kGanLinkTypes.size()) {
                    m_project.losses.add(ImportLossKind::links);
                    continue;
                }
                m_project.tasks[to->second].links.push_back(
                    {from, kGanLinkTypes.at(type), weeksOf(ganNumber(link, "difference"))});
            }
    }

    void readPeople()
    {
        std::map<std::string, std::string> roles;
        for (const xml_node list : m_xml.children("roles"))
            for (const xml_node role : list.children("role"))
                roles.emplace(attributeOf(role, "id"), attributeOf(role, "name"));
        for (const xml_node resource : m_xml.child("resources").children("resource")) {
            if (m_project.people.size() == kMostForeignPeople) {
                m_project.losses.add(ImportLossKind::people);
                continue;
            }
            ForeignPerson made;
            Person& person = made.person;
            person.name = attributeOf(resource, "name");
            if (isBlank(person.name))
                person.name = '#' + attributeOf(resource, "id");
            const auto role = roles.find(attributeOf(resource, "function"));
            if (role != roles.end() && !isBlank(role->second))
                person.skills.push_back(role->second);
            else if (attributeOf(resource, "function") != kNoRole)
                m_project.losses.add(ImportLossKind::details);
            const auto isTold = [&](const char* detail) { return !attributeOf(resource, detail).empty(); };
            if (isTold("contacts") || isTold("phone") || resource.child("custom-property"))
                m_project.losses.add(ImportLossKind::details);
            readRate(resource, made);
            m_personOf.emplace(attributeOf(resource, "id"), m_project.people.size());
            m_project.people.push_back(std::move(made));
        }
    }
    void readRate(xml_node resource, ForeignPerson& made) const
    {
        const xml_node rate = resource.find_child_by_attribute("rate", "name", "standard");
        made.hasRate = static_cast<bool>(rate);
        const double perDay = std::clamp(ganNumber(rate, "value"), 0.0, 1e8);
        made.person.weeklyRate = Money::rounded(perDay * m_calendar.workingDays());
    }

    void readAllocations()
    {
        for (const xml_node allocation : m_xml.child("allocations").children("allocation")) {
            const auto task = m_taskOf.find(attributeOf(allocation, "task-id"));
            const auto person = m_personOf.find(attributeOf(allocation, "resource-id"));
            if (task == m_taskOf.end() || person == m_personOf.end())
                continue;
            m_project.assignments.push_back(
                {task->second, person->second, std::max(0.0, ganNumber(allocation, "load") / 100)});
            if (allocation.attribute("responsible").as_bool())
                m_project.tasks[task->second].owner = m_project.people[person->second].person.name;
        }
    }

    /// Each ends on the day before its end.
    void readVacations()
    {
        for (const xml_node vacation : m_xml.child("vacations").children("vacation")) {
            const auto person = m_personOf.find(attributeOf(vacation, "resourceid"));
            const auto first = ganDate(vacation, "start");
            const auto end = ganDate(vacation, "end");
            if (person == m_personOf.end() || !first || !end || *end < *first || !checkPlanDate(*first, {}) ||
                !checkPlanDate(*end, {})) {
                m_project.losses.add(ImportLossKind::calendars);
                continue;
            }
            const Date last = std::max(*first, *end - std::chrono::days{1});
            m_leaves[person->second].push_back({*first, last});
        }
        for (auto& [person, leaves] : m_leaves)
            m_project.people[person].person.leave = joined(std::move(leaves));
    }
    static std::vector<DateRange> joined(std::vector<DateRange> leaves)
    {
        std::ranges::sort(leaves);
        std::vector<DateRange> whole;
        for (const DateRange& leave : leaves)
            if (!whole.empty() && leave.first <= whole.back().last + std::chrono::days{1})
                whole.back().last = std::max(whole.back().last, leave.last);
            else
                whole.push_back(leave);
        return whole;
    }

    xml_node m_xml;
    std::string m_where; ///< the whole file, in errors
    ForeignProject m_project;
    gan::GanCalendar m_calendar;
    std::vector<xml_node> m_nodes; ///< per task
    std::map<std::string, std::size_t> m_taskOf;
    std::map<std::string, std::size_t> m_personOf;
    std::map<std::size_t, std::vector<DateRange>> m_leaves;
};

} // namespace

Result<ForeignProject> readGan(const ForeignXml& xml, const std::string& where)
{
    const xml_node root = xml.document.document_element();
    if (std::string_view(root.name()) != kGanRoot)
        return fail(ErrorCode::invalidTasks, root.name(), where + '#', DetailKind::ganFile);
    auto project = GanReader(root, where + '#').read();
    if (project)
        project->losses.add(ImportLossKind::characters, xml.replaced);
    return project;
}

Result<ForeignProject> readGan(std::string_view bytes, const std::string& where)
{
    const Result<ForeignXml> xml = parseForeignXml(bytes, where);
    return xml ? readGan(*xml, where) : std::unexpected(xml.error());
}

} // namespace trestle
