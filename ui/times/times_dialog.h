#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "data/exchange/times/times_reader.h"
#include "models/progress/import_times.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;

namespace trestle {

class ImportedItemsModel;
class NamesPane;
class PlanDocument;
class QuestionRunner;
class TimesColumnsPane;

/// A file of what happened that was read.
struct TimesRequest {
    QString file; ///< its name
    std::shared_ptr<const TimesFile> content;
};

/// What a time sheet or a table of items does to the plan, before it does: each item as it was and as it becomes, what
/// matches no item, to be matched by hand, and which rows are left out and why. Each choice is worked out off the GUI
/// thread. Import is one edit of the plan, whichever scenario is open.
class TimesDialog : public FormDialog {
    Q_OBJECT
public:
    TimesDialog(PlanDocument& document, TimesRequest request, QWidget* parent = nullptr);
    ~TimesDialog() override;

    [[nodiscard]] bool isBusy() const;
    void accept() override;

private:
    enum Page { ItemsPage, NamesPage, NotesPage, ColumnsPage };
    struct Preview {
        TimesTable table;
        TimesImport made;
        std::vector<TimesNote> leftOut;
    };
    void addHead();
    void addTabs();
    void workOut();
    void take(Result<Preview> preview);
    void takePreview(const Preview& preview);
    void showNameColumns(const Preview& preview);
    void showStatusDate(const TimesImport& made);
    void showNotes(const Preview& preview);

    PlanDocument& m_document;
    TimesRequest m_request;
    std::shared_ptr<const Catalogue> m_catalogue;
    TimesChoices m_choices;
    std::optional<Preview> m_preview; ///< of the choices and the plan as they are; absent while it is worked out
    std::optional<Date> m_last;       ///< that the status date may move to
    bool m_isShown = false;           ///< something was worked out
    QLabel* m_shape;
    QComboBox* m_column;
    QComboBox* m_add;
    QCheckBox* m_statusDate;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    ImportedItemsModel* m_items;
    NamesPane* m_names;
    QPlainTextEdit* m_notes;
    TimesColumnsPane* m_columns;
    QLabel* m_summary;
    QuestionRunner* m_runner;
};

} // namespace trestle
