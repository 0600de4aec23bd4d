#include "ui/scenarios/scenario_comparison.h"

#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/questions/better_order.h"
#include "ui/questions/risk_service.h"

#include <algorithm>
#include <utility>

namespace trestle {

ScenarioComparison::ScenarioComparison(PlanDocument& document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(&document, &PlanDocument::planChanged, this, &ScenarioComparison::takeDocument);
    connect(&document, &PlanDocument::riskChanged, this, [this] { takeRisk(m_document.activeScenario()); });
}

ScenarioComparison::~ScenarioComparison() = default;

void ScenarioComparison::setWatched(bool watched)
{
    if (std::exchange(m_watched, watched) == watched)
        return;
    if (watched) {
        takeDocument();
        return;
    }
    m_columns.clear();
    m_simulations.clear();
    Q_EMIT plansChanged();
}

const ScenarioComparison::Column* ScenarioComparison::find(const QString& scenario) const
{
    const auto found = std::ranges::find(m_columns, scenario, &Column::scenario);
    return found == m_columns.end() ? nullptr : &*found;
}

bool ScenarioComparison::isUnderWay() const
{
    return std::ranges::any_of(m_columns, [](const Column& column) { return !column.risk && !column.error; });
}

const RiskService& ScenarioComparison::simulationOf(const Column& column) const
{
    if (column.open)
        return m_document.simulation();
    return *std::ranges::find(m_simulations, column.scenario, &Simulation::scenario)->risk;
}

/// The one there is, or a new one.
ScenarioComparison::Simulation ScenarioComparison::simulationFor(const QString& scenario)
{
    const auto known = std::ranges::find(m_simulations, scenario, &Simulation::scenario);
    if (known != m_simulations.end()) {
        Simulation simulation = std::move(*known);
        m_simulations.erase(known);
        return simulation;
    }
    Simulation simulation{scenario, std::make_unique<BetterOrder>(), std::make_unique<RiskService>()};
    connect(simulation.order.get(), &BetterOrder::found, this, &ScenarioComparison::takeDocument, Qt::QueuedConnection);
    connect(simulation.risk.get(), &RiskService::changed, this, [this, scenario] { takeRisk(scenario); });
    return simulation;
}

void ScenarioComparison::takeDocument()
{
    if (!m_watched)
        return;
    QStringList names(QString{});
    names += m_document.scenarios();
    const auto catalogue = m_document.plan().catalogue;
    std::vector<Simulation> simulations;
    m_columns.clear();
    for (const QString& name : std::as_const(names)) {
        Column column{name, name == m_document.activeScenario(), {}, {}, {}};
        if (column.open) {
            column.plan = m_document.plan();
        } else {
            Simulation simulation = simulationFor(name);
            Result<Plan> plan = simulation.order->planOf(
                catalogue, *inputsOf(m_document.contents(), format::utf8(name)), m_document.plan());
            if (plan) {
                column.plan = std::move(*plan);
                const auto shared = std::make_shared<const Plan>(column.plan);
                if (simulation.order->follow(shared))
                    simulation.risk->follow(shared);
                else
                    simulation.risk->drop();
                simulations.push_back(std::move(simulation));
            } else {
                column.error = plan.error();
            }
        }
        m_columns.push_back(std::move(column));
    }
    m_simulations = std::move(simulations);
    for (Column& column : m_columns) {
        if (column.error)
            continue;
        column.risk = simulationOf(column).risk();
        column.error = simulationOf(column).error();
    }
    Q_EMIT plansChanged();
}

void ScenarioComparison::takeRisk(const QString& scenario)
{
    const auto found = std::ranges::find(m_columns, scenario, &Column::scenario);
    // A column of another plan than the document's is about to be replaced.
    if (found == m_columns.end() || found->plan.inputs != *inputsOf(m_document.contents(), format::utf8(scenario)))
        return;
    found->risk = simulationOf(*found).risk();
    found->error = simulationOf(*found).error();
    Q_EMIT riskChanged(static_cast<int>(found - m_columns.begin()));
}

} // namespace trestle
