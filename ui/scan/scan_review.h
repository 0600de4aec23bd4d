#pragma once

#include "ui/scan/last_scan.h"
#include "ui/scan/review_rows.h"

#include <QWidget>

#include <optional>
#include <string>

class QBoxLayout;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace trestle {

class ProposalPane;
class ReviewModel;

/// The proposals for a plan, by phase, and beside the list all of the chosen one. In the list A accepts, N says not
/// so, U takes the answer back, Enter opens the first place of evidence.
class ScanReview : public QWidget {
    Q_OBJECT
public:
    explicit ScanReview(ReviewPlan plan, QWidget* parent = nullptr);

    void setLastScan(const std::optional<LastScan>& last);
    /// Follows a change of the inputs.
    void refresh();
    /// Every open proposal that something is in place or partly so, if it is sure: one step.
    void acceptAllConfident();
    /// Puts the buttons for an open plan beside the filter: scan again, and accept all.
    void setForOpenPlan();

    [[nodiscard]] QListView& list() const { return *m_list; }
    [[nodiscard]] ProposalPane& pane() const { return *m_pane; }
    [[nodiscard]] const ReviewModel& model() const { return *m_model; }
    void showItem(const std::string& item);

Q_SIGNALS:
    void evidenceWanted(const trestle::Evidence& place);
    void editorWanted(); ///< what opens evidence is to be chosen
    void scanWanted();
    void itemChosen(const QString& item); ///< by the user

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QPushButton* addButton(QWidget& head, const char* name, const QString& text, const QString& tip);
    void makeList();
    void fillFilter();
    void showCounts();
    void showUnread();
    void arrange();
    void applyColours();
    void follow(int row);
    void openFirst();

    ReviewPlan m_plan;
    std::optional<LastScan> m_last;
    ReviewModel* m_model;
    QLabel* m_counts;
    QLabel* m_news;
    QComboBox* m_filter;
    QPushButton* m_unread = nullptr;
    QPushButton* m_editor = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_acceptAll = nullptr;
    QWidget* m_head;
    QListView* m_list;
    QScrollArea* m_scroll;
    ProposalPane* m_pane;
    QBoxLayout* m_sides = nullptr;
    bool m_isOfOpenPlan = false;
    bool m_isRefreshing = false;
};

} // namespace trestle
