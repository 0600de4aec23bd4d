#pragma once

#include "models/error.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QTableView;

namespace trestle {

class PlanDocument;
class TeamModel;

/// The people of the plan.
class TeamPage : public QWidget {
    Q_OBJECT
public:
    explicit TeamPage(PlanDocument& document, QWidget* parent = nullptr);
    void showPerson(int row); ///< chosen, with the focus

Q_SIGNALS:
    void refused(const trestle::Error& error);

public Q_SLOTS:
    void addPerson();

private:
    void refresh();
    void removePerson();
    void makeRowMenu();
    void editLeave();

    PlanDocument& m_document;
    TeamModel* m_model;
    QTableView* m_table;
    QLabel* m_total;
    QLabel* m_skills;
    QPushButton* m_remove;
    QPushButton* m_leave;
    QAction* m_removeAction = nullptr;
    QAction* m_leaveAction = nullptr;
};

/// "Lead engineer, part-time engineer · 1.5 FTE".
QString teamLine(const PlanDocument& document);

} // namespace trestle
