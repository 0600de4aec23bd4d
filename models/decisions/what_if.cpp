#include "models/decisions/what_if.h"

#include "models/effort.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

constexpr std::array kVariations{Variation::low, Variation::high, Variation::halved, Variation::doubled};

ThreePoint single(double value)
{
    return {value, value, value};
}

const ScaleStep* scaleOf(const Plan& plan)
{
    return findScale(*plan.catalogue, plan.inputs.profile.scale);
}

// What is changed in place: the catalogue is a copy of the plan's own.
Item* itemIn(Catalogue& catalogue, const std::string& id)
{
    return const_cast<Item*>(findItem(catalogue, id)); // NOLINT: it lies in the copy
}

Phase* phaseIn(Catalogue& catalogue, const std::string& id)
{
    return const_cast<Phase*>(findPhase(catalogue, id)); // NOLINT: it lies in the copy
}

bool isWhole(FigureKind kind)
{
    return kind == FigureKind::itemCrewLimit || kind == FigureKind::phaseCrewLimit;
}

// Figures that are parts of a whole.
bool isPart(FigureKind kind)
{
    return kind == FigureKind::itemShare || kind == FigureKind::allocation || kind == FigureKind::partialFactor ||
           kind == FigureKind::coordination;
}

bool hasRange(FigureKind kind)
{
    return kind == FigureKind::phaseEffort || kind == FigureKind::itemEffort || kind == FigureKind::runningCost;
}

std::optional<double> end(FigureKind kind, const ThreePoint& value, bool high)
{
    if (hasRange(kind))
        return high ? value.high : value.low;
    if (kind == FigureKind::correlation)
        return high ? 1.0 : 0.0;
    if (kind == FigureKind::outsideView && !high)
        return 0.0;
    if (kind == FigureKind::coordination && !high)
        return 0.0;
    return std::nullopt;
}

std::optional<ThreePoint> vary(FigureKind kind, const ThreePoint& value, Variation variation)
{
    switch (variation) {
    case Variation::low:
    case Variation::high:
        if (const auto point = end(kind, value, variation == Variation::high))
            return single(*point);
        return std::nullopt;
    case Variation::halved:
        if (end(kind, value, false)) // its low end says more
            return std::nullopt;
        return isWhole(kind) ? single(std::max(1.0, std::floor(value.likely / 2))) : scaled(value, 0.5);
    case Variation::doubled:
        if (kind == FigureKind::correlation) // its high end is as far as it goes
            return std::nullopt;
        if (kind == FigureKind::outsideView)
            return single(std::min(kLargestOutsideSpread, 2 * value.likely));
        return isPart(kind) ? single(std::min(1.0, 2 * value.likely)) : scaled(value, 2);
    }
    return std::nullopt;
}

class Behind {
public:
    explicit Behind(const Plan& plan) : m_plan(plan) {}

    void add(FigureKind kind, const std::string& subject = {}, std::size_t index = 0)
    {
        m_figures.push_back({kind, subject, index});
    }

    void addPhase(std::size_t number)
    {
        const Phase& phase = m_plan.catalogue->phases[number];
        add(FigureKind::phaseEffort, phase.id);
        if (m_plan.phases[number].inScope > 0)
            for (std::size_t i = 0; i < phase.runningCosts.size(); ++i)
                add(FigureKind::runningCost, phase.id, i);
    }

    void addPeople()
    {
        for (const Person& person : m_plan.inputs.team) {
            add(FigureKind::rate, person.name);
            add(FigureKind::allocation, person.name);
        }
        if (m_plan.inputs.team.size() > 2)
            add(FigureKind::coordination);
    }

    void addScale(bool scaled)
    {
        const ScaleStep* scale = scaleOf(m_plan);
        if (scaled && scale && std::abs(scale->factor.value - 1.0) > kEpsilon)
            add(FigureKind::scaleFactor);
    }

    void addPartial(bool any)
    {
        if (any)
            add(FigureKind::partialFactor);
    }

    [[nodiscard]] std::vector<Figure> take()
    {
        if (m_plan.inputs.outsideView.s > 0)
            add(FigureKind::outsideView);
        add(FigureKind::correlation);
        return std::move(m_figures);
    }

private:
    const Plan& m_plan;
    std::vector<Figure> m_figures;
};

bool isPartly(const ItemPlan& item)
{
    return item.state == ItemState::partial;
}

} // namespace

std::vector<Figure> figuresBehind(const Plan& plan, const std::string& id)
{
    Behind behind(plan);
    if (const PhasePlan* phase = plan.findPhase(id)) {
        const auto number = static_cast<std::size_t>(phase - plan.phases.data());
        const auto items = std::span(plan.items).subspan(phase->firstItem, phase->itemCount);
        behind.addPhase(number);
        behind.addScale(isScaled(plan.catalogue->phases[number], plan.inputs));
        behind.addPartial(std::ranges::any_of(items, isPartly));
        behind.addPeople();
    } else if (const ItemPlan* item = plan.findItem(id)) {
        const Phase& source = plan.catalogue->phases[item->phase];
        behind.add(item->addOn ? FigureKind::itemEffort : FigureKind::itemShare, id);
        if (!item->addOn)
            behind.add(FigureKind::phaseEffort, source.id);
        behind.addScale(isScaled(source, plan.inputs) && !item->addOn);
        behind.addPartial(isPartly(*item));
        behind.addPeople();
    } else {
        behind.addPeople();
        behind.addScale(std::ranges::any_of(plan.catalogue->phases,
                                            [&](const Phase& source) { return isScaled(source, plan.inputs); }));
        behind.addPartial(std::ranges::any_of(plan.items, isPartly));
        behind.add(FigureKind::itemCrewLimit);
        behind.add(FigureKind::phaseCrewLimit);
        for (std::size_t p = 0; p < plan.phases.size(); ++p)
            behind.addPhase(p);
    }
    return behind.take();
}

std::optional<ThreePoint> valueOf(const Plan& plan, const Figure& figure)
{
    const Catalogue& catalogue = *plan.catalogue;
    const Phase* phase = findPhase(catalogue, figure.subject);
    const Item* item = findItem(catalogue, figure.subject);
    const Person* person = findPerson(plan.inputs.team, figure.subject);
    const ScaleStep* scale = scaleOf(plan);
    const auto given = [](bool known, auto value) { return known ? std::optional<ThreePoint>(value()) : std::nullopt; };
    switch (figure.kind) {
    case FigureKind::phaseEffort: // as an own estimate would be entered, which is not scaled
        return given(phase, [&] { return scaledPhaseEffort(catalogue, *phase, plan.inputs); });
    case FigureKind::itemShare: return given(item, [&] { return single(item->share.value); });
    case FigureKind::itemEffort: return given(item && item->effort, [&] { return item->effort->value; });
    case FigureKind::runningCost:
        return given(phase && figure.index < phase->runningCosts.size(),
                     [&] { return phase->runningCosts[figure.index].monthly.value; });
    case FigureKind::rate: return given(person, [&] { return single(person->weeklyRate.inDollars()); });
    case FigureKind::allocation: return given(person, [&] { return single(person->allocation); });
    case FigureKind::correlation: return single(plan.inputs.correlation);
    case FigureKind::outsideView: return single(plan.inputs.outsideView.s);
    case FigureKind::coordination: return single(catalogue.coordination.value);
    case FigureKind::partialFactor: return single(catalogue.partialFactor.value);
    case FigureKind::itemCrewLimit: return single(catalogue.itemCrewLimit.value);
    case FigureKind::phaseCrewLimit: return single(catalogue.phaseCrewLimit.value);
    case FigureKind::scaleFactor: return given(scale, [&] { return single(scale->factor.value); });
    }
    return std::nullopt;
}

std::optional<ThreePoint> variedValue(const Plan& plan, const Figure& figure, Variation variation)
{
    const auto value = valueOf(plan, figure);
    const auto other = value ? vary(figure.kind, *value, variation) : std::nullopt;
    return other == value ? std::nullopt : other;
}

PlanBasis withFigure(const Plan& plan, const Figure& figure, const ThreePoint& value)
{
    Inputs inputs = plan.inputs;
    Catalogue catalogue = *plan.catalogue;
    Item* item = itemIn(catalogue, figure.subject);
    Phase* phase = phaseIn(catalogue, figure.subject);
    Person* person = findPerson(inputs.team, figure.subject);
    switch (figure.kind) {
    case FigureKind::phaseEffort: inputs.estimates[figure.subject].effort = value; break;
    case FigureKind::itemShare: item->share.value = value.likely; break;
    case FigureKind::itemEffort:
        if (RiskEvent* event = figure.subject.starts_with(kRiskItem)
                                   ? findRisk(inputs.risks, std::string_view(figure.subject).substr(kRiskItem.size()))
                                   : nullptr)
            event->effort = value; // what has happened is an item of the inputs, not of the catalogue
        else
            item->effort->value = value;
        break;
    case FigureKind::runningCost: phase->runningCosts[figure.index].monthly.value = value; break;
    case FigureKind::rate: person->weeklyRate = Money::rounded(value.likely); break;
    case FigureKind::allocation: person->allocation = value.likely; break;
    case FigureKind::correlation: inputs.correlation = value.likely; break;
    case FigureKind::outsideView:
        // Without spread the project as a whole is as estimated.
        inputs.outsideView = {std::string(OutsideView::own), value.likely > 0 ? inputs.outsideView.m : 0, value.likely};
        break;
    case FigureKind::coordination: catalogue.coordination.value = value.likely; break;
    case FigureKind::partialFactor: catalogue.partialFactor.value = value.likely; break;
    case FigureKind::itemCrewLimit: catalogue.itemCrewLimit.value = static_cast<int>(value.likely); break;
    case FigureKind::phaseCrewLimit: catalogue.phaseCrewLimit.value = static_cast<int>(value.likely); break;
    case FigureKind::scaleFactor: {
        const auto at = static_cast<std::size_t>(scaleOf(plan) - plan.catalogue->scales.data());
        catalogue.scales[at].factor.value = value.likely;
        break;
    }
    }
    return {std::make_shared<const Catalogue>(std::move(catalogue)), std::move(inputs)};
}

Result<std::vector<WhatIf>> whatIf(const Plan& plan, const Figure& figure, const QuestionOptions& options)
{
    const auto base = estimate(plan.catalogue, plan.inputs, options);
    if (!base)
        return std::unexpected(base.error());
    std::vector<WhatIf> answers;
    double asked = 0;
    for (const Variation variation : kVariations) {
        if (const auto value = variedValue(plan, figure, variation)) {
            const PlanBasis basis = withFigure(plan, figure, *value);
            const auto then = estimate(basis.catalogue, basis.inputs, options);
            if (!then)
                return std::unexpected(then.error());
            answers.push_back({variation, *value, then->headline(), then->headline() - base->headline()});
        }
        if (options.progress)
            options.progress(++asked / static_cast<double>(kVariations.size()));
    }
    return answers;
}

} // namespace trestle
