#include "ui/report/gantt_graphic.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/report_parts.h"
#include "ui/report/sheets/report_words.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStringList>

#include <cmath>

namespace trestle {

namespace {

constexpr double kWide = 1200;
constexpr double kEdge = 32;
constexpr double kInner = kWide - 2 * kEdge;
constexpr double kAboveTitle = kEdge - 8;
constexpr double kBelowHead = 16; // before the chart
constexpr double kAboveCaption = 16;

} // namespace

GanttGraphic::GanttGraphic(const Plan& plan, const Risk& risk, const ExportStamp& stamp)
    : m_plan(plan), m_risk(risk), m_stamp(stamp), m_palette(lightPalette())
{
    m_options.until = untilSure(plan, risk);
    m_options.font = paper::font(14);
    m_chartHeight = std::ceil(ganttPageHeight(plan, kInner, m_options));
}

TextBlock GanttGraphic::name() const
{
    const std::string& client = m_plan.inputs.client;
    return paper::text(client.empty() ? title() : tr("%1 · for %2").arg(title(), format::text(client)),
                       paper::font(20, QFont::DemiBold), kInner);
}

TextBlock GanttGraphic::headline() const
{
    const QString sure = sureLine(m_plan, m_risk);
    return paper::text(m_plan.nothingLeft() ? sure
                                            : tr("%1; likely by %2").arg(sure, format::date(m_plan.finishDate.likely)),
                       paper::font(14), kInner);
}

TextBlock GanttGraphic::caption() const
{
    return paper::text(provenanceLine(m_plan, m_risk, m_stamp), paper::font(12), kInner);
}

double GanttGraphic::chartTop() const
{
    return std::ceil(kAboveTitle + name().height() + 4 + headline().height() + kBelowHead);
}

QSizeF GanttGraphic::size() const
{
    return {kWide, std::ceil(chartTop() + m_chartHeight + kAboveCaption + caption().height() + kEdge / 2)};
}

QString GanttGraphic::title() const
{
    return format::text(m_plan.inputs.name);
}

QString GanttGraphic::description() const
{
    QStringList lines{sureLine(m_plan, m_risk)};
    for (const PhasePlan& phase : m_plan.phases)
        lines << ganttwords::summary(m_plan, phase);
    lines << provenanceLine(m_plan, m_risk, m_stamp);
    return lines.join(u'\n');
}

void GanttGraphic::paint(QPainter& painter) const
{
    const auto color = [this](Role role) { return roleColor(role, m_palette); };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size()), color(Role::Surface));
    const TextBlock name = this->name();
    name.paint(painter, {kEdge, kAboveTitle}, color(Role::Text));
    headline().paint(painter, {kEdge, kAboveTitle + name.height() + 4}, color(Role::TextMuted));
    paintGanttPage(painter, {kEdge, chartTop(), kInner, m_chartHeight}, m_plan, m_palette, m_options);
    caption().paint(painter, {kEdge, chartTop() + m_chartHeight + kAboveCaption}, color(Role::TextMuted));
}

} // namespace trestle
