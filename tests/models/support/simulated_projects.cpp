#include "tests/models/support/simulated_projects.h"

#include "models/draws/parallel_for.h"
#include "models/draws/sampler.h"
#include "models/effort.h"
#include "models/learning.h"
#include "models/pert.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "models/schedule.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace trestle {

namespace {

constexpr double kFixedFactor = 1.3;

template <class T>
T taken(Result<T> result)
{
    if (!result)
        std::abort(); // the tests' own plans can be made
    return std::move(*result);
}

double crpsOf(std::span<const double> sorted, double actual)
{
    const auto count = static_cast<double>(sorted.size());
    double away = 0;
    double apart = 0; // Σ over pairs, each once
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        away += std::abs(sorted[i] - actual);
        apart += sorted[i] * (2 * static_cast<double>(i) - count + 1);
    }
    return away / count - apart / (count * count);
}

/// What a plan of nothing begun is made of.
class Project {
public:
    Project(const Catalogue& catalogue, const Inputs& inputs)
        : m_inputs(inputs), m_scope(remainingWork(catalogue, inputs)),
          m_calendar(taken(makePlan(std::make_shared<Catalogue>(catalogue), inputs)).calendar),
          m_network(taken(buildNetwork(catalogue, inputs, m_scope, m_calendar)))
    {
        PertDraws draws;
        for (const Phase& phase : catalogue.phases)
            m_phases.push_back(draws.draw(phaseEffort(phase, inputs)));
        for (const ScopeItem& entry : m_scope.items) {
            m_likely.push_back(entry.remaining.likely);
            m_draws.push_back(entry.item->isAddOn() ? draws.draw(entry.item->effort->value) : m_phases[entry.phase]);
        }
        m_order.resize(m_likely.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        Scheduler scheduler(m_network);
        const Schedule& likely = scheduler.run(m_likely);
        std::ranges::stable_sort(m_order, {}, [&](std::size_t i) { return double{likely.workDone[i]}; });
    }

    /// Dimensions that a truth is drawn from: what phases share, phases, ζ of the past and of the rest, noise of
    /// phases.
    [[nodiscard]] std::size_t dimensions() const { return 3 + 2 * m_phases.size(); }

    /// The items that are finished once this part of the likely effort is.
    [[nodiscard]] std::vector<bool> firstPart(double part) const
    {
        const double all = std::accumulate(m_likely.begin(), m_likely.end(), 0.0);
        std::vector<bool> first(m_likely.size());
        double done = 0;
        for (const std::size_t i : m_order) {
            done += m_likely[i];
            if (done > part * all + kEpsilon)
                break;
            first[i] = true;
        }
        return first;
    }

    /// Each item's true effort.
    [[nodiscard]] std::vector<PersonWeeks> efforts(std::span<const double> normals, const std::vector<bool>& past,
                                                   Truth truth) const
    {
        const OutsideView& outside = m_inputs.outsideView;
        const std::size_t phases = m_phases.size();
        const double rest = normals[phases + 1];
        const double before = kPastAndRest * rest + std::sqrt(1 - kPastAndRest * kPastAndRest) * normals[phases + 2];
        std::vector<PersonWeeks> work;
        for (std::size_t i = 0; i < m_scope.items.size(); ++i) {
            const ScopeItem& entry = m_scope.items[i];
            const double z = std::sqrt(m_inputs.correlation) * normals[0] +
                             std::sqrt(1 - m_inputs.correlation) * normals[1 + entry.phase];
            double factor = std::exp(outside.m + outside.s * (past[i] ? before : rest));
            if (truth == Truth::fixedFactor)
                factor = kFixedFactor;
            if (truth == Truth::noisy && past[i])
                factor *= std::exp(noiseOf(entry.phase, past) * normals[phases + 3 + entry.phase]);
            work.push_back(entry.weight * m_draws[i](z) * factor);
        }
        return work;
    }

    [[nodiscard]] const Network& network() const { return m_network; }

    /// The plan's inputs on a status date, `day` working days after the start, of a project that goes like that.
    [[nodiscard]] Inputs followed(const Schedule& truth, std::span<const PersonWeeks> work, int day) const
    {
        const Weeks now = day / double{kWorkingDaysPerWeek};
        std::vector<double> spent(work.size());
        eachTimeOnItem(m_network, truth, [&](std::uint32_t item, std::uint32_t worker, Weeks from, Weeks to) {
            spent[item] += m_network.workers[worker].pace * std::max(Weeks{}, std::min(now, to) - from);
        });
        Inputs inputs = m_inputs;
        inputs.asOf = m_calendar.dateOf(day);
        for (std::size_t i = 0; i < work.size(); ++i) {
            const bool isFinished = truth.workDone[i] <= now + kEpsilon;
            if (!isFinished && spent[i] <= kEpsilon)
                continue;
            const std::string& id = m_scope.items[i].item->id;
            setState(inputs, id, isFinished ? ItemState::done : ItemState::underWay);
            ItemActual& actual = inputs.items[id].actual;
            actual.started = m_calendar.startDate(truth.start[i]);
            if (isFinished)
                actual.finished = m_calendar.lastDate(truth.start[i], truth.workDone[i]);
            actual.spent = isFinished ? double{work[i]} : spent[i];
        }
        return inputs;
    }

private:
    /// Standard deviation of what a phase's finished items differ by from the whole phase.
    [[nodiscard]] double noiseOf(std::size_t phase, const std::vector<bool>& past) const
    {
        double all = 0;
        double done = 0;
        for (std::size_t i = 0; i < m_scope.items.size(); ++i) {
            if (m_scope.items[i].phase != phase)
                continue;
            all += m_likely[i];
            done += past[i] ? double{m_likely[i]} : 0;
        }
        const double sigma = (std::log(m_phases[phase](1)) - std::log(m_phases[phase](-1))) / 2;
        return std::sqrt((all - done) / done) * std::hypot(sigma, m_inputs.outsideView.s);
    }

    const Inputs& m_inputs;
    Scope m_scope;
    WorkCalendar m_calendar;
    Network m_network;
    std::vector<PertDraw> m_phases;
    std::vector<PertDraw> m_draws; // per item
    std::vector<PersonWeeks> m_likely;
    std::vector<std::size_t> m_order; // as the likely plan finishes them
};

struct Outcome {
    bool isInBand = false;
    double crps = 0;
};

Outcome forecast(const std::shared_ptr<const Catalogue>& catalogue, Inputs inputs, bool learn, Weeks actual,
                 const FollowOptions& options)
{
    inputs.learn = learn;
    SimulationOptions simulation;
    simulation.runs = options.runs;
    simulation.seed = options.seed;
    simulation.threads = 1;
    simulation.drivingRuns = 0;
    simulation.phases = false;
    const Risk risk = taken(simulate(taken(makePlan(catalogue, inputs)), simulation));
    return {actual >= risk.finishAt(.1) && actual <= risk.finishAt(.9), crpsOf(risk.sortedFinish, actual)};
}

struct Followed {
    Outcome learning;
    Outcome without;
    double underWay = 0;
};

} // namespace

Inputs sideBySide(Inputs inputs)
{
    inputs.profile.conditions = {"payments", "enterprise"};
    inputs.team.clear();
    for (const char* name : {"Ana", "Ben", "Cleo"})
        inputs.team.push_back({name, 1.0, Money::dollars(5'000), {}, {}, {}});
    return inputs;
}

std::array<FollowedProjects, kPartsOfTheWay.size()> followProjects(const std::shared_ptr<const Catalogue>& catalogue,
                                                                   const Inputs& inputs, const FollowOptions& options)
{
    const Project project(*catalogue, inputs);
    std::array<FollowedProjects, kPartsOfTheWay.size()> result;
    for (std::size_t k = 0; k < result.size(); ++k) {
        const std::vector<bool> past = project.firstPart(kPartsOfTheWay[k]);
        std::vector<Followed> followed(options.projects);
        parallelFor(options.projects, 4, 0, [&](std::size_t, std::size_t first, std::size_t last) {
            Sampler sampler(options.seed + 1 + k, project.dimensions());
            Scheduler scheduler(project.network());
            std::vector<double> normals(project.dimensions());
            for (std::size_t i = first; i < last; ++i) {
                sampler.seek(i);
                sampler.next(normals);
                const std::vector<PersonWeeks> work = project.efforts(normals, past, options.truth);
                const Schedule& truth = scheduler.run(work);
                Weeks reached = 0;
                for (std::size_t item = 0; item < past.size(); ++item)
                    if (past[item])
                        reached = std::max(reached, truth.workDone[item]);
                const int day = WorkCalendar::lastIndex(0, reached) + 1;
                const Inputs now = project.followed(truth, work, day);
                const Weeks left = truth.end - day / double{kWorkingDaysPerWeek};
                followed[i] = {forecast(catalogue, now, true, left, options),
                               forecast(catalogue, now, false, left, options),
                               static_cast<double>(std::ranges::count_if(now.items, [](const auto& item) {
                                   return item.second.progress.state == ItemState::underWay;
                               }))};
            }
        });
        result[k].part = kPartsOfTheWay[k];
        for (const Followed& one : followed) {
            const double share = 1.0 / options.projects;
            result[k].learning.inBand += one.learning.isInBand ? share : 0;
            result[k].learning.crps += one.learning.crps * share;
            result[k].without.inBand += one.without.isInBand ? share : 0;
            result[k].without.crps += one.without.crps * share;
            result[k].underWay += one.underWay * share;
        }
    }
    return result;
}

} // namespace trestle
