#include "ui/progress/progress_delegate.h"

#include "ui/progress/progress_list_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTableView>

namespace trestle {

namespace {

constexpr int kLineAir = 14;
constexpr int kHeadingAir = 20; // most of it above

const ProgressRow& rowOf(const QModelIndex& index)
{
    return static_cast<const ProgressListModel&>(*index.model()).at(index.row());
}

void paintCell(QPainter& painter, const QRect& rect, const QFont& font, const QColor& ink, const QString& text,
               Qt::Alignment side)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, static_cast<int>(side | Qt::AlignVCenter),
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// The ground of a whole row, of which a cell shows its part.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const QTableView& view, int row)
{
    const QRect whole(0, view.rowViewportPosition(row), view.viewport()->width(), view.rowHeight(row));
    painter.save();
    painter.setClipRect(option.rect);
    shapes::panel(painter, whole, 4, roleColor(Role::Selection, option.palette),
                  view.hasFocus() ? roleColor(Role::Accent, option.palette) : QColor());
    painter.restore();
}

/// A line below a row, as long as the rows are.
void paintRowLine(QPainter& painter, const QStyleOptionViewItem& option, int column, Role role)
{
    const QRect cell = option.rect;
    const int left = cell.left() + (column == ProgressListModel::What ? ProgressDelegate::kPad : 0);
    const int right = cell.right() - (column == ProgressListModel::Aside ? ProgressDelegate::kPad : 0);
    painter.fillRect(QRect(QPoint(left, cell.bottom()), QPoint(right, cell.bottom())), roleColor(role, option.palette));
}

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const QRect& text)
{
    const ProgressRow& row = rowOf(index);
    const auto colour = [&](Role role) { return roleColor(role, option.palette); };
    const QFont small = scaledFont(option.font, TextSize::Small);
    if (index.column() == ProgressListModel::What) {
        const QFont bold = scaledFont(option.font, TextSize::Body, QFont::DemiBold);
        paintCell(painter, text, bold, colour(Role::Text), row.title, Qt::AlignLeft);
        const int after = QFontMetrics(bold).horizontalAdvance(row.title) + ProgressDelegate::kGap;
        if (after < text.width())
            paintCell(painter, text.adjusted(after, 0, 0, 0), option.font, colour(Role::TextMuted),
                      QString::number(row.count), Qt::AlignLeft);
    } else if (index.column() == ProgressListModel::Aside) {
        paintCell(painter, text, small, colour(Role::TextMuted), row.aside, Qt::AlignRight);
    }
    paintRowLine(painter, option, index.column(), Role::Border);
}

void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect text)
{
    const ProgressRow& row = rowOf(index);
    const auto colour = [&](Role role) { return roleColor(role, option.palette); };
    const QFont small = scaledFont(option.font, TextSize::Small);
    switch (index.column()) {
    case ProgressListModel::What:
        shapes::tickBox(painter, ProgressDelegate::boxIn(option.rect, option.font), shapes::markOf(row.state),
                        colour(Role::ControlBorder), colour(Role::Accent), colour(Role::TextOnAccent));
        text.setLeft(text.left() + ProgressDelegate::kBox + ProgressDelegate::kGap);
        paintCell(painter, text, option.font, colour(Role::Text), row.title, Qt::AlignLeft);
        break;
    case ProgressListModel::Who:
        paintCell(painter, text, small, colour(Role::TextMuted), row.who, Qt::AlignLeft);
        break;
    case ProgressListModel::When: paintCell(painter, text, small, colour(Role::Text), row.when, Qt::AlignLeft); break;
    default:
        paintCell(painter, text, small, colour(row.isLate ? Role::Warning : Role::Text), row.aside, Qt::AlignRight);
    }
}

} // namespace

int ProgressDelegate::lineHeight(const QFont& font)
{
    return std::max(QFontMetrics(font).height() + kLineAir, kBox + kGap);
}

int ProgressDelegate::headingHeight(const QFont& font)
{
    return QFontMetrics(scaledFont(font, TextSize::Body, QFont::DemiBold)).height() + kHeadingAir;
}

int ProgressDelegate::widthOf(const QFont& font, const QString& text)
{
    return QFontMetrics(font).horizontalAdvance(text) + 2 + kGap;
}

QRect ProgressDelegate::boxIn(const QRect& row, const QFont& font)
{
    return {row.left() + kPad, row.top() + (lineHeight(font) - kBox) / 2, kBox, kBox};
}

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const bool isHeading = rowOf(index).isHeading;
    painter->save();
    const bool isCurrent = view && view->currentIndex().row() == index.row();
    if (isCurrent)
        paintRowGround(*painter, option, *view, index.row());
    else if (!isHeading)
        paintRowLine(*painter, option, index.column(), Role::Grid);
    const bool isFirst = index.column() == ProgressListModel::What;
    const bool isLast = index.column() == ProgressListModel::Aside;
    QRect text = option.rect.adjusted(isFirst ? kPad : 0, 0, isLast ? -kPad : -kGap, 0);
    if (isHeading) {
        text.setTop(text.bottom() - headingHeight(option.font) / 2 - kPad);
        paintHeading(*painter, option, index, text);
    } else {
        text.setHeight(lineHeight(option.font));
        paintItem(*painter, option, index, text);
    }
    painter->restore();
}

} // namespace trestle
