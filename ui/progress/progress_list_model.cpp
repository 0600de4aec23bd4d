#include "ui/progress/progress_list_model.h"

#include "ui/base/wording.h"
#include "ui/theme/tip_text.h"

#include <algorithm>
#include <utility>

namespace trestle {

ProgressListModel::ProgressListModel(QObject* parent) : QAbstractTableModel(parent) {}

void ProgressListModel::setRows(ProgressRows rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ProgressListModel::rowOf(const std::string& item) const
{
    const auto found = std::ranges::find(m_rows, item, &ProgressRow::item);
    return item.empty() || found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::string ProgressListModel::neighbourOf(const std::string& item) const
{
    const int row = rowOf(item);
    const int count = rowCount();
    for (int below = row + 1; row >= 0 && below < count; ++below)
        if (!at(below).isHeading)
            return at(below).item;
    for (int above = row - 1; above >= 0; --above)
        if (!at(above).isHeading)
            return at(above).item;
    return {};
}

int ProgressListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProgressListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProgressListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ProgressRow& row = at(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == What)
        return row.isHeading ? describe(row) : tr("%1, %2").arg(describe(row), wording::itemState(row.state));
    if (role == Qt::ToolTipRole)
        return row.isHeading ? QVariant() : QVariant(wrappedTip(describe(row)));
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Aside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case What: return row.title;
    case Who: return row.who;
    case When: return row.when;
    default: return row.aside;
    }
}

QVariant ProgressListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Item");
    case Who: return tr("Who");
    case When: return tr("When");
    default: return tr("How it goes");
    }
}

Qt::ItemFlags ProgressListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || at(index.row()).isHeading)
        return Qt::NoItemFlags; // the keys go over a heading
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace trestle
