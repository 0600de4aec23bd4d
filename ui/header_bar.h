#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenuBar;
class QPushButton;

namespace trestle {

/// The row at the very top: menus, undo and redo, who is on the team, the file with its state, export.
class HeaderBar : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    [[nodiscard]] QMenuBar& menus() const { return *m_menus; }
    /// The buttons that stand for actions follow them: enabled, tool tip, pressed.
    void setActions(QAction* undo, QAction* redo, QMenu* exports);
    /// Whether there is a plan to show undo, team, file and export for.
    void showPlanParts(bool shown);
    void setTeam(const QString& line);
    void setFile(const QString& line, const QString& path, bool alarm);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void bind(QPushButton& button, QAction& action);
    void elideTexts();

    QMenuBar* m_menus;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QLabel* m_team;
    QLabel* m_file;
    QPushButton* m_export;
    QWidget* m_filler; ///< keeps the menus at the left without a plan
    QString m_teamText;
    QString m_fileText;
};

} // namespace trestle
