#pragma once

#include <QStyledItemDelegate>

namespace trestle {

/// Paints the rows of the progress list: headings with a line below them, items with their box.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kBox = 16;
    static constexpr int kPad = 8; ///< at both ends of a row
    static constexpr int kGap = 8;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// How high the line of an item is, without a field below it; of a heading.
    static int lineHeight(const QFont& font);
    static int headingHeight(const QFont& font);
    /// What a cell's text needs.
    static int widthOf(const QFont& font, const QString& text);
    static QRect boxIn(const QRect& row, const QFont& font);
};

} // namespace trestle
