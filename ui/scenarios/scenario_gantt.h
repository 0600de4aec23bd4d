#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QWidget>

#include <memory>

namespace trestle {

/// Two plans on one time axis, a row for each phase: the upper, dark bar is the one, the lower, pale bar with an edge
/// the other. Likely plans. The arrow keys and the mouse read a row.
class ScenarioGantt : public QWidget {
    Q_OBJECT
public:
    explicit ScenarioGantt(QWidget* parent = nullptr);

    struct Side {
        QString name;
        Plan plan;
    };
    void setSides(Side upper, Side lower);

    /// "Database: Base plan 4 – 15 Jan 2027; Faster 4 – 12 Jan 2027".
    [[nodiscard]] QString reading(std::size_t row) const;
    [[nodiscard]] const GanttLayout& upper() const { return m_upper; }
    [[nodiscard]] const GanttLayout& lower() const { return m_lower; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowRead(const QString& text); ///< empty: none

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintChart(QPainter& painter, const QPalette& palette, std::size_t read) const;
    [[nodiscard]] QString table() const;
    void layOut();
    void read(std::size_t row);
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] std::size_t rowAt(double y) const;
    [[nodiscard]] QString titleOf(std::size_t row) const;

    Side m_first;
    Side m_second;
    GanttMetrics m_metrics;
    GanttLayout m_upper;
    GanttLayout m_lower;
    std::size_t m_row = GanttLayout::kNoRow;
};

} // namespace trestle
