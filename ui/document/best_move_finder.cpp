#include "ui/document/best_move_finder.h"

#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kMovesRemembered = 16;

/// A move is chosen for the target, at the confidence, and names people and risks.
QuestionKey moveKey(const Plan& plan)
{
    QuestionKey key = QuestionKey::withConfidence(plan);
    key.inputs.targetDate = plan.inputs.targetDate;
    key.inputs.budget = plan.inputs.budget;
    key.inputs.team = plan.inputs.team;
    key.inputs.risks = plan.inputs.risks;
    return key;
}

} // namespace

BestMoveFinder::BestMoveFinder(PlanDocument& document)
    : m_document(document), m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this)),
      m_about(moveKey(document.plan())), m_known(kMovesRemembered)
{
    setObjectName(QStringLiteral("bestMoveFinder"));
    connect(&document, &PlanDocument::riskChanged, this, &BestMoveFinder::follow); // follows each change of the plan
    follow();
}

BestMoveFinder::~BestMoveFinder() = default;

void BestMoveFinder::follow()
{
    QuestionKey about = moveKey(m_document.plan());
    if (about != m_about) {
        m_runner->cancel();
        m_about = std::move(about);
        m_best.reset();
        m_state = State::Working;
        Q_EMIT changed();
    }
    if (m_state != State::Working || m_runner->isBusy())
        return;
    if (const auto* known = m_known.find(m_about)) {
        settle(State::Ready, *known);
        return;
    }
    if (!m_document.risk())
        return; // the headline comes first
    m_runner->ask(
        m_document.sharedPlan(),
        [risk = m_document.risk()](const Plan& plan, const QuestionOptions& options) {
            QuestionOptions own = options;
            own.known = risk;
            return bestMove(plan, own);
        },
        [this](Result<std::optional<BestMove>> found) {
            if (found)
                m_known.keep(m_about, *found);
            settle(found ? State::Ready : State::Failed, found ? *found : std::nullopt);
        });
}

void BestMoveFinder::settle(State state, std::optional<BestMove> best)
{
    m_state = state;
    m_best = std::move(best);
    Q_EMIT changed();
}

} // namespace trestle
