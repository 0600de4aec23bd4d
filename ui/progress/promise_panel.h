#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/progress/promise_curve.h"
// clang-format on
#include "ui/charts/readable_chart.h"
#include "ui/money/dressed_part.h"

namespace trestle {

class PlanDocument;

/// How the promise moved, read status date by status date.
class PromiseChart : public ReadableChart {
    Q_OBJECT
public:
    explicit PromiseChart(QWidget* parent = nullptr);

    void setCurve(PromiseCurve curve);
    [[nodiscard]] const PromiseCurve& curve() const { return m_curve; }

    [[nodiscard]] std::size_t readingCount() const override { return m_curve.points.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] PromiseCurve inFont() const;
    PromiseCurve m_curve;
};

/// The chart with its title and how fast the promise slips.
class PromisePanel : public DressedPart {
    Q_OBJECT
public:
    PromisePanel(PlanDocument& document, QWidget* parent);
    void refresh();

private:
    PlanDocument& m_document;
    QLabel* m_slip;
    PromiseChart* m_chart;
};

} // namespace trestle
