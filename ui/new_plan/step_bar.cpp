#include "ui/new_plan/step_bar.h"

#include "ui/base/format.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kCircle = 22;
constexpr int kBesideCircle = 8;
constexpr int kLine = 28;
constexpr int kLineGap = 12;

QFont stepFont(const QFont& font, bool current)
{
    return scaledFont(font, TextSize::Body, current ? QFont::DemiBold : QFont::Normal);
}

} // namespace

StepBar::StepBar(const QStringList& steps, QWidget* parent) : QWidget(parent), m_steps(steps)
{
    setObjectName(QStringLiteral("newPlanSteps"));
    setStep(0);
}

void StepBar::setStep(int step)
{
    m_step = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps[step]));
    update();
}

QSize StepBar::sizeHint() const
{
    // As if each were the current one, so that nothing moves.
    const QFontMetrics metrics(stepFont(font(), true));
    int width = 0;
    for (const QString& step : m_steps)
        width += kCircle + kBesideCircle + metrics.horizontalAdvance(step);
    return {width + static_cast<int>(m_steps.size() - 1) * (kLine + 2 * kLineGap), std::max(kCircle, metrics.height())};
}

void StepBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QFontMetrics widest(stepFont(font(), true));
    double x = 0;
    const double middle = height() / 2.0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool current = i == m_step;
        const bool done = i < m_step;
        const QRectF circle(x + 0.75, middle - kCircle / 2.0 + 0.75, kCircle - 1.5, kCircle - 1.5);
        const Role mark = current ? Role::Accent : done ? Role::InPlace : Role::ControlBorder;
        painter.setPen(QPen(color(mark), 1.5));
        painter.setBrush(current ? QBrush(color(mark)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
        if (done) {
            painter.setPen(QPen(color(mark), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF at = circle.center();
            painter.drawPolyline(
                QPolygonF{{at.x() - 4.5, at.y() + 0.5}, {at.x() - 1.5, at.y() + 3.5}, {at.x() + 4.5, at.y() - 3.5}});
        } else {
            painter.setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
            painter.setPen(color(current ? Role::TextOnAccent : Role::TextMuted));
            painter.drawText(circle, Qt::AlignCenter, format::number(i + 1, 0));
        }
        x += kCircle + kBesideCircle;
        const int room = widest.horizontalAdvance(m_steps[i]);
        painter.setFont(stepFont(font(), current));
        painter.setPen(color(current ? Role::Text : Role::TextMuted));
        painter.drawText(QRectF(x, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter, m_steps[i]);
        x += room + kLineGap;
        if (i + 1 < m_steps.size())
            painter.fillRect(QRectF(x, middle - 0.5, kLine, 1), color(Role::Border));
        x += kLine + kLineGap;
    }
}

} // namespace trestle
