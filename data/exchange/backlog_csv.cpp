#include "data/exchange/backlog_csv.h"

#include "data/exchange/backlog.h"
#include "data/exchange/csv_table.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trestle {

namespace {

/// A table of tickets. The programs that read it know UTF-8 without a mark, which some take for a part of the first
/// title.
class TicketTable : public CsvTable {
public:
    TicketTable(const ExportSource& source, const TicketLimits& limits, std::initializer_list<const char*> titles)
        : CsvTable({.marksUtf8 = false}), backlog(backlogOf(source, limits))
    {
        for (const char* title : titles)
            plain(title);
    }

    void date(Date day) { plain(isoDate(day)); }
    /// Several texts in one cell, whose own commas become semicolons: the reader takes them apart.
    void list(const std::vector<std::string>& texts)
    {
        std::string cell;
        for (std::string one : texts) {
            std::ranges::replace(one, ',', ';');
            cell.append(cell.empty() ? "" : ", ").append(one);
        }
        text(cell);
    }
    Exported finish()
    {
        std::vector<Loss> all = backlog.losses;
        for (const Loss& loss : losses())
            if (const auto same = std::ranges::find(all, loss.kind, &Loss::kind); same != all.end())
                same->count += loss.count;
            else
                all.push_back(loss);
        return {take(), std::move(all)};
    }

    Backlog backlog;
};

/// The ids of what an item waits for, by itself or with its phase. Programs without a row for a phase have it in words.
std::vector<std::string> waitsOf(const Ticket& ticket, const EpicTicket& epic)
{
    std::vector<std::string> ids = ticket.waitsFor;
    ids.insert(ids.end(), epic.waitsFor.begin(), epic.waitsFor.end());
    return ids;
}

std::vector<std::string> titlesOf(const Backlog& backlog, const std::vector<std::string>& ids)
{
    std::vector<std::string> titles;
    for (const std::string& id : ids)
        titles.push_back(backlog.find(id)->title);
    return titles;
}

std::string withWaits(const Backlog& backlog, const Ticket& ticket, const EpicTicket& epic)
{
    std::string text = ticket.text;
    for (const std::string& title : titlesOf(backlog, waitsOf(ticket, epic)))
        text.append("Waits for: ").append(title).append("\n");
    return text;
}

std::string personDays(const Ticket& ticket)
{
    return ticket.effort ? decimalText(std::ceil(ticket.effort->likely * kWorkingDaysPerWeek - kEpsilon), 0) : "";
}

/// Rows for Jira, which knows tickets of a file by their numbers in it.
class JiraTable {
public:
    explicit JiraTable(const ExportSource& source)
        : m_hoursPerWeek(source.plan->inputs.hoursPerWeek),
          m_table(source, {},
                  {"Issue ID", "Issue Type", "Summary", "Parent", "Epic Name", "Epic Link", "Start date", "Due date",
                   "Original Estimate", "Labels", "External ID", "Description"})
    {
    }

    Exported write()
    {
        const Backlog& backlog = m_table.backlog;
        for (const EpicTicket& epic : backlog.epics) {
            number(epic);
            for (const Ticket& item : epic.items)
                number(item);
        }
        for (std::size_t i = 0; i < m_mostLinks; ++i)
            m_table.plain("Is blocked by"); // once for each of several
        m_table.endRow();
        for (const EpicTicket& epic : backlog.epics) // a parent has to come before
            row(epic, nullptr);
        for (const EpicTicket& epic : backlog.epics)
            for (const Ticket& item : epic.items)
                row(item, &epic);
        return m_table.finish();
    }

private:
    void number(const Ticket& ticket)
    {
        m_numbers.emplace(ticket.id, std::to_string(m_numbers.size() + 1));
        m_mostLinks = std::max(m_mostLinks, ticket.waitsFor.size());
    }

    void row(const Ticket& ticket, const EpicTicket* epic)
    {
        m_table.plain(m_numbers.at(ticket.id));
        m_table.plain(epic ? "Task" : "Epic");
        m_table.text(ticket.title);
        m_table.plain(epic ? m_numbers.at(epic->id) : "");
        m_table.text(epic ? "" : ticket.title);
        m_table.text(epic ? epic->title : "");
        m_table.date(ticket.first);
        m_table.date(ticket.last);
        constexpr double kSeconds = 3600;
        const bool isTold = epic && ticket.effort; // the items' add up
        m_table.plain(isTold ? decimalText(ticket.effort->likely * m_hoursPerWeek * kSeconds, 0) : "");
        m_table.plain(ticket.id);
        m_table.plain(ticket.id);
        m_table.text(ticket.text);
        for (const std::string& id : ticket.waitsFor)
            m_table.plain(m_numbers.at(id));
        m_table.empty(m_mostLinks - ticket.waitsFor.size());
        m_table.endRow();
    }

    double m_hoursPerWeek;
    TicketTable m_table;
    std::map<std::string, std::string> m_numbers; ///< by id
    std::size_t m_mostLinks = 0;
};

} // namespace

Result<Exported> writeJiraCsv(const ExportSource& source)
{
    return JiraTable(source).write();
}

Result<Exported> writeLinearCsv(const ExportSource& source)
{
    TicketTable table(source, {},
                      {"Id",         "Team",        "Title",     "Description", "Status",     "Estimate",
                       "Priority",   "Project",     "Creator",   "Assignee",    "Labels",     "Cycle Number",
                       "Cycle Name", "Cycle Start", "Cycle End", "Created",     "Updated",    "Started",
                       "Completed",  "Canceled",    "Archived",  "Blocks",      "Blocked By", "Due Date"});
    table.endRow();
    for (const EpicTicket& epic : table.backlog.epics)
        for (const Ticket& ticket : epic.items) {
            table.plain(ticket.id);
            table.empty(1);
            table.text(ticket.title);
            table.text(withWaits(table.backlog, ticket, epic));
            table.plain("Backlog");
            table.plain(personDays(ticket)); // whole numbers alone
            table.plain(ticket.drivesFinish ? "High" : "No priority");
            table.text(epic.title);
            table.empty(2);
            table.list({epic.title});
            table.empty(11);
            std::vector<std::string> items = ticket.waitsFor;
            std::erase_if(items, [&](const std::string& id) { return table.backlog.isEpic(id); });
            table.list(items);
            table.date(ticket.last);
            table.endRow();
        }
    return table.finish();
}

Result<Exported> writeTrelloCsv(const ExportSource& source)
{
    TicketTable table(source, {},
                      {"Card ID", "Card Name", "Card Description", "Labels", "Members", "Start Date", "Due Date",
                       "List Name", "Board Name"});
    table.endRow();
    for (const EpicTicket& epic : table.backlog.epics)
        for (const Ticket& ticket : epic.items) {
            table.plain(ticket.id);
            table.text(ticket.title);
            table.text(withWaits(table.backlog, ticket, epic));
            table.plain(ticket.drivesFinish ? "Drives the finish" : "");
            table.list(ticket.people);
            table.date(ticket.first);
            table.date(ticket.last);
            table.text(epic.title);
            table.text(source.plan->inputs.name);
            table.endRow();
        }
    return table.finish();
}

Result<Exported> writeNotionCsv(const ExportSource& source)
{
    TicketTable table(source, {},
                      {"Name", "Phase", "In place means", "In place when", "Weeks low", "Weeks likely", "Weeks high",
                       "Start", "Due", "People", "Waits for", "Drives the finish", "Partly in place", "Owner", "Note",
                       "Plan", "External ID"});
    table.endRow();
    for (const EpicTicket& epic : table.backlog.epics)
        for (const Ticket& ticket : epic.items) {
            table.text(ticket.title);
            table.text(epic.title);
            table.text(ticket.goal);
            table.text(ticket.inPlaceWhen);
            for (const Case which : kCases)
                if (ticket.effort)
                    table.number(ticket.effort->at(which));
                else
                    table.empty(1);
            table.date(ticket.first);
            table.date(ticket.last);
            table.list(ticket.people);
            table.list(titlesOf(table.backlog, waitsOf(ticket, epic)));
            table.plain(ticket.drivesFinish ? "Yes" : "No");
            table.plain(ticket.isPartial ? "Yes" : "No");
            table.text(ticket.owner);
            table.text(ticket.note);
            table.text(source.plan->inputs.name);
            table.plain(ticket.id);
            table.endRow();
        }
    return table.finish();
}

} // namespace trestle
