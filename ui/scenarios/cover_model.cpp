#include "ui/scenarios/cover_model.h"

#include <utility>

namespace trestle {

namespace {

int alignmentOf(int column)
{
    return column == CoverModel::Price ? int{Qt::AlignRight | Qt::AlignVCenter} : int{Qt::AlignLeft | Qt::AlignVCenter};
}

} // namespace

void CoverModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CoverModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CoverModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CoverModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == CoveredRole)
        return row.covered;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Item: return row.item;
    case Phase: return row.phase;
    case Price: return row.price;
    default: return row.covered ? tr("Paid for") : tr("Not paid for");
    }
}

QVariant CoverModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Item: return tr("Item");
    case Phase: return tr("Phase");
    case Price: return tr("Likely labour");
    case Verdict: return tr("With this money");
    default: return {};
    }
}

} // namespace trestle
