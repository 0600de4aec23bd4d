#include "ui/widgets/disclosure_button.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPolygonF>

namespace trestle {

namespace {

constexpr int kArrowSize = 10;

QIcon disclosureArrow(bool open, const QColor& color, qreal ratio)
{
    QPixmap picture(QSize(kArrowSize, kArrowSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(open ? QPolygonF{{1, 3}, {9, 3}, {5, 8}} : QPolygonF{{3, 1}, {8, 5}, {3, 9}});
    return picture;
}

} // namespace

DisclosureButton::DisclosureButton(const QString& name, const QString& text, QWidget& content, QWidget* parent)
    : QPushButton(text, parent), m_content(content)
{
    setObjectName(name);
    setProperty("quiet", true);
    setProperty("disclosure", true); // open is not chosen
    setCheckable(true);
    setIconSize({kArrowSize, kArrowSize});
    connect(this, &QPushButton::toggled, this, &DisclosureButton::refresh);
    refresh();
}

void DisclosureButton::setAvailable(bool available)
{
    m_available = available;
    setVisible(available);
    refresh();
}

void DisclosureButton::refresh()
{
    setIcon(disclosureArrow(isChecked(), roleColor(Role::Text, palette()), devicePixelRatioF()));
    m_content.setVisible(m_available && isChecked());
}

void DisclosureButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace trestle
