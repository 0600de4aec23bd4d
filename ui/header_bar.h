#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenuBar;
class QPushButton;

namespace trestle {

class PlanDocument;
class ScenarioButton;

/// The row at the very top: menus, undo and redo, which scenario is open and how much it changes, who is on the team,
/// the file with its state, export.
class HeaderBar : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    [[nodiscard]] QMenuBar& menus() const { return *m_menus; }
    /// The buttons that stand for actions follow them: enabled, tool tip, pressed.
    void setActions(QAction* undo, QAction* redo, QMenu* exports);
    /// Whether there is a plan to show undo, team, file and export for.
    void showPlanParts(bool shown);
    /// The plan whose scenarios can be opened; null where there is none.
    void setDocument(PlanDocument* document);
    /// What the open scenario changes: a few words, and all of it on hover; empty for the base.
    void setChanges(const QString& words, const QString& all);
    void setTeam(const QString& line);
    void setFile(const QString& line, const QString& path, bool alarm);

Q_SIGNALS:
    void changesWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void bind(QPushButton& button, QAction& action);
    void elideTexts();

    QMenuBar* m_menus;
    QPushButton* m_undo;
    QPushButton* m_redo;
    ScenarioButton* m_scenario;
    QPushButton* m_changes;
    QLabel* m_team;
    QLabel* m_file;
    QPushButton* m_export;
    QWidget* m_filler; ///< keeps the menus at the left without a plan
    bool m_plan = false;
    QString m_teamText;
    QString m_fileText;
};

} // namespace trestle
