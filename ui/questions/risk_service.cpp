#include "ui/questions/risk_service.h"

#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kRisksRemembered = 8; // about half a megabyte each, with cash a megabyte or two

Result<SimulatedPlan> simulateAll(const Plan& plan, const QuestionOptions& asked)
{
    SimulationOptions options = simulationOf(asked, SimulationExtent::whole);
    options.price = true;
    options.cash = plan.inputs.cash.opening.has_value();
    Result<Risk> risk = simulate(plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    auto spend = simulateSpend(plan, *risk, options);
    if (!spend)
        return std::unexpected(spend.error());
    std::optional<CashFigures> cash;
    if (options.cash)
        cash = cashFigures(plan, *risk);
    return SimulatedPlan{std::move(*risk), std::move(*spend), std::move(cash)};
}

} // namespace

RiskService::RiskService(QObject* parent)
    : QObject(parent), m_runner(new QuestionRunner(this)), m_known(kRisksRemembered)
{
    connect(m_runner, &QuestionRunner::progressed, this, [this](double part) {
        m_progress = part;
        Q_EMIT progressed(part);
    });
}

RiskService::~RiskService() = default;

void RiskService::follow(const std::shared_ptr<const Plan>& plan)
{
    QuestionKey about(*plan);
    if (about == m_about)
        return;
    drop();
    if (const auto* known = m_known.find(about))
        m_found = *known;
    else
        m_runner->ask(plan, simulateAll, [this](Result<SimulatedPlan> found) { take(std::move(found)); });
    m_about = std::move(about);
}

void RiskService::drop()
{
    m_about.reset();
    m_error.reset();
    m_progress = 0;
    m_found.reset();
    m_runner->cancel();
}

std::shared_ptr<const Risk> RiskService::risk() const
{
    return m_found ? std::shared_ptr<const Risk>(m_found, &m_found->risk) : nullptr;
}

std::shared_ptr<const std::vector<SpendSpread>> RiskService::spend() const
{
    return m_found ? std::shared_ptr<const std::vector<SpendSpread>>(m_found, &m_found->spend) : nullptr;
}

std::shared_ptr<const CashFigures> RiskService::cash() const
{
    return m_found && m_found->cash ? std::shared_ptr<const CashFigures>(m_found, &*m_found->cash) : nullptr;
}

void RiskService::take(Result<SimulatedPlan> found)
{
    if (found) {
        m_found = std::make_shared<const SimulatedPlan>(std::move(*found));
        m_progress = 1;
        m_known.keep(*m_about, m_found);
    } else {
        m_error = found.error();
    }
    Q_EMIT changed();
}

} // namespace trestle
