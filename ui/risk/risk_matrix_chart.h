#pragma once

#include "ui/charts/readable_chart.h"
#include "ui/charts/risk_matrix.h"

#include <QStringList>

namespace trestle {

/// The picture "How likely, how bad", read risk by risk.
class RiskMatrixChart : public ReadableChart {
    Q_OBJECT
public:
    explicit RiskMatrixChart(const QString& name, QWidget* parent = nullptr);
    /// A reading for each mark.
    void setMatrix(RiskMatrix matrix, QStringList readings);
    [[nodiscard]] const RiskMatrix& matrix() const { return m_matrix; }

    [[nodiscard]] std::size_t readingCount() const override { return m_matrix.marks.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] RiskMatrix inFont() const;

    RiskMatrix m_matrix;
    QStringList m_readings;
};

} // namespace trestle
