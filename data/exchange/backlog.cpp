#include "data/exchange/backlog.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/csv_table.h"
#include "data/exchange/export_facts.h"
#include "data/unicode.h"

#include <algorithm>
#include <map>

namespace trestle {

namespace {

std::string inOneLine(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : ", ").append(part);
    return out;
}

class BacklogMaker {
public:
    BacklogMaker(const ExportSource& source, const TicketLimits& limits)
        : m_source(source), m_plan(*source.plan), m_limits(limits)
    {
    }

    Backlog make()
    {
        nameTickets();
        listGoalsAndLinks();
        Backlog backlog;
        for (const PhasePlan& phase : m_plan.phases)
            if (phase.hasWork)
                backlog.epics.push_back(epicOf(phase));
        for (std::size_t e = 0; e < backlog.epics.size(); ++e) {
            const EpicTicket& epic = backlog.epics[e];
            for (std::size_t i = 0; i < epic.items.size(); ++i)
                backlog.places[epic.items[i].id] = {e, i};
            backlog.places[epic.id] = {e, epic.items.size()};
        }
        backlog.losses = {{LossKind::rounded, CsvTable::kDecimals},
                          {LossKind::characters, m_cleaner.replaced()},
                          {LossKind::shortened, m_shortened},
                          {LossKind::links, linksLeftOut()}};
        std::erase_if(backlog.losses, [](const Loss& loss) { return loss.count == 0; });
        return backlog;
    }

private:
    /// Tickets refer to others that come later, so that all have their names first.
    void nameTickets()
    {
        for (const PhasePlan& phase : m_plan.phases)
            if (phase.hasWork)
                m_ids[phase.id] = "trestle-" + stableId(m_source, "phase", phase.id);
        for (const ItemPlan& item : m_plan.items)
            if (item.hasWork)
                m_ids[item.id] = "trestle-" + stableId(m_source, "item", item.id);
    }

    void listGoalsAndLinks()
    {
        for (const Phase& phase : m_plan.catalogue->phases) {
            m_goals[phase.id] = phase.explanation;
            for (const auto* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items) {
                    m_goals[item.id] = item.explanation;
                    m_criteria[item.id] = item.criteria.inPlaceWhen;
                }
        }
        for (const LinkPlan& link : m_plan.links)
            if (isHeld(link) && m_ids.contains(link.from))
                m_waits[link.to].push_back(m_ids.at(link.from));
    }

    /// Cut between characters where it is longer than that many UTF-16 units.
    std::string held(std::string text, std::size_t limit)
    {
        constexpr std::string_view ellipsis = "\u2026";
        std::size_t units = 0;
        std::size_t fits = 0; // bytes that leave room for the ellipsis
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t length = characterLength(std::string_view(text).substr(at));
            units += length == 4 ? 2 : 1;
            at += length;
            if (units < limit)
                fits = at;
        }
        if (units <= limit)
            return text;
        ++m_shortened;
        return text.erase(fits).append(ellipsis);
    }

    std::string titleOf(std::string_view title, const std::string& id)
    {
        std::string clean = m_cleaner.clean(title);
        std::ranges::replace_if(clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        clean.erase(0, clean.find_first_not_of(' '));
        clean.erase(clean.find_last_not_of(' ') + 1);
        return held(clean.empty() ? id : clean, m_limits.title);
    }

    /// What phases and items have in common.
    template <class Node>
    void fill(Ticket& ticket, const Node& node)
    {
        ticket.id = m_ids.at(node.id);
        ticket.title = titleOf(node.title, node.id);
        ticket.goal = m_cleaner.clean(m_goals[node.id]);
        ticket.inPlaceWhen = m_cleaner.clean(m_criteria[node.id]);
        if (showsEffort(m_source.audience))
            ticket.effort = node.effort;
        ticket.start = node.when.likely.start;
        ticket.first = m_plan.calendar.startDate(node.when.likely.start);
        ticket.last = m_plan.calendar.lastDate(node.when.likely.start, node.when.likely.finish);
        ticket.drivesFinish = node.drivesFinish && showsSlack(m_source.audience);
        ticket.waitsFor = m_waits[node.id];
    }

    EpicTicket epicOf(const PhasePlan& phase)
    {
        EpicTicket epic;
        fill(epic, phase);
        const auto note = m_plan.inputs.phaseNotes.find(phase.id);
        if (note != m_plan.inputs.phaseNotes.end())
            epic.note = m_cleaner.clean(note->second);
        epic.text = textOf(epic);
        for (std::size_t i = 0; i < phase.itemCount; ++i) {
            const ItemPlan& item = m_plan.items[phase.firstItem + i];
            if (item.hasWork)
                epic.items.push_back(ticketOf(item));
        }
        std::ranges::stable_sort(epic.items, {}, &Ticket::start);
        return epic;
    }

    Ticket ticketOf(const ItemPlan& item)
    {
        Ticket ticket;
        fill(ticket, item);
        ticket.isPartial = item.state == ItemState::partial;
        for (const std::size_t person : peopleOn(item))
            ticket.people.push_back(m_cleaner.clean(m_plan.people[person].name));
        const auto input = m_plan.inputs.items.find(item.id);
        if (input != m_plan.inputs.items.end()) {
            ticket.owner = m_cleaner.clean(input->second.owner);
            ticket.note = m_cleaner.clean(input->second.note);
        }
        ticket.text = textOf(ticket);
        return ticket;
    }

    std::string textOf(const Ticket& ticket)
    {
        std::string text;
        const auto line = [&](std::string_view title, std::string_view value) {
            if (!value.empty())
                text.append(title).append(": ").append(value).append("\n");
        };
        line("In place means", ticket.goal);
        line("In place when", ticket.inPlaceWhen);
        text += text.empty() ? "" : "\n";
        if (const auto& effort = ticket.effort)
            line("Estimate", decimalText(effort->likely, CsvTable::kDecimals) + " person-weeks (" +
                                 decimalText(effort->low, CsvTable::kDecimals) + " to " +
                                 decimalText(effort->high, CsvTable::kDecimals) + ")");
        line("Dates", isoDate(ticket.first) + " to " + isoDate(ticket.last));
        line("People", inOneLine(ticket.people));
        line("Owner", ticket.owner);
        line("Note", ticket.note);
        line("Plan", m_cleaner.clean(m_plan.inputs.name));
        line("Scenario", m_cleaner.clean(m_source.stamp.scenario));
        if (ticket.isPartial)
            text += "Partly in place.\n";
        return held(std::move(text), m_limits.text);
    }

    /// Tickets wait for one another's end and for nothing else.
    static bool isHeld(const LinkPlan& link) { return link.type == LinkType::finishToStart; }

    [[nodiscard]] std::size_t linksLeftOut() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(m_plan.links, [&](const LinkPlan& link) {
            return (!isHeld(link) || link.lag > kEpsilon) && m_ids.contains(link.from) && m_ids.contains(link.to);
        }));
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    TicketLimits m_limits;
    TextCleaner m_cleaner;
    // Of phases and items, by their ids in the plan.
    std::map<std::string, std::string> m_ids;
    std::map<std::string, std::string_view> m_goals;
    std::map<std::string, std::string_view> m_criteria; // of items
    std::map<std::string, std::vector<std::string>> m_waits;
    std::size_t m_shortened = 0;
};

} // namespace

const Ticket* Backlog::find(const std::string& id) const
{
    const auto place = places.find(id);
    if (place == places.end())
        return nullptr;
    const EpicTicket& epic = epics[place->second.first];
    return place->second.second == epic.items.size() ? &epic : &epic.items[place->second.second];
}

bool Backlog::isEpic(const std::string& id) const
{
    return std::ranges::find(epics, id, &EpicTicket::id) != epics.end();
}

Backlog backlogOf(const ExportSource& source, const TicketLimits& limits)
{
    return BacklogMaker(source, limits).make();
}

} // namespace trestle
