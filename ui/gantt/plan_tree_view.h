#pragma once

#include "ui/gantt/gantt_metrics.h"

#include <QTreeView>

#include <array>
#include <optional>

namespace trestle {

class PlanTreeModel;

/// The tree at the left of the chart. A plain QTreeView in what it does, so that keyboard and accessibility are the
/// platform's; painted by role, with rows as high as the chart's.
class PlanTreeView : public QTreeView {
    Q_OBJECT
public:
    explicit PlanTreeView(QWidget* parent = nullptr);

    void setPlanModel(PlanTreeModel* model);
    void setMetrics(const GanttMetrics& metrics);
    /// Of the chart's first month, which stands left of it: at the right end of the header.
    void setYear(std::optional<int> year);
    [[nodiscard]] std::optional<int> year() const { return m_year; }
    [[nodiscard]] const GanttMetrics& metrics() const { return m_metrics; }
    /// Gives the figures the width they need, and leaves out columns that would take it from the titles.
    void fitColumns();
    /// The width at which titles and figures are all whole.
    [[nodiscard]] int wholeWidth() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Rows keep their heights, so that nothing needs to be measured: for each change of rows a plain tree view asks
    /// where they are, which takes a walk over all rows above.
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles = QList<int>()) override;
    void doItemsLayout() override;

Q_SIGNALS:
    void stateCycleRequested(const QModelIndex& index); ///< Space on an item
    void excludeRequested(const QModelIndex& index);    ///< X on an item
    void noteRequested(const QModelIndex& index);       ///< Return on an item
    void zoomRequested(int steps);                      ///< + and −
    void fitRequested();                                ///< 0
    void menuRequested(const QModelIndex& index, const QPoint& globalPosition);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] PlanTreeModel* planModel() const;
    [[nodiscard]] int figureWidth(int column) const;
    [[nodiscard]] int measureFigures(int column) const;
    [[nodiscard]] int measureWhole() const;
    void forgetWidths();
    [[nodiscard]] QFont fontOf(const QModelIndex& index) const;
    [[nodiscard]] int titleRoom(const QModelIndex& index, int left) const;
    void drawTitle(QPainter* painter, const QRect& row, const QModelIndex& index) const;
    void drawFigures(QPainter* painter, const QRect& row, const QModelIndex& index) const;
    void drawArrow(QPainter* painter, const QRect& row, const QModelIndex& index) const;

    GanttMetrics m_metrics;
    std::optional<int> m_year;
    // Measured when asked for, until a text or what is open changes: a layout asks again and again.
    mutable std::optional<int> m_wholeWidth;
    mutable std::array<std::optional<int>, 3> m_figureWidths; // by PlanTreeModel::Column
};

} // namespace trestle
