#include "ui/cash/cash_table_model.h"

#include "ui/base/format.h"
#include "ui/cash/cash_words.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <utility>

namespace trestle {

CashTableModel::CashTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void CashTableModel::setRows(CashRows rows)
{
    if (rows == m_rows)
        return;
    const bool sameShape = rows.rows.size() == m_rows.rows.size() && rows.months.size() == m_rows.months.size();
    if (!sameShape)
        beginResetModel();
    m_rows = std::move(rows);
    if (!sameShape) {
        endResetModel();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int CashTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows.size());
}

int CashTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.months.size());
}

QVariant CashTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const CashRow& row = m_rows.rows[static_cast<std::size_t>(index.row())];
    const Money amount = row.amounts[static_cast<std::size_t>(index.column())];
    const bool isSilent = row.kind == CashRow::Kind::Line && amount == Money{};
    switch (role) {
    case Qt::DisplayRole: return m_rows.areAwaited ? tr("…") : isSilent ? QString() : format::amount(amount);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        return row.kind == CashRow::Kind::Last
                   ? QVariant(scaledFont(QApplication::font(), TextSize::Small, QFont::DemiBold))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(row.title, cashwords::monthName(m_rows.months[static_cast<std::size_t>(index.column())]),
                 m_rows.areAwaited ? tr("not known yet") : format::money(amount));
    default: return {};
    }
}

QVariant CashTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal) {
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole || at >= m_rows.months.size())
            return {};
        const std::chrono::year_month month = m_rows.months[at];
        const auto number = static_cast<int>(static_cast<unsigned>(month.month()));
        return section == 0 || number == 1 ? format::monthYear(static_cast<int>(month.year()), number)
                                           : format::month(number);
    }
    if (at >= m_rows.rows.size())
        return {};
    const CashRow& row = m_rows.rows[at];
    switch (role) {
    case Qt::DisplayRole: return row.rule.isEmpty() ? row.title : tr("%1 · %2").arg(row.title, row.rule);
    case Qt::ToolTipRole:
        return row.own ? tr("%1 · %2. Double-click to edit.").arg(row.title, row.rule)
                       : headerData(section, orientation, Qt::DisplayRole);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return scaledFont(QApplication::font(), TextSize::Small,
                          row.kind == CashRow::Kind::Last ? QFont::DemiBold : QFont::Normal);
    default: return {};
    }
}

} // namespace trestle
