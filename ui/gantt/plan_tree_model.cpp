#include "ui/gantt/plan_tree_model.h"

#include "ui/base/format.h"
#include "ui/gantt/gantt_words.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace trestle {

namespace {

// An index of a phase carries 0, one of an item the row of its phase + 1.
constexpr quintptr kPhaseId = 0;

std::vector<std::uint32_t> itemsOf(const PhasePlan& phase)
{
    std::vector<std::uint32_t> rows(phase.itemCount);
    std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(phase.firstItem));
    return rows;
}

QString effortText(const Plan& plan, const PhasePlan* phase, const ItemPlan* item)
{
    if (!(phase ? phase->mayHaveWork() : item->mayHaveWork()))
        return phase ? ganttwords::settled(*phase) : ganttwords::settled(plan, *item);
    const ThreePoint& effort = phase ? phase->effort : item->effort;
    return format::effortRange(effort.low, effort.high);
}

} // namespace

PlanTreeModel::PlanTreeModel(QObject* parent) : QAbstractItemModel(parent), m_plan(std::make_shared<const Plan>()) {}

void PlanTreeModel::setUntil(const std::optional<UntilFinish>& until)
{
    if (until == m_until)
        return;
    m_until = until;
    if (const int phases = rowCount(); phases > 0)
        Q_EMIT dataChanged(index(0, Title), index(phases - 1, ColumnCount - 1),
                           {Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void PlanTreeModel::setPlan(std::shared_ptr<const Plan> plan)
{
    if (!samePhases(*plan)) {
        reset(std::move(plan));
        return;
    }
    removeGone(*plan);
    // What is left must stand in the same order in the new plan; then only its indices change.
    std::unordered_map<std::string_view, std::uint32_t> now;
    now.reserve(plan->items.size());
    for (std::uint32_t i = 0; i < plan->items.size(); ++i)
        now.emplace(plan->items[i].id, i);
    std::vector<Rows> moved = m_items;
    for (Rows& rows : moved)
        for (std::uint32_t& row : rows)
            row = now.at(m_plan->items[row].id);
    if (!std::ranges::all_of(moved, [](const Rows& rows) { return std::ranges::is_sorted(rows); })) {
        reset(std::move(plan));
        return;
    }
    m_plan = std::move(plan);
    m_items = std::move(moved);
    insertNew();
    tellChanged();
}

bool PlanTreeModel::samePhases(const Plan& next) const
{
    return std::ranges::equal(m_plan->phases, next.phases, {}, &PhasePlan::id, &PhasePlan::id);
}

void PlanTreeModel::removeGone(const Plan& next)
{
    for (std::size_t p = 0; p < m_items.size(); ++p) {
        Rows& rows = m_items[p];
        const PhasePlan& phase = next.phases[p];
        std::unordered_set<std::string_view> kept;
        for (std::size_t i = 0; i < phase.itemCount; ++i)
            kept.insert(next.items[phase.firstItem + i].id);
        const auto gone = [&](std::size_t r) { return !kept.contains(m_plan->items[rows[r]].id); };
        for (std::size_t end = rows.size(); end > 0;) {
            if (!gone(end - 1)) {
                --end;
                continue;
            }
            std::size_t first = end - 1;
            while (first > 0 && gone(first - 1))
                --first;
            beginRemoveRows(index(static_cast<int>(p), 0), static_cast<int>(first), static_cast<int>(end) - 1);
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(first),
                       rows.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
            end = first;
        }
    }
}

void PlanTreeModel::insertNew()
{
    for (std::size_t p = 0; p < m_items.size(); ++p) {
        Rows& rows = m_items[p];
        const Rows wanted = itemsOf(m_plan->phases[p]);
        for (std::size_t r = 0; r < wanted.size(); ++r) {
            std::size_t end = r;
            while (end < wanted.size() && (r >= rows.size() || rows[r] != wanted[end]))
                ++end;
            if (end == r)
                continue;
            beginInsertRows(index(static_cast<int>(p), 0), static_cast<int>(r), static_cast<int>(end) - 1);
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(r), wanted.begin() + static_cast<std::ptrdiff_t>(r),
                        wanted.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            r = end - 1;
        }
    }
}

void PlanTreeModel::tellChanged()
{
    if (m_items.empty())
        return;
    const int phases = static_cast<int>(m_items.size());
    Q_EMIT dataChanged(index(0, 0), index(phases - 1, ColumnCount - 1));
    for (int p = 0; p < phases; ++p)
        if (const int count = rowCount(index(p, 0)); count > 0)
            Q_EMIT dataChanged(index(0, 0, index(p, 0)), index(count - 1, ColumnCount - 1, index(p, 0)));
}

void PlanTreeModel::reset(std::shared_ptr<const Plan> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_items.clear();
    for (const PhasePlan& phase : m_plan->phases)
        m_items.push_back(itemsOf(phase));
    endResetModel();
}

QModelIndex PlanTreeModel::indexOf(const QString& node) const
{
    const std::string id = format::utf8(node);
    for (std::size_t p = 0; p < m_items.size(); ++p) {
        if (m_plan->phases[p].id == id)
            return index(static_cast<int>(p), 0);
        const auto found = std::ranges::find_if(m_items[p], [&](auto i) { return m_plan->items[i].id == id; });
        if (found != m_items[p].end())
            return index(static_cast<int>(found - m_items[p].begin()), 0, index(static_cast<int>(p), 0));
    }
    return {};
}

const PhasePlan* PlanTreeModel::phaseAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() != kPhaseId)
        return nullptr;
    return &m_plan->phases[static_cast<std::size_t>(index.row())];
}

const ItemPlan* PlanTreeModel::itemAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kPhaseId)
        return nullptr;
    return &m_plan->items[m_items[index.internalId() - 1][static_cast<std::size_t>(index.row())]];
}

QModelIndex PlanTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kPhaseId);
}

QModelIndex PlanTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kPhaseId)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, kPhaseId);
}

int PlanTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_items.size());
    if (parent.internalId() != kPhaseId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_items[static_cast<std::size_t>(parent.row())].size());
}

int PlanTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant PlanTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PhasePlan* phase = phaseAt(index);
    const ItemPlan* item = itemAt(index);
    const bool hasWork = phase ? phase->mayHaveWork() : item->mayHaveWork();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Title)
            return phase ? ganttwords::title(*phase) : ganttwords::title(*item);
        if (index.column() == Effort)
            return effortText(*m_plan, phase, item);
        if (const PerCase<Money>& cost = phase ? phase->shownCost : item->shownCost; hasWork)
            return format::shownAmountRange(cost.low, cost.high);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() != Title)
            break;
        return phase ? ganttwords::accessibleName(*m_plan, *phase, m_until)
                     : ganttwords::accessibleName(*m_plan, *item);
    case Qt::ToolTipRole:
        return phase ? ganttwords::tooltip(*m_plan, *phase, m_until) : ganttwords::tooltip(*m_plan, *item);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Title ? Qt::AlignLeft : Qt::AlignRight));
    case NodeRole: return format::text(phase ? phase->id : item->id);
    case IsPhaseRole: return phase != nullptr;
    case HasWorkRole: return hasWork;
    default: break;
    }
    return {};
}

QVariant PlanTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignBottom | (section == Title ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && section != Title)
        return section == Effort ? tr("Work left, low to high, as weeks, days or hours of one full-time person")
                                 : tr("Pay for the work left, low to high, ex GST");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Phase");
    case Effort: return tr("Work left");
    case Cost: return tr("AUD");
    default: return {};
    }
}

} // namespace trestle
