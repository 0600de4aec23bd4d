#pragma once

#include "models/plan/plan.h"

#include <QAbstractTableModel>

#include <functional>

namespace trestle {

class PlanDocument;

/// The team as a table, people and roles alike. All but leave, weeks and cost can be entered in it; each edit is one
/// step of undo. What is typed and makes no sense is refused with a reason, and the old value stays.
class TeamModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Allocation,
        Rate,
        BillRate,
        PaidOut,
        Skills,
        FirstDay,
        LastDay,
        Leave,
        Work,
        Cost,
        ColumnCount
    };

    explicit TeamModel(PlanDocument& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Adds a full-timer at the catalogue's rate; returns the row.
    int addPerson();
    /// Adds someone as they are, under a name that nobody has yet; returns the row.
    int add(Person person);
    bool removePerson(int row);

Q_SIGNALS:
    /// Typed text that is no value: what it was, and what would be one.
    void refused(const trestle::Error& error);

private:
    void follow();
    [[nodiscard]] const Person& person(int row) const;
    [[nodiscard]] QString shown(int row, int column) const;
    [[nodiscard]] QString typed(int row, int column) const;
    [[nodiscard]] QString spoken(int row, int column) const;
    bool setText(int row, int column, const QString& text);
    bool setAmount(int row, int column, const QString& text);
    bool setDay(int row, int column, const QString& text);
    bool refuse(const QString& text, const QString& expected);
    bool change(int row, const QString& what, const std::function<void(Person&)>& edit);

    PlanDocument& m_document;
    int m_rows = 0;
};

} // namespace trestle
