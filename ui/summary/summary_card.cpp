#include "ui/summary/summary_card.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kMargin = 16;
constexpr int kGlyphWidth = 96;
constexpr int kLineGap = 3;

} // namespace

SummaryCard::SummaryCard(const QString& name, Size size, QWidget* parent) : QAbstractButton(parent), m_size(size)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setUpFonts();
}

void SummaryCard::show(const SummaryText& text, std::optional<RangeGlyph> glyph)
{
    if (text == m_text && glyph == m_glyph)
        return;
    m_text = text;
    m_glyph = glyph;
    setToolTip(text.detail + u'\n' + text.hint); // the detail may be shortened on a narrow window
    setAccessibleName(tr("%1: %2, %3").arg(text.caption, text.value, text.detail));
    setAccessibleDescription(text.hint);
    update();
}

void SummaryCard::setUpFonts()
{
    const bool headline = m_size == Size::Headline;
    m_captionFont = scaledFont(font(), 0.85, QFont::DemiBold);
    m_captionFont.setCapitalization(QFont::AllUppercase);
    m_valueFont = scaledFont(font(), headline ? 1.85 : 1.35, QFont::Bold);
    m_detailFont = scaledFont(font(), 0.92);
    updateGeometry();
}

QSize SummaryCard::sizeHint() const
{
    const int text = QFontMetrics(m_captionFont).height() + QFontMetrics(m_valueFont).height() +
                     QFontMetrics(m_detailFont).height() + 2 * kLineGap;
    return {m_size == Size::Headline ? 560 : 240, text + 20};
}

QSize SummaryCard::minimumSizeHint() const
{
    return {m_size == Size::Headline ? 330 : 168, sizeHint().height()};
}

void SummaryCard::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpFonts();
}

bool SummaryCard::event(QEvent* event)
{
    // Return as well as Space: a card is read as a link to its page.
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

QFont SummaryCard::fittingFont(const QString& text, int width) const
{
    QFont font = m_valueFont;
    constexpr int kSmallest = 13;
    while (font.pixelSize() > kSmallest && QFontMetrics(font).horizontalAdvance(text) > width)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

QRect SummaryCard::textArea() const
{
    constexpr int kWideEnough = 430;
    const QRect area = rect().adjusted(kMargin, 0, -kMargin, 0);
    return m_glyph && area.width() > kWideEnough ? area.adjusted(0, 0, -kGlyphWidth - kMargin, 0) : area;
}

std::array<SummaryCard::Line, 3> SummaryCard::lines() const
{
    return {Line{m_captionFont, m_text.caption, Role::TextMuted, QFontMetrics(m_captionFont).height()},
            Line{fittingFont(m_text.value, textArea().width()), m_text.value, m_text.alarm ? Role::Warning : Role::Text,
                 QFontMetrics(m_valueFont).height()},
            Line{m_detailFont, m_text.detail, Role::TextMuted, QFontMetrics(m_detailFont).height()}};
}

bool SummaryCard::fits() const
{
    const std::array<Line, 3> texts = lines();
    return std::all_of(texts.begin(), texts.end(), [this](const Line& line) {
        return QFontMetrics(line.font).horizontalAdvance(line.text) <= textArea().width();
    });
}

void SummaryCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool lit = underMouse() || isDown();
    shapes::panel(painter, rect(), 8, color(lit ? Role::SurfaceMuted : Role::Surface),
                  color(hasFocus() ? Role::Accent : Role::Border), hasFocus() ? 2 : 1);

    const QRect area = textArea();
    if (area.right() < width() - 2 * kMargin)
        paintGlyph(painter, QRect(width() - kMargin - kGlyphWidth, 0, kGlyphWidth, height()));
    const std::array<Line, 3> texts = lines();
    int y = (height() - texts[0].height - texts[1].height - texts[2].height - 2 * kLineGap) / 2;
    for (const Line& line : texts) {
        painter.setFont(line.font);
        painter.setPen(color(line.role));
        const QFontMetrics metrics(line.font);
        painter.drawText(QRect(area.left(), y, area.width(), line.height), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.text, Qt::ElideRight, area.width()));
        y += line.height + kLineGap;
    }
}

void SummaryCard::paintGlyph(QPainter& painter, const QRect& area) const
{
    if (m_glyph->high <= m_glyph->low)
        return;
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const double scale = area.width() / m_glyph->high;
    const double middle = area.center().y();
    const QRectF band(area.left() + m_glyph->low * scale, middle - 7, (m_glyph->high - m_glyph->low) * scale, 14);
    const QRectF sure(area.left(), middle - 7, m_glyph->low * scale, 14);
    shapes::panel(painter, QRectF(sure.left(), sure.top(), band.right() - sure.left(), 14), 3, color(Role::BarPale),
                  color(Role::BarPaleBorder));
    shapes::panel(painter, sure, 3, color(Role::Bar), {});
    const double likely = area.left() + m_glyph->likely * scale;
    painter.fillRect(QRectF(likely - 1, middle - 12, 2, 24), color(Role::Accent));
}

} // namespace trestle
