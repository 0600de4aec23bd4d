#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace trestle {

/// Whether some letters are joined, stacked or put in another order when they are shaped, or may be pictures.
bool needsShaping(const QString& text);

/// Text that is never cut: broken into lines between words, inside a word only where that alone is wider than a line.
/// Painters of text that users wrote (a name, a note) give it the height that this returns. It reads from the left,
/// with names in right-to-left letters as islands in it. A font that prefers no shaping is shaped where letters need
/// it.
class TextBlock {
public:
    TextBlock(const QString& text, const QFont& font, double width);

    [[nodiscard]] double height() const { return m_height; }
    /// From the top left of a place as wide as was said; `side` is that of each line.
    void paint(QPainter& painter, QPointF at, const QColor& color, Qt::Alignment side = Qt::AlignLeft) const;

private:
    struct Line {
        QString text;
        double width = 0;
        int paragraph = -1; ///< in m_shaped, where the text alone does not say how it is drawn
        int at = 0;         ///< which line of it
    };
    [[nodiscard]] std::unique_ptr<QTextLayout> laidOut(const QString& paragraph) const;
    static void paintShaped(QPainter& painter, QPointF at, const Line& line, const QTextLayout& layout);

    QFont m_font;
    double m_width = 0;
    double m_lineHeight = 0;
    double m_ascent = 0;
    double m_height = 0;
    std::vector<Line> m_lines;
    std::vector<QString>
        m_shaped; ///< paragraphs; laid out anew where they are painted: a layout has fonts of its thread
};

} // namespace trestle
