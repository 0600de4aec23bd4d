#pragma once

#include "models/decisions/item_value.h"

#include <QAbstractListModel>

#include <vector>

namespace trestle {

/// What each item would save, as a list of boxes to tick. Ticking asks for a trial; the list itself stays as it is
/// until the plan has changed.
class ValueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, WeeksRole, CostRole, RemarkRole };

    using QAbstractListModel::QAbstractListModel;
    void setValues(const Plan& plan, const std::vector<ItemValue>& values);
    void clear();
    /// Rows of a plan that is no more: to look at, not to tick.
    void setStale() { m_isStale = true; }
    [[nodiscard]] bool isStale() const { return m_isStale; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void trialWanted(const QString& item);

private:
    struct Row {
        QString id;
        QString title;
        QString weeks;
        QString cost;
        QString remark;
        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> m_rows;
    bool m_isStale = false;
};

} // namespace trestle
