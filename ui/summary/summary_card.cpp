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
constexpr int kGlyphHeight = 44;
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

void SummaryCard::show(const SummaryText& text, std::optional<SpreadGlyph> glyph)
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

void SummaryCard::setMoved(const QString& words, HeadlineChange::Kind kind)
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
    setAccessibleName(m_moved.isEmpty() ? name : tr("%1; %2").arg(name, m_moved));
    setAccessibleDescription(text.hint);
}

CaptionButton* SummaryCard::makeCaptionButton(const QString& name, const QString& purpose)
{
    m_caption = new CaptionButton(this);
    m_caption->setObjectName(name);
    m_caption->setFont(m_captionFont);
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
    m_caption->setText(m_text.caption);
    m_caption->setAccessibleName(tr("%1: %2").arg(m_text.caption, m_purpose));
    const QSize wanted = m_caption->sizeHint();
    const QRect area = textArea();
    const int padding = (wanted.height() - QFontMetrics(m_captionFont).height()) / 2;
    m_caption->setGeometry(area.left() - padding, textTop() - padding,
                           std::min(wanted.width(), area.width() + 2 * padding), wanted.height());
}

void SummaryCard::setUpFonts()
{
    const bool headline = m_size == Size::Headline;
    m_captionFont = scaledFont(font(), 0.85, QFont::DemiBold);
    m_captionFont.setCapitalization(QFont::AllUppercase);
    m_valueFont = scaledFont(font(), headline ? 2.0 : 1.35, QFont::Bold);
    m_detailFont = scaledFont(font(), 0.92);
    if (m_caption)
        m_caption->setFont(m_captionFont);
    placeCaption();
    updateGeometry();
}

QSize SummaryCard::sizeHint() const
{
    // The headline has two lines and the others three; all are as high as the three.
    const QFont value = scaledFont(font(), 1.6, QFont::Bold);
    const int text = QFontMetrics(m_captionFont).height() + QFontMetrics(value).height() +
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

QFont SummaryCard::fittingFont(const QString& text, int width) const
{
    QFont font = m_valueFont;
    constexpr int kSmallest = 13;
    while (font.pixelSize() > kSmallest && QFontMetrics(font).horizontalAdvance(text) > width)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

int SummaryCard::glyphWidth() const
{
    return std::clamp(width() / 5, 64, 112);
}

QRect SummaryCard::textArea() const
{
    constexpr int kWideEnough = 430;
    const QRect area = rect().adjusted(kMargin, 0, -kMargin, 0);
    return m_glyph && area.width() > kWideEnough ? area.adjusted(0, 0, -glyphWidth() - kMargin, 0) : area;
}

std::array<SummaryCard::Line, 3> SummaryCard::lines() const
{
    const auto height = [](const QFont& font, bool shown) { return shown ? QFontMetrics(font).height() : 0; };
    return {Line{m_captionFont, m_text.caption, Role::TextMuted, height(m_captionFont, true)},
            Line{fittingFont(m_text.value, textArea().width()), m_text.value, m_text.alarm ? Role::Warning : Role::Text,
                 height(m_valueFont, true)},
            Line{m_detailFont, m_text.detail, Role::TextMuted, height(m_detailFont, !m_text.detail.isEmpty())}};
}

int SummaryCard::textTop() const
{
    const std::array<Line, 3> texts = lines();
    const int gaps = texts[2].height > 0 ? 2 * kLineGap : kLineGap;
    return (height() - texts[0].height - texts[1].height - texts[2].height - gaps) / 2;
}

bool SummaryCard::fits() const
{
    const std::array<Line, 3> texts = lines();
    return std::all_of(texts.begin(), texts.end(), [&](const Line& line) {
        const int more = m_caption && &line == texts.data() ? CaptionButton::chevronRoom() : 0;
        return QFontMetrics(line.font).horizontalAdvance(line.text) + more <= textArea().width();
    });
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
        paintGlyph(painter, QRectF(width() - kMargin - glyphWidth(), (height() - kGlyphHeight) / 2.0, glyphWidth(),
                                   kGlyphHeight));
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
    QString words = m_moved;
    const auto width = [&] { return metrics.horizontalAdvance(words) + 2 * kPadding + 2; };
    if (left + width() > textArea().right())
        words = words.section(tr(", "), 0, 0);
    if (left + width() > textArea().right())
        return;
    const QRect caption = m_caption->geometry();
    const int height = metrics.height() + 4;
    const QRectF chip(left, caption.center().y() - height / 2.0, width(), height);
    const bool good = m_movedKind == HeadlineChange::Kind::better;
    const bool bad = m_movedKind == HeadlineChange::Kind::worse;
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
    const std::array<Line, 3> texts = lines();
    int y = textTop();
    for (const Line& line : texts) {
        const QRect place(area.left(), y, area.width(), line.height);
        y += line.height + kLineGap;
        const QFontMetrics metrics(line.font);
        if (&line == &texts[0] && m_caption)
            continue;
        if (&line == &texts[1] && m_text.isAwaited) {
            // Of before, and plainly so; bold and large, three to one is enough.
            const QString old = m_old.isEmpty() ? tr("…") : m_old;
            painter.setFont(fittingFont(old, place.width()));
            painter.setPen(color(Role::ControlBorder));
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, old);
            continue;
        }
        painter.setFont(line.font);
        painter.setPen(color(line.role));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.text, Qt::ElideRight, place.width()));
    }
}

void SummaryCard::paintGlyph(QPainter& painter, const QRectF& area) const
{
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QRectF ground(area.left(), area.bottom() - 1, area.width(), 1);
    painter.fillRect(ground, color(Role::Track));
    const Histogram& finishes = m_glyph->finishes;
    const bool dim = m_text.isAwaited;
    if (finishes.shares.empty())
        return;
    const double most = *std::ranges::max_element(finishes.shares);
    const auto bins = static_cast<double>(finishes.shares.size());
    const double step = area.width() / bins;
    const double sure = (m_glyph->sureBy - finishes.from) / (finishes.to - finishes.from) * bins;
    for (std::size_t i = 0; i < finishes.shares.size(); ++i) {
        const auto at = static_cast<double>(i);
        const double height = std::max(1.0, std::round((area.height() - 4) * finishes.shares[i] / most));
        const QRectF bar(area.left() + at * step, ground.top() - height, std::max(1.0, step - 1), height);
        painter.fillRect(bar, color(!dim && at + 0.5 <= sure ? Role::Bar : Role::BarPale));
    }
    painter.fillRect(QRectF(area.left() + sure * step - 1, area.top(), 1.5, area.height()),
                     color(dim ? Role::ControlBorder : Role::Accent));
}

} // namespace trestle
