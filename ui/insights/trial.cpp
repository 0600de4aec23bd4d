#include "ui/insights/trial.h"

#include "ui/base/wording_decisions.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

#include <utility>

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
    return m_move && m_document.activeScenario() == m_scenario;
}

void Trial::start(const Move& wanted)
{
    const Move move = wanted; // what it comes from may go with the first change
    takeBack();
    const Inputs before = m_document.inputs();
    m_editing = true;
    const Date today = m_document.today();
    const bool made = m_document.edit(tr("Trial: %1").arg(wording::move(m_document.plan(), move)), [&](Inputs& inputs) {
        inputs = applyMove(std::move(inputs), move);
        for (const std::string& item : move.items)
            if (inputs.items[item].progress != progressOf(before, item))
                inputs.items[item].changed = today;
    });
    m_editing = false;
    if (!made)
        return;
    m_before = before;
    m_move = move;
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
    const Move move = *m_move;
    const bool undo = m_isLast;
    end();
    if (undo) {
        m_document.undo();
        return;
    }
    m_document.edit(tr("Taken back: %1").arg(wording::move(m_document.plan(), move)),
                    [&](Inputs& inputs) { inputs = takeBackMove(std::move(inputs), move, m_before); });
}

void Trial::end()
{
    if (!m_move)
        return;
    m_move.reset();
    m_saving.reset();
    m_runner->cancel();
    Q_EMIT changed();
}

void Trial::followPlan()
{
    if (m_editing || !m_move)
        return;
    m_saving.reset();
    m_runner->cancel();
    if (isOn() && !isMade(m_document.inputs(), *m_move)) {
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
    m_runner->ask(
        m_document.sharedPlan(),
        [without = takeBackMove(m_document.inputs(), *m_move, m_before)](
            const Plan& plan, const QuestionOptions& options) { return deltaTo(plan, without, options); },
        [this](Result<Delta> more) {
            if (more)
                m_saving = *more;
            Q_EMIT changed();
        });
}

} // namespace trestle
