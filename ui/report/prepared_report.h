#pragma once

#include "models/decisions/risk_worth.h"
#include "ui/history/comparison_words.h"
#include "ui/report/sheets/report_document.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace trestle {

/// A report with all that its pages are painted from: they may be written, shown or printed whenever that is wanted.
class PreparedReport {
    struct Key {}; // nobody else makes one: the pages know where it stands

public:
    /// Works out what the report tells beside the plan and its simulation. The source is simulated, and its audience
    /// may read all of it (forAudience()). For any thread, where fonts are there. Errors: those of simulate();
    /// cancelled.
    static Result<std::shared_ptr<const PreparedReport>> of(const ExportSource& source);

    explicit PreparedReport(Key) {}
    PreparedReport(const PreparedReport&) = delete;
    PreparedReport& operator=(const PreparedReport&) = delete;

    [[nodiscard]] const ReportDocument& pages() const { return *m_pages; }
    [[nodiscard]] PaperSize paper() const { return m_source.look.paper; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QByteArray pdf() const;

private:
    ExportSource m_source;
    std::optional<RegisterWorth> m_worth;
    std::optional<ComparisonWords> m_changes;
    std::optional<ReportDocument> m_pages;
};

} // namespace trestle
