#include "data/exchange/html/html_tables.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/redaction.h"
#include "data/scanner/told_ticks.h"
#include "data/words.h"
#include "models/plan/cost_table.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace trestle::html {

namespace {

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

std::string monthCosts(const Plan& plan)
{
    const MonthTable table = shownMonthTable(plan, plan.inputs.gst);
    if (table.lines.empty())
        return {};
    const bool hasActual = plan.actual.any();
    const auto row = [hasActual](const std::string& title, const MonthLine& line, std::string_view kind) {
        return std::string("<tr").append(kind) + "><th scope=\"row\">" + title + "</th>" +
               (hasActual ? cell("number", amountText(line.actual.likely), "Spent so far") : "") +
               cell("number", amountText(line.labour.likely), "Labour") +
               cell("number", amountText(line.running.likely + line.risks.likely), "Bought") +
               cell("number", amountText(line.amount.likely), "Total, ex GST") +
               cell("number", amountText(line.incGst(Case::likely)), "With GST") + "</tr>\n";
    };
    std::string out =
        std::string("<table><thead><tr><th scope=\"col\">Month</th>") +
        (hasActual ? "<th scope=\"col\" class=\"number\">Spent so far</th>" : "") +
        "<th scope=\"col\" class=\"number\">Labour</th><th "
        "scope=\"col\" class=\"number\">Bought</th><th scope=\"col\" class=\"number\">Total, ex GST</th><th "
        "scope=\"col\" class=\"number\">With GST</th></tr></thead>\n<tbody>\n";
    for (const MonthLine& line : table.lines)
        out +=
            row(std::string(monthName(line.month.month())) + ' ' + std::to_string(static_cast<int>(line.month.year())),
                line, "");
    return out + row("Total", table.total, " class=\"sum\"") + "</tbody></table>\n";
}

std::string versionTable(const ExportSource& source, Escaper& escape)
{
    if (source.versions.empty() || !showsVersions(source.audience) || !source.stamp.scenario.empty())
        return {};
    const auto row = [](const std::string& name, std::chrono::sys_seconds at, const NamedVersionFigures& figures,
                        std::string_view kind) {
        return std::string("<tr").append(kind) + "><th scope=\"row\">" + name + "</th>" +
               cell("days", longDay(std::chrono::floor<std::chrono::days>(at)), "Of") +
               cell("days", longDay(figures.finish), "Likely finish") +
               cell("number", amountText(figures.total), "AUD, likely") +
               cell("number", std::to_string(figures.left), "Items left") + "</tr>\n";
    };
    std::string out = "<table class=\"versions\"><thead><tr><th scope=\"col\">Version</th><th scope=\"col\">Of</th><th "
                      "scope=\"col\">Likely finish</th><th scope=\"col\" class=\"number\">AUD, likely</th><th "
                      "scope=\"col\" class=\"number\">Items left</th></tr></thead>\n<tbody>\n";
    for (const NamedVersionFigures& version : source.versions)
        out += row(isolated(escape(version.name)), version.at + source.stamp.offset, version, "");
    const Plan& plan = *source.plan;
    const auto left = static_cast<std::size_t>(std::ranges::count_if(plan.items, &ItemPlan::hasWork));
    const NamedVersionFigures now{{}, {}, plan.finishDate.likely, plan.shown.total.likely, left};
    return out + row("This one", source.stamp.onTheWall(), now, " class=\"sum\"") + "</tbody></table>\n";
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

std::string seenList(const ExportSource& source, Escaper& escape)
{
    const std::vector<ToldTick> ticks = toldTicks(*source.plan);
    if (ticks.empty())
        return {};
    std::string out = "<ul class=\"seen\">\n";
    for (const ToldTick& tick : ticks) {
        out += "<li>" + isolated(escape(tick.title)) +
               (tick.state == ItemState::partial ? ", partly in place: seen " : ": seen ") +
               (tick.evidence->by.empty() ? "in the source" : "by " + isolated(escape(tick.evidence->by))) + " on " +
               longDay(tick.evidence->on);
        out += (tick.places.empty() ? "" : ". " + isolated(escape(tick.places))) + "</li>\n";
    }
    return out + "</ul>\n";
}

} // namespace trestle::html
