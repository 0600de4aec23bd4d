#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

/// What poppler's programs say of a PDF.
namespace trestle::testing {

/// In plain forms (KC), so that no-break spaces and the like read as they look.
QString poppler(const char* program, QStringList options, const QByteArray& pdf, const QStringList& after = {});

struct PdfWord {
    QRectF box; ///< points from the top left of the page
    QString text;
};
struct PdfPage {
    QSizeF size;
    std::vector<PdfWord> words;
};
std::vector<PdfPage> pdfPages(const QByteArray& pdf);

/// Text that is cut, stands outside the page but for `margin` points, or over other text; empty: all of it is as it
/// should be.
QString pdfFault(const QByteArray& pdf, double margin);

} // namespace trestle::testing
