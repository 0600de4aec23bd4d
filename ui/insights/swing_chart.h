#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/charts/readable_chart.h"

#include <vector>

namespace trestle {

/// By how much a phase moves the finish and the total cost, on average, where its draw comes out among the lowest and
/// the highest fifth.
struct PhaseSwing {
    QString title;
    Weeks early = 0; ///< usually negative
    Weeks late = 0;
    double less = 0; ///< dollars, usually negative
    double more = 0;

    [[nodiscard]] Weeks weeks() const { return (late - early) / 2; } ///< either way
    [[nodiscard]] double dollars() const { return (more - less) / 2; }
    friend bool operator==(const PhaseSwing&, const PhaseSwing&) = default;
};

/// Of the phases that have work left, what moves the finish most first.
std::vector<PhaseSwing> phaseSwings(const Plan& plan, const Risk& risk);

/// The swings as a narrow tornado: a row a phase with its bar of weeks and both figures, read phase by phase.
class SwingChart : public ReadableChart {
    Q_OBJECT
public:
    explicit SwingChart(const QString& name, QWidget* parent = nullptr);
    void setSwings(std::vector<PhaseSwing> swings);
    [[nodiscard]] const std::vector<PhaseSwing>& swings() const { return m_swings; }

    [[nodiscard]] std::size_t readingCount() const override { return m_swings.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QRectF row(std::size_t index) const;
    std::vector<PhaseSwing> m_swings;
};

} // namespace trestle
