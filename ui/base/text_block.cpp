#include "ui/base/text_block.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace trestle {

namespace {

constexpr double kHair = 0.5; // a width that was measured must not break its own text

} // namespace

TextBlock::TextBlock(const QString& text, const QFont& font, double width) : m_font(font), m_width(width)
{
    const QFontMetricsF metrics(m_font);
    m_lineHeight = metrics.height();
    m_ascent = metrics.ascent();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, m_font);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width + kHair);
            m_lines.push_back({paragraph.mid(line.textStart(), line.textLength()).trimmed(), line.naturalTextWidth()});
        }
        layout.endLayout();
    }
    m_height = std::ceil(m_lineHeight * static_cast<double>(m_lines.size()));
}

void TextBlock::paint(QPainter& painter, QPointF at, const QColor& color, Qt::Alignment side) const
{
    painter.setFont(m_font);
    painter.setPen(color);
    double y = at.y() + m_ascent;
    for (const Line& line : m_lines) {
        const double spare = m_width - line.width;
        const double indent = side & Qt::AlignRight ? spare : side & Qt::AlignHCenter ? spare / 2 : 0;
        painter.drawText(QPointF(at.x() + indent, y), line.text);
        y += m_lineHeight;
    }
}

} // namespace trestle
