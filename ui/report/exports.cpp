#include "ui/report/exports.h"

#include "ui/base/format.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/report/gantt_graphic.h"
#include "ui/report/sheets/report_document.h"
#include "ui/report/sheets/report_page.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace trestle {

namespace {

constexpr int kScreenDpi = 96;

/// Millimetres are converted with one of several resolutions, depending on who reads; pixels are what they are.
QByteArray inPixels(QByteArray svg, QSizeF size)
{
    const qsizetype from = svg.indexOf("width=\"");
    const qsizetype to = svg.indexOf("viewBox");
    if (from < 0 || to < from)
        return svg;
    return svg.replace(from, to - from,
                       "width=\"" + QByteArray::number(qRound(size.width())) + "\" height=\"" +
                           QByteArray::number(qRound(size.height())) + "\" ");
}

/// Characters that XML cannot hold are seen to be missing: control characters but line breaks and tabs, and U+FFFE and
/// U+FFFF.
QByteArray inXml(const QByteArray& svg)
{
    constexpr QByteArrayView kMissing = "\xEF\xBF\xBD";
    QByteArray held;
    held.reserve(svg.size());
    for (const char c : svg)
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t')
            held += c;
        else
            held += kMissing;
    return held.replace("\xEF\xBF\xBE", kMissing).replace("\xEF\xBF\xBF", kMissing);
}

/// The generator writes them as they are, so that a name with a < or an & breaks the file, and writes words of its own
/// where it is given none: those are replaced.
QByteArray withTitle(const QByteArray& svg, const QString& title, const QString& description)
{
    const auto without = [](QByteArray text, const QByteArray& tag) {
        const qsizetype from = text.indexOf('<' + tag + '>');
        const qsizetype to = text.indexOf("</" + tag + '>', from);
        return from < 0 || to < 0 ? text : text.remove(from, to + tag.size() + 3 - from);
    };
    QByteArray told = without(without(svg, "title"), "desc");
    const qsizetype root = told.indexOf("<svg");
    const qsizetype end = told.indexOf('>', root);
    if (root < 0 || end < 0)
        return svg;
    return told.insert(end + 1, QStringLiteral("\n<title>%1</title>\n<desc>%2</desc>")
                                    .arg(title.toHtmlEscaped(), description.toHtmlEscaped())
                                    .toUtf8());
}

/// A reader without the font falls back to what its system reads best instead of to a serif.
QByteArray withFontFallback(QByteArray svg)
{
    const QByteArray family = paper::font(paper::kSmall).family().toUtf8();
    return svg.replace("font-family=\"" + family + '"',
                       "font-family=\"" + family + ", 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\"");
}

} // namespace

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

QByteArray ganttSvg(const Plan& plan, const Risk& risk, const ExportStamp& stamp)
{
    const GanttGraphic graphic(plan, risk, stamp);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kScreenDpi);
    generator.setSize(graphic.size().toSize());
    generator.setViewBox(QRectF(QPointF(), graphic.size()));
    QPainter painter(&generator);
    graphic.paint(painter);
    painter.end();
    return inXml(withTitle(withFontFallback(inPixels(bytes, graphic.size())), graphic.title(), graphic.description()));
}

QByteArray ganttPng(const Plan& plan, const Risk& risk, const ExportStamp& stamp, int scale)
{
    const GanttGraphic graphic(plan, risk, stamp);
    QImage image((graphic.size() * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.setDotsPerMeterX(qRound(kScreenDpi * scale / 0.0254));
    image.setDotsPerMeterY(qRound(kScreenDpi * scale / 0.0254));
    image.setText(QStringLiteral("Title"), graphic.title());
    image.setText(QStringLiteral("Description"), graphic.description());
    QPainter painter(&image);
    graphic.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace trestle
