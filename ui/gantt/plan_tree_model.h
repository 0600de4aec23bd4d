#pragma once

#include "models/plan/plan.h"
#include "ui/gantt/gantt_layout.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <memory>
#include <vector>

namespace trestle {

/// Phases and their items with effort and cost, for the tree beside the chart. A view of one Plan value: setPlan()
/// replaces it, telling views of rows that came and went, so that they keep what is open, current and scrolled to.
class PlanTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Title, Effort, Cost, ColumnCount };
    enum Role {
        NodeRole = Qt::UserRole, ///< id of the phase or item, QString
        IsPhaseRole,             ///< bool
        HasWorkRole,             ///< bool
    };

    explicit PlanTreeModel(QObject* parent = nullptr);

    [[nodiscard]] const std::shared_ptr<const Plan>& plan() const { return m_plan; }
    void setPlan(std::shared_ptr<const Plan> plan);
    /// What tool tips and accessible names of phases say of their finish.
    void setUntil(const std::optional<UntilFinish>& until);

    /// The first column's index of a node; invalid for an unknown id.
    [[nodiscard]] QModelIndex indexOf(const QString& node) const;
    [[nodiscard]] const PhasePlan* phaseAt(const QModelIndex& index) const; ///< null for an item
    [[nodiscard]] const ItemPlan* itemAt(const QModelIndex& index) const;   ///< null for a phase

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Rows = std::vector<std::uint32_t>; // indices into Plan::items

    [[nodiscard]] bool samePhases(const Plan& next) const;
    void removeGone(const Plan& next);
    void insertNew();
    void tellChanged();
    void reset(std::shared_ptr<const Plan> plan);

    std::shared_ptr<const Plan> m_plan;
    std::optional<UntilFinish> m_until;
    std::vector<Rows> m_items; // per phase; equals the plan's own order but for the moment of a change
};

} // namespace trestle
