#include "data/exchange/redaction.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/private_notes.h"
#include "data/scanner/scan.h"
#include "models/bill_rate.h"
#include "models/money_rules.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

void hideIn(std::string& note)
{
    note = withoutPrivate(note);
}

void hideIn(CashPlan& cash)
{
    hideIn(cash.note);
    for (MonthlyLine& line : cash.monthly)
        hideIn(line.note);
    for (OneOff& line : cash.once)
        hideIn(line.note);
}

void hideNotes(Inputs& inputs)
{
    hideIn(inputs.notes);
    for (auto& [id, item] : inputs.items)
        hideIn(item.note);
    for (auto& [id, estimate] : inputs.estimates)
        hideIn(estimate.note);
    for (auto& [id, note] : inputs.phaseNotes)
        hideIn(note);
    hideIn(inputs.cash);
}

template <class T>
void hideIn(Sourced<T>& figure)
{
    hideIn(figure.from.note);
}

void hideIn(SourcedRange& figure)
{
    for (const Case which : kCases)
        hideIn(figure.from.at(which).note);
}

template <class T>
void hideIn(std::optional<T>& figure)
{
    if (figure)
        hideIn(*figure);
}

/// A user may say why they changed a figure of the catalogue.
void hideNotes(Catalogue& catalogue)
{
    const auto hide = [](auto&... figures) { (hideIn(figures), ...); };
    hide(catalogue.timelineWeeks, catalogue.personWeekRate, catalogue.referenceTeam, catalogue.prototypeShare,
         catalogue.partialFactor, catalogue.itemCrewLimit, catalogue.phaseCrewLimit, catalogue.coordination,
         catalogue.correlation);
    for (ScaleStep& scale : catalogue.scales)
        hide(scale.factor);
    for (Phase& phase : catalogue.phases) {
        hide(phase.window, phase.effort, phase.statedCost);
        for (RunningCost& cost : phase.runningCosts)
            hide(cost.monthly);
        for (std::vector<Item>* items : {&phase.items, &phase.addOns})
            for (Item& item : *items)
                hide(item.share, item.effort);
    }
    for (Link& link : catalogue.links)
        hide(link.source.note);
    for (SuggestedRisk& risk : catalogue.suggestedRisks)
        hide(risk.p, risk.effort, risk.delay, risk.money);
    for (OutsideViewPreset& preset : catalogue.outsideViews)
        hide(preset.m, preset.s);
}

class Redaction {
public:
    explicit Redaction(const ExportSource& source) : m_audience(source.audience), m_tellsRate(tellsUsualRate(source)) {}

    void take(ExportSource& source)
    {
        take(source.document);
        take(source.plan);
        for (ScenarioOutcome& outcome : source.scenarios)
            take(outcome.plan);
        if (!showsVersions(m_audience))
            source.versions.clear();
        if (source.changes) {
            source.changes->version.label.clear();
            hideCashIfUnread(*source.changes);
            take(source.changes->before);
            take(source.changes->now);
        }
    }

private:
    /// Where one of the two is not read, the other would be told as all that has changed.
    void hideCashIfUnread(ChangesSince& changes) const
    {
        Inputs& before = changes.before.project.base;
        if (readsCash(before, m_audience) && readsCash(changes.now.base, m_audience))
            return;
        before.cash = {};
        changes.now.base.cash = {};
    }

    void take(ProjectDocument& document)
    {
        take(document.project);
        auto redacted = std::make_shared<Catalogue>(*document.catalogue.catalogue);
        take(*redacted);
        // Of the redacted one there is no text: nobody may write the catalogue itself.
        document.catalogue = {std::move(redacted), {}, document.catalogue.sha256, document.catalogue.basedOn};
    }

    void take(std::shared_ptr<const Plan>& plan)
    {
        auto redacted = std::make_shared<Plan>(*plan);
        auto catalogue = std::make_shared<Catalogue>(*plan->catalogue);
        take(*catalogue);
        redacted->catalogue = std::move(catalogue);
        take(redacted->inputs);
        for (PersonPlan& person : redacted->people) {
            person.weeklyRate = {};
            person.cost = {};
            person.shownCost = {};
            person.paidOut = person.paidOut || !showsOwnTime(m_audience);
        }
        plan = std::move(redacted);
    }

    void take(Catalogue& catalogue) const
    {
        hideNotes(catalogue);
        if (m_tellsRate)
            return;
        catalogue.personWeekRate = {};
        for (DefaultPerson& person : catalogue.team)
            person.weeklyRate = {};
    }

    void take(Project& project) const
    {
        for (Scenario& scenario : project.scenarios) {
            const Inputs whole = applyScenario(project.base, scenario);
            if (!showsPrice(m_audience))
                scenario.price.reset();
            if (scenario.price) {
                scenario.team = whole.team; // their bill rates follow from its terms
                take(*scenario.price);
            }
            if (scenario.team)
                take(*scenario.team, whole.price, isPriced(whole));
            if (scenario.cash)
                hideIn(*scenario.cash);
            if (!readsCash(whole, m_audience))
                scenario.cash.reset();
            if (!showsGoals(m_audience)) {
                scenario.targetDate.reset();
                scenario.budget.reset();
            }
        }
        take(project.base);
    }

    void take(Inputs& inputs) const
    {
        hideNotes(inputs);
        if (!showsNotes(m_audience)) {
            inputs.notes.clear();
            inputs.phaseNotes.clear();
            for (auto& [id, item] : inputs.items)
                item.note.clear();
        }
        takeEvidence(inputs);
        if (!readsCash(inputs, m_audience))
            inputs.cash = {};
        take(inputs.team, inputs.price, isPriced(inputs));
        take(inputs.price);
        if (!showsGoals(m_audience)) {
            inputs.targetDate.reset();
            inputs.budget.reset();
        }
    }

    /// Of the source, no reader of these gets more than the file's name and the rule's own sentence.
    void takeEvidence(Inputs& inputs) const
    {
        if (!showsProposals(m_audience))
            inputs.proposals.clear();
        for (auto& [id, item] : inputs.items) {
            if (!showsEvidence(m_audience))
                item.evidence.reset();
            if (!item.evidence || showsProposals(m_audience))
                continue;
            // What is still wrong with it is not where the tick comes from.
            std::erase_if(item.evidence->places, [](const Evidence& place) { return speaksAgainst(place.rule); });
            for (Evidence& place : item.evidence->places) {
                place.line = 0;
                place.excerpt.clear();
                // An assistant's own words, whatever it put into them, and whatever stands in place of a rule.
                if (!item.evidence->by.empty() || ruleSentence(place.rule).empty()) {
                    place.rule.clear();
                    place.path.erase(0, place.path.rfind('/') + 1);
                }
            }
        }
    }

    void take(std::vector<Person>& team, const PriceTerms& terms, bool isPriced) const
    {
        for (Person& person : team) {
            person.rateBasis.reset();
            if (!showsPrice(m_audience))
                person.billRate.reset();
            else if (isPriced)
                person.billRate = billRateOf(person, terms);
            if (!showsCost(m_audience))
                person.weeklyRate = {};
            if (!showsOwnTime(m_audience))
                person.paidOut = true;
        }
    }

    void take(PriceTerms& terms) const
    {
        if (!showsPrice(m_audience))
            terms = {};
        terms.marginPercent = PriceTerms{}.marginPercent;
    }

    Audience m_audience;
    bool m_tellsRate;
};

} // namespace

ExportSource forAudience(ExportSource source)
{
    if (source.audience != Audience::internal)
        Redaction(source).take(source);
    return source;
}

bool readsCash(const Inputs& inputs, Audience audience)
{
    return showsCash(audience) && (showsPrice(audience) || !isInvoiced(inputs));
}

bool tellsUsualRate(const ExportSource& source)
{
    if (source.audience == Audience::internal)
        return true;
    const Sourced<Money>& usual = source.plan->catalogue->personWeekRate;
    return showsCost(source.audience) && usual.from.kind == ProvenanceKind::derived &&
           std::ranges::all_of(source.plan->inputs.team,
                               [&](const Person& person) { return person.weeklyRate == usual.value; });
}

} // namespace trestle
