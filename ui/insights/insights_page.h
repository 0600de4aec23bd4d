#pragma once

#include "models/decisions/move.h"
#include "ui/insights/insights.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace trestle {

class BestMoveFinder;
class InsightSection;
class SwingChart;
class TeamChart;
class ValueModel;
class ValueView;

/// The inspector's second page: what would change the plan, and by how much. Nothing is worked out while it is hidden.
class InsightsPage : public QWidget {
    Q_OBJECT
public:
    explicit InsightsPage(PlanDocument& document, QWidget* parent = nullptr);
    ~InsightsPage() override;
    [[nodiscard]] const Insights& insights() const { return *m_insights; }

Q_SIGNALS:
    void trialWanted(const trestle::Move& move);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    InsightSection* addSection(QWidget& content, const QString& name, const QString& title, QWidget* body);
    void makeSections(QWidget& content);
    void refresh();
    void showOrder();
    void showMovers();
    void showTeam();
    void showValues();
    /// Says so where the part is not ready; true where it is.
    bool isReady(Insights::Part part, InsightSection& section);
    void changeOrder();
    void showTeamFigures();
    void applyColours();

    PlanDocument& m_document;
    BestMoveFinder& m_bestMove;
    Insights* m_insights;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_basis = nullptr;
    InsightSection* m_order = nullptr;
    InsightSection* m_movers = nullptr;
    InsightSection* m_team = nullptr;
    InsightSection* m_values = nullptr;
    QPushButton* m_orderAction = nullptr;
    SwingChart* m_swings = nullptr;
    TeamChart* m_teamChart = nullptr;
    QLabel* m_teamBasis = nullptr;
    QPushButton* m_teamFigures = nullptr;
    QPushButton* m_teamTry = nullptr;
    ValueModel* m_valueModel = nullptr;
    ValueView* m_valueView = nullptr;
};

} // namespace trestle
