#pragma once

#include "ui/new_plan/step.h"

#include <functional>

class QLineEdit;

namespace trestle {

class NewPlanDraft;
struct NewPlanSetting;
class ProfileQuestions;

/// "What are you building?": name, client, what it needs, the folder of the prototype where it is to be scanned, and
/// the file that the plan is kept in.
class BuildingStep : public NewPlanStep {
    Q_OBJECT
public:
    BuildingStep(NewPlanDraft& draft, const NewPlanSetting& setting, QWidget* parent);

    bool settle() override;
    void skip() override;
    /// Of the new plan's file; empty where none is said.
    [[nodiscard]] QString path() const;
    /// The folder of the prototype, to be scanned; empty where none is said.
    [[nodiscard]] QString prototype() const;
    /// Whether something was typed that is in no input.
    [[nodiscard]] bool isPathChosen() const { return m_pathIsChosen || !prototype().isEmpty(); }

private:
    void takeName();
    void suggestPath();
    void browse();
    void addPrototype();
    void choosePrototype();
    [[nodiscard]] QString prototypeProblem() const;
    [[nodiscard]] QString pathProblem() const;

    NewPlanDraft& m_draft;
    QString m_folder;
    std::function<QString(QWidget*, const QString&, const QString&)> m_chooseFolder;
    bool m_pathIsChosen = false;
    QLineEdit* m_name;
    QLineEdit* m_client;
    ProfileQuestions* m_questions;
    QLineEdit* m_prototype;
    QLineEdit* m_path;
    ProblemLabel* m_nameProblem;
    ProblemLabel* m_prototypeProblem;
    ProblemLabel* m_pathProblem;
};

} // namespace trestle
