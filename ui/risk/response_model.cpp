#include "ui/risk/response_model.h"

#include "ui/risk/register_model.h"

namespace trestle {

namespace {

bool isResponseFigure(int column)
{
    return column != ResponseModel::Title && column != ResponseModel::Changes;
}

QString responseCell(const ResponseRow& row, int column)
{
    switch (column) {
    case ResponseModel::Title: return row.title;
    case ResponseModel::Changes: return row.change;
    case ResponseModel::Cost: return row.cost;
    case ResponseModel::Saves: return row.time;
    case ResponseModel::Amount: return row.money;
    case ResponseModel::Pays: return row.pays;
    default: return {};
    }
}

} // namespace

void ResponseModel::setRows(std::vector<ResponseRow> rows, const QString& sure)
{
    if (rows == m_rows && sure == m_sure)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_sure = sure;
    endResetModel();
}

int ResponseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResponseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResponseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isResponseFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Response");
    case Changes: return tr("Changes");
    case Cost: return tr("Costs, AUD");
    case Saves: return tr("Saves at %1").arg(m_sure);
    case Amount: return tr("AUD");
    case Pays: return tr("So you pay");
    default: return {};
    }
}

QVariant ResponseModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ResponseRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return responseCell(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isResponseFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == Title
                   ? tr("%1, %2").arg(row.number).arg(row.title)
                   : tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                      responseCell(row, index.column()));
    case RegisterModel::NumberRole: return index.column() == Title ? QVariant(row.number) : QVariant();
    case RegisterModel::BarRole: return index.column() == Saves ? QVariant(row.bar) : QVariant();
    default: return {};
    }
}

} // namespace trestle
