#include "data/exchange/html/html_tables.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/redaction.h"
#include "data/words.h"
#include "models/plan/cost_table.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace trestle::html {

namespace {

std::string cell(std::string_view kind, const std::string& text, std::string_view label = {})
{
    std::string out = "<td";
    if (!kind.empty())
        out.append(" class=\"").append(kind).append("\"");
    if (!label.empty())
        out.append(" data-label=\"").append(label).append("\"");
    return out + '>' + text + "</td>";
}

/// Names that may be written from the right stand apart, so that they turn nothing else round.
std::string isolated(const std::string& escaped)
{
    return "<bdi>" + escaped + "</bdi>";
}

std::string listOf(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : ", ").append(part);
    return out;
}

template <class Node>
std::string figures(const Plan& plan, Audience audience, const Node& node, const std::string& people)
{
    const Span& when = node.when.likely;
    const std::string days =
        when.hasWork ? daysText(plan.calendar.startDate(when.start), plan.calendar.lastDate(when.start, when.finish))
                     : std::string();
    const ThreePoint& effort = node.effort;
    const std::string range = fixedText(effort.low) + " \u2013 " + fixedText(effort.high);
    std::string out = cell("people", people, "People") + cell("days", days, "When");
    if (showsEffort(audience))
        out += cell("number", range, "Person-weeks");
    if (showsCost(audience))
        out += cell("number", amountText(node.shownCost.likely), "AUD, likely");
    return out;
}

std::string phaseRow(const Plan& plan, Audience audience, const PhasePlan& phase, Escaper& escape)
{
    return "<tr class=\"phase\"><th scope=\"rowgroup\" dir=\"auto\">" + escape(phase.title) + "</th>" +
           figures(plan, audience, phase, {}) + "</tr>\n";
}

std::string itemRow(const Plan& plan, Audience audience, const ItemPlan& item, Escaper& escape)
{
    std::vector<std::string> people;
    for (const std::size_t person : peopleOn(item))
        people.push_back(isolated(escape(plan.people[person].name)));
    const std::string partly = item.state == ItemState::partial ? " <small>partly in place</small>" : "";
    return "<tr><th scope=\"row\" dir=\"auto\">" + escape(item.title) + partly + "</th>" +
           figures(plan, audience, item, listOf(people)) + "</tr>\n";
}

/// "In place: Login, Roles", over the whole width.
std::string restRow(const std::string& title, const std::vector<std::string>& items, int columns)
{
    return items.empty() ? ""
                         : "<tr class=\"rest\"><td colspan=\"" + std::to_string(columns) + "\">" + title + ": " +
                               listOf(items) + "</td></tr>\n";
}

std::string badge(ProvenanceKind kind)
{
    const std::string word(wordOf(kind));
    return "<span class=\"badge " + word + "\">" + word + "</span>";
}

/// A note is told once, with the first figure that it is of.
class SourceNotes {
public:
    explicit SourceNotes(Escaper& escape) : m_escape(escape) {}

    void add(const std::string& what, const Provenance& from)
    {
        const auto key = std::pair(from.kind, from.note);
        if (std::ranges::find(m_told, key) != m_told.end())
            return;
        m_told.push_back(key);
        m_out += "<li>" + badge(from.kind) + " <span>" + isolated(what) + ": " + isolated(m_escape(from.note)) +
                 "</span></li>\n";
    }
    void add(const std::string& what, const SourcedRange& range)
    {
        for (const Case which : kCases)
            add(what, range.from.at(which));
    }
    [[nodiscard]] const std::string& text() const { return m_out; }

private:
    Escaper& m_escape;
    std::vector<std::pair<ProvenanceKind, std::string>> m_told;
    std::string m_out;
};

} // namespace

std::string itemTable(const Plan& plan, Audience audience, Escaper& escape)
{
    std::string out = "<table class=\"items\"><thead><tr><th scope=\"col\">Phase and item</th><th "
                      "scope=\"col\">People</th><th scope=\"col\">When</th>";
    if (showsEffort(audience))
        out += "<th scope=\"col\" class=\"number\">Person-weeks</th>";
    if (showsCost(audience))
        out += "<th scope=\"col\" class=\"number\">AUD, likely</th>";
    out += "</tr></thead>\n";
    const int columns = 3 + (showsEffort(audience) ? 1 : 0) + (showsCost(audience) ? 1 : 0);
    for (const PhasePlan& phase : plan.phases) {
        out += "<tbody>\n" + phaseRow(plan, audience, phase, escape);
        std::vector<std::string> inPlace;
        std::vector<std::string> notNeeded;
        for (std::size_t i = 0; i < phase.itemCount; ++i) {
            const ItemPlan& item = plan.items[phase.firstItem + i];
            if (item.state == ItemState::done)
                inPlace.push_back(isolated(escape(item.title)));
            else if (item.state == ItemState::excluded)
                notNeeded.push_back(isolated(escape(item.title)));
            else
                out += itemRow(plan, audience, item, escape);
        }
        out += restRow("In place", inPlace, columns) + restRow("Not in this plan", notNeeded, columns) + "</tbody>\n";
    }
    if (!showsCost(audience))
        return out + "</table>\n";
    const auto sum = [&](const char* title, const PerCase<Money>& amount, bool always) {
        return always || amount.likely != Money{}
                   ? "<tr class=\"sum\"><th scope=\"row\">" + std::string(title) + "</th><td></td><td></td><td></td>" +
                         cell("number", amountText(amount.likely), "AUD, likely") + "</tr>\n"
                   : std::string();
    };
    return out + "<tbody>\n" + sum("People", plan.shown.labour, true) +
           sum("Running costs", plan.shown.running, false) + sum("Risks", plan.shown.risks, false) +
           sum("Total, ex GST", plan.shown.total, true) + "</tbody></table>\n";
}

std::string monthCosts(const Plan& plan)
{
    const MonthTable table = shownMonthTable(plan, plan.inputs.gst);
    if (table.lines.empty())
        return {};
    const auto row = [](const std::string& title, const MonthLine& line, std::string_view kind) {
        return std::string("<tr").append(kind) + "><th scope=\"row\">" + title + "</th>" +
               cell("number", amountText(line.labour.likely), "Labour") +
               cell("number", amountText(line.running.likely + line.risks.likely), "Bought") +
               cell("number", amountText(line.amount.likely), "Total, ex GST") +
               cell("number", amountText(line.incGst(Case::likely)), "With GST") + "</tr>\n";
    };
    std::string out =
        "<table><thead><tr><th scope=\"col\">Month</th><th scope=\"col\" class=\"number\">Labour</th><th "
        "scope=\"col\" class=\"number\">Bought</th><th scope=\"col\" class=\"number\">Total, ex GST</th><th "
        "scope=\"col\" class=\"number\">With GST</th></tr></thead>\n<tbody>\n";
    for (const MonthLine& line : table.lines)
        out +=
            row(std::string(monthName(line.month.month())) + ' ' + std::to_string(static_cast<int>(line.month.year())),
                line, "");
    return out + row("Total", table.total, " class=\"sum\"") + "</tbody></table>\n";
}

std::string sourceList(const ExportSource& source, Escaper& escape)
{
    const Plan& plan = *source.plan;
    const Catalogue& catalogue = *plan.catalogue;
    SourceNotes notes(escape);
    for (const Phase& phase : catalogue.phases)
        notes.add(escape(phase.title), phase.effort);
    notes.add("Timeline", catalogue.timelineWeeks.from);
    if (tellsUsualRate(source))
        notes.add("Cost of a person-week", catalogue.personWeekRate.from);
    notes.add("Team of the source", catalogue.referenceTeam.from);
    notes.add("Partly in place", catalogue.partialFactor.from);
    notes.add("People on an item at once", catalogue.itemCrewLimit.from);
    notes.add("Time for coordination", catalogue.coordination.from);
    notes.add("How phases vary together", catalogue.correlation.from);
    for (const auto& [id, estimate] : plan.inputs.estimates)
        if (const PhasePlan* phase = plan.findPhase(id))
            notes.add(escape(phase->title), Provenance{ProvenanceKind::yours, estimate.note});
    return "<p dir=\"auto\">" + escape(catalogue.source) + "</p>\n<ul class=\"sources\">\n" + notes.text() + "</ul>\n";
}

} // namespace trestle::html
