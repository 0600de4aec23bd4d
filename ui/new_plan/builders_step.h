#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <cstddef>
#include <optional>

#include "models/rate_cards.h"
// clang-format on
#include "ui/new_plan/builders.h"
#include "ui/new_plan/step.h"

#include <vector>

class QButtonGroup;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace trestle {

class BuilderRow;
class NewPlanDraft;
class SalaryPanel;

/// "Who builds it?": three ways, and then a row for each person or role.
class BuildersStep : public NewPlanStep {
    Q_OBJECT
public:
    BuildersStep(NewPlanDraft& draft, RateCards cards, QWidget* parent);

    void focusFirst() override;
    bool settle() override;
    void skip() override;

private:
    QWidget* makeCards();
    QWidget* makeHeadings();
    void chooseKind(BuilderKind kind);
    void addPerson(const Person& person);
    void removeRow(std::size_t index);
    void fillRoles();
    /// Puts the rows anew: there are more or fewer.
    void showRows();
    void takeRows();
    /// Opens the salary below a row.
    void openSalary(std::size_t index);
    void takeSalary();
    [[nodiscard]] QString problem() const;

    NewPlanDraft& m_draft;
    RateCards m_cards;
    std::optional<std::string> m_rolesFor; ///< the client whose roles are offered
    Builders m_builders;
    QButtonGroup* m_kinds;
    QLabel* m_unsaid;
    QWidget* m_table;
    QVBoxLayout* m_rowColumn;
    std::vector<BuilderRow*> m_rows;
    SalaryPanel* m_salary;
    std::optional<std::size_t> m_salaryOf; ///< the row that it stands below
    ProblemLabel* m_problem;
    QMenu* m_roles;
};

} // namespace trestle
