#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "data/formats/import_file.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace trestle {

class ColumnChoices;
class QuestionRunner;

/// A file of another program that was read.
struct ImportRequest {
    QString file; ///< its name
    std::shared_ptr<const ImportFile> content;
    Date today;
};

/// What a file of tasks becomes before it does: of a table, what each column means, which can be changed; how much the
/// plan will hold; and what will be otherwise than in the file. Each change is worked out off the GUI thread.
class ImportDialog : public FormDialog {
    Q_OBJECT
public:
    explicit ImportDialog(ImportRequest request, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// Of the columns as they are now, once it is worked out.
    [[nodiscard]] std::optional<ImportedPlan> plan() const { return m_plan; }
    void accept() override;

private:
    void addTable(const TaskTable& table);
    void takeHeadings(int index);
    void takeUse(std::size_t column, const ColumnUse& use);
    void showColumns();
    void workOut();
    void take(const Result<ImportedPlan>& plan);

    ImportRequest m_request;
    TableMapping m_mapping;
    std::optional<ImportedPlan> m_plan;
    QComboBox* m_headings = nullptr;    ///< of a table
    ColumnChoices* m_columns = nullptr; ///< of a table
    QLabel* m_counts;
    QPlainTextEdit* m_losses;
    QuestionRunner* m_runner;
};

} // namespace trestle
