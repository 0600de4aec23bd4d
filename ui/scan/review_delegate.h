#pragma once

#include "models/evidence.h"

#include <QStyledItemDelegate>

namespace trestle {

struct ReviewRow;

/// Paints the sign of a found state: a ticked box, a box with a dash, an empty box, a warning, an arrow away.
void paintFoundState(QPainter& painter, const QRectF& rect, FoundState state, const QPalette& palette);

/// Paints a proposal in two lines behind the sign of its state, and a phase as a heading.
class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const ReviewRow& row);
};

} // namespace trestle
