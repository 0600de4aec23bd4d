#include "app/graphics.h"

namespace trestle {

Result<void> exportGraphics(const Plan& plan, GraphicsFormat, const std::string&, const ExportStamp&)
{
    return fail(ErrorCode::needsDisplaySupport, plan.inputs.name);
}

} // namespace trestle
