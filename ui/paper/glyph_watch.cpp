#include "ui/paper/glyph_watch.h"

#include <QGlyphRun>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QSet>
#include <QString>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

thread_local GlyphWatch* watching = nullptr;

/// Draws nothing by intention: direction marks, isolates, joiners, choices between forms of a character.
bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default:
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }
}

/// Drawn as a box or not at all, as the font has it.
bool isControl(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control && !isInvisible(c);
}

/// Whether some part of a text is drawn as the box of a font that has no glyph for it.
bool hasBox(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    return std::ranges::any_of(layout.glyphRuns(),
                               [](const QGlyphRun& run) { return run.glyphIndexes().contains(0U); });
}

/// Takes what is painted for text alone and looks at each character, or what is drawn as one, once.
class GlyphProbe : public QPaintDevice, public QPaintEngine {
public:
    explicit GlyphProbe(std::set<char32_t>& missing) : QPaintEngine(AllFeatures), m_missing(missing) {}

    [[nodiscard]] QPaintEngine* paintEngine() const override { return const_cast<GlyphProbe*>(this); }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    [[nodiscard]] Type type() const override { return User; }
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawTextItem(const QPointF&, const QTextItem& item) override
    {
        const QString text = item.text();
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        for (qsizetype from = 0, to = finder.toNextBoundary(); to >= 0; from = to, to = finder.toNextBoundary())
            look(text.mid(from, to - from), item.font());
    }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric which) const override
    {
        constexpr int kLarge = 10'000; // nothing is clipped away
        switch (which) {
        case PdmWidth:
        case PdmHeight:
        case PdmWidthMM:
        case PdmHeightMM: return kLarge;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96; // fonts are in pixels
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        case PdmNumColors: return 0;
        case PdmDepth: return 32;
        }
        return 0;
    }

private:
    void look(const QString& drawn, const QFont& font)
    {
        if (drawn.size() == 1 && drawn.front() >= u' ' && drawn.front() <= u'~')
            return; // every font has them
        if (m_known.contains(drawn))
            return;
        m_known += drawn;
        const bool isShown = !hasBox(drawn, font);
        for (const char32_t c : drawn.toUcs4())
            if (isControl(c) || (!isShown && !isInvisible(c) && hasBox(QString::fromUcs4(&c, 1), font)))
                m_missing.insert(c);
    }

    std::set<char32_t>& m_missing;
    QSet<QString> m_known;
};

} // namespace

GlyphWatch::GlyphWatch() : m_outer(std::exchange(watching, this)) {}

GlyphWatch::~GlyphWatch()
{
    watching = m_outer;
}

std::optional<Loss> GlyphWatch::loss() const
{
    if (m_missing.empty())
        return std::nullopt;
    std::string characters;
    for (const char32_t c : m_missing)
        characters += QString::fromUcs4(&c, 1).toStdString();
    return Loss{LossKind::glyphs, m_missing.size(), std::move(characters)};
}

void GlyphWatch::look(const std::function<void(QPainter& painter)>& paint)
{
    if (!watching)
        return;
    GlyphProbe probe(watching->m_missing);
    QPainter painter(&probe);
    paint(painter);
}

} // namespace trestle
