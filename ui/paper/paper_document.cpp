#include "ui/paper/paper_document.h"

#include "ui/base/pdf_text.h"
#include "ui/paper/glyph_watch.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_sheet.h"

#include <QBuffer>
#include <QDateTime>
#include <QPainter>
#include <QPdfWriter>

#include <chrono>
#include <utility>

namespace trestle {

namespace {

/// As PDF writes a time: D:20261122213000+11'00'.
QByteArray pdfTime(const ExportStamp& stamp)
{
    const auto offset = std::chrono::abs(stamp.offset);
    const QDateTime wall = QDateTime::fromSecsSinceEpoch(stamp.onTheWall().time_since_epoch().count(), Qt::UTC);
    return QStringLiteral("D:%1%2%3'%4'")
        .arg(wall.toString(QStringLiteral("yyyyMMddHHmmss")), stamp.offset.count() < 0 ? u"-" : u"+")
        .arg(offset.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(offset.count() % 60, 2, 10, QLatin1Char('0'))
        .toLatin1();
}

/// Moves every place behind `from` in the table of objects, and that of the table itself.
void moveObjects(QByteArray& pdf, qsizetype from, qsizetype by)
{
    constexpr qsizetype kEntry = 20; // bytes: ten digits of the place, generation, kind
    constexpr qsizetype kDigits = 10;
    const QByteArray begin = "startxref\n";
    const qsizetype number = pdf.lastIndexOf(begin) + begin.size();
    const qsizetype table = pdf.lastIndexOf("\nxref\n", number) + 1;
    qsizetype end = number;
    while (QChar(pdf.at(end)).isDigit())
        ++end;
    pdf.replace(number, end - number, QByteArray::number(table));
    const auto lineAfter = [&pdf](qsizetype place) { return pdf.indexOf('\n', place) + 1; };
    for (qsizetype entry = lineAfter(lineAfter(table)); QChar(pdf.at(entry)).isDigit(); entry += kEntry)
        if (const qlonglong place = pdf.mid(entry, kDigits).toLongLong(); place > from)
            pdf.replace(entry, kDigits, QByteArray::number(place + by).rightJustified(kDigits, '0'));
}

/// Puts the texts of marked places (pdf_text.h) into the contents of the pages.
QByteArray withTexts(QByteArray pdf)
{
    const QByteArray head = "/Filter /FlateDecode\n>>\nstream\n";
    const QByteArray key = "<<\n/Length ";
    for (qsizetype at = pdf.indexOf(head), start = 0; at >= 0; at = pdf.indexOf(head, start)) {
        start = at + head.size();
        // Of a page's contents only the length is told, which is an object of its own behind them.
        const qsizetype number = pdf.lastIndexOf(key, at) + key.size();
        const QByteArray reference = pdf.mid(number, at - number);
        if (!reference.endsWith(" 0 R\n"))
            continue;
        const QByteArray object = '\n' + reference.chopped(4) + "0 obj\n";
        qsizetype length = pdf.indexOf(object, start) + object.size();
        const qsizetype digits = pdf.indexOf('\n', length) - length;
        const qsizetype size = pdf.mid(length, digits).toLongLong();
        const QByteArray contents = qUncompress(QByteArray(4, '\0') + pdf.mid(start, size));
        const QByteArray texts = pdftext::withTexts(contents);
        if (texts == contents)
            continue;
        const QByteArray held = qCompress(texts).mid(4);
        pdf.replace(start, size, held);
        moveObjects(pdf, start, held.size() - size);
        length += held.size() - size;
        const QByteArray told = QByteArray::number(held.size());
        pdf.replace(length, digits, told);
        moveObjects(pdf, length, told.size() - digits);
    }
    return pdf;
}

/// Qt writes the present time, in the system's zone; the stamp is the time that counts.
QByteArray stamped(QByteArray pdf, const ExportStamp& stamp)
{
    const QByteArray key = "/CreationDate (";
    const qsizetype from = pdf.indexOf(key) + key.size();
    const qsizetype to = pdf.indexOf(')', from);
    if (from < key.size() || to < from)
        return pdf;
    const QByteArray time = pdfTime(stamp);
    const qsizetype by = time.size() - (to - from);
    pdf.replace(from, to - from, time);
    if (by != 0)
        moveObjects(pdf, from, by);
    return pdf;
}

} // namespace

QByteArray paperDocument(const QString& title, const ExportStamp& stamp, std::size_t pages,
                         const std::function<void(QPainter& painter, std::size_t page)>& paint, PaperSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(paper::kDpi);
    writer.setPageLayout(QPageLayout(pageSizeOf(size), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Trestle"));
    QPainter painter(&writer);
    constexpr double kScale = paper::kPointsPerUnit * paper::kDpi / 72.0;
    for (std::size_t page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.scale(kScale, kScale);
        paint(painter, page);
        painter.restore();
    }
    painter.end();
    GlyphWatch::look([&](QPainter& watched) {
        for (std::size_t page = 0; page < pages; ++page) {
            watched.save();
            paint(watched, page);
            watched.restore();
        }
    });
    return stamped(withTexts(std::move(bytes)), stamp);
}

} // namespace trestle
