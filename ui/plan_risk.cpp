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
    m_risk = recall(m_inputs);
    if (m_risk)
        m_thread->cancel();
    else
        m_thread->simulate(plan, options());
}

std::shared_ptr<const Risk> PlanRisk::recall(const Inputs& inputs) const
{
    const auto found = std::ranges::find(m_known, inputs, &Known::inputs);
    return found == m_known.end() ? nullptr : found->risk;
}

void PlanRisk::take(std::shared_ptr<const Risk> risk)
{
    m_risk = std::move(risk);
    m_progress = 1;
    m_known.push_front({m_inputs, m_risk});
    if (m_known.size() > kRemembered)
        m_known.pop_back();
    Q_EMIT changed();
}

} // namespace trestle
