#pragma once

#include "ui/risk/risk_words.h"

#include <QWidget>

class QLabel;

namespace trestle {

class ReadableChart;

/// A chart of the Risk page under its title and the sentence that says what it shows. Where the plan makes the chart
/// meaningless the sentence stands alone; where there is nothing to say the section hides.
class RiskSection : public QWidget {
    Q_OBJECT
public:
    RiskSection(const QString& name, const QString& title, ReadableChart* chart, QWidget* parent = nullptr);

    void setPart(const RiskPart& part);
    /// Until the figures are there; the section keeps the room it has.
    void setPending(const QString& text);
    [[nodiscard]] const RiskPart& part() const { return m_part; }
    [[nodiscard]] ReadableChart& chart() const { return *m_chart; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QLabel* m_title;
    QLabel* m_sentence;
    ReadableChart* m_chart;
    RiskPart m_part;
};

} // namespace trestle
