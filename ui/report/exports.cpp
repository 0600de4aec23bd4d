#include "ui/report/exports.h"

#include "ui/base/format.h"
#include "ui/paper/paper_document.h"
#include "ui/report/sheets/report_document.h"

#include <QPainter>

namespace trestle {

QByteArray reportPdf(const ExportSource& source, const ComparisonWords* changes, const RegisterWorth* worth)
{
    const ReportDocument report(source, changes, worth);
    return paperDocument(
        format::raw(source.plan->inputs.name), source.stamp, report.count(),
        [&report](QPainter& painter, std::size_t page) { report.paint(painter, page); }, source.look.paper);
}

} // namespace trestle
