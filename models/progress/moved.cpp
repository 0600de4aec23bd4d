#include "models/progress/moved.h"

#include "models/calendar/days_off.h"
#include "models/progress/moved_work.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace trestle {

namespace {

/// The figures of one step.
struct StepFigures {
    Date finish{};
    Money total;
    double effort = 0;
    std::vector<std::optional<Date>> phases; ///< their finish
};

/// Makes the likely plan with the work of a step.
class StepPlanner {
public:
    explicit StepPlanner(const Plan& plan) : m_plan(plan), m_then(inputsOfThen(plan))
    {
        const Baseline& baseline = *plan.inputs.baseline;
        m_spentThen = baseline.spend.empty() ? Money{} : baseline.spend.front().total;
        m_then.learn = false;
        for (auto& [id, item] : m_then.items)
            item.actual = {};
    }

    [[nodiscard]] StepFigures promised(double effort) const
    {
        const Baseline& baseline = *m_plan.inputs.baseline;
        StepFigures figures{baseline.finish, baseline.total, effort, {}};
        for (const Phase& phase : m_plan.catalogue->phases) {
            auto& finish = figures.phases.emplace_back();
            for (const auto* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    if (const auto then = baseline.items.find(item.id); then != baseline.items.end())
                        finish = std::max(finish, then->second.finish);
        }
        return figures;
    }

    /// Nothing where no plan can be made of it.
    [[nodiscard]] std::optional<StepFigures> of(const MovedWork& work) const
    {
        const auto plan = planOf(work.items());
        if (!plan)
            return std::nullopt;
        const Money total = m_spentThen + plan->labour.likely + plan->runningTotal.likely + plan->riskTotal.likely;
        return StepFigures{plan->finishDate.likely, total, work.effort(), phaseFinishes(*plan)};
    }

    [[nodiscard]] static StepFigures ofNow(const Plan& plan, double effort)
    {
        return {plan.finishDate.likely, plan.total.likely, effort, phaseFinishes(plan)};
    }

private:
    [[nodiscard]] Result<Plan> planOf(const StepItems& items) const
    {
        Inputs inputs = m_then;
        // The share of an item in its phase says what it takes.
        auto catalogue = std::make_shared<Catalogue>(*m_plan.catalogue);
        for (Phase& phase : catalogue->phases) {
            const double whole = scaledPhaseEffort(*m_plan.catalogue, phase, inputs).likely;
            for (Item& item : phase.items)
                if (take(items, item.id, inputs) && whole > kEpsilon)
                    item.share.value = items.at(item.id).effort / whole;
            for (Item& item : phase.addOns)
                if (take(items, item.id, inputs))
                    setEffort(item, items.at(item.id).effort, inputs);
        }
        return makePlanInOrderOf(m_plan, std::move(catalogue), inputs);
    }

    /// Of an add-on, or of an event that has happened, which makes an item of its own effort.
    static void setEffort(Item& item, double effort, Inputs& inputs)
    {
        ThreePoint& whole = item.effort->value;
        if (whole.likely <= kEpsilon)
            return;
        whole = scaled(whole, effort / whole.likely);
        for (RiskEvent& event : inputs.risks.events)
            if (riskItemId(event) == item.id)
                event.effort = whole;
    }

    /// Sets an item's state; whether what it takes is to be set as well.
    static bool take(const StepItems& items, const std::string& id, Inputs& inputs)
    {
        const auto step = items.find(id);
        ItemInput& input = inputs.items[id];
        input.actual = {};
        if (step == items.end()) {
            input.progress.state = ItemState::excluded;
            return false;
        }
        const auto& [state, effort] = step->second;
        input.progress.state = state == ItemState::partial ? ItemState::missing : state;
        if (state == ItemState::underWay)
            input.actual.left = ThreePoint{effort, effort, effort};
        return state == ItemState::missing || state == ItemState::partial;
    }

    /// The last day of a phase's work, as planned or, where none is left, as recorded.
    static std::vector<std::optional<Date>> phaseFinishes(const Plan& plan)
    {
        std::vector<std::optional<Date>> finishes;
        for (const PhasePlan& phase : plan.phases) {
            std::optional<Date> planned;
            std::optional<Date> recorded;
            for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
                const ItemPlan& item = plan.items[i];
                recorded = std::max(recorded, item.actual.finished);
                if (item.hasWork)
                    planned = std::max(planned, std::optional(plan.calendar.lastDate(item.when.likely.start,
                                                                                     item.when.likely.finish)));
            }
            finishes.push_back(planned ? planned : recorded);
        }
        return finishes;
    }

    const Plan& m_plan;
    Inputs m_then;
    Money m_spentThen;
};

class MoveTeller {
public:
    MoveTeller(const Plan& plan, const std::optional<Forecast>& now)
        : m_plan(plan), m_baseline(*plan.inputs.baseline), m_planner(plan), m_work(plan),
          m_first(m_planner.promised(m_work.effort())), m_last(m_first)
    {
        m_moved.baseline = m_baseline.name;
        m_moved.taken = m_baseline.taken;
        m_moved.likely = promise(m_baseline.finish, plan.finishDate.likely, m_baseline.total, plan.total.likely);
        if (now) {
            m_moved.p50 = promise(m_baseline.finishP50, now->finishP50, m_baseline.totalP50, now->totalP50);
            m_moved.p80 = promise(m_baseline.finishP80, now->finishP80, m_baseline.totalP80, now->totalP80);
        }
    }

    Moved tell()
    {
        for (std::size_t p = 0; p < m_plan.phases.size(); ++p)
            m_moved.phases.push_back({m_plan.phases[p].id, m_work.effortOf(p), 0, {}});
        step(MoveCause::settings);
        m_work.estimate();
        step(MoveCause::estimates);
        m_work.changeScope();
        step(MoveCause::scope);
        for (std::size_t p = 0; p < m_plan.phases.size(); ++p) {
            m_work.pace(p);
            step(MoveCause::pace, m_plan.phases[p].id);
        }
        m_work.learn();
        step(MoveCause::learnt);
        addNow();
        addPhases();
        addLateBegins();
        m_moved.added = m_work.added;
        m_moved.dropped = m_work.dropped;
        m_moved.changed = m_work.changed;
        std::erase_if(m_moved.parts, [](const MovedPart& part) { return !movesAnything(part); });
        return std::move(m_moved);
    }

private:
    [[nodiscard]] DaysMoved between(Date from, Date to) const
    {
        return {static_cast<int>((to - from).count()), workingDaysBetween(from, to, m_plan.inputs)};
    }

    [[nodiscard]] MovedPromise promise(Date before, Date now, Money totalBefore, Money totalNow) const
    {
        return {{before, now, between(before, now)}, {totalBefore, totalNow}};
    }

    static bool movesAnything(const MovedPart& part)
    {
        return part.finish != DaysMoved{} || part.total != Money{} || std::abs(part.effort) > kEpsilon ||
               std::ranges::any_of(part.phases, [](const DaysMoved& moved) { return moved != DaysMoved{}; });
    }

    void step(MoveCause cause, const std::string& phase = {})
    {
        if (const auto figures = m_planner.of(m_work))
            add(cause, *figures, phase);
    }

    void addNow()
    {
        const double effort = m_last.effort;
        if (!m_plan.inputs.actualCosts.empty()) {
            Inputs inputs = m_plan.inputs;
            inputs.actualCosts.clear();
            if (const auto derived = makePlanInOrderOf(m_plan, m_plan.catalogue, inputs)) {
                add(MoveCause::timePassed, StepPlanner::ofNow(*derived, effort));
                add(MoveCause::books, StepPlanner::ofNow(m_plan, effort));
                return;
            }
        }
        add(MoveCause::timePassed, StepPlanner::ofNow(m_plan, effort));
    }

    void add(MoveCause cause, const StepFigures& now, const std::string& phase = {})
    {
        MovedPart part{cause,
                       phase,
                       between(m_last.finish, now.finish),
                       now.total - m_last.total,
                       now.effort - m_last.effort,
                       std::vector<DaysMoved>(m_plan.phases.size())};
        StepFigures next = now;
        for (std::size_t p = 0; p < part.phases.size(); ++p) {
            if (!next.phases[p])
                next.phases[p] = m_last.phases[p]; // no work on it in this step
            else if (m_last.phases[p])
                part.phases[p] = between(*m_last.phases[p], *next.phases[p]);
        }
        m_moved.parts.push_back(std::move(part));
        m_last = std::move(next);
    }

    void addPhases()
    {
        const StepFigures now = StepPlanner::ofNow(m_plan, 0);
        for (std::size_t p = 0; p < m_moved.phases.size(); ++p) {
            MovedPhase& phase = m_moved.phases[p];
            phase.now = m_work.effortOf(p);
            if (m_first.phases[p] && now.phases[p])
                phase.finish = {*m_first.phases[p], *now.phases[p], between(*m_first.phases[p], *now.phases[p])};
            else
                for (MovedPart& part : m_moved.parts)
                    part.phases[p] = {};
        }
    }

    void addLateBegins()
    {
        for (const ItemPlan& item : m_plan.items) {
            const auto then = m_baseline.items.find(item.id);
            if (then == m_baseline.items.end() || !then->second.start)
                continue;
            const bool isToDo = item.state == ItemState::missing || item.state == ItemState::partial;
            if (!isToDo && !item.actual.started)
                continue;
            const Date begun = isToDo ? m_plan.startDate : *item.actual.started;
            if (const int late = workingDaysBetween(*then->second.start, begun, m_plan.inputs); late > 0)
                m_moved.lateBegins.push_back({item.id, !isToDo, late});
        }
    }

    const Plan& m_plan;
    const Baseline& m_baseline;
    StepPlanner m_planner;
    MovedWork m_work;
    StepFigures m_first;
    StepFigures m_last;
    Moved m_moved;
};

} // namespace

std::vector<Moved::OfPhase> Moved::movedBy(std::size_t phase) const
{
    std::vector<OfPhase> causes;
    for (const MovedPart& part : parts)
        if (part.phases[phase] != DaysMoved{})
            causes.push_back({&part, part.phases[phase]});
    std::ranges::stable_sort(causes, std::greater{}, [](const OfPhase& cause) { return std::abs(cause.moved.days); });
    return causes;
}

std::optional<Moved> movedSinceBaseline(const Plan& plan, const std::optional<Forecast>& now)
{
    if (!plan.inputs.baseline)
        return std::nullopt;
    return MoveTeller(plan, now).tell();
}

} // namespace trestle
