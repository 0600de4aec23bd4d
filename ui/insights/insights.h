#pragma once

#include "models/decisions/item_value.h"
#include "models/decisions/order_offer.h"
#include "models/decisions/team_curve.h"
#include "ui/questions/question_key.h"

#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// What would change the plan that a window shows: a better order, another team size, each item in place. Worked out
/// one after the other off the GUI thread, while somebody looks and once the plan's own simulation is there; a new
/// plan drops at once what was found for the last. Plans looked at a moment ago are remembered.
class Insights : public QObject {
    Q_OBJECT
public:
    enum Part { Order, Team, Values, PartCount }; ///< in the order they are worked out
    enum class State {
        Waiting, ///< for its turn, or for somebody to look
        Working,
        Ready,
        Stopped, ///< by the user
        Failed,
    };

    explicit Insights(PlanDocument& document, QObject* parent = nullptr);
    ~Insights() override; ///< stops what is under way

    /// Whether they are in sight. Out of sight, work under way is dropped and finished work stays.
    void setWatched(bool watched);
    /// Gives up what is not ready; resume() takes it up again.
    void stop();
    void resume();

    [[nodiscard]] State state(Part part) const { return m_states[part]; }
    [[nodiscard]] const Error& error(Part part) const { return m_errors[part]; } ///< while Failed
    [[nodiscard]] double progress() const { return m_progress; }                 ///< of the part that is Working

    /// Of the document's plan as it stands; nothing until Ready.
    [[nodiscard]] const std::optional<OrderOffer>& order() const { return m_answers.order; }
    [[nodiscard]] const std::optional<TeamCurve>& team() const { return m_answers.team; }
    [[nodiscard]] const std::optional<std::vector<ItemValue>>& values() const { return m_answers.values; }

Q_SIGNALS:
    void changed(); ///< any state
    void progressed(double part);

private:
    struct Answers {
        std::optional<OrderOffer> order;
        std::optional<TeamCurve> team;
        std::optional<std::vector<ItemValue>> values;
    };
    void followPlan();
    void followRisk();
    void remember();
    void setStates();
    void askNext();
    template <class T, class Question>
    void ask(Part part, std::optional<T>& answer, Question question);
    void settle(Part part, const std::optional<Error>& error);

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    QuestionKey m_about; ///< the plan that the answers are of
    Answers m_answers;
    RecentAnswers<Answers> m_known; ///< of other plans
    std::array<State, PartCount> m_states{};
    std::array<Error, PartCount> m_errors;
    double m_progress = 0;
    bool m_watched = false;
};

} // namespace trestle
