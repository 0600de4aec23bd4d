#include "models/decisions/order_offer.h"

namespace trestle {

Result<OrderOffer> orderOffer(const Plan& plan, const QuestionOptions& options)
{
    OrderOffer offer;
    offer.inUse = plan.inputs.order == OrderKind::optimised;
    Inputs inputs = plan.inputs;
    double done = 0;
    for (const OrderKind order : {OrderKind::catalogue, OrderKind::optimised}) {
        inputs.order = order;
        const auto made = estimate(plan.catalogue, inputs, options);
        if (!made)
            return std::unexpected(made.error());
        (order == OrderKind::catalogue ? offer.catalogue : offer.better) = made->headline();
        done += 0.5;
        if (options.progress)
            options.progress(done);
    }
    return offer;
}

} // namespace trestle
