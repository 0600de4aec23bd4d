#pragma once

#include "ui/history/history_rows.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace trestle {

class PlanDocument;

/// The changes of a plan, newest first. The list comes from the file's thread as a whole; what a change did and what
/// the plan came to then is read there too, a few rows at a time, once a view asks for it.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Change says what an edit changed; one of many changes by what the user did, with the first of them.
    enum Column { Change, Finish, Cost, When, ColumnCount };
    enum Role { LabelRole = Qt::UserRole }; ///< what the user did, shorter

    explicit HistoryModel(PlanDocument& document, QObject* parent = nullptr);

    /// Reads the list again; `refreshed` follows.
    void refresh();
    void setNamedOnly(bool named);
    [[nodiscard]] bool namedOnly() const { return m_namedOnly; }
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }

    [[nodiscard]] const HistoryRow& at(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    /// Shown or not; null: not there.
    [[nodiscard]] const Revision* find(std::int64_t revision) const;
    [[nodiscard]] int rowOf(std::int64_t revision) const; ///< −1: not shown

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();
    void failed(const trestle::Error& error);

private:
    /// What a revision changed, and its likely plan.
    struct Detail {
        std::optional<std::int64_t> parent; // that it was compared with
        QString summary;                    ///< empty: there is nothing to compare with
        bool isOne = false;
        QString finish;
        QString cost;
    };
    struct Wanted {
        std::int64_t revision = 0;
        std::optional<std::int64_t> parent;
    };
    static Detail readDetail(PlanFile& file, const Wanted& wanted);
    void take(std::vector<HistoryRow> rows);
    void show(std::vector<HistoryRow> rows);
    [[nodiscard]] std::vector<HistoryRow> chosen() const;
    [[nodiscard]] const Detail* detail(const Revision& revision) const;
    void fetch();
    void takeDetails(const std::vector<std::pair<std::int64_t, Detail>>& details);
    [[nodiscard]] QVariant text(const HistoryRow& row, int column) const;
    [[nodiscard]] QString changeText(const HistoryRow& row) const;
    [[nodiscard]] QString spoken(const HistoryRow& row) const;

    PlanDocument& m_document;
    std::vector<HistoryRow> m_all;
    std::vector<HistoryRow> m_shown;
    bool m_namedOnly = false;
    bool m_reading = false;
    bool m_readAgain = false;

    std::unordered_map<std::int64_t, Detail> m_details;
    mutable std::deque<Wanted> m_wanted; // the latest at the back; filled by data()
    mutable bool m_fetchPosted = false;
    bool m_fetching = false;
};

/// "undone", "undone; redo leads here": how a version stands to the plan now; nothing for the way that led to it.
QString standingText(Standing standing);

} // namespace trestle
