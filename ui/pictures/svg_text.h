#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

namespace trestle {

/// What Qt's generator of SVG wrote, mended: its size in pixels, the title and the description escaped, a font to fall
/// back to, and nothing in it that XML cannot hold.
QByteArray soundSvg(const QByteArray& svg, QSizeF size, const QString& title, const QString& description);

} // namespace trestle
