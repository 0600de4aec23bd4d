#include "data/exchange/html/html_page.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/export_facts.h"
#include "data/exchange/html/html_charts.h"
#include "data/exchange/html/html_funds.h"
#include "data/exchange/html/html_script.h"
#include "data/exchange/html/html_style.h"
#include "data/exchange/html/html_tables.h"
#include "data/exchange/html/html_tree.h"
#include "data/hash.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/plan/work_dates.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace trestle {

namespace html {

namespace {

class Page {
public:
    /// `funds`: absent for who sees no cost.
    Page(const ExportSource& source, std::optional<UseOfFunds> funds)
        : m_source(source), m_plan(*source.plan), m_risk(*source.risk), m_funds(std::move(funds))
    {
    }

    Exported write()
    {
        const std::string name = m_escape(m_plan.inputs.name);
        // What runs is the page's own script, by its hash: no name can bring another.
        std::string out = "<!DOCTYPE html>\n<html lang=\"en-AU\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                          "'unsafe-inline'; script-src 'sha256-" +
                          sha256Base64(kScript) +
                          "'; base-uri 'none'; form-action 'none'\"/>\n<meta name=\"viewport\" "
                          "content=\"width=device-width, initial-scale=1\"/>\n<title>" +
                          name + "</title>\n<style>\n";
        out.append(kStyle).append("</style>\n</head>\n<body>\n<main>\n");
        out += head(name);
        const Audience audience = m_source.audience;
        if (!m_plan.nothingLeft() && showsChances(audience))
            out += promise();
        out += section("The plan", (m_plan.nothingLeft() ? "" : legend()) + planTree(m_source, m_escape));
        if (const std::string funds = m_funds ? fundsTables(*m_funds, m_plan, m_escape) : std::string(); !funds.empty())
            out += section("Use of funds", funds);
        if (const std::string months = showsCost(audience) ? monthCosts(m_plan) : std::string(); !months.empty())
            out += section("Cost by month", "<p class=\"note\">The likely plan.</p>\n" + months);
        if (!m_plan.nothingLeft() && showsChances(audience))
            out += section("How sure", howSure());
        if (const std::string versions = versionTable(m_source, m_escape); !versions.empty())
            out += section("Versions", versions);
        if (const std::string seen = seenList(m_source, m_escape); !seen.empty())
            out += section("Seen in the source", seen);
        if (showsSources(audience))
            out += section("Where the figures come from", sourceList(m_source, m_escape));
        out += "<footer>" + facts() + "</footer>\n</main>\n<script>";
        out.append(kScript).append("</script>\n</body>\n</html>\n");
        std::vector<Loss> losses;
        if (m_escape.replaced() > 0)
            losses.push_back({LossKind::characters, m_escape.replaced()});
        return {std::move(out), std::move(losses)};
    }

private:
    std::string facts()
    {
        std::string line;
        for (const ExportFact& fact : exportFacts(m_source))
            if (!fact.value.empty())
                line.append(line.empty() ? "" : "; ").append(fact.title) += ": " + isolated(m_escape(fact.value));
        return line;
    }

    static std::string section(std::string_view title, const std::string& content)
    {
        return std::string("<section>\n<h2>").append(title) + "</h2>\n" + content + "</section>\n";
    }

    std::string head(const std::string& name)
    {
        const std::string client = m_escape(m_plan.inputs.client);
        const std::string scenario = m_escape(m_source.stamp.scenario);
        std::string out = "<header>\n<p class=\"plan\"><bdi>" + name + "</bdi>" +
                          (client.empty() ? "" : " \u00b7 <bdi>" + client + "</bdi>") +
                          (scenario.empty() ? "" : " \u00b7 <bdi>" + scenario + "</bdi>") + "<span class=\"made\">" +
                          longDay(std::chrono::floor<std::chrono::days>(m_source.stamp.onTheWall())) + "</span></p>\n";
        if (m_plan.nothingLeft())
            return out + "<h1>Nothing is left to build</h1>\n</header>\n";
        if (!showsChances(m_source.audience))
            return out + offer() + "</header>\n";
        const int confidence = m_plan.inputs.confidence;
        const Headline sure = headlineOf(m_plan, m_risk, confidence);
        out += "<h1>Ready for production by " + longDay(sure.finishDate) + ", <span>for AUD\u00a0" +
               amountText(promised(sure.total)) + "</span> <small>" + std::to_string(confidence) +
               " % sure</small></h1>\n";
        const LikelyChance chance = chanceOfLikely(m_plan, m_risk);
        out += "<p class=\"lead\">The likely course is " + figureText(m_plan.finish.likely) + " weeks, to " +
               longDay(m_plan.finishDate.likely) + ", and AUD " + amountText(m_plan.shown.total.likely) + "; " +
               percentText(told(chance.onTime)) + " of simulated plans are done by then. Work starts on " +
               longDay(m_plan.startDate) + ". Amounts are ex GST unless they say otherwise.</p>\n";
        return out + "</header>\n";
    }

    /// One date and one price.
    std::string offer() const
    {
        const Inputs& inputs = m_plan.inputs;
        const int confidence = priceConfidence(inputs);
        std::string title = "Ready for production by " + longDay(headlineOf(m_plan, m_risk, confidence).finishDate);
        std::string lead = "Work starts on " + longDay(m_plan.startDate) + '.';
        if (isPriced(inputs) && !m_risk.value.empty()) {
            const PriceKind kind = inputs.price.kind;
            const Money price = priceFigures(m_plan, m_risk, confidence).of(kind).price;
            const Money tax = gstOn(inputs, price);
            const auto text = [kind](Money amount) { return amountText(toldPrice(kind, amount)); };
            title += std::string(", <span>") + wordsBefore(kind) + " AUD\u00a0" + text(price + tax) + "</span>";
            if (tax > Money{}) {
                title += " <small>incl. GST</small>";
                lead += " The price is AUD " + text(price) + " and GST of AUD " + text(tax) + '.';
            } else
                lead += " No GST comes on top of the price.";
        }
        return "<h1>" + title + "</h1>\n<p class=\"lead\">" + lead + "</p>\n";
    }

    static const char* wordsBefore(PriceKind kind)
    {
        switch (kind) {
        case PriceKind::timeAndMaterials: return "likely for";
        case PriceKind::capped: return "for at most";
        case PriceKind::fixed: break;
        }
        return "for";
    }

    std::string promise()
    {
        const int confidence = m_plan.inputs.confidence;
        const CountableOdds odds = countableOdds(m_risk, confidence);
        std::string out = "<section class=\"promise\">\n" + oddsChart(m_risk, confidence) + "<div><h2>" +
                          std::to_string(odds.kept) +
                          " of 20 projects like this are done by then</h2>\n<p>Each dot is one of twenty ways it can "
                          "go, out of " +
                          amountText(Money::dollars(m_risk.runs)) + " simulated plans.</p></div>\n</section>\n";
        return out + tiles();
    }

    std::string tiles()
    {
        const auto tile = [](const std::string& caption, const std::string& value, const std::string& detail) {
            return "<div><dt>" + caption + "</dt><dd>" + value + "<small>" + detail + "</small></dd></div>\n";
        };
        std::string out = "<dl class=\"tiles\">\n";
        for (const int confidence : {50, 80, 90}) {
            const Headline at = headlineOf(m_plan, m_risk, confidence);
            out += tile(std::to_string(confidence) + " % sure", longDay(at.finishDate),
                        "AUD " + amountText(promised(at.total)));
        }
        if (const FundsMonth* most = m_funds ? dearestMonth(*m_funds) : nullptr)
            out += tile("Most in a month", "AUD " + amountText(most->shown),
                        std::string(monthName(most->month.month())) + ", at " + std::to_string(m_funds->confidence) +
                            " % sure");
        const TargetChance target = targetChance(m_plan, m_risk);
        if (target.onTime)
            out += tile("Done by " + longDay(*m_plan.inputs.targetDate), percentText(told(*target.onTime)),
                        "of simulated plans");
        if (target.inBudget)
            out += tile("Within AUD " + amountText(*m_plan.inputs.budget), percentText(told(*target.inBudget)),
                        "of simulated plans");
        return out + "</dl>\n";
    }

    std::string legend()
    {
        const auto entry = [](const std::string& kind, const std::string& text) {
            return "<span><i class=\"" + kind + "\"></i>" + text + "</span> ";
        };
        std::string out = "<p class=\"note legend\">";
        if (std::ranges::any_of(m_plan.items,
                                [&](const ItemPlan& item) { return doneDates(m_plan, item).has_value(); }))
            out += entry("done", "done");
        out += entry("bar", "likely");
        if (showsChances(m_source.audience))
            out += entry("pale", "until " + std::to_string(m_plan.inputs.confidence) + " % sure");
        if (const auto& baseline = m_plan.inputs.baseline; baseline && showsBaseline(m_source.audience))
            out += entry("promised", showsVersions(m_source.audience)
                                         ? "baseline \u201c" + isolated(m_escape(baseline->name)) + "\u201d"
                                         : "baseline");
        if (m_plan.inputs.asOf)
            out += entry("status", "status " + longDay(statusDate(m_plan.inputs)));
        if (m_plan.inputs.targetDate)
            out += entry("target", "target " + longDay(*m_plan.inputs.targetDate));
        return out + "</p>\n";
    }

    std::string howSure()
    {
        return "<p class=\"note\">Share of simulated plans that are done, by day.</p>\n" + finishCurve(m_plan, m_risk);
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    const Risk& m_risk;
    std::optional<UseOfFunds> m_funds;
    Escaper m_escape;
};

} // namespace

} // namespace html

Result<Exported> writeHtml(const ExportSource& source)
{
    std::optional<UseOfFunds> funds;
    if (showsCost(source.audience)) {
        auto spent = useOfFunds(*source.plan, *source.risk, source.plan->inputs.confidence, GstBasis::purchases,
                                source.simulation);
        if (!spent)
            return std::unexpected(spent.error());
        funds = std::move(*spent);
    }
    return html::Page(source, std::move(funds)).write();
}

} // namespace trestle
