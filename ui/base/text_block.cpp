#include "ui/base/text_block.h"

#include "ui/base/format.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kHair = 0.5; // a width that was measured must not break its own text

/// Emoji and the like, which a font may have as pictures.
bool hasSymbols(const QString& text)
{
    return std::ranges::any_of(text,
                               [](QChar c) { return c.isSurrogate() || (c.unicode() >= 0x2300 && c.isSymbol()); });
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

/// A line of a layout from its place on the base line. A PDF leaves out glyphs that are pictures, so that they are
/// drawn as such.
void paintShaped(QPainter& painter, QPointF at, const QTextLine& line)
{
    const QPointF origin = at - QPointF(line.x(), line.y() + line.ascent());
    if (painter.paintEngine()->type() != QPaintEngine::Pdf) {
        line.draw(&painter, origin);
        return;
    }
    for (const QGlyphRun& run : line.glyphRuns()) {
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
}

} // namespace

TextBlock::TextBlock(const QString& text, const QFont& font, double width) : m_font(font), m_width(width)
{
    const QFontMetricsF metrics(m_font);
    m_lineHeight = metrics.height();
    m_ascent = metrics.ascent();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    for (const QString& paragraph : text.split(u'\n')) {
        const auto layout = std::make_shared<QTextLayout>(paragraph, m_font);
        const bool needsLayout = format::hasRightToLeft(paragraph) || hasSymbols(paragraph);
        layout->setTextOption(option);
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLineWidth(width + kHair);
            m_lines.push_back({paragraph.mid(line.textStart(), line.textLength()).trimmed(), line.naturalTextWidth(),
                               needsLayout ? layout : nullptr, line.lineNumber()});
        }
        layout->endLayout();
    }
    m_height = std::ceil(m_lineHeight * static_cast<double>(m_lines.size()));
}

void TextBlock::paint(QPainter& painter, QPointF at, const QColor& color, Qt::Alignment side) const
{
    painter.setFont(m_font);
    painter.setPen(color);
    painter.setLayoutDirection(Qt::LeftToRight);
    double y = at.y() + m_ascent;
    for (const Line& line : m_lines) {
        const double spare = m_width - line.width;
        const double indent = side & Qt::AlignRight ? spare : side & Qt::AlignHCenter ? spare / 2 : 0;
        const QPointF start(at.x() + indent, y);
        if (line.shaped)
            paintShaped(painter, start, line.shaped->lineAt(line.at));
        else
            painter.drawText(start, line.text);
        y += m_lineHeight;
    }
}

} // namespace trestle
