#include "ui/insights/value_model.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/insights/insight_words.h"

namespace trestle {

void ValueModel::setValues(const Plan& plan, const std::vector<ItemValue>& values)
{
    std::vector<Row> rows;
    for (const ItemValue& value : values)
        rows.push_back({format::text(value.id), wording::nodeTitle(plan, value.id), insightwords::weeksSaved(value),
                        insightwords::costSaved(value), insightwords::remark(value)});
    m_isStale = false;
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ValueModel::clear()
{
    if (m_rows.empty())
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int ValueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ValueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::CheckStateRole: return static_cast<int>(Qt::Unchecked);
    case Qt::ToolTipRole: return tr("Tick to try the plan with it in place");
    case Qt::AccessibleTextRole: {
        const QString saved = tr("%1: saves %2, %3").arg(row.title, row.weeks, row.cost);
        return row.remark.isEmpty() ? saved : tr("%1; %2").arg(saved, row.remark);
    }
    case IdRole: return row.id;
    case WeeksRole: return row.weeks;
    case CostRole: return row.cost;
    case RemarkRole: return row.remark;
    default: return {};
    }
}

bool ValueModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole ||
        value.toInt() != Qt::Checked || m_isStale)
        return false;
    const QString item = m_rows[static_cast<std::size_t>(index.row())].id;
    Q_EMIT trialWanted(item); // may empty this list
    return true;
}

Qt::ItemFlags ValueModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && !m_isStale)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace trestle
