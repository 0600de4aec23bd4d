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
constexpr int kNarrow = 340; // a card that is no wider has the smaller margin
constexpr int kEdge = 11;    // above the caption and below the detail
constexpr int kLineGap = 3;
constexpr int kSmallestText = 11;
constexpr double kUsualText = 13; // pixels

int widthOf(const QString& text, const QFont& font)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

/// A font as large as `font` or smaller, but legible, in which the text fits into the width.
QFont fittedFont(QFont font, const QString& text, int width)
{
    while (font.pixelSize() > kSmallestText && widthOf(text, font) > width)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

/// A text that is too long loses its last parts whole, so that what is left of a figure is never read as a figure.
QString wholeParts(QString text, const QFont& font, int width, const QString& between)
{
    while (widthOf(text, font) > width && text.contains(between))
        text = text.section(between, 0, -2);
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
        m_old = {}; // it was another figure
    else if (!m_text.isAwaited)
        m_old = m_text;
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

void SummaryCard::setComparison(const QString& words)
{
    if (words == m_comparison)
        return;
    m_comparison = words;
    describe();
    update();
}

void SummaryCard::setSinceOpened(const QString& words)
{
    if (words == m_sinceOpened)
        return;
    m_sinceOpened = words;
    describe();
}

void SummaryCard::describe()
{
    const SummaryText& text = m_text;
    QStringList below{text.aside, text.line, m_comparison, text.detail};
    below.removeAll(QString());
    const QString detail = below.isEmpty() ? QString() : below.join(tr("; ")) + u'\n';
    const QString since =
        m_sinceOpened.isEmpty() ? QString() : u'\n' + tr("Since you opened the plan: %1.").arg(m_sinceOpened);
    setToolTip(detail + text.hint + since); // the detail may be shortened on a narrow window
    below.prepend(text.isAwaited ? tr("being worked out") : text.value);
    const QString name = tr("%1: %2").arg(text.caption, below.join(tr(", ")));
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
    const Line line = captionLine();
    const QFont& font = line.font;
    m_caption->setFont(font);
    m_caption->setText(line.text);
    m_caption->setAccessibleName(tr("%1: %2").arg(m_text.caption, m_purpose));
    const QSize wanted = m_caption->sizeHint();
    const int padding = (wanted.height() - QFontMetrics(font).height()) / 2;
    m_caption->setGeometry(area.left() - padding, kEdge - padding, std::min(wanted.width(), area.width() + 2 * padding),
                           wanted.height());
}

void SummaryCard::setUpFonts()
{
    const bool headline = m_size == Size::Headline;
    m_captionFont = scaledFont(font(), TextSize::Fine, QFont::DemiBold);
    m_captionFont.setCapitalization(QFont::AllUppercase);
    m_valueFont = scaledFont(font(), headline ? TextSize::Figure : TextSize::Title, QFont::Bold);
    m_detailFont = scaledFont(font(), TextSize::Small);
    placeCaption();
    updateGeometry();
}

double SummaryCard::textScale(const QWidget& widget)
{
    return std::max(1.0, QFontInfo(widget.font()).pixelSize() / kUsualText);
}

QSize SummaryCard::sizeHint() const
{
    const double scale = textScale(*this);
    const int width = m_size == Size::Headline ? 600 : 168;
    return {static_cast<int>(width * scale), static_cast<int>(std::lround(kHeight * scale))};
}

QSize SummaryCard::minimumSizeHint() const
{
    return {m_size == Size::Headline ? 300 : 120, sizeHint().height()};
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

int SummaryCard::glyphWidth() const
{
    return QFontMetrics(scaledFont(font(), TextSize::Fine))
        .horizontalAdvance(m_glyph ? m_glyph->words.section(u'\n', 0, 0) : QString());
}

QRect SummaryCard::textArea() const
{
    constexpr int kWideEnough = 430;
    const int margin = width() <= kNarrow ? kNarrowMargin : kMargin;
    const QRect area = rect().adjusted(margin, kEdge, -margin, -kEdge);
    return m_glyph && area.width() > kWideEnough ? area.adjusted(0, 0, -glyphWidth() - kMargin, 0) : area;
}

/// Between caption and detail, for the headline's value.
QRect SummaryCard::valueArea() const
{
    const auto high = [](const QFont& font) { return QFontMetrics(font).height() + kLineGap; };
    return textArea().adjusted(0, high(m_captionFont), 0, -high(m_detailFont));
}

SummaryCard::Line SummaryCard::captionLine() const
{
    const QRect area = textArea();
    const int width = area.width() - (m_caption ? CaptionButton::chevronRoom() : 0);
    const QFont font = fittedFont(m_captionFont, m_text.caption, width);
    return {font, wholeParts(m_text.caption, font, width, QStringLiteral(", ")), area.top(), width};
}

SummaryCard::Lines SummaryCard::lines(const SummaryText& text) const
{
    const QRect area = textArea();
    const int width = area.width();
    const auto high = [](const QFont& font) { return QFontMetrics(font).height(); };
    const auto fitted = [&](const QFont& font, const QString& words, int top) {
        return Line{fittedFont(font, words, width), words, top, width};
    };
    if (m_size == Size::Headline) {
        Line value = fitted(m_valueFont, text.value, 0);
        const QRect middle = valueArea();
        value.top = middle.top() + (middle.height() - high(value.font)) / 2;
        const QString& detail = m_comparison.isEmpty() || m_text.isAwaited ? text.detail : m_comparison;
        const QString whole = wholeParts(detail, m_detailFont, width, QStringLiteral("; "));
        return {value, {}, fitted(m_detailFont, whole, area.bottom() + 1 - high(m_detailFont))};
    }
    // "by 31 May 2027" and below it "for AUD 159,000".
    const QString comma = QStringLiteral(", ");
    const qsizetype end = text.line.isEmpty() ? text.value.indexOf(comma) : -1;
    const QString first = end < 0 ? text.value : text.value.first(end);
    const QString second = end < 0 ? text.line : text.value.sliced(end + comma.size());
    const QFont plain = scaledFont(font(), TextSize::Small);
    const int top = area.top() + high(m_captionFont) + 3 * kLineGap;
    const int below = top + high(m_valueFont) + kLineGap;
    const int last = second.isEmpty() ? below : below + high(plain) + 1;
    return {fitted(m_valueFont, first, top), fitted(plain, second, below), fitted(m_detailFont, text.detail, last)};
}

const SummaryText& SummaryCard::painted() const
{
    return m_text.isAwaited ? m_old : m_text;
}

bool SummaryCard::fits() const
{
    const Lines all = lines(m_text);
    const Line caption = captionLine();
    const auto fit = [](const Line& line) { return widthOf(line.text, line.font) <= line.width; };
    const bool fitsBelow = all.detail.top + QFontMetrics(all.detail.font).height() <= height();
    return fit(caption) && fit(all.value) && fit(all.line) && fit(all.detail) && fitsBelow;
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
    paintAside(painter);
}

/// Beside the caption: the aside, and after it by how much the value has moved.
void SummaryCard::paintAside(QPainter& painter) const
{
    constexpr int kGap = 8;
    int left = m_caption ? m_caption->geometry().right() + kGap : 0;
    const QString& aside = painted().aside;
    if (m_caption && !aside.isEmpty() && left + widthOf(aside, m_detailFont) <= textArea().right()) {
        painter.setFont(m_detailFont);
        painter.setPen(roleColor(Role::TextMuted, palette()));
        const int width = widthOf(aside, m_detailFont);
        painter.drawText(QRect(left, m_caption->y(), width, m_caption->height()), Qt::AlignLeft | Qt::AlignVCenter,
                         aside);
        left += width + kGap;
    }
    paintMoved(painter, left);
}

void SummaryCard::paintMoved(QPainter& painter, int left) const
{
    if (m_moved.isEmpty() || !m_caption)
        return;
    constexpr int kPadding = 8;
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QFont font = scaledFont(this->font(), TextSize::Fine, QFont::DemiBold);
    const QFontMetrics metrics(font);
    // As much of it as has room, in whole parts.
    const QString words = wholeParts(m_moved, font, textArea().right() - left - 2 * kPadding - 2, QStringLiteral(", "));
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
    const QRect area = textArea();
    const bool dim = m_text.isAwaited;
    const auto paint = [&](const Line& line, Role role) {
        const QFontMetrics metrics(line.font);
        painter.setFont(line.font);
        painter.setPen(roleColor(dim ? Role::TextMuted : role, palette()));
        painter.drawText(QRect(area.left(), line.top, line.width, metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(line.text, Qt::ElideRight, line.width));
    };
    if (!m_caption)
        paint(captionLine(), Role::TextMuted);
    // Of before, and plainly so, while the figure is awaited.
    SummaryText text = painted();
    if (text.value.isEmpty() && dim)
        text.value = tr("…");
    const Lines all = lines(text);
    paint(all.value, m_text.alarm ? Role::Warning : Role::Text);
    paint(all.line, Role::Text);
    paint(all.detail, Role::TextMuted);
}

void SummaryCard::paintGlyph(QPainter& painter, const QRectF& area) const
{
    if (!m_glyph->dots)
        return;
    const QFont font = scaledFont(this->font(), TextSize::Fine);
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
