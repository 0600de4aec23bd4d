#pragma once

#include "ui/scenarios/scenario_comparison.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace trestle {

class ChangeList;
class PlanDocument;
class ScenarioGantt;
class ScenarioTableModel;
class ScenarioTableView;

/// Scenarios side by side: figures, what the chosen one changes, and two of them on one time axis.
class ComparisonView : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonView(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] ScenarioComparison& comparison() { return m_comparison; }
    [[nodiscard]] ScenarioTableModel& table() { return *m_model; }
    void choose(const QString& scenario); ///< empty: the base
    [[nodiscard]] QString chosen() const { return m_chosen; }

Q_SIGNALS:
    void removeWanted(const QString& scenario);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeChosen();
    QWidget* makeAxis();
    void takePlans();
    void refreshChosen();
    void showTableMenu(const QPoint& place);
    void refreshSentence();
    void refreshAxis();
    void fillSide(QComboBox& box, const QString& wanted);
    void applyFonts();

    PlanDocument& m_document;
    ScenarioComparison m_comparison;
    ScenarioTableModel* m_model;
    ScenarioTableView* m_table;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_makeBase = nullptr;
    QPushButton* m_remove = nullptr;
    ChangeList* m_changes = nullptr;
    QLabel* m_axisTitle = nullptr;
    QComboBox* m_upper = nullptr;
    QComboBox* m_lower = nullptr;
    ScenarioGantt* m_gantt = nullptr;
    QLabel* m_reading = nullptr;
    QString m_chosen;
    QString m_opened; ///< the scenario that was open when last looked
};

} // namespace trestle
