#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace trestle {

class PlanDocument;
class BetterOrder;
class RiskService;

/// The base and each scenario, planned and simulated with the same draws, for as long as someone looks. A column's plan
/// is always of the document as it stands; its risk is of that plan, or null until that is simulated.
class ScenarioComparison : public QObject {
    Q_OBJECT
public:
    struct Column {
        QString scenario; ///< empty: the base, which comes first
        bool open = false;
        Plan plan;
        std::shared_ptr<const Risk> risk; ///< null while it is worked out, and where that failed
        std::optional<Error> error;       ///< why it failed
    };

    explicit ScenarioComparison(PlanDocument& document, QObject* parent = nullptr);
    ~ScenarioComparison() override; ///< stops what is under way

    /// Whether it is in sight: while it is not, nothing is computed and columns() is empty.
    void setWatched(bool watched);

    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] const Column* find(const QString& scenario) const;
    [[nodiscard]] bool isUnderWay() const; ///< some risk is still worked out

Q_SIGNALS:
    void plansChanged();          ///< columns() anew
    void riskChanged(int column); ///< worked out, or failed

private:
    void takeDocument();
    void takeRisk(const QString& scenario);
    [[nodiscard]] const RiskService& simulationOf(const Column& column) const;

    PlanDocument& m_document;
    bool m_watched = false;
    std::vector<Column> m_columns;
    struct Simulation {
        QString scenario;
        std::unique_ptr<BetterOrder> order;
        std::unique_ptr<RiskService> risk;
    };
    Simulation simulationFor(const QString& scenario);
    std::vector<Simulation> m_simulations; ///< of all but the open scenario, which the document simulates
};

} // namespace trestle
