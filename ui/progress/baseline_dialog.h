#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "data/plan_file/plan_file.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QLineEdit;

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// Makes what the plan promises its baseline: as it is now, or as a version with a name had it, which is read and
/// simulated off the GUI thread.
class BaselineDialog : public FormDialog {
    Q_OBJECT
public:
    BaselineDialog(PlanDocument& document, QWidget* parent = nullptr);

    void accept() override;

private:
    void addVersions(const std::vector<Revision>& revisions);
    void takeVersion(std::int64_t revision);
    void set(Baseline baseline);
    void wait(bool isWaiting);
    void giveUp(const Error& error);

    PlanDocument& m_document;
    QLineEdit* m_name;
    QComboBox* m_from;
    QuestionRunner* m_runner;
};

} // namespace trestle
