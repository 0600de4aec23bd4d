#pragma once

#include "models/plan/plan.h"

#include <QAbstractItemModel>

#include <memory>
#include <string>
#include <vector>

namespace trestle {

class PlanDocument;

/// Phases and under each its items, as the checklist shows them. Setting Qt::CheckStateRole, StateRole or ScopeRole
/// edits the plan. When the profile adds or removes items the rows come and go one by one, so that views keep their
/// place.
class ChecklistModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        NodeRole = Qt::UserRole, ///< id of the phase or item
        StateRole,               ///< int of ItemState; items only
        ProgressRole,            ///< 0 to 1; phases only
        ProposalRole,            ///< whether a proposal for its state waits for an answer; items only
        ScopeRole,               ///< int of ItemScope, or kInScope; items only
        SummaryRole,             ///< "1 of 7" of a phase; "partly", "not needed", "phase 2" of an item
        RemarkRole,              ///< owner and a sign of a note; items only
        SearchRole,              ///< what the filter looks in
        ClickRole,               ///< to set alone: one click on the box
    };

    static constexpr int kInScope = -1; ///< of ScopeRole: not offered apart from the rest

    explicit ChecklistModel(PlanDocument& document, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Of an index, also of a proxy's: for now the item counts as not needed, but the client may still want it.
    static bool isOfferedApart(const QModelIndex& index);
    [[nodiscard]] QModelIndex indexOfNode(const QString& node) const;
    [[nodiscard]] int itemCount() const;

private:
    struct Paragraph {
        QString label; ///< may be empty
        QString text;
    };
    void follow();
    void followPhase(int phase);
    void tellChanged(int phase);
    [[nodiscard]] const PhasePlan& phaseAt(int row) const;
    [[nodiscard]] const ItemPlan* itemAt(const QModelIndex& index) const;
    [[nodiscard]] QVariant phaseData(int row, int role) const;
    [[nodiscard]] QVariant itemData(const ItemPlan& item, int role) const;
    /// What is to be known of an item, a paragraph each.
    [[nodiscard]] std::vector<Paragraph> explain(const ItemPlan& item) const;

    PlanDocument& m_document;
    std::vector<std::vector<std::string>> m_items; // ids by phase, in the order of the views
    std::shared_ptr<const Plan> m_told;            // the plan that the views were last told of
};

} // namespace trestle
