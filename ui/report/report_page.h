#pragma once

#include "ui/charts/spend_series.h"
#include "ui/report/report_layout.h"
#include "ui/report/report_words.h"
#include "ui/theme/theme.h"

#include <QPalette>
#include <QRectF>

#include <vector>

class QPainter;

namespace trestle {

/// The report of a plan, laid out on A4 pages of paper.h's units; each page can be painted on its own.
class ReportPages {
public:
    ReportPages(const Plan& plan, const ExportStamp& stamp);

    [[nodiscard]] std::size_t count() const { return m_layout.pages; }
    void paint(QPainter& painter, std::size_t page) const;

private:
    [[nodiscard]] ReportNeeds needs() const;
    void paintBlock(QPainter& painter, const ReportBlock& block) const;
    void paintHead(QPainter& painter, double top) const;
    void paintTiles(QPainter& painter, double top) const;
    void paintGantt(QPainter& painter, const ReportBlock& block) const;
    void paintCharts(QPainter& painter, const ReportBlock& block) const;
    void paintCosts(QPainter& painter, const ReportBlock& block) const;
    void paintBasis(QPainter& painter, double top) const;
    void paintFooter(QPainter& painter, std::size_t page) const;
    [[nodiscard]] QColor color(Role role) const;

    const Plan& m_plan;
    ReportWords m_words;
    QPalette m_palette;
    ReportLayout m_layout;
};

} // namespace trestle
