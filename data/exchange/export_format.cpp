#include "data/exchange/export_format.h"

#include <utility>

namespace trestle {

Result<Exported> exportAs(const ExportFormat& format, ExportSource source)
{
    if (format.needsSimulation && !source.risk) {
        Result<Risk> risk = simulate(*source.plan, source.simulation);
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
