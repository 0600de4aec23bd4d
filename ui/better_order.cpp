#include "ui/better_order.h"

#include "models/risk/simulation_inputs.h"
#include "ui/question_thread.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kOrdersRemembered = 8;

} // namespace

BetterOrder::BetterOrder(QObject* parent) : QObject(parent), m_thread(new QuestionThread(this)) {}

BetterOrder::~BetterOrder() = default;

Result<Plan> BetterOrder::planOf(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                                 const Plan& before) const
{
    if (inputs.order != OrderKind::optimised)
        return makePlan(catalogue, inputs);
    const Plan* known = find(catalogue, simulationInputs(inputs));
    return makePlanInOrderOf(known ? *known : before, catalogue, inputs);
}

bool BetterOrder::follow(const std::shared_ptr<const Plan>& plan)
{
    Inputs inputs = simulationInputs(plan->inputs);
    if (plan->inputs.order != OrderKind::optimised || find(plan->catalogue, inputs)) {
        m_thread->cancel();
        return true;
    }
    if (m_thread->isBusy() && m_asked.isOf(plan->catalogue, inputs))
        return false;
    m_asked = {plan->catalogue, std::move(inputs), plan};
    m_thread->ask(
        [asked = m_asked](const std::stop_token& stop, const QuestionThread::Progress&) {
            Known answer = asked;
            // One core stays with the window. Where there is no such plan, the one that there is stays.
            const OrderSearchOptions search{std::max(2U, std::thread::hardware_concurrency()) - 1, stop};
            if (Result<Plan> best = makePlan(asked.catalogue, asked.plan->inputs, search))
                answer.plan = std::make_shared<const Plan>(std::move(*best));
            return answer;
        },
        [this](Known answer) { take(std::move(answer)); });
    return false;
}

const Plan* BetterOrder::find(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs) const
{
    const auto known = std::ranges::find_if(m_known, [&](const Known& k) { return k.isOf(catalogue, inputs); });
    return known == m_known.end() ? nullptr : known->plan.get();
}

void BetterOrder::take(Known found)
{
    m_asked = {};
    m_known.push_front(std::move(found));
    if (m_known.size() > kOrdersRemembered)
        m_known.pop_back();
    Q_EMIT this->found();
}

} // namespace trestle
