#include "ui/insights/trial.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

namespace trestle {

Trial::Trial(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this))
{
    connect(&document, &PlanDocument::planChanged, this, &Trial::followPlan);
    // Of each edit, and not where the better order comes in.
    connect(&document, &PlanDocument::undoChanged, this, [this] { m_isLast = m_isLast && m_editing; });
}

Trial::~Trial() = default;

bool Trial::isOn() const
{
    return !m_item.isEmpty() && m_document.activeScenario() == m_scenario;
}

void Trial::start(const QString& item)
{
    takeBack();
    const std::string id = format::utf8(item);
    const auto& items = m_document.inputs().items;
    const auto before = items.find(id);
    m_before = before == items.end() ? std::nullopt : std::optional(before->second);
    m_editing = true;
    const Date today = m_document.today();
    const bool ticked =
        m_document.edit(tr("Trial: %1 in place").arg(wording::nodeTitle(m_document.plan(), id)), [&](Inputs& inputs) {
            ItemInput& entry = inputs.items[id];
            if (entry.progress.state == ItemState::done)
                return;
            entry.progress.state = ItemState::done;
            entry.changed = today;
        });
    m_editing = false;
    if (!ticked)
        return;
    m_item = item;
    m_scenario = m_document.activeScenario();
    m_isLast = true;
    askSaving();
    Q_EMIT changed();
}

void Trial::keep()
{
    end();
}

void Trial::takeBack()
{
    if (!isOn())
        return;
    const std::string id = format::utf8(m_item);
    const std::optional<ItemInput> before = m_before;
    const bool undo = m_isLast;
    end();
    if (undo) {
        m_document.undo();
        return;
    }
    m_document.edit(tr("Trial of %1 taken back").arg(wording::nodeTitle(m_document.plan(), id)), [&](Inputs& inputs) {
        ItemInput& entry = inputs.items[id]; // note and owner may be newer than the trial
        entry.progress.state = before ? before->progress.state : ItemState::missing;
        entry.changed = before ? before->changed : std::nullopt;
        if (entry == ItemInput{})
            inputs.items.erase(id);
    });
}

void Trial::end()
{
    if (m_item.isEmpty())
        return;
    m_item.clear();
    m_saving.reset();
    m_runner->cancel();
    Q_EMIT changed();
}

void Trial::followPlan()
{
    if (m_editing || m_item.isEmpty())
        return;
    m_saving.reset();
    m_runner->cancel();
    if (isOn() && stateOf(m_document.inputs(), format::utf8(m_item)) != ItemState::done) {
        end();
        return;
    }
    if (isOn())
        askSaving();
    Q_EMIT changed();
}

void Trial::askSaving()
{
    m_saving.reset();
    if (!m_document.isSettled())
        return; // asked when the plan is in its order
    Inputs without = m_document.inputs();
    without.items[format::utf8(m_item)].progress.state = m_before ? m_before->progress.state : ItemState::missing;
    m_runner->ask(
        m_document.sharedPlan(),
        [without](const Plan& plan, const QuestionOptions& options) { return deltaTo(plan, without, options); },
        [this](Result<Delta> more) {
            if (more)
                m_saving = *more;
            Q_EMIT changed();
        });
}

} // namespace trestle
