#include "ui/history/history_delegate.h"

#include "ui/base/format.h"
#include "ui/history/history_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kLane = 14;             // from one lane to the next
constexpr std::size_t kMostLanes = 6; // lanes further right share the last place
constexpr int kLeft = 14;             // of the first lane's line
constexpr double kDot = 4.5;
constexpr int kGap = 8;

bool isUndone(const HistoryRow& row)
{
    return row.standing == Standing::undone || row.standing == Standing::aside;
}

double laneAt(const QStyleOptionViewItem& option, std::size_t lane)
{
    return option.rect.left() + kLeft + kLane * static_cast<double>(std::min(lane, kMostLanes - 1));
}

} // namespace

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& model = static_cast<const HistoryModel&>(*index.model());
    const HistoryRow& row = model.at(index.row());
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(*painter, option, index.column(), model.columnCount());
    painter->setFont(option.font);
    if (index.column() == HistoryModel::Change) {
        paintLabel(*painter, option, row, {text, index.data(HistoryModel::LabelRole).toString()});
    } else {
        painter->setPen(roleColor(isUndone(row) ? Role::TextMuted : Role::Text, option.palette));
        const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const int side = index.data(Qt::TextAlignmentRole).toInt();
        painter->drawText(room, side, option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    }
    painter->restore();
}

/// One ground under the whole row, rounded at its ends; the focus shows as its border.
void HistoryDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, int column, int columns)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.fillRect(option.rect, roleColor(Role::Surface, option.palette)); // the table fills the corners otherwise
    const int left = column == 0 ? 0 : 8;
    const int right = column == columns - 1 ? 0 : 8;
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    shapes::panel(painter, option.rect.adjusted(-left, 0, right, 0), 4,
                  roleColor(selected ? Role::Selection : Role::SurfaceMuted, option.palette),
                  focused && column == 0 ? roleColor(Role::Accent, option.palette) : QColor());
}

int HistoryDelegate::paintBranches(QPainter& painter, const QStyleOptionViewItem& option, const HistoryRow& row)
{
    const double top = option.rect.top();
    const double bottom = option.rect.bottom() + 1;
    const double middle = (top + bottom) / 2;
    const double x = laneAt(option, row.lane);
    std::size_t widest = row.lane;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(roleColor(Role::ControlBorder, option.palette), 1.5));
    for (const std::size_t lane : row.passing) {
        painter.drawLine(QLineF(laneAt(option, lane), top, laneAt(option, lane), bottom));
        widest = std::max(widest, lane);
    }
    for (const std::size_t lane : row.branches) {
        QPainterPath bend(QPointF(laneAt(option, lane), top));
        bend.cubicTo(QPointF(laneAt(option, lane), middle), QPointF(laneAt(option, lane), middle), QPointF(x, middle));
        painter.drawPath(bend);
        widest = std::max(widest, lane);
    }
    if (row.lineUp)
        painter.drawLine(QLineF(x, top, x, middle));
    if (row.lineDown)
        painter.drawLine(QLineF(x, middle, x, bottom));
    const bool head = row.standing == Standing::head;
    const QColor ink = roleColor(head ? Role::Accent : Role::Bar, option.palette);
    const QColor ground = roleColor(Role::Surface, option.palette);
    painter.setPen(QPen(isUndone(row) ? roleColor(Role::ControlBorder, option.palette) : ink, 1.5));
    painter.setBrush(isUndone(row) ? ground : ink);
    const double radius = head ? kDot + 1 : kDot;
    painter.drawEllipse(QPointF(x, middle), radius, radius);
    painter.restore();
    return kLeft + kLane * static_cast<int>(std::min(widest, kMostLanes - 1)) + kLane;
}

/// A pill at the left end of the room; returns its width.
int HistoryDelegate::paintChip(QPainter& painter, const QStyleOptionViewItem& option, const QRect& room,
                               const QString& text, bool accent)
{
    constexpr int kInside = 7;
    const QFont font = scaledFont(option.font, TextSize::Small, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = std::min(metrics.horizontalAdvance(text) + 2 + 2 * kInside, room.width());
    const int height = metrics.height() + 4;
    const QRect pill(room.left(), room.center().y() - height / 2 + 1, width, height);
    const QColor ink = roleColor(accent ? Role::Accent : Role::Text, option.palette);
    shapes::panel(painter, pill, height / 2.0, roleColor(Role::Surface, option.palette), ink);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(pill.adjusted(kInside, 0, -kInside, 0), Qt::AlignCenter,
                     metrics.elidedText(text, Qt::ElideRight, width - 2 * kInside));
    return width;
}

void HistoryDelegate::paintLabel(QPainter& painter, const QStyleOptionViewItem& option, const HistoryRow& row,
                                 const QStringList& texts)
{
    QRect room = option.rect.adjusted(paintBranches(painter, option, row), 0, -kPadding, 0);
    const QString standing = standingText(row.standing);
    const QString tag = format::text(row.revision.tag);
    const auto chip = [&](const QString& chipText, bool accent) {
        constexpr int kLeast = 40;
        if (!chipText.isEmpty() && room.width() > kLeast)
            room.setLeft(room.left() + paintChip(painter, option, room, chipText, accent) + kGap);
    };
    if (row.standing == Standing::head)
        chip(standing, true);
    chip(tag, false);
    painter.setFont(option.font);
    painter.setPen(roleColor(isUndone(row) ? Role::TextMuted : Role::Text, option.palette));
    // Where the whole has no room, what the user did has.
    QString shown;
    for (const QString& text : texts) {
        shown = isUndone(row) ? HistoryModel::tr("%1 (%2)").arg(text, standing) : text;
        if (option.fontMetrics.horizontalAdvance(shown) <= room.width())
            break;
    }
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(shown, Qt::ElideRight, room.width()));
}

} // namespace trestle
