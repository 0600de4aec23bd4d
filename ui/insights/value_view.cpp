#include "ui/insights/value_view.h"

#include "ui/insights/value_model.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kBox = 16;
constexpr int kInset = 4;
constexpr int kCellGap = 8;
constexpr int kLeastText = 60;

/// Where the parts of a row are; rows differ in height, since texts wrap.
struct Places {
    QRect box;
    QRect title;
    QRect weeks;
    QRect remark;
    QRect cost;
    int height = 0;
};

int widthOf(const QFontMetrics& metrics, const QString& text)
{
    return metrics.horizontalAdvance(text) + 2;
}

Places placesFor(const QRect& rect, const QFont& base, const QModelIndex& index)
{
    const QFontMetrics large(base);
    const QFontMetrics strong(scaledFont(base, TextSize::Body, QFont::Medium));
    const QFontMetrics small(scaledFont(base, TextSize::Small));
    const QString remark = index.data(ValueModel::RemarkRole).toString();
    const int left = rect.left() + kInset + kBox + kCellGap;
    const int right = rect.right() - kInset;
    const int weeks = widthOf(strong, index.data(ValueModel::WeeksRole).toString());
    const int cost = widthOf(small, index.data(ValueModel::CostRole).toString());
    const auto tall = [&](const QFontMetrics& metrics, int width, const QString& text) {
        return std::max(
            metrics.height(),
            metrics.boundingRect(QRect(0, 0, std::max(kLeastText, width), 1000), Qt::TextWordWrap, text).height());
    };
    const int titleWidth = right - left - weeks - kCellGap;
    const int remarkWidth = right - left - cost - kCellGap;
    const int titleHeight = tall(large, titleWidth, index.data().toString());
    const int remarkHeight = tall(small, remarkWidth, remark);
    Places places;
    int y = rect.top() + kInset;
    places.box = QRect(rect.left() + kInset, y + (large.height() - kBox) / 2, kBox, kBox);
    places.title = QRect(left, y, titleWidth, titleHeight);
    places.weeks = QRect(right - weeks, y, weeks, large.height());
    y += titleHeight + 1;
    places.remark = QRect(left, y, remarkWidth, remarkHeight);
    places.cost = QRect(right - cost, y, cost, small.height());
    places.height = kInset + titleHeight + 1 + remarkHeight + kInset + 1;
    return places;
}

} // namespace

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {kLeastText, placesFor(QRect(0, 0, width, 0), option.font, index).height};
}

void ValueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto color = [&](Role role) { return roleColor(role, option.palette); };
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    if (option.state.testFlag(QStyle::State_Selected))
        shapes::panel(*painter, option.rect, 4, color(Role::Selection), focused ? color(Role::Accent) : QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        shapes::panel(*painter, option.rect, 4, color(Role::SurfaceMuted), {});
    const Places places = placesFor(option.rect, option.font, index);
    shapes::tickBox(*painter, places.box, shapes::Mark::Empty, color(Role::ControlBorder), color(Role::Accent),
                    color(Role::TextOnAccent));
    painter->setPen(color(Role::Text));
    painter->setFont(option.font);
    painter->drawText(places.title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data().toString());
    painter->setFont(scaledFont(option.font, TextSize::Body, QFont::Medium));
    painter->drawText(places.weeks, Qt::AlignRight | Qt::AlignTop, index.data(ValueModel::WeeksRole).toString());
    painter->setFont(scaledFont(option.font, TextSize::Small));
    painter->setPen(color(Role::TextMuted));
    painter->drawText(places.remark, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data(ValueModel::RemarkRole).toString());
    painter->drawText(places.cost, Qt::AlignRight | Qt::AlignTop, index.data(ValueModel::CostRole).toString());
    painter->restore();
}

bool ValueDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect box = placesFor(option.rect, option.font, index).box.adjusted(-kInset, -kInset, kInset, kInset);
    return mouse->button() == Qt::LeftButton && box.contains(mouse->position().toPoint()) &&
           model->setData(index, static_cast<int>(Qt::Checked), Qt::CheckStateRole);
}

ValueView::ValueView(QWidget* parent) : QListView(parent)
{
    setItemDelegate(new ValueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
}

void ValueView::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ValueView::fitHeight);
    fitHeight();
}

void ValueView::fitHeight()
{
    // While there are no values the view keeps the height of the last ones: nothing moves until the new ones are there.
    if (!model() || model()->rowCount() == 0)
        return;
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += sizeHintForRow(row);
    setFixedHeight(height);
}

void ValueView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout();
        fitHeight();
    }
}

void ValueView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        Q_EMIT lookedAt(current);
}

void ValueView::keyPressEvent(QKeyEvent* event)
{
    const bool ticks = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (ticks && currentIndex().isValid()) {
        model()->setData(currentIndex(), static_cast<int>(Qt::Checked), Qt::CheckStateRole);
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace trestle
