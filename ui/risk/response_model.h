#pragma once

#include "ui/risk/register_words.h"

#include <QAbstractTableModel>

namespace trestle {

/// What each response is worth, to read.
class ResponseModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Changes, Cost, Saves, Amount, Pays, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ResponseRow> rows, const QString& sure);
    [[nodiscard]] const std::vector<ResponseRow>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ResponseRow> m_rows;
    QString m_sure; ///< "80 % sure"
};

} // namespace trestle
