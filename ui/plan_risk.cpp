#include "ui/plan_risk.h"

#include "models/risk/simulation_inputs.h"
#include "ui/question_thread.h"

#include <algorithm>
#include <thread>

namespace trestle {

namespace {

constexpr std::size_t kRemembered = 8; // about half a megabyte each

SimulationOptions options()
{
    SimulationOptions options;
    // One core stays with the window. Results do not depend on the number.
    options.threads = std::max(2U, std::thread::hardware_concurrency()) - 1;
    return options;
}

Result<SimulatedPlan> simulateAll(const Plan& plan, const SimulationOptions& options)
{
    Result<Risk> risk = simulate(plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    auto spend = simulateSpend(plan, *risk, options);
    if (!spend)
        return std::unexpected(spend.error());
    return SimulatedPlan{std::move(*risk), std::move(*spend)};
}

} // namespace

PlanRisk::PlanRisk(QObject* parent) : QObject(parent), m_thread(new QuestionThread(this))
{
    connect(m_thread, &QuestionThread::progressed, this, [this](double part) {
        m_progress = part;
        Q_EMIT progressed(part);
    });
}

PlanRisk::~PlanRisk() = default;

void PlanRisk::follow(const std::shared_ptr<const Plan>& plan)
{
    Inputs inputs = simulationInputs(plan->inputs);
    if (plan->catalogue == m_catalogue && inputs == m_inputs)
        return;
    m_catalogue = plan->catalogue;
    m_inputs = std::move(inputs);
    m_error.reset();
    m_progress = 0;
    m_found = recall();
    if (m_found) {
        m_thread->cancel();
        return;
    }
    m_thread->ask(
        [plan](const std::stop_token& stop, const QuestionThread::Progress& progress) {
            SimulationOptions asked = options();
            asked.stop = stop;
            asked.progress = progress;
            return simulateAll(*plan, asked);
        },
        [this](Result<SimulatedPlan> found) { take(std::move(found)); });
}

void PlanRisk::drop()
{
    m_catalogue.reset();
    m_error.reset();
    m_progress = 0;
    m_found.reset();
    m_thread->cancel();
}

std::shared_ptr<const Risk> PlanRisk::risk() const
{
    return m_found ? std::shared_ptr<const Risk>(m_found, &m_found->risk) : nullptr;
}

std::shared_ptr<const std::vector<SpendSpread>> PlanRisk::spend() const
{
    return m_found ? std::shared_ptr<const std::vector<SpendSpread>>(m_found, &m_found->spend) : nullptr;
}

std::shared_ptr<const SimulatedPlan> PlanRisk::recall() const
{
    const auto known = std::ranges::find_if(
        m_known, [this](const Known& k) { return k.catalogue == m_catalogue && k.inputs == m_inputs; });
    return known == m_known.end() ? nullptr : known->found;
}

void PlanRisk::take(Result<SimulatedPlan> found)
{
    if (found) {
        m_found = std::make_shared<const SimulatedPlan>(std::move(*found));
        m_progress = 1;
        m_known.push_front({m_catalogue, m_inputs, m_found});
        if (m_known.size() > kRemembered)
            m_known.pop_back();
    } else {
        m_error = found.error();
    }
    Q_EMIT changed();
}

} // namespace trestle
