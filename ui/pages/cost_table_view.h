#pragma once

#include <QTableView>

namespace trestle {

class CostTableModel;

/// A table of amounts: sorted by a click on a heading (a third click gives the natural order back), sums set off, bars
/// drawn in their column, and the selection copied as tab-separated text.
class CostTableView : public QTableView {
    Q_OBJECT
public:
    explicit CostTableView(CostTableModel& model, QWidget* parent = nullptr);

    /// The selected cells, row by row as shown; with the headings of their columns.
    [[nodiscard]] QString selectedText(bool withHeadings) const;
    void copySelection(bool withHeadings);
    /// Widths that show every figure; the rest goes to the bars, or is shared out.
    void fitColumns();
    /// The width of a column's heading without room for a mark of sorting that is not there.
    [[nodiscard]] int narrowestHeading(int column) const;
    /// All rows, so that the table takes no more room than it has rows for.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeFont();
    CostTableModel& m_costs;
};

} // namespace trestle
