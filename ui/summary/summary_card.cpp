#include "ui/summary/summary_card.h"

#include "ui/summary/caption_button.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kMargin = 16;
constexpr int kNarrowMargin = 12;
constexpr int kNarrow = 340;     // a card that is no wider has the smaller margin
constexpr int kLeastHeight = 92; // the dots of the headline need it
constexpr int kEdge = 9;         // above the caption and below the detail
constexpr int kLineGap = 3;
constexpr int kSmallestValue = 13; // on one line, in pixels; below it, two lines are read better
constexpr int kSmallestText = 10;
constexpr double kHeadlineScale = 2.0; // of the font of other text

int widestOf(const QStringList& lines, const QFont& font)
{
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return static_cast<int>(std::ceil(widest));
}

/// A font as large as `font` or smaller, down to `smallest` pixels, in which the lines fit into the room.
QFont fittedFont(QFont font, const QStringList& lines, QSize room, int smallest)
{
    const auto fits = [&] {
        const int high = lines.size() > 1 ? static_cast<int>(lines.size()) * QFontMetrics(font).height() : 0;
        return widestOf(lines, font) <= room.width() &&
               high <= room.height() + kLineGap; // half of the gap above and below
    };
    while (font.pixelSize() > smallest && !fits())
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

/// A text that is too long loses its last parts whole, so that what is left of a figure is never read as a figure.
QString wholeParts(QString text, const QFont& font, int width)
{
    const QString comma = QStringLiteral(", ");
    while (QFontMetrics(font).horizontalAdvance(text) > width && text.contains(comma))
        text = text.section(comma, 0, -2);
    return text;
}

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

void SummaryCard::show(const SummaryText& text, std::optional<OddsGlyph> glyph)
{
    if (text == m_text && glyph == m_glyph)
        return;
    if (text.caption != m_text.caption)
        m_old.clear(); // it was another figure
    else if (!m_text.isAwaited)
        m_old = m_text.value;
    m_text = text;
    m_glyph = std::move(glyph);
    describe();
    placeCaption();
    update();
}

void SummaryCard::setMoved(const QString& words, HeadlineDelta::Kind kind)
{
    if (words == m_moved && kind == m_movedKind)
        return;
    m_moved = words;
    m_movedKind = kind;
    describe();
    update();
}

void SummaryCard::describe()
{
    const SummaryText& text = m_text;
    const QString detail = text.detail.isEmpty() ? QString() : text.detail + u'\n';
    setToolTip(detail + text.hint); // the detail may be shortened on a narrow window
    const QString value = text.isAwaited ? tr("being worked out") : text.value;
    const QString name = text.detail.isEmpty() ? tr("%1: %2").arg(text.caption, value)
                                               : tr("%1: %2, %3").arg(text.caption, value, text.detail);
    QStringList parts{name};
    if (m_glyph && m_glyph->dots && !text.isAwaited)
        parts += QString(m_glyph->words).replace(u'\n', u' ');
    if (!m_moved.isEmpty())
        parts += m_moved;
    setAccessibleName(parts.join(tr("; ")));
    setAccessibleDescription(text.hint);
}

CaptionButton* SummaryCard::makeCaptionButton(const QString& name, const QString& purpose)
{
    m_caption = new CaptionButton(this);
    m_caption->setObjectName(name);
    m_caption->setToolTip(purpose);
    m_purpose = purpose;
    placeCaption();
    return m_caption;
}

void SummaryCard::setProgress(std::optional<double> part)
{
    if (part == m_progress)
        return;
    m_progress = part;
    update();
}

void SummaryCard::placeCaption()
{
    if (!m_caption)
        return;
    const QRect area = textArea();
    const QFont font = lines()[0].font;
    const QString text = wholeParts(m_text.caption, font, area.width() - CaptionButton::chevronRoom());
    m_caption->setFont(font);
    m_caption->setText(text);
    m_caption->setAccessibleName(tr("%1: %2").arg(m_text.caption, m_purpose));
    const QSize wanted = m_caption->sizeHint();
    const int padding = (wanted.height() - QFontMetrics(font).height()) / 2;
    m_caption->setGeometry(area.left() - padding, kEdge - padding, std::min(wanted.width(), area.width() + 2 * padding),
                           wanted.height());
}

void SummaryCard::setUpFonts()
{
    const bool headline = m_size == Size::Headline;
    m_captionFont = scaledFont(font(), 0.85, QFont::DemiBold);
    m_captionFont.setCapitalization(QFont::AllUppercase);
    m_valueFont = scaledFont(font(), headline ? kHeadlineScale : 1.35, QFont::Bold);
    m_detailFont = scaledFont(font(), 0.92);
    placeCaption();
    updateGeometry();
}

QSize SummaryCard::sizeHint() const
{
    // All are as high as a headline with a detail, so that captions and details stand on one line across the cards.
    const QFont value = scaledFont(font(), kHeadlineScale, QFont::Bold);
    const int text = QFontMetrics(m_captionFont).height() + QFontMetrics(value).height() +
                     QFontMetrics(m_detailFont).height() + 2 * kLineGap;
    return {m_size == Size::Headline ? 560 : 240, std::max(kLeastHeight, text + 2 * kEdge)};
}

QSize SummaryCard::minimumSizeHint() const
{
    return {m_size == Size::Headline ? 300 : 180, sizeHint().height()};
}

void SummaryCard::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpFonts();
}

void SummaryCard::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    placeCaption();
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

SummaryCard::Value SummaryCard::fittedValue(const QString& text) const
{
    const QSize room = valueArea().size();
    const QFont alone = fittedFont(m_valueFont, {text}, room, kSmallestValue);
    const QString comma = QStringLiteral(", ");
    const bool isWhole = widestOf({text}, alone) <= room.width();
    if (isWhole && (!text.contains(comma) || alone.pixelSize() > kSmallestValue))
        return {alone, {text}};
    const qsizetype end = text.indexOf(comma) + 1;
    const QStringList halves{text.first(end), text.sliced(end + 1)};
    if (text.contains(comma)) {
        const QFont beneath = fittedFont(m_valueFont, halves, room, kSmallestText);
        if (!isWhole || beneath.pixelSize() > alone.pixelSize())
            return {beneath, halves};
    }
    return {fittedFont(alone, {text}, room, kSmallestText), {text}};
}

int SummaryCard::glyphWidth() const
{
    return QFontMetrics(scaledFont(font(), 0.85))
        .horizontalAdvance(m_glyph ? m_glyph->words.section(u'\n', 0, 0) : QString());
}

QRect SummaryCard::textArea() const
{
    constexpr int kWideEnough = 430;
    const int margin = width() <= kNarrow ? kNarrowMargin : kMargin;
    const QRect area = rect().adjusted(margin, kEdge, -margin, -kEdge);
    return m_glyph && area.width() > kWideEnough ? area.adjusted(0, 0, -glyphWidth() - kMargin, 0) : area;
}

QRect SummaryCard::valueArea() const
{
    const auto high = [](const QFont& font) { return QFontMetrics(font).height() + kLineGap; };
    return textArea().adjusted(0, high(m_captionFont), 0, m_text.detail.isEmpty() ? 0 : -high(m_detailFont));
}

std::array<SummaryCard::Line, 2> SummaryCard::lines() const
{
    const int width = textArea().width();
    const int captionWidth = width - (m_caption ? CaptionButton::chevronRoom() : 0);
    const auto fitted = [](const QFont& font, const QString& text, int room) {
        return Line{fittedFont(font, {text}, {room, 0}, kSmallestText), text, room};
    };
    return {fitted(m_captionFont, m_text.caption, captionWidth), fitted(m_detailFont, m_text.detail, width)};
}

bool SummaryCard::fits() const
{
    const Value value = fittedValue(m_text.value);
    const std::array<Line, 2> texts = lines();
    return widestOf(value.lines, value.font) <= textArea().width() &&
           std::ranges::all_of(texts, [](const Line& line) { return widestOf({line.text}, line.font) <= line.width; });
}

void SummaryCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const bool lit = (underMouse() && !(m_caption && m_caption->underMouse())) || isDown();
    shapes::panel(painter, rect(), 8, color(lit ? Role::SurfaceMuted : Role::Surface),
                  color(hasFocus() ? Role::Accent : Role::Border), hasFocus() ? 2 : 1);
    if (m_progress)
        shapes::progress(painter, QRectF(kMargin, height() - 6, width() - 2 * kMargin, 3), *m_progress,
                         color(Role::Track), color(Role::Bar));
    if (textArea().right() < width() - 2 * kMargin)
        paintGlyph(painter,
                   QRectF(width() - kMargin - glyphWidth(), kEdge + 2, glyphWidth(), height() - 2 * kEdge - 2));
    paintLines(painter);
    paintMoved(painter);
}

void SummaryCard::paintMoved(QPainter& painter) const
{
    if (m_moved.isEmpty() || !m_caption)
        return;
    constexpr int kGap = 8;
    constexpr int kPadding = 8;
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QFont font = scaledFont(this->font(), 0.85, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int left = m_caption->geometry().right() + kGap;
    // As much of it as has room, in whole parts.
    const QString words = wholeParts(m_moved, font, textArea().right() - left - 2 * kPadding - 2);
    const int width = metrics.horizontalAdvance(words) + 2 * kPadding + 2;
    if (left + width > textArea().right())
        return;
    const QRect caption = m_caption->geometry();
    const int height = metrics.height() + 4;
    const QRectF chip(left, caption.center().y() - height / 2.0, width, height);
    const bool good = m_movedKind == HeadlineDelta::Kind::better;
    const bool bad = m_movedKind == HeadlineDelta::Kind::worse;
    const QColor ink = color(good ? Role::InPlace : bad ? Role::Warning : Role::TextMuted);
    shapes::panel(painter, chip, height / 2.0,
                  color(good  ? Role::GoodSurface
                        : bad ? Role::WarningSurface
                              : Role::SurfaceMuted),
                  ink);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(chip, Qt::AlignCenter, words);
}

void SummaryCard::paintLines(QPainter& painter) const
{
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QRect area = textArea();
    const std::array<Line, 2> texts = lines();
    const auto paint = [&](const Line& line, Qt::Alignment where) {
        painter.setFont(line.font);
        painter.setPen(color(Role::TextMuted));
        const QString shown = wholeParts(line.text, line.font, line.width);
        const bool isWhole = widestOf({shown}, line.font) <= line.width;
        painter.drawText(area, static_cast<int>(where),
                         isWhole ? shown : QFontMetrics(line.font).elidedText(shown, Qt::ElideRight, line.width));
    };
    if (!m_caption)
        paint(texts[0], Qt::AlignLeft | Qt::AlignTop);
    paint(texts[1], Qt::AlignLeft | Qt::AlignBottom);
    // Of before, and plainly so, while the figure is awaited; bold and large, three to one is enough.
    const QString awaited = m_old.isEmpty() ? tr("…") : m_old;
    const Value value = fittedValue(m_text.isAwaited ? awaited : m_text.value);
    painter.setFont(value.font);
    painter.setPen(color(m_text.isAwaited ? Role::ControlBorder : m_text.alarm ? Role::Warning : Role::Text));
    painter.drawText(valueArea(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, value.lines.join(u'\n'));
}

void SummaryCard::paintGlyph(QPainter& painter, const QRectF& area) const
{
    if (!m_glyph->dots)
        return;
    const QFont font = scaledFont(this->font(), 0.85);
    const double line = QFontMetrics(font).height();
    const QStringList words = m_glyph->words.split(u'\n');
    const double below = line * static_cast<double>(words.size());
    const QRectF dots = area.adjusted(0, 0, 0, -below - kLineGap);
    m_glyph->dots->paint(painter, dots, palette(), m_text.isAwaited);
    if (m_text.isAwaited)
        return;
    painter.setFont(font);
    painter.setPen(roleColor(Role::TextMuted, palette()));
    painter.drawText(QRectF(area.left(), area.bottom() - below, area.width(), below), Qt::AlignLeft | Qt::AlignBottom,
                     m_glyph->words);
}

} // namespace trestle
