#pragma once

#include "ui/charts/project_dots.h"
#include "ui/report/sheets/changes_sheets.h"
#include "ui/report/sheets/register_sheets.h"
#include "ui/report/sheets/report_layout.h"
#include "ui/report/sheets/report_words.h"
#include "ui/report/sheets/risk_sheet.h"
#include "ui/report/sheets/source_sheets.h"
#include "ui/theme/theme.h"

#include <QPalette>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// The report of a plan, laid out on A4 pages of paper.h's units: a summary (one page if it can be), a page on risk,
/// what may happen, what changed since a version if that is wanted, and where every figure comes from. Each page can be
/// painted on its own.
class ReportPages {
public:
    /// `changes`: what changed since a version; null: left out. `worth`: what the risks add; null: not told.
    ReportPages(const Plan& plan, const Risk& risk, const ExportStamp& stamp, const ComparisonWords* changes = nullptr,
                const RegisterWorth* worth = nullptr);

    [[nodiscard]] std::size_t count() const;
    void paint(QPainter& painter, std::size_t page) const;

private:
    /// What stands in the same place on every page, as high as its texts need.
    struct Frame {
        double runningHead = 0; ///< bottom of the plan's name, above pages after the summary
        double footLine = 0;
        [[nodiscard]] QRectF later() const; ///< room on the pages after the summary
    };
    [[nodiscard]] Frame makeFrame() const;
    [[nodiscard]] ReportNeeds needs() const;
    void paintLater(QPainter& painter, std::size_t page) const;
    void paintRunningHead(QPainter& painter) const;
    void paintBlock(QPainter& painter, const ReportBlock& block) const;
    void paintHead(QPainter& painter, double top) const;
    void paintOdds(QPainter& painter, double top) const;
    void paintHeadline(QPainter& painter, double top) const;
    void paintTiles(QPainter& painter, double top) const;
    void paintGantt(QPainter& painter, const ReportBlock& block) const;
    void paintCharts(QPainter& painter, const ReportBlock& block) const;
    void paintCosts(QPainter& painter, const ReportBlock& block) const;
    void paintBasis(QPainter& painter, double top) const;
    void paintFooter(QPainter& painter, std::size_t page) const;
    [[nodiscard]] QColor color(Role role) const;

    const Plan& m_plan;
    const Risk& m_risk;
    ReportWords m_words;
    QPalette m_palette;
    Frame m_frame;
    ReportLayout m_layout;
    RiskSheet m_riskSheet;
    RegisterSheets m_register;
    std::optional<ChangesSheets> m_changes;
    SourceSheets m_sources;
};

} // namespace trestle
