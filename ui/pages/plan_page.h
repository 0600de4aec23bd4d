#pragma once

#include <QWidget>

class QSplitter;

namespace trestle {

class GanttView;
class PlanDocument;
class Selection;
class SpendChart;

/// The tree with the Gantt chart above, cumulative spend below.
class PlanPage : public QWidget {
    Q_OBJECT
public:
    PlanPage(PlanDocument& document, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] GanttView& gantt() const { return *m_gantt; }
    [[nodiscard]] QByteArray saveSplitter() const;
    void restoreSplitter(const QByteArray& state);

private:
    void alignSpend();

    GanttView* m_gantt;
    SpendChart* m_spend;
    QSplitter* m_splitter;
};

} // namespace trestle
