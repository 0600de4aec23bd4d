#pragma once

#include "models/error.h"
#include "ui/history/comparison_words.h"
#include "ui/history/version_comparer.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <set>

class QAction;
class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace trestle {

class AssistantCallsButton;
class ComparisonPane;
class HistoryModel;
class PlanDocument;
struct Revision;

/// Every change of the plan, newest first; restore, name and compare versions.
class HistoryPage : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPage(PlanDocument& document, QWidget* parent = nullptr);
    ~HistoryPage() override;

    [[nodiscard]] HistoryModel& model() const { return *m_model; }
    /// What the pane shows, for saving; nothing while it shows none.
    [[nodiscard]] std::optional<ComparisonWords> comparison() const;

    void restoreSelected();
    void nameSelected();
    void removeName();
    /// One selected: with now; two: with each other.
    void compareSelected();

Q_SIGNALS:
    void refused(const trestle::Error& error);
    void told(const QString& text);
    void saveComparisonWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTable();
    QAction* addAction(const QString& text, const QString& name, const QKeySequence& keys, void (HistoryPage::*run)());
    QPushButton* addButton(QAction& action);
    void sizeColumns();
    void refresh();
    void followPlan();
    void keepSelection();
    void followSelection();
    [[nodiscard]] std::vector<int> selectedRows() const; ///< newest first
    [[nodiscard]] const Revision* selectedOne() const;   ///< null unless exactly one is selected
    void setName(std::int64_t revision, const QString& name);
    void startComparing(const VersionPair& pair);
    void showComparison(const ComparedVersions& versions);
    void changeView();
    void closeComparison();
    [[nodiscard]] VersionName nameOf(const std::optional<std::int64_t>& revision) const;

    PlanDocument& m_document;
    HistoryModel* m_model;
    VersionComparer* m_comparer;
    QTableView* m_table;
    QCheckBox* m_namedOnly;
    AssistantCallsButton* m_calls;
    QLabel* m_empty;
    QSplitter* m_splitter;
    ComparisonPane* m_pane;
    QAction* m_restore;
    QAction* m_name;
    QAction* m_removeName;
    QAction* m_compare;
    std::set<std::int64_t> m_selected; ///< by revision, across refreshes
    bool m_refreshing = false;         ///< selections that come and go meanwhile are not the user's
    std::optional<VersionPair> m_pair; ///< that the pane shows or waits for
    std::shared_ptr<const ComparedVersions> m_compared;
};

} // namespace trestle
