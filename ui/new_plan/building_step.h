#pragma once

#include "ui/new_plan/step.h"

class QLineEdit;

namespace trestle {

class NewPlanDraft;
class ProfileQuestions;

/// "What are you building?": name, client, what it needs, and the file that the plan is kept in.
class BuildingStep : public NewPlanStep {
    Q_OBJECT
public:
    BuildingStep(NewPlanDraft& draft, const QString& folder, QWidget* parent);

    bool settle() override;
    void skip() override;
    /// Of the new plan's file; empty where none is said.
    [[nodiscard]] QString path() const;
    /// Whether something was typed that is in no input.
    [[nodiscard]] bool isPathChosen() const { return m_pathIsChosen; }

private:
    void takeName();
    void suggestPath();
    void browse();
    [[nodiscard]] QString pathProblem() const;

    NewPlanDraft& m_draft;
    QString m_folder;
    bool m_pathIsChosen = false;
    QLineEdit* m_name;
    QLineEdit* m_client;
    ProfileQuestions* m_questions;
    QLineEdit* m_path;
    ProblemLabel* m_nameProblem;
    ProblemLabel* m_pathProblem;
};

} // namespace trestle
