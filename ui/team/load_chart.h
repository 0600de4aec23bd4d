#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "models/plan/team_load.h"
// clang-format on
#include "ui/charts/readable_chart.h"

namespace trestle {

/// What each person does in each calendar week of the likely plan: a row a person, a cell a week, filled from below by
/// the days at work, above them those on leave. Pointing or the arrow keys read one person's week.
class LoadChart : public ReadableChart {
    Q_OBJECT
public:
    explicit LoadChart(QWidget* parent = nullptr);

    void setPlan(const Plan& plan);

    [[nodiscard]] std::size_t readingCount() const override;
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

    /// The cell of a person's week.
    [[nodiscard]] QRectF cell(std::size_t person, std::size_t week) const;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF grid() const; ///< all cells
    [[nodiscard]] double nameWidth() const;
    void paintLegend(QPainter& painter) const;
    void paintMonths(QPainter& painter) const;
    void paintPerson(QPainter& painter, std::size_t person) const;
    void paintWeek(QPainter& painter, const QRectF& cell, const WeekLoad& load) const;
    [[nodiscard]] QString weekTitle(std::size_t week) const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString table() const;

    TeamLoad m_load;
    QStringList m_names;
    QStringList m_items; ///< titles
};

} // namespace trestle
