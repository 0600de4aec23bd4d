#include "data/exchange/xlsx/xlsx_pages.h"
#include "data/scanner/told_ticks.h"
#include "data/words.h"
#include "models/proposals.h"

#include <algorithm>
#include <array>

namespace trestle {

namespace {

constexpr std::uint16_t kSourceColumn = 8;
constexpr CellLook kInput{.kind = CellKind::money, .isInput = true};

std::string told(const Provenance& from)
{
    std::string text(wordOf(from.kind));
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return from.note.empty() ? text : text + ": " + from.note;
}

std::string sourceOf(const Person& person)
{
    if (!person.rateBasis)
        return "As entered";
    constexpr std::array<std::string_view, 3> words{"a year", "a day", "an hour"};
    const RateBasis& basis = *person.rateBasis;
    std::string text = "From AUD " + numberText(basis.amount.inDollars()) + " " +
                       std::string(words.at(static_cast<std::size_t>(basis.kind)));
    return basis.asOf ? text + ", " + isoDate(*basis.asOf) : text;
}

std::string sourceOf(const Plan& plan, const ItemPlan& item)
{
    const Phase& phase = plan.catalogue->phases[item.phase];
    const Item* known = findItem(*plan.catalogue, item.id);
    if (!known)
        return {};
    if (known->effort)
        return told(known->effort->from.likely);
    const std::string share = numberText(known->share.value * 100) + " % of the phase. ";
    const auto own = plan.inputs.estimates.find(phase.id);
    if (own == plan.inputs.estimates.end())
        return share + told(phase.effort.from.likely);
    std::string text = share + "Your estimate";
    if (own->second.changed)
        text += ", " + isoDate(*own->second.changed);
    return own->second.note.empty() ? text : text + ": " + own->second.note;
}

/// What speaks for an item that is in place or partly.
std::string seenOf(const Plan& plan, const ItemPlan& item)
{
    const TickEvidence* evidence = evidenceOf(plan.inputs, item.id);
    if (!evidence || (item.state != ItemState::done && item.state != ItemState::partial))
        return {};
    const std::string places = toldPlaces(*evidence);
    return "; seen " + (evidence->by.empty() ? "in the source" : "by " + evidence->by) + ", " + isoDate(evidence->on) +
           (places.empty() ? "" : ": " + places);
}

class AssumptionsSheet {
public:
    explicit AssumptionsSheet(XlsxPages& pages) : m_pages(pages), m_plan(pages.plan), m_sheet(pages.assumptions) {}

    void write()
    {
        m_sheet.title("Assumptions");
        m_sheet.setWidest(kSourceColumn, 82);
        if (m_pages.hasRates()) {
            m_sheet.note(1, "Change what is yellow, a rate or an effort, and labour and totals are worked out again in "
                            "all sheets. Who works when on what, dates, running costs, risks and everything simulated "
                            "stay as they were planned: change the plan itself for those.");
            writePeople();
        } else
            m_sheet.note(1, "What the plan rests on. Amounts stay as they were planned.");
        writeItems();
        writeRunning();
        writeSettings();
        m_sheet.freeze({2, 1}, 0);
        m_sheet.finish(m_pages.footer);
    }

private:
    void writePeople()
    {
        m_sheet.headers(XlsxPages::kFirstPerson - 1, {"People", "", "Part of full time", "AUD a week", "", "",
                                                      "AUD a week as planned", "", "Where it comes from"});
        for (std::size_t p = 0; p < m_plan.people.size(); ++p) {
            const PersonPlan& person = m_plan.people[p];
            const std::uint32_t row = XlsxPages::kFirstPerson + static_cast<std::uint32_t>(p);
            m_sheet.text({row, 0}, person.name);
            m_sheet.text({row, 1}, person.isRole ? "No name yet" : person.paidOut ? "" : "Own time");
            m_sheet.number({row, 2}, person.allocation);
            m_sheet.money({row, 3}, person.weeklyRate, kInput);
            m_sheet.money({row, 6}, person.weeklyRate);
            m_sheet.text({row, kSourceColumn}, sourceOf(m_plan.inputs.team[p]));
        }
    }

    void writeItems()
    {
        m_row = m_pages.firstItem();
        m_sheet.headers(m_row - 1, {"Effort left, person-weeks", "Phase", "Low", "Likely", "High", "Low as planned",
                                    "Likely as planned", "High as planned", "Where it comes from"});
        for (std::size_t i = 0; i < m_plan.items.size(); ++i, ++m_row) {
            const ItemPlan& item = m_plan.items[i];
            m_sheet.text({m_row, 0}, item.title);
            m_sheet.text({m_row, 1}, m_plan.phases[item.phase].shortTitle);
            for (const Case which : kCases) {
                // Nothing planned, no one to do more; without rates nothing follows from a change.
                const bool isOpen = item.effort.at(which) > kEpsilon && m_pages.hasRates();
                m_sheet.number(m_pages.effortCell(i, which), item.effort.at(which),
                               {.kind = CellKind::decimal, .isInput = isOpen});
                m_sheet.number(m_pages.plannedEffortCell(i, which), item.effort.at(which));
            }
            m_sheet.text({m_row, kSourceColumn}, sourceOf(m_plan, item) + seenOf(m_plan, item));
        }
    }

    void writeRunning()
    {
        if (m_plan.running.empty())
            return;
        ++m_row;
        m_sheet.headers(m_row++, {"Running costs, AUD a month", "Phase", "", "", "", "Low as planned",
                                  "Likely as planned", "High as planned", "Where it comes from"});
        for (const RunningCostPlan& cost : m_plan.running) {
            const Phase& phase = m_plan.catalogue->phases[cost.phase];
            m_sheet.text({m_row, 0}, cost.title);
            m_sheet.text({m_row, 1}, phase.shortTitle);
            for (const Case which : kCases)
                m_sheet.number({m_row, columnOf(which, 5)}, cost.monthly.at(which), {CellKind::money});
            const auto known = std::ranges::find(phase.runningCosts, cost.title, &RunningCost::title);
            if (known != phase.runningCosts.end())
                m_sheet.text({m_row, kSourceColumn}, told(known->monthly.from.likely));
            ++m_row;
        }
    }

    void setting(std::string_view name, std::string_view value)
    {
        m_sheet.text({m_row, 0}, name);
        m_sheet.spill({m_row++, 1}, value);
    }

    void writeSettings()
    {
        const Inputs& inputs = m_plan.inputs;
        ++m_row;
        m_sheet.headers(m_row++, {"Settings", "", "", "", "", "", "", "", ""});
        setting("Start", isoDate(inputs.start));
        if (inputs.asOf)
            setting("Replanned from", isoDate(*inputs.asOf));
        setting("People are paid", m_pages.isRetained() ? "From first day to finish" : "What they work");
        setting("Order of items", inputs.order == OrderKind::optimised ? "The better one" : "The catalogue's");
        setting("Months after launch", std::to_string(inputs.monthsAfterLaunch));
        setting("Hours in a full-time week", numberText(inputs.hoursPerWeek));
        setting("Phases late together", numberText(inputs.correlation));
        const OutsideView& view = inputs.outsideView;
        setting("Outside view",
                view.preset + ": m " + numberText(view.m) + ", s " + numberText(view.s) +
                    (view.projects > 0 ? ", past projects: " + std::to_string(view.projects) : std::string()));
        setting("Confidence", std::to_string(inputs.confidence) + " %");
        setting("GST", inputs.gst == GstBasis::price ? "On the whole, as a price" : "On what is bought");
        setting("Public holidays", inputs.region.empty() ? "None" : inputs.region);
        setting("Catalogue", m_plan.catalogue->title + ", version " + std::to_string(m_plan.catalogue->version));
        setting("Simulated", std::to_string(m_pages.risk.runs) + " runs, seed " + std::to_string(m_pages.risk.seed));
        if (!m_pages.source.stamp.plan.empty())
            setting("Plan", m_pages.source.stamp.plan);
        setting("Made at", isoTime(m_pages.source.stamp.madeAt));
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace

void writeAssumptions(XlsxPages& pages)
{
    AssumptionsSheet(pages).write();
}

} // namespace trestle
