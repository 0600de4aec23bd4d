#include "ui/questions/risk_service.h"

#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/risk/cash_ledger.h"
#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kRisksRemembered = 8; // about half a megabyte each, with cash a megabyte or two

std::shared_ptr<const CashFigures> cashOf(const Plan& plan, const Risk& risk)
{
    return plan.inputs.cash.opening ? std::make_shared<const CashFigures>(cashFigures(plan, risk)) : nullptr;
}

/// Whether the cash needs what the runs have not kept.
bool lacksPhaseEnds(const Inputs& inputs, const Risk& risk)
{
    return inputs.cash.opening && needsPhaseEnds(inputs) && risk.cash.phaseEnds.empty();
}

} // namespace

InvoiceTerms::InvoiceTerms(const Inputs& inputs)
{
    if (!inputs.cash.opening || !isInvoiced(inputs))
        return;
    price = inputs.price;
    price.validityDays = PriceTerms{}.validityDays;
    confidence = priceConfidence(inputs);
    areInvoiced = true;
}

Result<RiskService::Found> RiskService::simulateAll(const Plan& plan, const QuestionOptions& asked)
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
    auto cash = cashOf(plan, *risk);
    return Found{std::make_shared<const SimulatedPlan>(std::move(*risk), std::move(*spend)), std::move(cash),
                 InvoiceTerms(plan.inputs)};
}

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
    InvoiceTerms terms(plan->inputs);
    if (about == m_about && terms == m_terms)
        return;
    const std::optional<Found> same = about == m_about ? m_found : std::nullopt;
    drop();
    m_terms = std::move(terms);
    const auto* known = same ? &*same : m_known.find(about);
    if (known && !lacksPhaseEnds(plan->inputs, known->runs->risk))
        m_found = *known;
    else
        m_runner->ask(plan, simulateAll, [this](Result<Found> found) { take(std::move(found)); });
    m_about = std::move(about);
    if (m_found && m_found->terms != m_terms)
        readCash(plan);
}

/// The runs stand; what they invoice is another.
void RiskService::readCash(const std::shared_ptr<const Plan>& plan)
{
    m_found->cash.reset();
    m_runner->ask(
        plan,
        [runs = m_found->runs](const Plan& about, const QuestionOptions&) -> Result<Found> {
            return Found{runs, cashOf(about, runs->risk), InvoiceTerms(about.inputs)};
        },
        [this](Result<Found> found) { take(std::move(found)); });
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
    return m_found ? std::shared_ptr<const Risk>(m_found->runs, &m_found->runs->risk) : nullptr;
}

std::shared_ptr<const std::vector<SpendSpread>> RiskService::spend() const
{
    return m_found ? std::shared_ptr<const std::vector<SpendSpread>>(m_found->runs, &m_found->runs->spend) : nullptr;
}

std::shared_ptr<const CashFigures> RiskService::cash() const
{
    return m_found ? m_found->cash : nullptr;
}

void RiskService::take(Result<Found> found)
{
    if (found) {
        m_found = std::move(*found);
        m_progress = 1;
        m_known.keep(*m_about, *m_found);
    } else {
        m_error = found.error();
    }
    Q_EMIT changed();
}

} // namespace trestle
