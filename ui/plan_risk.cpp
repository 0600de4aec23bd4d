#include "ui/plan_risk.h"

#include "models/risk/simulation_inputs.h"
#include "ui/risk_thread.h"

#include <algorithm>
#include <thread>

namespace trestle {

namespace {

constexpr std::size_t kRemembered = 8; // about half a megabyte each

SimulationOptions options()
{
    SimulationOptions options;
    options.runs = PlanRisk::kRuns;
    options.seed = PlanRisk::kSeed;
    // One core stays with the window. Results do not depend on the number.
    options.threads = std::max(2U, std::thread::hardware_concurrency()) - 1;
    return options;
}

} // namespace

PlanRisk::PlanRisk(QObject* parent) : QObject(parent), m_thread(new RiskThread(this))
{
    connect(m_thread, &RiskThread::simulated, this, &PlanRisk::take);
    connect(m_thread, &RiskThread::failed, this, [this](const Error& error) {
        m_error = error;
        Q_EMIT changed();
    });
    connect(m_thread, &RiskThread::progressed, this, [this](double part) {
        m_progress = part;
        Q_EMIT progressed(part);
    });
}

PlanRisk::~PlanRisk() = default;

void PlanRisk::follow(const Plan& plan)
{
    Inputs inputs = simulationInputs(plan.inputs);
    if (m_follows && inputs == m_inputs)
        return;
    m_follows = true;
    m_inputs = std::move(inputs);
    m_error.reset();
    m_progress = 0;
    m_found = recall(m_inputs);
    if (m_found)
        m_thread->cancel();
    else
        m_thread->simulate(plan, options());
}

std::shared_ptr<const Risk> PlanRisk::risk() const
{
    return m_found ? std::shared_ptr<const Risk>(m_found, &m_found->risk) : nullptr;
}

std::shared_ptr<const std::vector<SpendSpread>> PlanRisk::spend() const
{
    return m_found ? std::shared_ptr<const std::vector<SpendSpread>>(m_found, &m_found->spend) : nullptr;
}

std::shared_ptr<const SimulatedPlan> PlanRisk::recall(const Inputs& inputs) const
{
    const auto known = std::ranges::find(m_known, inputs, &Known::inputs);
    return known == m_known.end() ? nullptr : known->found;
}

void PlanRisk::take(std::shared_ptr<const SimulatedPlan> found)
{
    m_found = std::move(found);
    m_progress = 1;
    m_known.push_front({m_inputs, m_found});
    if (m_known.size() > kRemembered)
        m_known.pop_back();
    Q_EMIT changed();
}

} // namespace trestle
