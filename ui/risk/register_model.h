#pragma once

#include "models/error.h"
#include "ui/risk/register_words.h"

#include <QAbstractTableModel>

#include <functional>

namespace trestle {

class PlanDocument;

/// The register of risks as a table. Title, chance, owner and status are edited in place; each edit is one step of
/// undo. What is typed and makes no sense is refused with a reason, and the old value stays.
class RegisterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, ChanceOf, Impact, Response, Owner, Status, Adds, Amount, ColumnCount };
    enum Role { NumberRole = Qt::UserRole, BarRole, OverRole, StatesRole };

    explicit RegisterModel(PlanDocument& document, QObject* parent = nullptr);

    /// What each adds, sorted by it; null while it is worked out: rows stay where they are.
    void setWorth(const RegisterWorth* worth);
    [[nodiscard]] std::string idAt(int row) const;
    [[nodiscard]] int rowOf(const std::string& id) const; ///< −1: none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// The one way to give a risk another status, from wherever.
    bool setStatus(const std::string& id, RiskStatus status);
    /// One step of undo with this label.
    bool change(const std::string& id, const QString& label, const std::function<void(RiskEvent&)>& edit);

Q_SIGNALS:
    /// Typed text that is no value: what it was, and what would be one.
    void refused(const trestle::Error& error);

private:
    void show(std::vector<RegisterRow> rows);
    [[nodiscard]] QString shown(const RegisterRow& row, int column) const;
    [[nodiscard]] QVariant typed(const RegisterRow& row, int column) const;
    [[nodiscard]] QVariantList statesOf(const std::string& id) const;
    bool setText(const std::string& id, int column, const QString& text);

    PlanDocument& m_document;
    std::vector<RegisterRow> m_rows;
};

} // namespace trestle
