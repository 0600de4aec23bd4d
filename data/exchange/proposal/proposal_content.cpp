#include "data/exchange/proposal/proposal_content.h"

#include "data/exchange/csv_table.h"
#include "data/exchange/english_text.h"
#include "data/exchange/proposal/client_words.h"
#include "models/money/item_price.h"
#include "models/money/offer_scope.h"
#include "models/money/price.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

#include <algorithm>

namespace trestle {

namespace {

using namespace clientdoc;

class ProposalMaker {
public:
    ProposalMaker(const ExportSource& source, const PriceFigures& figures, const ItemPrices& apart)
        : m_source(source), m_plan(*source.plan), m_inputs(m_plan.inputs), m_apart(apart), m_figures(figures),
          m_price(figures.of(m_inputs.price.kind).price), m_gst(gstOn(m_inputs, m_price)),
          m_live(headlineOf(m_plan, *source.risk, figures.confidence).finishDate), m_scope(offerScope(m_plan)),
          m_payments(paymentSchedule(m_plan, m_price))
    {
    }

    ClientDocument make()
    {
        ClientDocument document;
        addLetterhead(document, m_source, "Proposal", m_cleaner);
        document.title = m_cleaner.line(m_inputs.name);
        document.figures = {priceFigure(), liveFigure(), untilFigure()};
        add(document, included());
        add(document, apart("Phase 2", "Priced apart, in no total here.", ItemScope::phase2, m_scope.phase2));
        add(document, apart("Options", "Tick what you want on top of the price.", ItemScope::option, m_scope.options));
        add(document, notIncluded());
        add(document, yours());
        add(document, payments());
        add(document, timeline());
        add(document, basis());
        add(document, acceptance(m_source,
                                 m_scope.options.empty() ? "accepts this proposal"
                                                         : "accepts this proposal, with the options ticked above",
                                 m_cleaner));
        document.losses = m_cleaner.losses();
        return document;
    }

private:
    static void add(ClientDocument& document, std::optional<DocumentSection> section)
    {
        if (section)
            document.sections.push_back(std::move(*section));
    }

    [[nodiscard]] std::string gstText() const
    {
        return m_inputs.gstRegistered ? "inc GST of " + audText(shown(m_gst)) : "no GST is charged";
    }
    [[nodiscard]] std::string unit() const { return m_inputs.gstRegistered ? "AUD inc GST" : "AUD"; }
    [[nodiscard]] Money withGst(Money amount) const { return amount + gstOn(m_inputs, amount); }
    [[nodiscard]] Money shown(Money amount) const { return toldPrice(m_inputs.price.kind, amount); }

    [[nodiscard]] DocumentFigure priceFigure() const
    {
        const PriceKind kind = m_inputs.price.kind;
        const std::string price = audText(shown(m_price + m_gst));
        if (kind == PriceKind::fixed)
            return {priceName(kind), price, gstText()};
        const std::string pays = "for the hours worked and what is bought";
        if (kind == PriceKind::capped)
            return {priceName(kind), price, gstText() + "; " + pays};
        const auto end = [&](double value) { return promised(withGst(Money::rounded(value))); };
        return {priceName(kind),
                "AUD " + english::amountText(end(m_figures.value.p10)) + " to " +
                    english::amountText(end(m_figures.value.p90)),
                "likely " + price + ", " + gstText() + "; " + pays};
    }

    [[nodiscard]] DocumentFigure liveFigure() const
    {
        return {"Live by", english::longDay(m_live), "work starts on " + english::longDay(m_plan.startDate)};
    }

    [[nodiscard]] DocumentFigure untilFigure() const
    {
        const bool isMonthly = std::ranges::all_of(
            m_payments, [](const Payment& payment) { return payment.part.when == PaymentWhen::monthly; });
        return {"Yours to accept until", english::longDay(validUntil(m_inputs.price, dayOf(m_source))),
                isMonthly                ? "paid month by month"
                : m_payments.size() == 1 ? "paid at once"
                                         : "paid in " + std::to_string(m_payments.size()) + " parts"};
    }

    [[nodiscard]] DocumentItem itemOf(std::size_t index)
    {
        const ItemPlan& item = m_plan.items[index];
        DocumentItem told{m_cleaner.line(item.title, item.id), meaningOf(m_plan, item.id, m_cleaner), {}};
        if (item.state == ItemState::partial)
            told.title += " (the rest of it)";
        return told;
    }

    [[nodiscard]] std::optional<DocumentSection> included()
    {
        DocumentItems items{{}, kDoneWhen, {}, false};
        for (std::size_t phase = 0; phase < m_plan.phases.size(); ++phase) {
            DocumentGroup group{m_cleaner.line(m_plan.phases[phase].title, m_plan.phases[phase].id), {}};
            for (const std::size_t item : m_scope.included)
                if (m_plan.items[item].phase == phase)
                    group.items.push_back(itemOf(item));
            if (!group.items.empty())
                items.groups.push_back(std::move(group));
        }
        if (items.groups.empty())
            return DocumentSection{"What we build", {}, DocumentText{{"Nothing is left to build."}}};
        const std::string count = countText(m_scope.included.size(), "item", "items");
        return DocumentSection{"What we build", count + "; each is done when the words with it are true",
                               std::move(items)};
    }

    /// What is offered apart, without what is in place, not needed or not asked for.
    [[nodiscard]] std::optional<DocumentSection> apart(const std::string& title, const std::string& detail,
                                                       ItemScope scope, const std::vector<std::size_t>& items)
    {
        DocumentGroup group;
        for (const ItemPrice& price : m_apart.of(scope).items) {
            const auto why = whyNoPrice(price);
            const auto found = std::ranges::find(items, price.id, [&](std::size_t i) { return m_plan.items[i].id; });
            if (found == items.end() || (why && *why != NoItemPrice::noPlan))
                continue;
            DocumentItem item = itemOf(*found);
            item.amount = why ? "on request" : english::amountText(withGst(price.price));
            group.items.push_back(std::move(item));
        }
        if (group.items.empty())
            return {};
        return DocumentSection{title, detail + ' ' + unit() + '.',
                               DocumentItems{{std::move(group)}, kDoneWhen, unit(), scope == ItemScope::option}, true};
    }

    [[nodiscard]] std::vector<std::string> titles(const std::vector<std::size_t>& items)
    {
        std::vector<std::string> titles;
        for (const std::size_t item : items)
            titles.push_back(m_cleaner.line(m_plan.items[item].title, m_plan.items[item].id));
        return titles;
    }

    [[nodiscard]] std::optional<DocumentSection> notIncluded()
    {
        DocumentBullets bullets{titles(m_scope.excluded)};
        if (!m_plan.running.empty())
            bullets.lines.emplace_back("Hosting, services and support after launch");
        bullets.lines.emplace_back("Anything that is not listed above");
        return DocumentSection{"Not included", {}, std::move(bullets), true};
    }

    [[nodiscard]] DocumentSection yours() const
    {
        return {"What we need from you",
                {},
                DocumentBullets{{"Somebody who decides when we ask",
                                 "Access to code, hosting and real data by " + english::longDay(m_plan.startDate),
                                 "Your word on each finished phase, so that the next can build on it"}},
                true};
    }

    [[nodiscard]] DocumentSection payments()
    {
        std::vector<Money> amounts{m_price, m_gst};
        for (const Payment& payment : m_payments)
            amounts.insert(amounts.end(), {payment.exGst, payment.gst});
        const bool cents = haveCents(amounts);
        const bool gst = m_inputs.gstRegistered;
        DocumentTable table;
        table.columns = {
            {"", false, 1}, {"When", false, 6}, {"Part", true, 2}, {"Invoice, likely", true, 3}, {"Due", true, 3}};
        if (gst)
            table.columns.insert(table.columns.end(), {{"AUD ex GST", true, 3}, {"GST 10 %", true, 3}});
        table.columns.push_back({unit(), true, 3});
        const auto row = [&](std::vector<std::string> cells, Money exGst, Money tax) {
            if (gst)
                cells.insert(cells.end(), {amountText(exGst, cents), amountText(tax, cents)});
            cells.push_back(amountText(exGst + tax, cents));
            table.rows.push_back(std::move(cells));
        };
        for (std::size_t i = 0; i < m_payments.size(); ++i) {
            const Payment& payment = m_payments[i];
            row({std::to_string(i + 1),
                 whenText(*m_plan.catalogue, payment.part.when, payment.part.phase, payment.invoiced, m_cleaner),
                 percentText(payment.part.percent), english::mediumDay(payment.invoiced),
                 english::mediumDay(payment.due)},
                payment.exGst, payment.gst);
        }
        row({"", totalName(), "100 %", "", ""}, m_price, m_gst);
        table.hasTotal = true;
        return {"Price and payments", termsText(), std::move(table)};
    }

    [[nodiscard]] std::string termsText() const
    {
        const std::string due = english::dueText(m_inputs.price.termsDays);
        return m_inputs.price.kind == PriceKind::fixed
                   ? "each invoice is " + due
                   : "amounts are of the likely hours; each invoice is for the hours worked, " + due;
    }

    [[nodiscard]] std::string totalName() const
    {
        switch (m_inputs.price.kind) {
        case PriceKind::timeAndMaterials: return "Likely price";
        case PriceKind::capped: return "Price, at most";
        case PriceKind::fixed: break;
        }
        return "Fixed price";
    }

    [[nodiscard]] std::optional<DocumentSection> timeline()
    {
        DocumentTimeline timeline;
        std::vector<std::string> phases;
        for (const PhasePlan& phase : m_plan.phases) {
            if (!phase.hasWork)
                continue;
            const Span& when = phase.when.likely;
            timeline.bars.push_back({m_cleaner.line(phase.title, phase.id), m_plan.calendar.startDate(when.start),
                                     m_plan.calendar.lastDate(when.start, when.finish)});
            phases.push_back(phase.id);
        }
        if (timeline.bars.empty())
            return {};
        const auto latest = std::ranges::max_element(timeline.bars, {}, &DocumentTimeline::Bar::to);
        constexpr std::size_t kMostMarks = 20; // more months have no room beside each other
        const bool marksMonths = m_payments.size() <= kMostMarks;
        for (std::size_t i = 0; i < m_payments.size(); ++i) {
            const Payment& payment = m_payments[i];
            if (payment.part.when == PaymentWhen::monthly && !marksMonths)
                continue;
            std::size_t row = timeline.bars.size();
            if (payment.part.when == PaymentWhen::launch)
                row = static_cast<std::size_t>(latest - timeline.bars.begin());
            if (payment.part.when == PaymentWhen::phaseFinished)
                row = static_cast<std::size_t>(std::ranges::find(phases, payment.part.phase) - phases.begin());
            timeline.marks.push_back({std::to_string(i + 1), payment.invoiced, row});
        }
        timeline.promised = m_live;
        timeline.promise = "live by " + english::longDay(m_live);
        return DocumentSection{"Timeline",
                               timeline.marks.empty()
                                   ? "likely dates of the work"
                                   : "likely dates of the work; the numbers are those of the payments",
                               std::move(timeline)};
    }

    [[nodiscard]] DocumentSection basis()
    {
        DocumentText text;
        std::string sentence = "Work starts on " + english::longDay(m_plan.startDate) + '.';
        std::vector<std::string> people;
        for (const Person& person : m_inputs.team)
            people.push_back(m_cleaner.line(person.name) + " (" + decimalText(100 * person.allocation, 0) + " %)");
        if (!people.empty())
            sentence += " It is done by " + joined(people) + ", each with that part of a full week.";
        if (const ScaleStep* scale = findScale(*m_plan.catalogue, m_inputs.profile.scale))
            sentence += " Planned for " + m_cleaner.line(scale->title) + '.';
        text.paragraphs.push_back(std::move(sentence));
        if (!m_scope.inPlace.empty())
            text.paragraphs.push_back("In place already, and kept as it is: " + joined(titles(m_scope.inPlace)) + '.');
        text.paragraphs.emplace_back("What is not listed here is agreed as a change order, with its own price and "
                                     "dates, before work on it starts.");
        return {"What this rests on", {}, std::move(text)};
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    const Inputs& m_inputs;
    const ItemPrices& m_apart;
    const PriceFigures& m_figures;
    Cleaner m_cleaner;
    Money m_price; ///< ex GST
    Money m_gst;
    Date m_live;
    OfferScope m_scope;
    std::vector<Payment> m_payments;
};

} // namespace

Result<ClientDocument> proposalOf(const ExportSource& source)
{
    SimulationOptions options = source.simulation;
    options.runs = source.risk->runs;
    options.seed = source.risk->seed;
    options.price = true;
    const auto apart = itemPrices(*source.plan, *source.risk, options);
    if (!apart)
        return std::unexpected(apart.error());
    const PriceFigures figures = priceFigures(*source.plan, *source.risk, priceConfidence(source.plan->inputs));
    return ProposalMaker(source, figures, *apart).make();
}

} // namespace trestle
