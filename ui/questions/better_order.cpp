#include "ui/questions/better_order.h"

#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kOrdersRemembered = 8;

} // namespace

BetterOrder::BetterOrder(QObject* parent)
    : QObject(parent), m_runner(new QuestionRunner(this)), m_known(kOrdersRemembered)
{
}

BetterOrder::~BetterOrder() = default;

Result<Plan> BetterOrder::planOf(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                                 const Plan& before) const
{
    if (inputs.order != OrderKind::optimised)
        return makePlan(catalogue, inputs);
    const auto* known = m_known.find({catalogue, inputs});
    return makePlanInOrderOf(known ? **known : before, catalogue, inputs);
}

bool BetterOrder::follow(const std::shared_ptr<const Plan>& plan)
{
    const QuestionKey about(*plan);
    if (plan->inputs.order != OrderKind::optimised || m_known.find(about)) {
        m_runner->cancel();
        return true;
    }
    if (m_runner->isBusyWith(about))
        return false;
    m_runner->ask(
        plan,
        [](const Plan& asked, const QuestionOptions& options) {
            return makePlan(asked.catalogue, asked.inputs, {options.threads, options.stop});
        },
        [this, plan, about](Result<Plan> best) {
            // Where there is no such plan, the one that there is stays.
            m_known.keep(about, best ? std::make_shared<const Plan>(std::move(*best)) : plan);
            Q_EMIT found();
        });
    return false;
}

} // namespace trestle
