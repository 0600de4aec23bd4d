#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_table_model.h"
// clang-format on

#include <QTableView>

namespace trestle {

/// Cash month by month. Titles stay where they are while the months scroll. Return, or a double click, on one of the
/// user's own lines asks to edit it; the selection is copied as tab-separated text.
class CashTableView : public QTableView {
    Q_OBJECT
public:
    explicit CashTableView(CashTableModel& model, QWidget* parent = nullptr);

    /// The selected cells with the heads of their rows and columns.
    [[nodiscard]] QString selectedText() const;
    /// How much room titles need, no more than so much.
    void setTitleWidth(int width);
    [[nodiscard]] int titleWidthWanted() const;
    /// So many months share a width: how wide each is, nothing where some have to be scrolled to.
    std::optional<int> fitMonths(int shared, int width);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void editWanted(trestle::OwnLine line);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void takeFont();
    void copySelection();
    void askEdit(const QModelIndex& index);
    [[nodiscard]] int narrowestMonth() const;

    CashTableModel& m_rows;
};

} // namespace trestle
