#include "ui/document/best_move_finder.h"

#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/questions/risk_service.h"

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
    // At once, so that no part of the window that is told of the plan later sees the move of the last one.
    connect(&document, &PlanDocument::planChanged, this, &BestMoveFinder::follow);
    connect(&document, &PlanDocument::riskChanged, this, &BestMoveFinder::follow);
    follow();
}

BestMoveFinder::~BestMoveFinder() = default;

void BestMoveFinder::follow()
{
    QuestionKey about = moveKey(m_document.plan());
    if (about != m_about) {
        m_runner->cancel();
        m_about = std::move(about);
        m_moves = {};
        m_state = State::Working;
        Q_EMIT changed();
    }
    if (m_state != State::Working || m_runner->isBusy())
        return;
    if (const auto* known = m_known.find(m_about)) {
        settle(State::Ready, *known);
        return;
    }
    if (m_document.simulation().error())
        settle(State::Failed, {});
    if (!m_document.risk())
        return; // the headline comes first
    m_runner->ask(
        m_document.sharedPlan(),
        [risk = m_document.risk()](const Plan& plan, const QuestionOptions& options) {
            QuestionOptions own = options;
            own.known = risk;
            return bestMoves(plan, own);
        },
        [this](Result<BestMoves> found) {
            if (found)
                m_known.keep(m_about, *found);
            settle(found ? State::Ready : State::Failed, found ? *found : BestMoves{});
        });
}

void BestMoveFinder::settle(State state, BestMoves moves)
{
    m_state = state;
    m_moves = std::move(moves);
    Q_EMIT changed();
}

} // namespace trestle
