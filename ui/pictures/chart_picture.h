#pragma once

#include <QByteArray>
#include <QImage>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

namespace trestle {

/// A chart as a picture that stands by itself, in a slide or a letter: what it is of and what is promised above it,
/// how its figures were made below. Units are pixels of 1/96 inch; text keeps at least 11 of them and is never cut.
struct ChartPicture {
    QString name;        ///< what it is of: the first line, and the file's title
    QString client;      ///< beside it; empty: no one
    QString headline;    ///< the second line; empty: none
    QString subject;     ///< what the chart shows, right above it; empty: it says so itself
    QString caption;     ///< below the chart; empty: none
    QString description; ///< for who cannot see it
    QSizeF chart;        ///< the room of the chart
    std::function<void(QPainter&, const QRectF&, const QPalette&)> paintChart;
    QPalette palette; ///< of its theme

    [[nodiscard]] QSizeF size() const;
    void paint(QPainter& painter) const;

    /// `scale` device pixels to each of the picture's (kLeastScale to kMostScale); fewer where that is more than a
    /// picture can hold.
    [[nodiscard]] QImage image(int scale) const;
    /// Files. Fonts must be there (an application object exists); any thread may call.
    [[nodiscard]] QByteArray png(int scale) const;
    [[nodiscard]] QByteArray svg() const;

private:
    [[nodiscard]] double chartTop() const;
};

} // namespace trestle
