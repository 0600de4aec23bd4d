#include "ui/gantt/gantt_metrics.h"

#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

/// The system font's size for which the sizes in the header are drawn, pixels.
constexpr double kDesignSize = 13;

double lineHeight(const QFont& font)
{
    return std::ceil(QFontMetricsF(font).height());
}

} // namespace

GanttMetrics GanttMetrics::of(const QFont& font)
{
    GanttMetrics m;
    m.phaseFont = scaledFont(font, TextSize::Body, QFont::DemiBold);
    m.itemFont = scaledFont(font, 12.0 / kDesignSize);
    m.headerFont = scaledFont(font, 11.5 / kDesignSize, QFont::DemiBold);
    m.weekFont = scaledFont(font, 11.0 / kDesignSize);

    const double scale = std::max(QFontInfo(font).pixelSize(), kSmallestText) / kDesignSize;
    for (double* size : {&m.phaseRow, &m.itemRow, &m.phaseBar, &m.itemBar, &m.referenceGap, &m.headerLine, &m.header,
                         &m.footer, &m.legend, &m.arrowHead, &m.stub})
        *size = std::round(*size * scale);
    m.phaseRow = std::max(m.phaseRow, lineHeight(m.phaseFont) + 6);
    m.itemRow = std::max(m.itemRow, lineHeight(m.itemFont) + 4);
    m.headerLine = std::max(m.headerLine, lineHeight(m.headerFont));
    m.header = std::max(m.header, 2 * m.headerLine + 4);
    m.footer = std::max(m.footer, lineHeight(m.headerFont) + 2);
    return m;
}

} // namespace trestle
