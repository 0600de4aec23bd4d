#include "ui/widgets/badge.h"

#include "ui/base/wording.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

Role roleOf(ProvenanceKind kind)
{
    switch (kind) {
    case ProvenanceKind::stated: return Role::Stated;
    case ProvenanceKind::derived: return Role::Derived;
    case ProvenanceKind::assumed: return Role::Assumed;
    case ProvenanceKind::yours: return Role::Yours;
    }
    return Role::Derived;
}

QFont badgeFont(const QFont& base)
{
    return scaledFont(base, TextSize::Fine, QFont::DemiBold);
}

} // namespace

Badge::Badge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKind(m_kind);
}

void Badge::setKind(ProvenanceKind kind)
{
    m_kind = kind;
    setAccessibleName(wording::provenance(kind));
    setToolTip(wording::provenanceMeaning(kind));
    update();
}

QSize Badge::sizeHint() const
{
    // All badges are as wide as the widest, so that they stand in a column.
    const QFontMetricsF metrics(badgeFont(font()));
    double widest = 0;
    for (const auto kind :
         {ProvenanceKind::stated, ProvenanceKind::derived, ProvenanceKind::assumed, ProvenanceKind::yours})
        widest = std::max(widest, metrics.horizontalAdvance(wording::provenance(kind)));
    return {static_cast<int>(std::ceil(widest)) + 16, static_cast<int>(std::ceil(metrics.height())) + 4};
}

void Badge::paint(QPainter& painter, const QRectF& rect, ProvenanceKind kind, const QPalette& palette)
{
    painter.save();
    const QColor color = roleColor(roleOf(kind), palette);
    shapes::panel(painter, rect, rect.height() / 2, {}, color, 1.2);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignCenter, wording::provenance(kind));
    painter.restore();
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(badgeFont(font()));
    paint(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_kind, palette());
}

} // namespace trestle
