#include "ui/scan/review_model.h"

#include "ui/theme/tip_text.h"

#include <algorithm>
#include <utility>

namespace trestle {

void ReviewModel::setRows(std::vector<ReviewRow> rows)
{
    if (!std::ranges::equal(rows, m_rows, {}, &ReviewRow::item, &ReviewRow::item)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

int ReviewModel::rowOf(const std::string& item) const
{
    const auto found = std::ranges::find(m_rows, item, &ReviewRow::item);
    return found == m_rows.end() || item.empty() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReviewModel::itemRowFrom(int row) const
{
    const int count = rowCount();
    for (int i = std::max(row, 0); i < count; ++i)
        if (!at(i).isHeading())
            return i;
    for (int i = std::min(row, count) - 1; i >= 0; --i)
        if (!at(i).isHeading())
            return i;
    return -1;
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (at(index.row()).isHeading())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ReviewRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return reviewSpoken(row);
    case Qt::ToolTipRole: return row.isHeading() ? QVariant() : QVariant(tipParagraph({}, reviewLine(row)));
    default: return {};
    }
}

} // namespace trestle
