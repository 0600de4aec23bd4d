#include "ui/pictures/chart_picture.h"

#include "data/exchange/export_look.h"
#include "ui/base/tr.h"
#include "ui/paper/glyph_watch.h"
#include "ui/paper/paper.h"
#include "ui/pictures/svg_text.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kScreenDpi = 96;
constexpr double kEdge = 32;
constexpr double kAboveName = kEdge - 8;
constexpr double kAboveHeadline = 4;
constexpr double kBelowHead = 16; // before the chart
constexpr double kAboveCaption = 16;
constexpr double kBelowSubject = 8;
constexpr double kMostSide = 32'000;        // pixels that a painter reaches
constexpr double kMostPixels = 100'000'000; // 400 MB

TextBlock nameOf(const ChartPicture& picture)
{
    return paper::text(picture.client.isEmpty() ? picture.name : tr("%1 · for %2").arg(picture.name, picture.client),
                       paper::font(20, QFont::DemiBold), picture.chart.width());
}

TextBlock headlineOf(const ChartPicture& picture)
{
    return paper::text(picture.headline, paper::font(14), picture.chart.width());
}

TextBlock subjectOf(const ChartPicture& picture)
{
    return paper::text(picture.subject, paper::font(14, QFont::DemiBold), picture.chart.width());
}

TextBlock captionOf(const ChartPicture& picture)
{
    return paper::text(picture.caption, paper::font(12), picture.chart.width());
}

} // namespace

double ChartPicture::chartTop() const
{
    const double lines =
        nameOf(*this).height() + (headline.isEmpty() ? 0 : kAboveHeadline + headlineOf(*this).height());
    const double above = subject.isEmpty() ? 0 : subjectOf(*this).height() + kBelowSubject;
    return std::ceil(kAboveName + lines + kBelowHead + above);
}

QSizeF ChartPicture::size() const
{
    const double below = caption.isEmpty() ? 0 : kAboveCaption + captionOf(*this).height();
    return {chart.width() + 2 * kEdge, std::ceil(chartTop() + chart.height() + below + kEdge / 2)};
}

void ChartPicture::paint(QPainter& painter) const
{
    const auto color = [this](Role role) { return roleColor(role, palette); };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size()), color(Role::Surface));
    const TextBlock first = nameOf(*this);
    first.paint(painter, {kEdge, kAboveName}, color(Role::Text));
    if (!headline.isEmpty())
        headlineOf(*this).paint(painter, {kEdge, kAboveName + first.height() + kAboveHeadline}, color(Role::TextMuted));
    if (!subject.isEmpty()) {
        const TextBlock what = subjectOf(*this);
        what.paint(painter, {kEdge, chartTop() - kBelowSubject - what.height()}, color(Role::Text));
    }
    painter.save();
    paintChart(painter, {QPointF(kEdge, chartTop()), chart}, palette);
    painter.restore();
    if (!caption.isEmpty())
        captionOf(*this).paint(painter, {kEdge, chartTop() + chart.height() + kAboveCaption}, color(Role::TextMuted));
}

QImage ChartPicture::image(int scale) const
{
    const QSizeF whole = size();
    const double times = std::min({static_cast<double>(std::clamp(scale, kLeastScale, kMostScale)),
                                   kMostSide / std::max(whole.width(), whole.height()),
                                   std::sqrt(kMostPixels / (whole.width() * whole.height()))});
    QImage image((whole * times).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(times);
    image.setDotsPerMeterX(qRound(kScreenDpi * times / 0.0254));
    image.setDotsPerMeterY(qRound(kScreenDpi * times / 0.0254));
    image.setText(QStringLiteral("Title"), name);
    image.setText(QStringLiteral("Description"), description);
    QPainter painter(&image);
    paint(painter);
    GlyphWatch::look([this](QPainter& watched) { paint(watched); });
    return image;
}

QByteArray ChartPicture::png(int scale) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image(scale).save(&buffer, "PNG");
    return bytes;
}

QByteArray ChartPicture::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kScreenDpi);
    generator.setSize(size().toSize());
    generator.setViewBox(QRectF(QPointF(), size()));
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    GlyphWatch::look([this](QPainter& watched) { paint(watched); });
    return soundSvg(bytes, size(), name, description);
}

} // namespace trestle
