#pragma once

#include "models/progress/record.h"
#include "ui/charts/readable_chart.h"
#include "ui/record/record_dots.h"

#include <vector>

namespace trestle {

/// Past projects as dots, read one by one from the shortest on.
class RecordChart : public ReadableChart {
    Q_OBJECT
public:
    explicit RecordChart(QWidget* parent = nullptr);

    void setRecord(const Record& record, const RecordFigures& figures);
    [[nodiscard]] const RecordDots& dots() const { return m_dots; }

    [[nodiscard]] std::size_t readingCount() const override { return m_dots.dots.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] RecordDots inFont() const;

    RecordDots m_dots;
    Record m_projects; ///< in the order of the dots
};

} // namespace trestle
