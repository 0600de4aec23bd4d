#pragma once

#include "models/risk/version_comparison.h"
#include "ui/scenarios/scenario_comparison.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace trestle {

/// Scenarios side by side: a column for each, the base first, a row for each figure. The display text is the figure;
/// DetailRole holds what stands below it in smaller type, for a scenario its difference from the base. A figure that is
/// still being worked out is an ellipsis: figures of an earlier state are never shown.
class ScenarioTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Row { Sure, SureCost, Chance, Likely, LikelyCost, Readiness, Work, Team, Start, RowCount };
    enum Role { DetailRole = Qt::UserRole, OpenRole, PendingRole };

    explicit ScenarioTableModel(ScenarioComparison& comparison, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString scenario(int column) const; ///< empty: the base
    /// How a scenario compares with the base, in one sentence; empty for the base and while it is worked out.
    [[nodiscard]] QString sentence(int column) const;

private:
    struct Cell {
        QString text;
        QString detail;
        bool pending = false;
    };
    struct Figures {
        std::optional<VersionFigures> of; ///< absent until simulated
        std::vector<Cell> cells;
    };
    void takePlans();
    void takeRisk(int column);
    void fill(std::size_t column);
    [[nodiscard]] Cell certain(Row row, const Plan& plan, const Plan& base, bool isBase) const;
    [[nodiscard]] Cell simulated(Row row, std::size_t column) const;

    ScenarioComparison& m_comparison;
    std::vector<Figures> m_figures;
};

} // namespace trestle
