#pragma once

#include "ui/paper/page_frame.h"
#include "ui/report/sheets/report_context.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace trestle {

/// The writers of all parts, in the order of the pages.
std::span<const ReportPartWriter> reportPartWriters();

/// The report of a plan for an audience: pages that can be painted in any order, on paper or on screen.
class ReportDocument {
public:
    /// `source` has a simulation and outlives the document; so do `changes` and `worth`, which may be null.
    explicit ReportDocument(const ExportSource& source, const ComparisonWords* changes = nullptr,
                            const RegisterWorth* worth = nullptr);
    ReportDocument(const ReportDocument&) = delete;
    ReportDocument& operator=(const ReportDocument&) = delete;

    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

private:
    void addPages(std::span<const ReportPartWriter> writers);
    [[nodiscard]] static std::vector<PaintPage> sheetOf(std::span<const ReportPartWriter> writers,
                                                        const ReportContext& context);

    Plan m_plan; ///< with GST as it is told
    std::optional<UseOfFunds> m_funds;
    PageFrame m_frame;
    ReportContext m_context;
    std::vector<PaintPage> m_pages;
};

} // namespace trestle
