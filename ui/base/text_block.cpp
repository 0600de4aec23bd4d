#include "ui/base/text_block.h"

#include "ui/base/format.h"
#include "ui/base/pdf_text.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>
#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

constexpr double kHair = 0.5; // a width that was measured must not break its own text

bool isShaped(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Common:
    case QChar::Script_Inherited:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul: return c.isMark() || c.isSurrogate() || (c.unicode() >= 0x2300 && c.isSymbol());
    default: return true;
    }
}

/// With what makes one sign of several: marks on a letter, and joiners.
bool isShapedAt(const QString& text, qsizetype at)
{
    const bool isJoiner = text[at] == QChar(0x200C) || text[at] == QChar(0x200D);
    return isShaped(text[at]) || isJoiner || (at + 1 < text.size() && text[at + 1].isMark());
}

/// The letters between those that are shaped, in the font that prefers no shaping.
QList<QTextLayout::FormatRange> unshaped(const QString& text, const QFont& font)
{
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype from = 0, to = 0; from < text.size(); from = to) {
        const bool shaped = isShapedAt(text, from);
        while (to < text.size() && isShapedAt(text, to) == shaped)
            ++to;
        QTextCharFormat format;
        format.setFont(font);
        if (!shaped)
            ranges.append({static_cast<int>(from), static_cast<int>(to - from), format});
    }
    return ranges;
}

/// One character of a font of pictures, as a picture.
void paintPicture(QPainter& painter, QPointF at, const QRawFont& font, quint32 glyph)
{
    constexpr double kPixels = 96; // sharp at the size of a heading
    const double scale = kPixels / font.pixelSize();
    QRawFont large = font;
    large.setPixelSize(kPixels);
    const QPointF advance = large.advancesForGlyphIndexes({glyph}).value(0);
    QImage image(static_cast<int>(std::ceil(advance.x())) + 1,
                 static_cast<int>(std::ceil(large.ascent() + large.descent())) + 1,
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QGlyphRun run;
    run.setRawFont(large);
    run.setGlyphIndexes({glyph});
    run.setPositions({QPointF(0, large.ascent())});
    QPainter(&image).drawGlyphRun({}, run);
    painter.drawImage(QRectF(at - QPointF(0, large.ascent() / scale), QSizeF(image.size()) / scale), image);
}

} // namespace

bool needsShaping(const QString& text)
{
    return std::ranges::any_of(text, isShaped);
}

TextBlock::TextBlock(const QString& text, const QFont& font, double width) : m_font(font), m_width(width)
{
    const QFontMetricsF metrics(m_font);
    m_lineHeight = metrics.height();
    m_ascent = metrics.ascent();
    for (const QString& paragraph : text.split(u'\n')) {
        const auto layout = laidOut(paragraph);
        const bool shaped = needsShaping(paragraph);
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            m_lines.push_back({paragraph.mid(line.textStart(), line.textLength()).trimmed(), line.naturalTextWidth(),
                               shaped ? static_cast<int>(m_shaped.size()) : -1, i});
        }
        if (shaped)
            m_shaped.push_back(paragraph);
    }
    m_height = std::ceil(m_lineHeight * static_cast<double>(m_lines.size()));
}

std::unique_ptr<QTextLayout> TextBlock::laidOut(const QString& paragraph) const
{
    const bool shaped = needsShaping(paragraph);
    QFont font = m_font;
    if (shaped)
        font.setStyleStrategy(QFont::PreferDefault);
    auto layout = std::make_unique<QTextLayout>(paragraph, font);
    if (shaped && m_font.styleStrategy() == QFont::PreferNoShaping)
        layout->setFormats(unshaped(paragraph, m_font));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout->setTextOption(option);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
        line.setLineWidth(m_width + kHair);
    layout->endLayout();
    return layout;
}

/// From its place on the base line. A PDF leaves out glyphs that are pictures, so that they are drawn as such, and is
/// told what the text is where its glyphs do not say.
void TextBlock::paintShaped(QPainter& painter, QPointF at, const Line& line, const QTextLayout& layout)
{
    const QTextLine shaped = layout.lineAt(line.at);
    const QPointF origin = at - QPointF(shaped.x(), shaped.y() + shaped.ascent());
    if (painter.paintEngine()->type() != QPaintEngine::Pdf) {
        shaped.draw(&painter, origin);
        return;
    }
    const bool isMarked = needsShaping(line.text) && !format::hasRightToLeft(line.text);
    if (isMarked) {
        pdftext::begin(painter, line.text);
        painter.drawText(at, QStringLiteral(" ")); // a place for the text where pictures are all there is
    }
    for (const QGlyphRun& run : shaped.glyphRuns()) {
        const QRawFont font = run.rawFont();
        if (font.fontTable("CBLC").isEmpty()) {
            painter.drawGlyphRun(origin, run);
            continue;
        }
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i)
            paintPicture(painter, origin + positions[i], font, glyphs[i]);
    }
    if (isMarked)
        pdftext::end(painter);
}

void TextBlock::paint(QPainter& painter, QPointF at, const QColor& color, Qt::Alignment side) const
{
    painter.setFont(m_font);
    painter.setPen(color);
    painter.setLayoutDirection(Qt::LeftToRight);
    double y = at.y() + m_ascent;
    std::unique_ptr<QTextLayout> layout; // of the paragraph at hand
    int of = -1;
    for (const Line& line : m_lines) {
        const double spare = m_width - line.width;
        const double indent = side & Qt::AlignRight ? spare : side & Qt::AlignHCenter ? spare / 2 : 0;
        const QPointF start(at.x() + indent, y);
        if (line.paragraph < 0) {
            painter.drawText(start, line.text);
        } else {
            if (std::exchange(of, line.paragraph) != line.paragraph)
                layout = laidOut(m_shaped[static_cast<std::size_t>(line.paragraph)]);
            paintShaped(painter, start, line, *layout);
        }
        y += m_lineHeight;
    }
}

} // namespace trestle
