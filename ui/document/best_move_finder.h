#pragma once

#include "models/decisions/best_move.h"
#include "ui/questions/question_key.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// The best move of the plan that a window shows, looked for off the GUI thread once the plan's own simulation is
/// there, on the same draws. A new plan, target or confidence drops at once what was found for the last; plans looked
/// at a moment ago are remembered. Nothing is looked for before somebody has asked for the finder.
class BestMoveFinder : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t { Working, Ready, Failed };

    explicit BestMoveFinder(PlanDocument& document);
    ~BestMoveFinder() override; ///< stops what is under way

    [[nodiscard]] State state() const { return m_state; }
    /// Of the document's plan as it stands; while Ready, nothing: no move is worth it.
    [[nodiscard]] const std::optional<BestMove>& best() const { return m_moves.best; }
    /// The same of the moves that change the team.
    [[nodiscard]] const std::optional<BestMove>& ofTeam() const { return m_moves.ofTeam; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void settle(State state, BestMoves moves);

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    QuestionKey m_about;
    State m_state = State::Working;
    BestMoves m_moves;
    RecentAnswers<BestMoves> m_known;
};

} // namespace trestle
