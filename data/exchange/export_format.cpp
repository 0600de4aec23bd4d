#include "data/exchange/export_format.h"

#include "models/money_rules.h"

#include <utility>

namespace trestle {

namespace {

/// Whether the simulation that there is lacks something that is wanted of one.
bool lacks(const std::shared_ptr<const Risk>& risk, const SimulationOptions& wanted)
{
    return !risk || (wanted.price && risk->value.empty()) || (wanted.cash && risk->cash.runs() == 0);
}

} // namespace

Result<Exported> exportAs(const ExportFormat& format, ExportSource source)
{
    const Inputs& inputs = source.plan->inputs;
    SimulationOptions wanted = source.simulation;
    wanted.price = format.needsPrice && isPriced(inputs);
    wanted.cash = format.needsCash && inputs.cash.opening.has_value();
    if (format.needsSimulation && lacks(source.risk, wanted)) {
        Result<Risk> risk = simulate(*source.plan, wanted);
        if (!risk)
            return std::unexpected(risk.error());
        source.risk = std::make_shared<const Risk>(std::move(*risk));
    }
    Result<Exported> written = format.write(source);
    if (source.simulation.stop.stop_requested())
        return fail(ErrorCode::cancelled);
    return written;
}

} // namespace trestle
