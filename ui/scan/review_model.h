#pragma once

#include "ui/scan/review_rows.h"

#include <QAbstractListModel>

#include <vector>

namespace trestle {

/// The rows of the review. Headings can't be chosen.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Rows that stay where they are keep their place in the views; else all come anew.
    void setRows(std::vector<ReviewRow> rows);
    [[nodiscard]] const ReviewRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1: not shown.
    [[nodiscard]] int rowOf(const std::string& item) const;
    /// The first row from `row` on that is no heading, else the last before it; -1: there is none.
    [[nodiscard]] int itemRowFrom(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<ReviewRow> m_rows;
};

} // namespace trestle
