#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_table_model.h"
// clang-format on

#include <QHeaderView>
#include <QTableView>

namespace trestle {

/// The titles of the rows, which stay where they are while the months scroll: what it is, and its rule in grey.
class CashTitles : public QHeaderView {
    Q_OBJECT
public:
    CashTitles(const CashTableModel& model, QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int row) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int row) const override;

private:
    [[nodiscard]] QFont titleFont(const CashRow& row) const;
    const CashTableModel& m_rows;
};

/// Cash month by month. Titles stay where they are while the months scroll. Return, or a double click, on one of the
/// user's own lines asks to edit it; the selection is copied as tab-separated text.
class CashTableView : public QTableView {
    Q_OBJECT
public:
    static constexpr int kRightPad = 6; ///< for the dot of the last month in the picture above

    explicit CashTableView(CashTableModel& model, QWidget* parent = nullptr);

    /// The selected cells with the heads of their rows and columns.
    [[nodiscard]] QString selectedText() const;
    void setTitleWidth(int width);
    [[nodiscard]] int titleWidthWanted() const;
    [[nodiscard]] int narrowestMonth() const; ///< in which no figure is cut
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

    CashTableModel& m_rows;
};

} // namespace trestle
