#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace trestle {

FlowLayout::FlowLayout(int gap) : m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < m_items.size() ? m_items[at].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem* item = at->release();
    m_items.erase(at);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    struct Placed {
        QLayoutItem* item;
        QRect place;
    };
    std::vector<Placed> row;
    int x = area.left();
    int y = area.top();
    int rowHeight = 0;
    // Controls of different heights in a row have one middle.
    const auto place = [&] {
        for (const Placed& placed : row)
            if (apply)
                placed.item->setGeometry(placed.place.translated(0, (rowHeight - placed.place.height()) / 2));
        row.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > area.left() && x + size.width() > area.right() + 1) {
            place();
            x = area.left();
            y += rowHeight + m_gap;
            rowHeight = 0;
        }
        row.push_back({item.get(), QRect(QPoint(x, y), size)});
        x += size.width() + m_gap;
        rowHeight = std::max(rowHeight, size.height());
    }
    place();
    return y + rowHeight - rect.top() + contentsMargins().bottom();
}

} // namespace trestle
