#include "ui/report/exports.h"

#include "ui/base/format.h"
#include "ui/paper/paper_document.h"
#include "ui/report/sheets/report_document.h"
#include "ui/report/sheets/report_page.h"

#include <QPainter>

namespace trestle {

QByteArray reportPdf(const Plan& plan, const Risk& risk, const ExportStamp& stamp, const ComparisonWords* changes,
                     const RegisterWorth* worth)
{
    const ReportPages pages(plan, risk, stamp, changes, worth);
    return paperDocument(format::raw(plan.inputs.name), stamp, pages.count(),
                         [&pages](QPainter& painter, std::size_t page) { pages.paint(painter, page); });
}

QByteArray reportPdf(const ExportSource& source, const ComparisonWords* changes, const RegisterWorth* worth)
{
    const ReportDocument report(source, changes, worth);
    return paperDocument(
        format::raw(source.plan->inputs.name), source.stamp, report.count(),
        [&report](QPainter& painter, std::size_t page) { report.paint(painter, page); }, source.look.paper);
}

} // namespace trestle
