#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>
#include <vector>

#include "models/team.h"
// clang-format on
#include "models/error.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace trestle {

class LoadChart;
class PlanDocument;
class Settings;
class TeamModel;
struct CardRole;

/// The people and roles of the plan, and below them who does what in which week.
class TeamPage : public QWidget {
    Q_OBJECT
public:
    TeamPage(PlanDocument& document, Settings& settings, QWidget* parent = nullptr);
    void showPerson(int row); ///< chosen, with the focus

Q_SIGNALS:
    void refused(const trestle::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

public Q_SLOTS:
    void addPerson();
    /// What the clipboard holds, as people.
    void pastePeople();
    void editRateCard();

private:
    QWidget* makeTools();
    QWidget* makeTable();
    QWidget* makeChosenTools();
    QWidget* makeChart();
    void connectTable();
    void makeRowMenu();
    QPushButton* makeButton(const char* name, const QString& text, void (TeamPage::*pressed)());
    void fillRoles();
    void addRole(const CardRole& role);
    void startIn(int row);
    void refresh();
    void followChoice();
    void fitTable();
    void removePerson();
    void editLeave();
    void editSalary();
    void nameRole();
    void editCell(const QModelIndex& index);
    [[nodiscard]] std::optional<std::size_t> chosen() const;

    PlanDocument& m_document;
    Settings& m_settings;
    TeamModel* m_model;
    QTableView* m_table;
    QMenu* m_roles;
    QLabel* m_total;
    QLabel* m_warnings;
    LoadChart* m_load;
    QPushButton* m_remove = nullptr;
    QPushButton* m_leave = nullptr;
    QPushButton* m_salary = nullptr;
    QPushButton* m_name = nullptr;
    std::vector<QAction*> m_rowActions; ///< of whoever is chosen
};

/// "Lead engineer, part-time engineer · 1.5 FTE".
QString teamLine(const PlanDocument& document);

} // namespace trestle
