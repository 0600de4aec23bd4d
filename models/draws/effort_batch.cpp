#include "models/draws/effort_batch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace trestle {

EffortModel::EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                         std::span<const ThreePoint> monthlyCosts)
    : common(std::sqrt(inputs.correlation)), own(std::sqrt(1.0 - inputs.correlation)), outside(inputs.outsideView),
      learning(scope.learning)
{
    PertDraws draws;
    for (const Phase& phase : catalogue.phases)
        phases.push_back(draws.draw(phaseEffort(phase, inputs)));
    for (const ScopeItem& entry : scope.items) {
        addOns.push_back(entry.item->isAddOn() ? draws.draw(entry.item->effort->value) : PertDraw{});
        isAddOn.push_back(entry.item->isAddOn());
        isRisk.push_back(false);
        if (entry.isUnderWay())
            underWay.push_back({static_cast<std::uint32_t>(weights.size()), static_cast<std::uint32_t>(entry.phase), entry.actual.spent.value_or(0),
                                entry.actual.left.has_value(),
                                draws.draw(entry.actual.left.value_or(ThreePoint{}))});
        weights.push_back(entry.weight);
    }
    for (const ThreePoint& cost : monthlyCosts)
        monthly.push_back(draws.draw(cost));
    firstItem.assign(scope.firstItem.begin(), scope.firstItem.end());

    dimensions.resize(1 + phases.size() + monthly.size());
    std::iota(dimensions.begin(), dimensions.end(), 0U);
    // Behind all running costs of the catalogue, so that it stays where a scenario leaves a phase out.
    std::size_t services = 0;
    for (const Phase& phase : catalogue.phases)
        services += phase.runningCosts.size();
    m_outsideDimension = static_cast<std::uint32_t>(1 + phases.size() + services);
    if (varies())
        dimensions.push_back(m_outsideDimension);
    if (learning.says())
        addLearning();
    for (const Phase& phase : catalogue.phases)
        m_phaseIds.push_back(phase.id);
}

void EffortModel::addLearning()
{
    dimensions.push_back(m_outsideDimension + 1); // ξ
    for (std::size_t p = 0; p < learning.phases.size(); ++p)
        if (learning.phases[p].isObserved)
            dimensions.push_back(static_cast<std::uint32_t>(m_outsideDimension + 2 + p)); // η
}

void EffortModel::addRisks(const RiskRegister& events, const Scope& scope)
{
    responses = responseCost(events);
    // Behind ζ: ξ, and η of each phase; then two for each event.
    const auto first = static_cast<std::uint32_t>(m_outsideDimension + 2 + phases.size());
    std::vector<const RiskEvent*> byNumber;
    for (const RiskEvent& event : events.events)
        byNumber.push_back(&event);
    std::ranges::sort(byNumber, {}, &RiskEvent::number);
    PertDraws draws;
    for (const RiskEvent* event : byNumber) {
        const auto live = liveRisk(*event);
        if (!live || live->p <= 0)
            continue;
        RiskDraw draw;
        draw.happens = dimensions.size();
        draw.below = live->p >= 1 ? std::numeric_limits<double>::infinity() : normalQuantile(live->p);
        const auto item = std::ranges::find_if(
            scope.items, [id = riskItemId(*event)](const ScopeItem& entry) { return entry.item->id == id; });
        draw.phase = static_cast<std::uint32_t>(std::ranges::find(m_phaseIds, event->phase) - m_phaseIds.begin());
        if (item != scope.items.end() && live->effort.high > kEpsilon) {
            draw.item = static_cast<std::uint32_t>(item - scope.items.begin());
            isRisk[draw.item] = true;
        }
        draw.hasDelay = live->delay.high > kEpsilon;
        draw.hasMoney = live->money.high > kEpsilon;
        draw.effort = draws.draw(live->effort);
        draw.delay = draws.draw(live->delay);
        draw.money = draws.draw(live->money);
        timeMoves = timeMoves || draw.movesTime();
        risks.push_back(std::move(draw));
        const std::uint32_t dimension = first + 2 * static_cast<std::uint32_t>(event->number - 1);
        dimensions.push_back(dimension);
        dimensions.push_back(dimension + 1);
    }
}

EffortBatch::EffortBatch(const EffortModel& model, std::uint64_t seed, DrawMethod method)
    : m_model(&model), m_sampler(seed, model.dimensions, method), m_normals(model.dimensions.size() * kMostRuns),
      m_factor(kMostRuns, std::exp(model.outside.m)), m_work(model.weights.size() * kMostRuns),
      m_monthly(model.monthly.size() * kMostRuns), m_delay(model.risks.empty() ? 0 : model.phases.size() * kMostRuns),
      m_money(m_delay.size())
{
    std::iota(m_place.begin(), m_place.end(), 0U);
}

void EffortBatch::next(std::size_t count)
{
    assert(count <= kMostRuns);
    m_sampler.next(count, kMostRuns, m_normals);
    useNormals(count);
}

void EffortBatch::draw(std::span<const std::uint32_t> runs)
{
    assert(runs.size() <= kMostRuns);
    for (std::size_t j = 0; j < runs.size(); ++j) {
        m_sampler.seek(runs[j]);
        m_sampler.next(1, kMostRuns, std::span(m_normals).subspan(j));
    }
    useNormals(runs.size());
}

// Efforts and costs from the normal draws.
void EffortBatch::useNormals(std::size_t count)
{
    m_count = count;
    if (m_model->timeMoves)
        sortByEvents(count);
    for (std::size_t p = 0; p < m_model->phases.size(); ++p) {
        double* z = m_normals.data() + (1 + p) * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            z[j] = m_model->common * m_normals[j] + m_model->own * z[j];
    }
    if (m_model->learning.says())
        learn(count);
    if (m_model->varies()) {
        const double* zeta = m_normals.data() + m_model->outsideDraw() * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            m_factor[j] = std::exp(m_model->outside.m + m_model->outside.s * zeta[j]);
    }
    std::array<double, kMostRuns> effort{};
    for (std::size_t p = 0; p < m_model->phases.size(); ++p) {
        const double* z = m_normals.data() + (1 + p) * kMostRuns;
        m_model->phases[p].draw(z, count, effort.data());
        for (std::uint32_t i = m_model->firstItem[p]; i < m_model->firstItem[p + 1]; ++i) {
            if (m_model->isRisk[i])
                continue;
            double* work = m_work.data() + i * kMostRuns;
            if (m_model->isAddOn[i])
                m_model->addOns[i].draw(z, count, work);
            const double* whole = m_model->isAddOn[i] ? work : effort.data();
            for (std::size_t j = 0; j < count; ++j)
                work[j] = m_model->weights[i] * whole[j] * m_factor[j];
        }
    }
    takeSpent(count);
    if (hasRisks())
        drawEvents(count);
    for (std::size_t cost = 0; cost < m_model->monthly.size(); ++cost)
        m_model->monthly[cost].draw(m_normals.data() + m_model->monthlyDraw(cost) * kMostRuns, count,
                                    m_monthly.data() + cost * kMostRuns);
}

// Of items that have begun.
void EffortBatch::takeSpent(std::size_t count)
{
    for (const UnderWay& begun : m_model->underWay) {
        double* work = m_work.data() + begun.item * kMostRuns;
        if (begun.isTold) {
            begun.left.draw(m_normals.data() + (1 + begun.phase) * kMostRuns, count, work);
            for (std::size_t j = 0; j < count; ++j)
                work[j] = std::max(0.0, work[j]) * m_factor[j];
        } else {
            for (std::size_t j = 0; j < count; ++j)
                work[j] = leftAfter(work[j], begun.spent);
        }
    }
}

// Matheron's rule for one observation, what all observed phases say together: each draw moves by as much as what it
// would have made of the finished work lies beside what became of it.
void EffortBatch::learn(std::size_t count)
{
    const Learning& learning = m_model->learning;
    const double rho = m_model->common * m_model->common;
    const double s = m_model->outside.s;
    double* const zeta = m_model->varies() ? m_normals.data() + m_model->outsideDraw() * kMostRuns : nullptr;
    const double* const xi = m_normals.data() + m_model->pastDraw() * kMostRuns;
    const double past = std::sqrt(1 - kPastAndRest * kPastAndRest);

    std::array<double, kMostRuns> x{}; // ω · (d − as drawn) ÷ V
    double together = 0;               // Σ ω σ
    const double* eta = xi + kMostRuns;
    for (std::size_t p = 0; p < learning.phases.size(); ++p) {
        const PhaseLearning& phase = learning.phases[p];
        if (!phase.isObserved)
            continue;
        const double* const z = m_normals.data() + (1 + p) * kMostRuns;
        const double noise = std::sqrt(phase.v);
        together += phase.weight * phase.sigma;
        for (std::size_t j = 0; j < count; ++j)
            x[j] += phase.weight * (phase.d - phase.sigma * z[j] - noise * eta[j]);
        eta += kMostRuns;
    }
    for (std::size_t j = 0; j < count; ++j) {
        if (zeta) // the weights sum to 1
            x[j] -= s * (kPastAndRest * zeta[j] + past * xi[j]);
        x[j] /= learning.variance;
    }
    for (std::size_t p = 0; p < learning.phases.size(); ++p) {
        const PhaseLearning& phase = learning.phases[p];
        const double pull = rho * together + (1 - rho) * phase.weight * phase.sigma;
        double* const z = m_normals.data() + (1 + p) * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            z[j] += pull * x[j];
    }
    if (zeta)
        for (std::size_t j = 0; j < count; ++j)
            zeta[j] += kPastAndRest * s * x[j];
}

// Runs in which the same events take effort or time are scheduled alike: side by side, many at a time.
void EffortBatch::sortByEvents(std::size_t count)
{
    std::array<std::pair<std::uint64_t, std::uint32_t>, kMostRuns> order{};
    for (std::size_t j = 0; j < count; ++j)
        order[j] = {0, static_cast<std::uint32_t>(j)};
    std::uint64_t bit = 1;
    for (const RiskDraw& risk : m_model->risks) {
        if (!risk.movesTime())
            continue;
        const double* draw = m_normals.data() + risk.happens * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            order[j].first ^= draw[j] < risk.below ? bit : 0;
        bit = std::rotl(bit, 1);
    }
    std::ranges::sort(std::span(order).first(count));
    for (std::size_t j = 0; j < count; ++j) {
        m_events[j] = order[j].first;
        m_place[j] = order[j].second;
    }
    std::array<double, kMostRuns> row{};
    for (std::size_t k = 0; k < m_model->dimensions.size(); ++k) {
        double* const normals = m_normals.data() + k * kMostRuns;
        std::copy_n(normals, count, row.data());
        for (std::size_t j = 0; j < count; ++j)
            normals[j] = row[m_place[j]];
    }
}

std::size_t EffortBatch::alike(std::size_t j, std::size_t most) const
{
    std::size_t count = 1;
    while (count < most && j + count < m_count && m_events[j + count] == m_events[j])
        ++count;
    return count;
}

void EffortBatch::drawEvents(std::size_t count)
{
    std::ranges::fill(m_delay, 0.0);
    std::ranges::fill(m_money, 0.0);
    std::array<double, kMostRuns> impact{};
    for (const RiskDraw& risk : m_model->risks) {
        const double* happens = m_normals.data() + risk.happens * kMostRuns;
        const double* normal = happens + kMostRuns;
        const auto add = [&](const PertDraw& draw, double* to) {
            draw.draw(normal, count, impact.data());
            for (std::size_t j = 0; j < count; ++j)
                to[j] += happens[j] < risk.below ? std::max(0.0, impact[j]) : 0.0;
        };
        if (risk.item != RiskDraw::noItem) {
            double* const work = m_work.data() + risk.item * kMostRuns;
            std::fill_n(work, count, 0.0);
            add(risk.effort, work);
        }
        if (risk.hasDelay)
            add(risk.delay, m_delay.data() + risk.phase * kMostRuns);
        if (risk.hasMoney)
            add(risk.money, m_money.data() + risk.phase * kMostRuns);
    }
}

void EffortBatch::delayOfRun(std::size_t j, std::span<Weeks> delay) const
{
    for (std::size_t p = 0; p < delay.size(); ++p)
        delay[p] = m_delay.empty() ? 0.0 : m_delay[p * kMostRuns + j];
}

void EffortBatch::workOfRun(std::size_t j, std::span<PersonWeeks> work) const
{
    for (std::size_t i = 0; i < work.size(); ++i)
        work[i] = m_work[i * kMostRuns + j];
}

} // namespace trestle
