#include "ui/money/item_price_finder.h"

#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

namespace trestle {

ItemPriceFinder::ItemPriceFinder(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this))
{
}

ItemPriceFinder::Question ItemPriceFinder::now() const
{
    const Plan& plan = m_document.plan();
    return {QuestionKey(plan), plan.inputs.price.kind, priceConfidence(plan.inputs)};
}

void ItemPriceFinder::ask()
{
    const std::shared_ptr<const Risk> risk = m_document.risk();
    if (!risk || m_document.inputs().scopes.empty())
        return;
    Question question = now();
    if (question == m_asked && (m_isAnswered || m_runner->isBusy()))
        return;
    m_asked = std::move(question);
    m_isAnswered = false;
    m_prices.reset();
    m_runner->ask(
        m_document.sharedPlan(),
        [risk](const Plan& plan, const QuestionOptions& options) {
            return itemPrices(plan, *risk, simulationOf(options));
        },
        [this](const Result<ItemPrices>& found) {
            m_isAnswered = true;
            if (found)
                m_prices = *found;
            Q_EMIT changed();
        });
}

const ItemPrices* ItemPriceFinder::prices() const
{
    return m_prices && m_asked == now() ? &*m_prices : nullptr;
}

bool ItemPriceFinder::isBusy() const
{
    return m_runner->isBusy();
}

} // namespace trestle
