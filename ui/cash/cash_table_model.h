#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_rows.h"
// clang-format on

#include <QAbstractTableModel>

namespace trestle {

/// The rows of the cash table: titles as the heads of rows, months as columns.
class CashTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit CashTableModel(QObject* parent = nullptr);
    void setRows(CashRows rows);
    [[nodiscard]] const CashRows& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    CashRows m_rows;
};

} // namespace trestle
