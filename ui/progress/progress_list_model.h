#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/progress/progress_rows.h"
// clang-format on

#include <QAbstractTableModel>

namespace trestle {

/// The rows of the progress list: what it is, who is on it, when, and what stands at the right.
class ProgressListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Who, When, Aside, ColumnCount };

    explicit ProgressListModel(QObject* parent = nullptr);
    void setRows(ProgressRows rows);
    [[nodiscard]] const ProgressRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const std::string& item) const; ///< −1: not in the list
    /// The item that is selected when this one leaves its place: the one below it, else the one above.
    [[nodiscard]] std::string neighbourOf(const std::string& item) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    ProgressRows m_rows;
};

} // namespace trestle
