#pragma once

#include "models/plan.h"
#include "models/risk/simulation.h"
#include "ui/risk/risk_words.h"

#include <QPalette>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

namespace trestle {

/// The report's page on risk: S-curves, the chance of target and budget together, what moves and what drives the plan,
/// each with the sentence that the window says of it. Units of paper.h.
class RiskSheet {
public:
    RiskSheet(const Plan& plan, const Risk& risk, const QPalette& palette);

    /// Nothing is left to build, so there is nothing to show.
    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    void paint(QPainter& painter, const QRectF& page) const;

private:
    using Paint = std::function<void(QPainter& painter, const QRectF& area)>;
    struct Part {
        RiskPart words;
        double height = 0; ///< of the chart; 0: the sentence stands alone
        Paint chart;
    };

    void add(const RiskPart& words, double height, Paint chart);
    void addCurves(const RiskWords& words);
    void addBars(const RiskWords& words);
    [[nodiscard]] double sentenceHeight(const Part& part, double width) const;
    void paintPart(QPainter& painter, const QRectF& place, const Part& part) const;

    const Plan& m_plan;
    const Risk& m_risk;
    const QPalette& m_palette;
    QString m_basis;
    std::vector<Part> m_parts;
};

} // namespace trestle
