#include "models/decisions/finish_move.h"

namespace trestle {

Result<FinishMove> finishMove(const Plan& plan, const Inputs& other, const QuestionOptions& options)
{
    const auto now = ownRisk(plan, options);
    if (!now)
        return std::unexpected(now.error());
    const auto then = estimate(plan.catalogue, other, options);
    if (!then)
        return std::unexpected(then.error());
    const int confidence = plan.inputs.confidence;
    return FinishMove{headlineOf(plan, **now, confidence), then->headlineAt(confidence), confidence};
}

} // namespace trestle
