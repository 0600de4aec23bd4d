#pragma once

#include <QWidget>

#include <map>
#include <string>

class QAction;
class QMenu;
class QPushButton;

namespace trestle {

class PlanDocument;

/// The questions about the product above the checklist: chips for its conditions, its size, whether the idea is
/// validated, and who maintains it.
class ProfileQuestions : public QWidget {
    Q_OBJECT
public:
    explicit ProfileQuestions(PlanDocument& document, QWidget* parent = nullptr);

private:
    void addConditions();
    void addScale();
    void addValidated();
    void addMaintainer();
    QPushButton* addChip(const QString& name);
    QPushButton* addMenuChip(const QString& name);
    void refresh();

    PlanDocument& m_document;
    std::map<std::string, QPushButton*> m_conditions;
    QPushButton* m_scale = nullptr;
    QPushButton* m_validated = nullptr;
    QPushButton* m_maintainer = nullptr;
};

} // namespace trestle
