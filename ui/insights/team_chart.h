#pragma once

#include "models/decisions/team_curve.h"
#include "models/inputs.h"
#include "ui/charts/readable_chart.h"

#include <optional>

namespace trestle {

/// Weeks and money by team size, one to eight people, in two plots over one axis: dark up to 50 %, pale up to 80 %
/// sure, a line for the other cost mode. Today's team, the fastest and the cheapest are marked. Read team by team,
/// today's first.
class TeamChart : public ReadableChart {
    Q_OBJECT
public:
    explicit TeamChart(const QString& name, QWidget* parent = nullptr);
    void setCurve(const Plan& plan, const TeamCurve& curve);
    [[nodiscard]] const std::optional<TeamCurve>& curve() const { return m_curve; }

    [[nodiscard]] std::size_t readingCount() const override { return m_curve ? m_curve->points.size() + 1 : 0; }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;

private:
    struct Column {
        double half = 0;  ///< at 50 %
        double sure = 0;  ///< at 80 %
        double other = 0; ///< at 80 % in the other cost mode; 0: none
    };
    struct Plot {
        QRectF rect;
        double top = 1;     ///< value at the upper edge
        std::size_t marked; ///< the column with the mark
        QString title;
        QString mark;
    };
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double x(double people) const;
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] Column weeksOf(const TeamPoint& point) const;
    [[nodiscard]] Column costOf(const TeamPoint& point) const;
    [[nodiscard]] Plot plot(bool cost) const;
    void paintGround(QPainter& painter) const;
    void paintPlot(QPainter& painter, bool cost) const;
    void paintColumn(QPainter& painter, const Plot& plot, double people, const Column& column) const;
    void paintPeople(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    std::optional<TeamCurve> m_curve;
    CostMode m_mode = CostMode::worked;
};

} // namespace trestle
