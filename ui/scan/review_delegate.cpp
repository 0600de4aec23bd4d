#include "ui/scan/review_delegate.h"

#include "ui/base/wording_scan.h"
#include "ui/scan/review_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace trestle {

namespace {

constexpr int kSign = 16;
constexpr int kInside = 8;

QFont titleFont(const QStyleOptionViewItem& option, bool heading)
{
    return scaledFont(option.font, TextSize::Body, heading ? QFont::DemiBold : QFont::Normal);
}

QFont lineFont(const QStyleOptionViewItem& option)
{
    return scaledFont(option.font, TextSize::Small);
}

/// A triangle with a stroke and a dot in it.
void paintWarning(QPainter& painter, const QRectF& rect, const QColor& ink)
{
    QPainterPath triangle;
    triangle.moveTo(rect.center().x(), rect.top() + 1.5);
    triangle.lineTo(rect.right() - 0.5, rect.bottom() - 1.5);
    triangle.lineTo(rect.left() + 0.5, rect.bottom() - 1.5);
    triangle.closeSubpath();
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(triangle);
    const double x = rect.center().x();
    painter.drawLine(QPointF(x, rect.top() + 6.5), QPointF(x, rect.top() + 9.5));
    painter.drawPoint(QPointF(x, rect.top() + 12));
}

/// A box whose upper right corner is open to an arrow that leaves it.
void paintAway(QPainter& painter, const QRectF& rect, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box = rect.adjusted(1.5, 3.5, -3.5, -1.5);
    QPainterPath open(QPointF(box.center().x(), box.top()));
    open.lineTo(box.topLeft());
    open.lineTo(box.bottomLeft());
    open.lineTo(box.bottomRight());
    open.lineTo(QPointF(box.right(), box.center().y()));
    painter.drawPath(open);
    const QPointF tip(rect.right() - 1.5, rect.top() + 1.5);
    painter.drawLine(box.center(), tip);
    painter.drawLine(tip, tip - QPointF(5, 0));
    painter.drawLine(tip, tip + QPointF(0, 5));
}

} // namespace

void paintFoundState(QPainter& painter, const QRectF& rect, FoundState state, const QPalette& palette)
{
    const auto color = [&](Role role) { return roleColor(role, palette); };
    const auto box = [&](shapes::Mark mark) {
        shapes::tickBox(painter, rect, mark, color(Role::ControlBorder), color(Role::Accent),
                        color(Role::TextOnAccent));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case FoundState::done: box(shapes::Mark::Tick); break;
    case FoundState::partial: box(shapes::Mark::Dash); break;
    case FoundState::none: box(shapes::Mark::Empty); break;
    case FoundState::opposite: paintWarning(painter, rect, color(Role::Text)); break;
    case FoundState::elsewhere: paintAway(painter, rect, color(Role::TextMuted)); break;
    }
    painter.restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& model = static_cast<const ReviewModel&>(*index.model());
    const bool heading = model.at(index.row()).isHeading();
    const int title = QFontMetrics(titleFont(option, heading)).height();
    const int line = heading ? 0 : QFontMetrics(lineFont(option)).height();
    return {200, title + line + (heading ? 2 * kInside : kInside)};
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& model = static_cast<const ReviewModel&>(*index.model());
    const ReviewRow& row = model.at(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    if (row.isHeading()) {
        const QRect room = option.rect.adjusted(4, kInside, -4, 0);
        const QFont font = titleFont(option, true);
        painter->setFont(font);
        painter->setPen(roleColor(Role::Text, option.palette));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(row.title, Qt::ElideRight, room.width()));
    } else {
        paintRow(*painter, option, row);
    }
    painter->restore();
}

void ReviewDelegate::paintRow(QPainter& painter, const QStyleOptionViewItem& option, const ReviewRow& row)
{
    const auto color = [&](Role role) { return roleColor(role, option.palette); };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        shapes::panel(painter, option.rect, 4, color(Role::Selection),
                      option.state.testFlag(QStyle::State_HasFocus) ? color(Role::Accent) : QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        shapes::panel(painter, option.rect, 4, color(Role::SurfaceMuted), {});

    const QFont font = titleFont(option, false);
    const QFont small = lineFont(option);
    const QFontMetrics metrics(font);
    const QFontMetrics smallMetrics(small);
    QRect room = option.rect.adjusted(kInside, kInside / 2, -kInside, -kInside / 2);
    paintFoundState(painter, QRect(room.left(), room.top() + (metrics.height() - kSign) / 2, kSign, kSign), row.state,
                    option.palette);
    room.setLeft(room.left() + kSign + kInside);
    const QRect below = room.adjusted(0, metrics.height(), 0, 0);

    const QString answer = row.answer == ProposalAnswer::open ? QString() : wording::proposalAnswer(row.answer);
    painter.setFont(small);
    painter.setPen(color(Role::TextMuted));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                     smallMetrics.elidedText(reviewLine(row), Qt::ElideRight, below.width()));
    QRect line(room.left(), room.top(), room.width(), metrics.height());
    if (!answer.isEmpty()) {
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, answer);
        line.setRight(line.right() - smallMetrics.horizontalAdvance(answer) - kInside);
    }
    painter.setFont(font);
    painter.setPen(color(answer.isEmpty() ? Role::Text : Role::TextMuted));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(row.title, Qt::ElideRight, line.width()));
}

} // namespace trestle
