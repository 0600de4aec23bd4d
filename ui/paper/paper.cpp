#include "ui/paper/paper.h"

#include "ui/base/format.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle::paper {

namespace {

/// Some fonts swap dashes, brackets, colons and the like beside digits and capitals for raised forms. A PDF cannot say
/// which characters those are, so that "2.8 – 7.4" would be searched and copied as "2.8 7.4"; such lines keep the plain
/// forms, but for letters that need shaping.
QFont searchable(QFont font, const QString& text)
{
    constexpr QStringView kSwapped = u"–—-×:/+−→=<>@•*()[]{}|~·";
    if (std::ranges::any_of(text, [&](QChar c) { return kSwapped.contains(c); }))
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

QFont font(int pixels, int weight)
{
    Q_ASSERT(pixels >= kSmall);
    // Asked once: the system looks through its substitutions, which took two thirds of a report.
    static const QString inter = QStringLiteral("Inter");
    static const bool installed = QFontDatabase::hasFamily(inter);
    QFont made = QGuiApplication::font();
    if (installed)
        made.setFamilies({inter, made.family()});
    made.setPixelSize(pixels);
    made.setWeight(static_cast<QFont::Weight>(weight));
    made.setHintingPreference(QFont::PreferNoHinting);
    return made;
}

QFont chartFont()
{
    QFont plain = font(kSmall);
    plain.setStyleStrategy(QFont::PreferNoShaping);
    return plain;
}

double advance(const QString& text, const QFont& font)
{
    return QFontMetricsF(needsShaping(text) ? font : searchable(font, text)).horizontalAdvance(text);
}

QFont fitting(const QString& text, double width, const QFont& font)
{
    QFont smaller = font;
    for (int size = font.pixelSize(); size > kSmall; --size) {
        smaller.setPixelSize(size);
        if (advance(text, smaller) <= width)
            return smaller;
    }
    smaller.setPixelSize(kSmall);
    return smaller;
}

TextBlock text(const QString& text, const QFont& font, double width)
{
    return {text, searchable(font, text), width};
}

void line(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
          Qt::Alignment side)
{
    const TextBlock set = paper::text(text, fitting(text, rect.width(), font), rect.width());
    set.paint(painter, {rect.left(), rect.center().y() - set.height() / 2}, color, side);
}

double wrappedHeight(const QString& text, const QFont& font, double width)
{
    return paper::text(text, font, width).height();
}

void wrapped(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color)
{
    paper::text(text, font, rect.width()).paint(painter, rect.topLeft(), color);
}

} // namespace trestle::paper
