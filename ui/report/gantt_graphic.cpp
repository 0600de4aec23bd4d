#include "ui/report/gantt_graphic.h"

#include "ui/format.h"
#include "ui/gantt/gantt_words.h"
#include "ui/report/paper.h"
#include "ui/report/report_parts.h"
#include "ui/report/report_words.h"
#include "ui/theme/theme.h"
#include "ui/tr.h"

#include <QPainter>
#include <QStringList>

#include <cmath>

namespace trestle {

namespace {

constexpr double kWide = 1200;
constexpr double kEdge = 32;
constexpr double kTitleHead = 62;
constexpr double kCaptionFoot = 34;

} // namespace

GanttGraphic::GanttGraphic(const Plan& plan, const Risk& risk, const ExportStamp& stamp)
    : m_plan(plan), m_risk(risk), m_stamp(stamp), m_palette(lightPalette())
{
    m_options.until = untilSure(plan, risk);
    m_options.font = paper::font(14);
    m_chartHeight = std::ceil(ganttPageHeight(plan, kWide - 2 * kEdge, m_options));
}

QSizeF GanttGraphic::size() const
{
    return {kWide, kEdge + kTitleHead + m_chartHeight + kCaptionFoot + kEdge / 2};
}

QString GanttGraphic::title() const
{
    return format::text(m_plan.inputs.name);
}

QString GanttGraphic::description() const
{
    QStringList lines{sureLine(m_plan, m_risk)};
    for (const PhasePlan& phase : m_plan.phases)
        lines << ganttwords::accessibleName(m_plan, phase);
    lines << provenanceLine(m_plan, m_risk, m_stamp);
    return lines.join(u'\n');
}

void GanttGraphic::paint(QPainter& painter) const
{
    const auto color = [this](Role role) { return roleColor(role, m_palette); };
    const double inner = kWide - 2 * kEdge;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size()), color(Role::Surface));
    const QString name =
        m_plan.inputs.client.empty() ? title() : tr("%1 · for %2").arg(title(), format::text(m_plan.inputs.client));
    paper::line(painter, {kEdge, kEdge - 6, inner, 26}, name, paper::font(20, QFont::DemiBold), color(Role::Text));
    const QString sure = sureLine(m_plan, m_risk);
    paper::line(painter, {kEdge, kEdge + 22, inner, 20},
                m_plan.effort.high > kEpsilon ? tr("%1; likely by %2").arg(sure, format::date(m_plan.finishDate.likely))
                                              : sure,
                paper::font(14), color(Role::TextMuted));
    paintGanttPage(painter, {kEdge, kEdge + kTitleHead, inner, m_chartHeight}, m_plan, m_palette, m_options);
    paper::line(painter, {kEdge, kEdge + kTitleHead + m_chartHeight + kCaptionFoot - 16, inner, 18},
                provenanceLine(m_plan, m_risk, m_stamp), paper::font(12), color(Role::TextMuted));
}

} // namespace trestle
