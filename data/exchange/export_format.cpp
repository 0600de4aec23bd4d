#include "data/exchange/export_format.h"

#include "data/exchange/redaction.h"
#include "models/money_rules.h"
#include "models/risk/layers.h"

#include <utility>

namespace trestle {

namespace {

/// Whether the simulation that there is lacks something that is wanted of one.
bool lacks(const std::shared_ptr<const Risk>& risk, const SimulationOptions& wanted)
{
    return !risk || (wanted.layers && risk->layers.empty()) || (wanted.price && risk->value.empty()) ||
           (wanted.cash && risk->cash.runs() == 0);
}

/// What formats need together.
struct Needs {
    bool simulation = false;
    bool layers = false;
    bool price = false;
    bool cash = false;
    bool scenarios = false;
};

Needs needsOf(std::span<const ExportFormat> formats, const ExportLook& look)
{
    Needs needs;
    for (const ExportFormat& format : formats) {
        const ChartRow& chart = rowOf(format.takesChart ? look.chart : ChartKind::plan);
        needs.simulation = needs.simulation || format.needsSimulation;
        needs.layers = needs.layers || format.needsLayers || chart.needsLayers;
        needs.price = needs.price || format.needsPrice || chart.needsPrice;
        needs.cash = needs.cash || format.needsCash || chart.needsCash;
        needs.scenarios = needs.scenarios || format.needsScenarios;
    }
    return needs;
}

SimulationOptions wantedOf(const Needs& needs, const ExportSource& source, const Inputs& inputs)
{
    SimulationOptions wanted = source.simulation;
    wanted.layers = needs.layers && hasRiskLayers(inputs);
    wanted.cash = needs.cash && inputs.cash.opening.has_value();
    wanted.price = (needs.price && isPriced(inputs)) || (wanted.cash && isInvoiced(inputs));
    return wanted;
}

/// The options of one of several simulations that are one piece of work.
SimulationOptions partOf(SimulationOptions options, std::size_t part, std::size_t parts)
{
    if (options.progress)
        options.progress = [whole = std::move(options.progress), part, parts](double done) {
            whole((static_cast<double>(part) + done) / static_cast<double>(parts));
        };
    return options;
}

Result<ScenarioOutcome> outcomeOf(const std::string& name, const Needs& needs, const ExportSource& source,
                                  std::size_t part, std::size_t parts)
{
    const auto inputs = inputsOf(source.document.project, name);
    if (!inputs)
        return std::unexpected(inputs.error());
    auto plan = makePlan(source.document.catalogue.catalogue, *inputs);
    if (!plan)
        return std::unexpected(plan.error());
    auto risk = simulate(*plan, partOf(wantedOf(needs, source, *inputs), part, parts));
    if (!risk)
        return std::unexpected(risk.error());
    return ScenarioOutcome{name, std::make_shared<const Plan>(std::move(*plan)),
                           std::make_shared<const Risk>(std::move(*risk))};
}

/// The base and every scenario, the one that is exported as it is.
Result<void> addScenarios(const Needs& needs, ExportSource& source, std::size_t parts)
{
    std::vector<std::string> names{{}};
    for (const Scenario& scenario : source.document.project.scenarios)
        names.push_back(scenario.name);
    std::size_t part = 1;
    for (const std::string& name : names) {
        if (name == source.stamp.scenario) {
            source.scenarios.push_back({name, source.plan, source.risk});
            continue;
        }
        auto outcome = outcomeOf(name, needs, source, part++, parts);
        if (!outcome)
            return std::unexpected(outcome.error());
        source.scenarios.push_back(std::move(*outcome));
    }
    return {};
}

} // namespace

Result<void> simulateFor(std::span<const ExportFormat> formats, ExportSource& source)
{
    const Needs needs = needsOf(formats, source.look);
    const std::size_t scenarios =
        needs.scenarios && source.scenarios.empty() ? source.document.project.scenarios.size() : 0;
    const SimulationOptions wanted = partOf(wantedOf(needs, source, source.plan->inputs), 0, scenarios + 1);
    if (needs.simulation && lacks(source.risk, wanted)) {
        Result<Risk> risk = simulate(*source.plan, wanted);
        if (!risk)
            return std::unexpected(risk.error());
        source.risk = std::make_shared<const Risk>(std::move(*risk));
    }
    return scenarios > 0 ? addScenarios(needs, source, scenarios + 1) : Result<void>();
}

Result<Exported> exportAs(const ExportFormat& format, ExportSource source)
{
    if (!format.audiences.include(source.audience))
        return fail(ErrorCode::noExportForAudience, std::string(format.key), {}, keysOf(format.audiences));
    const Inputs& inputs = source.plan->inputs;
    if (format.needsOffer && !isPriced(inputs))
        return fail(ErrorCode::noOffer);
    if (format.needsChanges && !source.changes)
        return fail(ErrorCode::noChanges, std::string(format.key));
    if (format.takesChart && !hasChart(inputs, source.look.chart, source.audience))
        return fail(ErrorCode::noChart, std::string(rowOf(source.look.chart).key), {},
                    chartsFor(inputs, source.audience));
    if (auto simulated = simulateFor(std::span(&format, 1), source); !simulated)
        return std::unexpected(simulated.error());
    const std::stop_token stop = source.simulation.stop;
    Result<Exported> written = format.write(forAudience(std::move(source)));
    if (stop.stop_requested())
        return fail(ErrorCode::cancelled);
    return written;
}

} // namespace trestle
