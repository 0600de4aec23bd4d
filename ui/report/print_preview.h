#pragma once

#include <memory>

class QPrinter;
class QWidget;

namespace trestle {

class PreparedReport;

/// Paints the pages of a report on a printer, as large as its paper allows: the same pages as in the PDF.
void printReport(const PreparedReport& report, QPrinter& printer);

/// Shows the pages as they will be printed, from where they can be; returns at once.
void previewReport(std::shared_ptr<const PreparedReport> report, QWidget* window);

} // namespace trestle
