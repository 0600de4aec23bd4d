#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenuBar;
class QPushButton;

namespace trestle {

class FindButton;
class PlanDocument;
class ScenarioButton;

/// The row at the very top: menus, undo and redo, which scenario is open, who is on the team, the way to the command
/// palette, the plan and whether it is saved, export. Where it is narrow the team goes first, then the client.
class HeaderBar : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    [[nodiscard]] QMenuBar& menus() const { return *m_menus; }
    /// The buttons that stand for actions follow them: enabled, tool tip, pressed.
    void setActions(QAction& undo, QAction& redo, QAction& find, QMenu& exports);
    void openExports();
    /// Whether there is a plan to show undo, team, file and export for.
    void showPlanParts(bool shown);
    /// The plan whose scenarios can be opened; null where there is none.
    void setDocument(PlanDocument* document);
    void setTeam(const QString& line);
    /// The plan's name, for whom it is (empty: nobody) and the state of its file, and all about them on hover.
    void setPlan(const QString& name, const QString& client, const QString& state, const QString& about, bool alarm);
    [[nodiscard]] const QWidget& findField() const;
    [[nodiscard]] ScenarioButton& scenario() const { return *m_scenario; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void bind(QPushButton& button, QAction& action);
    void fitRow();
    void elideTexts();

    QMenuBar* m_menus;
    QPushButton* m_undo;
    QPushButton* m_redo;
    ScenarioButton* m_scenario;
    QLabel* m_team;
    FindButton* m_find;
    QLabel* m_file;
    QPushButton* m_export;
    QWidget* m_filler; ///< keeps the menus at the left without a plan
    QString m_teamText;
    QString m_name;
    QString m_client;
    QString m_state;
};

} // namespace trestle
