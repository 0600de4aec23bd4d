#pragma once

#include <QStyledItemDelegate>

namespace trestle {

struct HistoryRow;

/// Paints a row of the history: the picture of branches, the change with its version's name, muted where it is undone.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Room at the left and right of a cell's text.
    static constexpr int kPadding = 10;

private:
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option, int column, int columns);
    static int paintBranches(QPainter& painter, const QStyleOptionViewItem& option, const HistoryRow& row);
    /// The first of the texts that fits.
    static void paintLabel(QPainter& painter, const QStyleOptionViewItem& option, const HistoryRow& row,
                           const QStringList& texts);
    static int paintChip(QPainter& painter, const QStyleOptionViewItem& option, const QRect& room, const QString& text,
                         bool accent);
};

} // namespace trestle
