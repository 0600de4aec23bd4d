#pragma once

#include "models/money/cash.h"
#include "models/risk/simulated_spend.h"
#include "ui/questions/question_key.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace trestle {

class QuestionRunner;
struct QuestionOptions;

/// What the runs of one plan said.
struct SimulatedPlan {
    Risk risk;
    std::vector<SpendSpread> spend; ///< over time, as simulateSpend gives it
};

/// What of a plan's price its cash depends on beside what the runs do: nothing where it has no cash or no price.
struct InvoiceTerms {
    PriceTerms price;
    int confidence = 0;
    bool areInvoiced = false;

    InvoiceTerms() = default;
    explicit InvoiceTerms(const Inputs& inputs);
    friend bool operator==(const InvoiceTerms&, const InvoiceTerms&) = default;
};

/// The simulation of the plan that a window shows, always of that plan and of no other: following a new plan drops what
/// was found for the last one at once. Edits that no run looks at (names, target, confidence) keep it, and plans
/// simulated a moment ago are remembered, so that undo needs no second run.
class RiskService : public QObject {
    Q_OBJECT
public:
    explicit RiskService(QObject* parent = nullptr);
    ~RiskService() override; ///< stops what is under way

    /// Takes over this plan. Emits nothing: whoever changes the plan tells of both.
    void follow(const std::shared_ptr<const Plan>& plan);
    /// Follows none: the next plan is on its way, and under way with it what the runs say of it.
    void drop();

    /// Null while the simulation is under way, and after it failed.
    [[nodiscard]] std::shared_ptr<const Risk> risk() const;
    /// Spending over time; null when risk() is.
    [[nodiscard]] std::shared_ptr<const std::vector<SpendSpread>> spend() const;
    /// Whether the money lasts; null when risk() is, and without an opening balance. Where the terms of the price have
    /// changed alone, null until it has been read anew; changed follows.
    [[nodiscard]] std::shared_ptr<const CashFigures> cash() const;
    [[nodiscard]] bool isUnderWay() const { return !m_found && !m_error; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0 to 1
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();               ///< finished or failed
    void progressed(double part); ///< a few times a second at most

private:
    struct Found {
        std::shared_ptr<const SimulatedPlan> runs;
        std::shared_ptr<const CashFigures> cash;
        InvoiceTerms terms; ///< that the cash is of
    };
    static Result<Found> simulateAll(const Plan& plan, const QuestionOptions& asked);
    void take(Result<Found> found);
    void readCash(const std::shared_ptr<const Plan>& plan);

    QuestionRunner* m_runner;
    std::optional<QuestionKey> m_about; // the plan followed; absent while none is
    InvoiceTerms m_terms;
    std::optional<Found> m_found;
    std::optional<Error> m_error;
    double m_progress = 0;
    RecentAnswers<Found> m_known;
};

} // namespace trestle
