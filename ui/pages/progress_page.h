#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/progress/progress_report.h"
// clang-format on

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace trestle {

class BaselinePanel;
class PlanDocument;
class ProgressList;
class PromisePanel;
class RestPanel;
class Selection;
class SpendChart;

/// What happened, and what it says of the rest: one list that is typed into, the forecast that learns from it, how the
/// promise moved, and how the plan stands to its baseline.
class ProgressPage : public QWidget {
    Q_OBJECT
public:
    ProgressPage(PlanDocument& document, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] ProgressList& list() const { return *m_list; }

Q_SIGNALS:
    void told(const QString& text);
    void recordWanted(); ///< of past plans

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeStart(QWidget* content);
    void refresh();
    QWidget* makeAside(QWidget* content);
    void arrange();
    void applyColours();

    PlanDocument& m_document;
    Selection& m_selection;
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_columns = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_start = nullptr; ///< where nothing has begun
    QLabel* m_startWords = nullptr;
    QPushButton* m_startBaseline = nullptr;
    ProgressList* m_list = nullptr;
    QLabel* m_note = nullptr; ///< on what adds nothing
    SpendChart* m_spend = nullptr;
    QPushButton* m_books = nullptr;
    QWidget* m_aside = nullptr;
    RestPanel* m_rest = nullptr;
    PromisePanel* m_promise = nullptr;
    BaselinePanel* m_baseline = nullptr;
    QPushButton* m_record = nullptr;
};

} // namespace trestle
