#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_curve.h"
// clang-format on
#include "ui/charts/readable_chart.h"

namespace trestle {

/// The cash curve on screen, read month by month.
class CashChart : public ReadableChart {
    Q_OBJECT
public:
    explicit CashChart(QWidget* parent = nullptr);

    void setCurve(CashCurve curve);
    [[nodiscard]] const CashCurve& curve() const { return m_curve; }
    /// Lays the months under columns: the first begins at `left`, each is so wide. Absent: over all the room.
    void setColumns(std::optional<double> left, double monthWidth);

    [[nodiscard]] std::size_t readingCount() const override { return m_curve.months.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] CashCurve inFont() const;
    CashCurve m_curve;
};

} // namespace trestle
