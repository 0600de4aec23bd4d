#pragma once

#include "ui/pages/cost_grid.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace trestle {

/// A CostGrid as an item model. A new grid of the same shape changes figures in place, so that selection and scroll
/// position stay while the plan is edited.
class CostTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ItemRole {
        SortRole = Qt::UserRole, ///< cents, percent or the row's natural place
        KindRole,                ///< CostRow::Kind as int
        BarRole,                 ///< QVariantList of three fractions of the column: low, likely, high
    };

    explicit CostTableModel(QObject* parent = nullptr);
    void setGrid(CostGrid grid);
    [[nodiscard]] const CostGrid& grid() const { return m_grid; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const CostRow& row, int column) const;
    [[nodiscard]] QVariant sortKey(const CostRow& row, int rowNumber, int column) const;
    [[nodiscard]] QVariant barFractions(const CostRow& row) const;

    CostGrid m_grid;
};

/// Sorts lines within their block; sums stay below the lines they sum, in either direction.
class CostSortModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CostSortModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace trestle
