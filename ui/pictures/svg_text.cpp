#include "ui/pictures/svg_text.h"

#include "ui/paper/paper.h"

namespace trestle {

namespace {

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

QByteArray soundSvg(const QByteArray& svg, QSizeF size, const QString& title, const QString& description)
{
    return inXml(withTitle(withFontFallback(inPixels(svg, size)), title, description));
}

} // namespace trestle
