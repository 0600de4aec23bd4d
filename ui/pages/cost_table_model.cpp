#include "ui/pages/cost_table_model.h"

#include "ui/base/format.h"

#include <QFont>

#include <utility>

namespace trestle {

CostTableModel::CostTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void CostTableModel::setGrid(CostGrid grid)
{
    if (grid == m_grid)
        return;
    const auto sameShape = [&] {
        if (grid.headings != m_grid.headings || grid.rows.size() != m_grid.rows.size())
            return false;
        for (std::size_t i = 0; i < grid.rows.size(); ++i)
            if (grid.rows[i].kind != m_grid.rows[i].kind || grid.rows[i].block != m_grid.rows[i].block)
                return false;
        return true;
    };
    if (sameShape() && !grid.rows.empty()) {
        m_grid = std::move(grid);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_grid = std::move(grid);
    endResetModel();
}

int CostTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_grid.rows.size());
}

int CostTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_grid.columnCount();
}

QString CostTableModel::text(const CostRow& row, int column) const
{
    if (column == 0)
        return row.title;
    if (column == m_grid.shareColumn())
        return row.sharePercent ? format::wholePercent(*row.sharePercent) : QString();
    if (column == m_grid.barColumn())
        return {};
    const auto& amount = row.amounts[static_cast<std::size_t>(column) - 1];
    if (!amount)
        return {};
    if (*amount == Money{})
        return tr("–"); // a column of zeros hides where the money goes
    return m_grid.cents ? format::exactAmount(*amount) : format::amount(*amount);
}

QVariant CostTableModel::sortKey(const CostRow& row, int rowNumber, int column) const
{
    if (column == 0)
        return rowNumber; // phases in the plan's order, months by time
    if (column == m_grid.shareColumn())
        return row.sharePercent.value_or(0);
    if (column == m_grid.barColumn())
        return QVariant::fromValue<qlonglong>(row.bar ? row.bar->amount.high.cents - row.bar->amount.low.cents : 0);
    return QVariant::fromValue<qlonglong>(row.amounts[static_cast<std::size_t>(column) - 1].value_or(Money{}).cents);
}

QVariant CostTableModel::barFractions(const CostRow& row) const
{
    if (!row.bar || m_grid.longestBar <= Money{})
        return {};
    const auto fraction = [&](Money amount) { return amount.inDollars() / m_grid.longestBar.inDollars(); };
    const PerCase<Money>& amount = row.bar->amount;
    return QVariantList{fraction(amount.low), fraction(amount.likely), fraction(amount.high)};
}

QVariant CostTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CostRow& row = m_grid.rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == 0 || column == m_grid.barColumn() ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole: return row.explanation.isEmpty() ? QVariant() : row.explanation;
    case Qt::AccessibleTextRole:
        // A cell alone is a bare figure: the row and the column say of what.
        if (column > 0 && !text(row, column).isEmpty())
            return QStringLiteral("%1, %2: %3").arg(row.title, m_grid.headings[column], text(row, column));
        return text(row, column);
    case SortRole: return sortKey(row, index.row(), column);
    case KindRole: return static_cast<int>(row.kind);
    case BarRole: return column == m_grid.barColumn() ? barFractions(row) : QVariant();
    default: return {};
    }
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_grid.columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_grid.headings[section];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0                    ? Qt::AlignLeft
                                       : section == m_grid.barColumn() ? Qt::AlignHCenter
                                                                       : Qt::AlignRight));
    return {};
}

CostSortModel::CostSortModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CostTableModel::SortRole);
    setDynamicSortFilter(true);
}

bool CostSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto* costs = qobject_cast<const CostTableModel*>(sourceModel());
    const auto group = [costs](const QModelIndex& index) {
        const CostRow& row = costs->grid().rows[static_cast<std::size_t>(index.row())];
        return std::pair(row.block, row.kind == CostRow::Kind::Line ? 0 : 1);
    };
    const auto a = group(left);
    const auto b = group(right);
    if (a != b) // the proxy turns the answer round when it sorts downwards
        return sortOrder() == Qt::AscendingOrder ? a < b : b < a;
    return left.data(sortRole()).toLongLong() < right.data(sortRole()).toLongLong();
}

} // namespace trestle
