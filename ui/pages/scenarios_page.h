#pragma once

#include <QWidget>

class QButtonGroup;
class QStackedWidget;

namespace trestle {

class ComparisonView;
class CoverPanel;
class GoalPanel;
class PlanDocument;

/// What if: scenarios side by side, ways to a date and a budget, and what a budget covers.
class ScenariosPage : public QWidget {
    Q_OBJECT
public:
    enum class View { Compare, Goal, Cover };

    explicit ScenariosPage(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] View view() const;
    void setView(View view);
    [[nodiscard]] ComparisonView& comparison() const { return *m_comparison; }
    [[nodiscard]] GoalPanel& goal() const { return *m_goal; }
    [[nodiscard]] CoverPanel& cover() const { return *m_cover; }

private:
    QWidget* makeControls();
    QWidget* makeEmpty();
    QWidget* scrolled(QWidget* content, const char* name, int margin, bool fills = false);
    void addNew();
    void refresh();
    void showMade();

    PlanDocument& m_document;
    QButtonGroup* m_views = nullptr;
    QStackedWidget* m_stack = nullptr;
    QStackedWidget* m_compared = nullptr; ///< what scenarios are for, while there are none
    ComparisonView* m_comparison = nullptr;
    GoalPanel* m_goal = nullptr;
    CoverPanel* m_cover = nullptr;
};

} // namespace trestle
