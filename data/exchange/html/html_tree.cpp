#include "data/exchange/html/html_tree.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/chart_places.h"
#include "data/exchange/html/html_axis.h"
#include "models/plan/work_dates.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace trestle::html {

namespace {

std::string listOf(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : ", ").append(part);
    return out;
}

class Tree {
public:
    Tree(const ExportSource& source, Escaper& escape)
        : m_source(source), m_plan(*source.plan), m_escape(escape), m_axis(firstDay(), lastDay())
    {
    }

    std::string write()
    {
        const Audience audience = m_source.audience;
        std::string out = "<div class=\"tree ";
        out += showsCost(audience) ? "n6" : showsEffort(audience) ? "n5" : "n4";
        out += "\">\n" + search() + head();
        for (const PhasePlan& phase : m_plan.phases)
            out += phaseWithItems(phase);
        return out + "</div>\n" + (showsCost(audience) ? sums() : "");
    }

private:
    struct Figure {
        std::string_view kind;
        std::string_view title;
        std::string text;
    };

    /// What the baseline promised of a phase or an item, for those who read it.
    template <class Node>
    [[nodiscard]] std::optional<DateRange> promisedOf(const Node& node) const
    {
        return showsBaseline(m_source.audience) ? promisedDates(m_plan, node) : std::nullopt;
    }

    [[nodiscard]] Date firstDay() const
    {
        Date first = m_plan.startDate;
        for (const PhasePlan& phase : m_plan.phases) {
            if (const auto work = workDates(m_plan, phase))
                first = std::min(first, work->first);
            if (const auto promised = promisedOf(phase))
                first = std::min(first, promised->first);
        }
        return first;
    }

    [[nodiscard]] Date lastDay() const
    {
        Date last = std::max(m_plan.startDate, m_plan.finishDate.likely);
        for (const PhasePlan& phase : m_plan.phases)
            if (const auto promised = promisedOf(phase))
                last = std::max(last, promised->last);
        for (const PhasePlan& phase : m_plan.phases)
            last = phase.hasWork ? std::max(last, sureDay(phase)) : last;
        return m_plan.inputs.targetDate ? std::max(last, *m_plan.inputs.targetDate) : last;
    }

    /// The last day that the phase's bar reaches.
    [[nodiscard]] Date sureDay(const PhasePlan& phase) const
    {
        const Span& likely = phase.when.likely;
        return m_plan.calendar.lastDate(likely.start, showsChances(m_source.audience)
                                                          ? sureFinish(phase, *m_source.risk, m_plan.inputs.confidence)
                                                          : likely.finish);
    }

    /// Shown by the page's script, which it needs.
    static std::string search()
    {
        return "<div class=\"find\" hidden=\"hidden\"><label>Find <input type=\"search\" id=\"find\" "
               "autocomplete=\"off\"/></label><button type=\"button\" id=\"all\">Open all</button><output id=\"found\" "
               "for=\"find\"></output></div>\n";
    }

    /// The figures of a phase or an item that the audience reads.
    template <class Node>
    [[nodiscard]] std::vector<Figure> figuresOf(const Node& node, std::string people) const
    {
        std::vector<Figure> figures{{"people", "People", std::move(people)}, {"days", "When", daysOf(node)}};
        if (showsEffort(m_source.audience))
            figures.push_back(
                {"number", "Person-weeks", fixedText(node.effort.low) + " \u2013 " + fixedText(node.effort.high)});
        if (showsCost(m_source.audience))
            figures.push_back({"number", "AUD, likely", amountText(node.shownCost.likely)});
        return figures;
    }

    /// From the first day of what is done, or likely, to the last.
    template <class Node>
    [[nodiscard]] std::string daysOf(const Node& node) const
    {
        const std::optional<DateRange> work = workDates(m_plan, node);
        return work ? daysText(work->first, work->last) : std::string();
    }

    /// What is done of it, what is likely, and below them what the baseline promised.
    template <class Node>
    [[nodiscard]] std::string barsOf(const Node& node) const
    {
        std::string out;
        if (const auto done = doneDates(m_plan, node)) {
            const double end = std::min(m_axis.after(done->last), m_axis.at(m_plan.startDate));
            out += bar("done", m_axis.at(done->first), end);
        }
        if (node.hasWork)
            out += likelyBar(node.when.likely);
        if (const auto promised = promisedOf(node))
            out += thinBar("promised", m_axis.at(promised->first), m_axis.after(promised->last));
        return out;
    }

    [[nodiscard]] std::string likelyBar(const Span& when) const
    {
        return bar("bar", m_axis.at(m_plan.calendar.startDate(when.start)),
                   m_axis.after(m_plan.calendar.lastDate(when.start, when.finish)));
    }

    /// Titles of the columns, and the months above the bars.
    std::string head()
    {
        std::string out = "<div class=\"cols head\" aria-hidden=\"true\"><span>Phase and item</span>";
        for (const Figure& figure : figuresOf(PhasePlan(), {}))
            out.append("<span class=\"").append(figure.kind).append("\">").append(figure.title).append("</span>");
        out += "<div class=\"ticks\">";
        for (const Date day : m_axis.ticks()) {
            m_grid += upright("grid", m_axis.at(day));
            out += "<span style=\"left:" + percentAt(m_axis.at(day)) + "\">" +
                   std::string(monthName(std::chrono::year_month_day{day}.month()).substr(0, 3)) + "</span>";
        }
        if (m_plan.inputs.targetDate)
            m_grid += upright("target", m_axis.after(*m_plan.inputs.targetDate));
        if (m_plan.inputs.asOf)
            m_grid += upright("status", m_axis.at(m_plan.startDate));
        return out + "</div></div>\n";
    }

    std::string phaseWithItems(const PhasePlan& phase)
    {
        const std::string title = isolated(m_escape(phase.title));
        std::string out =
            "<details class=\"phase\" open=\"open\"><summary><span class=\"cols\"><b class=\"name\">" + title + "</b>";
        for (const Figure& figure : figuresOf(phase, {})) {
            out.append("<span class=\"").append(figure.kind).append("\" data-label=\"").append(figure.title);
            out.append("\">").append(figure.text).append("</span>");
        }
        return out + phaseBar(phase) + "</span></summary>\n" + itemsOf(phase) + "</details>\n";
    }

    std::string phaseBar(const PhasePlan& phase)
    {
        const std::optional<DoneDates> done = doneDates(m_plan, phase);
        if (!phase.hasWork && !done)
            return {};
        const bool isSure = phase.hasWork && showsChances(m_source.audience);
        const Date first = m_plan.calendar.startDate(phase.when.likely.start);
        std::string out = std::string("<svg role=\"img\" ").append(kRowBox) + "><title>" + m_escape(phase.title) +
                          ": " + daysOf(phase);
        if (done && phase.hasWork)
            out += "; done from " + longDay(done->first) + " to " + longDay(done->last);
        if (isSure)
            out += "; " + std::to_string(m_plan.inputs.confidence) + " % sure: " + longDay(sureDay(phase));
        if (const auto promised = promisedOf(phase))
            out += "; baseline " + daysText(promised->first, promised->last);
        out += "</title>" + m_grid;
        if (isSure)
            out += bar("pale", m_axis.at(first), m_axis.after(sureDay(phase)));
        return out + barsOf(phase) + "</svg>";
    }

    std::string itemsOf(const PhasePlan& phase)
    {
        std::string titles = "<th scope=\"col\">Item</th>";
        std::string columns = "<col class=\"c1\"/>";
        int count = 1;
        for (const Figure& figure : figuresOf(phase, {})) {
            titles.append("<th scope=\"col\">").append(figure.title).append("</th>");
            columns += "<col class=\"c" + std::to_string(++count) + "\"/>";
        }
        std::string rows;
        std::vector<std::string> inPlace;
        std::vector<std::string> notNeeded;
        for (std::size_t i = 0; i < phase.itemCount; ++i) {
            const ItemPlan& item = m_plan.items[phase.firstItem + i];
            if (item.state == ItemState::done && !doneDates(m_plan, item))
                inPlace.push_back(isolated(m_escape(item.title)));
            else if (item.state == ItemState::excluded)
                notNeeded.push_back(isolated(m_escape(item.title)));
            else
                rows += itemRow(item);
        }
        rows += restRow("In place", inPlace, count + 1) + restRow("Not in this plan", notNeeded, count + 1);
        return "<table class=\"items\"><colgroup>" + columns + "<col class=\"c" + std::to_string(count + 1) +
               "\"/></colgroup><thead><tr>" + titles + "<th scope=\"col\">Days</th></tr></thead>\n<tbody>\n" + rows +
               "</tbody></table>\n";
    }

    std::string itemRow(const ItemPlan& item)
    {
        std::vector<std::string> people;
        for (const std::size_t person : peopleOn(item))
            people.push_back(isolated(m_escape(m_plan.people[person].name)));
        std::string out = "<tr><th scope=\"row\">" + isolated(m_escape(item.title));
        if (item.state == ItemState::partial)
            out += " <small>partly in place</small>";
        else if (item.state == ItemState::underWay)
            out += " <small>under way</small>";
        else if (item.state == ItemState::done)
            out += " <small>finished</small>";
        const auto input = m_plan.inputs.items.find(item.id);
        if (input != m_plan.inputs.items.end() && !input->second.note.empty())
            out += "<small class=\"said\">" + isolated(m_escape(input->second.note)) + "</small>";
        out += "</th>";
        const bool isSettled = item.state == ItemState::done; // nothing is left of it
        for (const Figure& figure : figuresOf(item, listOf(people)))
            out += cell(figure.kind, isSettled && figure.kind == "number" ? "" : figure.text, figure.title);
        out += "<td class=\"days\">";
        if (const std::string bars = barsOf(item); !bars.empty())
            out += std::string("<svg aria-hidden=\"true\" ").append(kRowBox) + '>' + bars + "</svg>";
        return out + "</td></tr>\n";
    }

    /// "In place: Login, Roles", over the whole width.
    static std::string restRow(const std::string& title, const std::vector<std::string>& items, int columns)
    {
        return items.empty() ? ""
                             : "<tr class=\"rest\"><td colspan=\"" + std::to_string(columns) + "\">" + title + ": " +
                                   listOf(items) + "</td></tr>\n";
    }

    [[nodiscard]] std::string sums() const
    {
        const auto sum = [&](const char* title, const PerCase<Money>& amount, bool always) {
            return always || amount.likely != Money{}
                       ? "<tr class=\"sum\"><th scope=\"row\">" + std::string(title) + "</th>" +
                             cell("number", amountText(amount.likely)) + "</tr>\n"
                       : std::string();
        };
        return "<table class=\"sums\"><caption>AUD, likely</caption><tbody>\n" +
               sum("Spent so far", {m_plan.shown.actual, m_plan.shown.actual, m_plan.shown.actual}, false) +
               sum("People", m_plan.shown.labour, true) + sum("Running costs", m_plan.shown.running, false) +
               sum("Risks", m_plan.shown.risks, false) + sum("Total, ex GST", m_plan.shown.total, true) +
               "</tbody></table>\n";
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    Escaper& m_escape;
    TimeAxis m_axis;
    std::string m_grid; ///< of a phase's bar: months and target
};

} // namespace

std::string planTree(const ExportSource& source, Escaper& escape)
{
    return Tree(source, escape).write();
}

} // namespace trestle::html
