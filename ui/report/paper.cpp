#include "ui/report/paper.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle::paper {

namespace {

/// Some fonts swap dashes, colons and the like beside digits for raised forms. A PDF cannot say which characters those
/// are, so that "2.8 – 7.4" would be searched and copied as "2.8 7.4"; such lines keep the plain forms.
QFont searchable(QFont font, const QString& text)
{
    constexpr QStringView kSwapped = u"–—×:/+−→";
    const auto digit = [](QChar c) { return c.isDigit(); };
    if (std::any_of(text.begin(), text.end(), digit) &&
        std::any_of(text.begin(), text.end(), [&](QChar c) { return kSwapped.contains(c); }))
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

QFont font(int pixels, int weight)
{
    Q_ASSERT(pixels >= kSmall);
    const QString inter = QStringLiteral("Inter");
    QFont made = QGuiApplication::font();
    if (QFontDatabase::hasFamily(inter))
        made.setFamilies({inter, made.family()});
    made.setPixelSize(pixels);
    made.setWeight(static_cast<QFont::Weight>(weight));
    made.setHintingPreference(QFont::PreferNoHinting);
    return made;
}

void line(QPainter& painter, const QRectF& rect, const QString& text, const QFont& wanted, const QColor& color,
          Qt::Alignment side)
{
    const QFont font = searchable(wanted, text);
    painter.setFont(font);
    painter.setPen(color);
    // A hair of room: the width that was measured must not elide itself.
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    const QRectF room = rect.adjusted(0, -2, 0, 2);
    painter.drawText(room, static_cast<int>((side | Qt::AlignVCenter).toInt()) | Qt::TextDontClip | Qt::TextSingleLine,
                     shown);
}

QFont fitting(const QString& text, double width, int pixels, int weight)
{
    for (int size = pixels; size > kSmall; --size)
        if (const QFont candidate = font(size, weight); QFontMetricsF(candidate).horizontalAdvance(text) <= width)
            return candidate;
    return font(kSmall, weight);
}

double wrappedHeight(const QString& text, const QFont& font, double width)
{
    return std::ceil(QFontMetricsF(searchable(font, text))
                         .boundingRect(QRectF(0, 0, width, 1e6), Qt::AlignLeft | Qt::TextWordWrap, text)
                         .height());
}

void wrapped(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color)
{
    painter.setFont(searchable(font, text));
    painter.setPen(color);
    painter.drawText(rect, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, text);
}

} // namespace trestle::paper
