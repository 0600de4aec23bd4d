#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace trestle {

/// The open items with what each costs: first those that the money does not last for, then those that it pays for, each
/// in the order of the catalogue.
class CoverModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Item, Phase, Price, Verdict, ColumnCount };
    enum Role { CoveredRole = Qt::UserRole };
    struct Row {
        QString item;
        QString phase;
        QString price; ///< labour, likely
        bool covered = false;
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace trestle
