#pragma once

#include "models/risk/simulated_spend.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace trestle {

class QuestionThread;

/// What the runs of one plan said.
struct SimulatedPlan {
    Risk risk;
    std::vector<SpendSpread> spend; ///< over time, as simulateSpend gives it
};

/// The simulation of the plan that a window shows, always of that plan and of no other: following a new plan drops what
/// was found for the last one at once. Edits that no run looks at (names, target, confidence) keep it, and plans
/// simulated a moment ago are remembered, so that undo needs no second run.
class PlanRisk : public QObject {
    Q_OBJECT
public:
    explicit PlanRisk(QObject* parent = nullptr);
    ~PlanRisk() override; ///< stops what is under way

    /// Takes over this plan. Emits nothing: whoever changes the plan tells of both.
    void follow(const std::shared_ptr<const Plan>& plan);
    /// Follows none: the next plan is on its way, and under way with it what the runs say of it.
    void drop();

    /// Null while the simulation is under way, and after it failed.
    [[nodiscard]] std::shared_ptr<const Risk> risk() const;
    /// Spending over time; null when risk() is.
    [[nodiscard]] std::shared_ptr<const std::vector<SpendSpread>> spend() const;
    [[nodiscard]] bool isUnderWay() const { return !m_found && !m_error; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0 to 1
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();               ///< finished or failed
    void progressed(double part); ///< a few times a second at most

private:
    struct Known {
        std::shared_ptr<const Catalogue> catalogue;
        Inputs inputs; ///< as simulationInputs leaves them
        std::shared_ptr<const SimulatedPlan> found;
    };
    [[nodiscard]] std::shared_ptr<const SimulatedPlan> recall() const;
    void take(Result<SimulatedPlan> found);

    QuestionThread* m_thread;
    std::shared_ptr<const Catalogue> m_catalogue; // of the plan followed; null while none is
    Inputs m_inputs;                              // of it, as simulationInputs leaves them
    std::shared_ptr<const SimulatedPlan> m_found;
    std::optional<Error> m_error;
    double m_progress = 0;
    std::deque<Known> m_known; // the latest at the front
};

} // namespace trestle
