#include "ui/checklist/checklist_delegate.h"

#include "models/inputs.h"
#include "ui/checklist/checklist_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace trestle {

namespace {

constexpr int kBox = 16;
constexpr int kIndent = 12;
constexpr int kGap = 8;

ItemState stateOf(const QModelIndex& index)
{
    return static_cast<ItemState>(index.data(ChecklistModel::StateRole).toInt());
}

bool isPhase(const QModelIndex& index)
{
    return !index.parent().isValid();
}

QRect boxOf(const QStyleOptionViewItem& option)
{
    return {option.rect.left() + kIndent, option.rect.center().y() - kBox / 2 + 1, kBox, kBox};
}

bool isOnBox(const QStyleOptionViewItem& option, const QPoint& place)
{
    return boxOf(option).adjusted(-kIndent, -4, 4, 4).contains(place);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    if (selected) {
        shapes::panel(painter, option.rect, 4, roleColor(Role::Selection, option.palette),
                      focused ? roleColor(Role::Accent, option.palette) : QColor());
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        shapes::panel(painter, option.rect, 4, roleColor(Role::SurfaceMuted, option.palette), {});
    }
}

/// Text at the right, if there is room; returns what is left for the rest of the line.
QRect paintAside(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, const QString& text)
{
    constexpr int kLeast = 28;
    if (text.isEmpty() || line.width() < kLeast)
        return line;
    const QFont font = scaledFont(option.font, TextSize::Small);
    const QFontMetrics metrics(font);
    // The whole pixels that the advance is told in can be a fraction short of what eliding measures.
    const int width = qMin(metrics.horizontalAdvance(text) + 2, line.width());
    painter.setFont(font);
    painter.setPen(roleColor(Role::TextMuted, option.palette));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, width));
    return line.adjusted(0, 0, -width - kGap, 0);
}

/// A dot over the corner of the box: a proposal for its state waits.
void paintProposalMark(QPainter& painter, const QRect& box, const QColor& fill, const QColor& edge)
{
    constexpr double kRadius = 4.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1.5));
    painter.setBrush(fill);
    painter.drawEllipse(QPointF(box.right() + 1, box.top()), kRadius, kRadius);
    painter.restore();
}

/// Owner and sign of a note if both have room, else the sign alone.
QString fittingRemark(const QStyleOptionViewItem& option, const QModelIndex& index, int width)
{
    const QString both = index.data(ChecklistModel::RemarkRole).toString();
    const QFontMetrics metrics(scaledFont(option.font, TextSize::Small));
    for (const QString& remark : {both, both.section(QStringLiteral(" · "), -1)})
        if (metrics.horizontalAdvance(remark) + 2 <= width)
            return remark;
    return {};
}

} // namespace

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int text = QFontMetrics(option.font).height();
    return {200, isPhase(index) ? text + 15 : qMax(text + 8, kBox + 8)};
}

void ChecklistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option);
    if (isPhase(index))
        paintPhase(*painter, option, index);
    else
        paintItem(*painter, option, index);
    painter->restore();
}

void ChecklistDelegate::paintPhase(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    const QRect rect = option.rect.adjusted(2, 0, -2, 0);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool open = option.state.testFlag(QStyle::State_Open);
    constexpr int kArrow = 14;
    const QRect line(rect.left() + kArrow, rect.top() + 3, rect.width() - kArrow,
                     QFontMetrics(option.font).height() + 4);
    if (view && index.model()->hasChildren(index))
        shapes::chevron(painter, QRect(rect.left() - 2, line.top(), kArrow, line.height()),
                        open ? Qt::DownArrow : Qt::RightArrow, roleColor(Role::Text, option.palette));

    const QRect room = paintAside(painter, option, line, index.data(ChecklistModel::SummaryRole).toString());
    const QFont font = scaledFont(option.font, TextSize::Body, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(roleColor(Role::Text, option.palette));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    shapes::progress(painter, QRectF(rect.left(), rect.bottom() - 5, rect.width(), 4),
                     index.data(ChecklistModel::ProgressRole).toDouble(), roleColor(Role::Track, option.palette),
                     roleColor(Role::InPlace, option.palette));
}

void ChecklistDelegate::paintItem(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ItemState state = stateOf(index);
    const bool apart = ChecklistModel::isOfferedApart(index);
    const auto color = [&](Role role) { return roleColor(role, option.palette); };
    const QRect box = boxOf(option);
    shapes::tickBox(painter, box, apart ? shapes::Mark::Empty : shapes::markOf(state), color(Role::ControlBorder),
                    color(Role::Accent), color(Role::TextOnAccent));

    if (index.data(ChecklistModel::ProposalRole).toBool())
        paintProposalMark(painter, box, color(Role::Accent), color(Role::Surface));

    const QRect line = option.rect.adjusted(kIndent + kBox + kGap, 0, -4, 0);
    QFont font = option.font;
    font.setStrikeOut(state == ItemState::excluded && !apart);
    const QFontMetrics metrics(font);
    const QString title = index.data().toString();
    // The title comes first; owner and note take what it leaves.
    const QRect room = paintAside(painter, option, line, index.data(ChecklistModel::SummaryRole).toString());
    const QRect rest = room.adjusted(metrics.horizontalAdvance(title) + 2 * kGap, 0, 0, 0);
    paintAside(painter, option, rest, fittingRemark(option, index, rest.width()));

    const bool settled = state == ItemState::done || state == ItemState::excluded;
    painter.setFont(font);
    painter.setPen(color(settled ? Role::TextMuted : Role::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(title, Qt::ElideRight, room.width()));
}

bool ChecklistDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                    const QModelIndex& index)
{
    if (isPhase(index))
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton || !isOnBox(option, mouse->position().toPoint()))
            return false;
        return model->setData(index, true, ChecklistModel::ClickRole);
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
        return model->setData(index, true, ChecklistModel::ClickRole);
    // A double click on the box is two clicks.
    return event->type() == QEvent::MouseButtonDblClick &&
           boxOf(option).contains(static_cast<QMouseEvent*>(event)->position().toPoint());
}

bool ChecklistDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                  const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || isPhase(index) || !isOnBox(option, event->pos()))
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), boxHint(), view->viewport(), view->visualRect(index));
    return true;
}

QString ChecklistDelegate::boxHint()
{
    return tr("Click, or Space: in place; again: partly; again: to build. P: under way. X: not needed.");
}

} // namespace trestle
