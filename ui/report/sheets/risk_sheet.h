#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/risk/risk_words.h"

#include <QPalette>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

namespace trestle {

/// The report's page on risk: S-curves, the chance of target and budget together, what moves and what drives the plan,
/// each with the sentence that the window says of it; a further page where that does not fit. Units of paper.h.
class RiskSheet {
public:
    /// `page`: the room on a page.
    RiskSheet(const Plan& plan, const Risk& risk, const QPalette& palette, const QRectF& page);

    /// 0 where nothing is left to build, so that there is nothing to show.
    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

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
    void breakIntoPages();
    /// Of the two parts beside each other from `first`: their longer sentence, the taller of their charts.
    [[nodiscard]] double sentenceHeight(std::size_t first) const;
    [[nodiscard]] double rowHeight(std::size_t first) const;
    [[nodiscard]] double columnWidth() const;
    void paintPart(QPainter& painter, const QRectF& place, const Part& part) const;

    const Plan& m_plan;
    const Risk& m_risk;
    const QPalette& m_palette;
    QRectF m_page;
    QString m_basis;
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_pages; ///< the first part of each page
};

} // namespace trestle
