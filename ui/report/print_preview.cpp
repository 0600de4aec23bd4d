#include "ui/report/print_preview.h"

#include "ui/base/tr.h"
#include "ui/paper/paper_sheet.h"
#include "ui/report/prepared_report.h"

#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

/// The whole sheet: the pages have margins of their own.
void setPaper(QPrinter& printer, PaperSize paper)
{
    printer.setFullPage(true);
    printer.setPageLayout(QPageLayout(pageSizeOf(paper), QPageLayout::Portrait, QMarginsF()));
}

} // namespace

void printReport(const PreparedReport& report, QPrinter& printer)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return;
    const QSizeF sheet = unitsOf(report.paper());
    const QRectF device = printer.paperRect(QPrinter::DevicePixel);
    const double scale = std::min(device.width() / sheet.width(), device.height() / sheet.height());
    for (std::size_t page = 0; page < report.pages().count(); ++page) {
        if (page > 0)
            printer.newPage();
        painter.save();
        painter.translate((device.width() - sheet.width() * scale) / 2, 0);
        painter.scale(scale, scale);
        report.pages().paint(painter, page);
        painter.restore();
    }
}

void previewReport(std::shared_ptr<const PreparedReport> report, QWidget* window)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setPaper(*printer, report->paper());
    printer->setDocName(report->title());
    auto* dialog = new QPrintPreviewDialog(printer.get(), window);
    dialog->setObjectName(QStringLiteral("printPreviewDialog"));
    dialog->setWindowTitle(tr("Print the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(900, 700);
    // The printer stays as long as the dialog that shows it.
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                     [report = std::move(report), printer](QPrinter* on) { printReport(*report, *on); });
    dialog->open();
}

} // namespace trestle
