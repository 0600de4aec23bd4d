#include "ui/report/sheets/source_sheets.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/paper/paper.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kBelowTitle = 40; // below the page's title
constexpr double kGroupHeading = 34;
constexpr double kAboveGroup = 11;
constexpr double kBadge = 58;
constexpr double kFigure = 290; // width of the figures' column
constexpr double kColumnGap = 14;

TextBlock noText()
{
    return {QString(), paper::font(paper::kSmall), 0};
}

} // namespace

SourceSheets::SourceSheets(const Plan& plan, const QPalette& palette, const QRectF& page)
    : m_palette(palette), m_page(page)
{
    heading(tr("The whole plan"));
    for (const SourceRow& row : sourcesOf(plan))
        add(row);
    const Sourced<double>& usual = plan.catalogue->correlation;
    const bool own = std::abs(usual.value - plan.inputs.correlation) > 1e-9;
    add({tr("If one phase runs late, others do too: %1").arg(wording::runLateTogether(plan.inputs.correlation)),
         own ? tr("in place of the catalogue's “%1”").arg(wording::runLateTogether(usual.value))
             : format::text(usual.from.note),
         own ? ProvenanceKind::yours : usual.from.kind});
    for (const PhasePlan& phase : plan.phases)
        addPhase(plan, phase);
    addLinks(plan);
    breakIntoPages();
}

void SourceSheets::heading(const QString& title)
{
    const TextBlock set = paper::text(title, paper::font(14, QFont::DemiBold), m_page.width());
    m_lines.push_back(
        {set, noText(), ProvenanceKind::assumed, true, std::max(kGroupHeading, kAboveGroup + set.height())});
}

void SourceSheets::add(const SourceRow& row)
{
    const TextBlock figure = paper::text(row.figure, paper::font(paper::kSmall, QFont::DemiBold), kFigure);
    const double room = m_page.width() - kFigure - kBadge - 2 * kColumnGap;
    const TextBlock note = row.note.isEmpty() ? noText() : paper::text(row.note, paper::font(paper::kSmall), room);
    m_lines.push_back({figure, note, row.kind, false, std::max(18.0, std::max(figure.height(), note.height()) + 5)});
}

void SourceSheets::addPhase(const Plan& plan, const PhasePlan& phase)
{
    const Phase& source = plan.catalogue->phases[static_cast<std::size_t>(&phase - plan.phases.data())];
    heading(format::text(phase.title));
    for (const SourceRow& row : sourcesOf(plan, phase))
        add(row);
    for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
        const ItemPlan& item = plan.items[i];
        const Item* known = findItem(*plan.catalogue, item.id);
        if (!known)
            continue;
        const QString state = wording::itemState(item.state);
        const QString title = format::text(item.title);
        if (known->effort)
            add({tr("%1: %2, %3")
                     .arg(title, format::personWeeks(known->effort->value.low, known->effort->value.high), state),
                 format::text(known->effort->from.likely.note), known->effort->from.likely.kind});
        else
            add({tr("%1: %2 of %3, %4")
                     .arg(title, format::percent(known->share.value, 1), format::text(source.shortTitle), state),
                 format::text(known->share.from.note), known->share.from.kind});
    }
}

void SourceSheets::addLinks(const Plan& plan)
{
    if (plan.catalogue->links.empty())
        return;
    heading(tr("What waits for what"));
    for (const Link& link : plan.catalogue->links) {
        const QString lag = link.lag > 0 ? tr(" + %1").arg(format::weeks(link.lag)) : QString();
        add({tr("%1 %2 %3%4")
                 .arg(wording::nodeTitle(plan, link.to), wording::linkType(link.type),
                      wording::nodeTitle(plan, link.from), lag),
             format::text(link.reason), link.source.kind});
    }
}

void SourceSheets::breakIntoPages()
{
    const double room = m_page.height() - kBelowTitle;
    double y = room + 1;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        // A heading stays with the line below it.
        const double needed =
            m_lines[i].height + (m_lines[i].heading && i + 1 < m_lines.size() ? m_lines[i + 1].height : 0);
        if (y + needed > room) {
            m_pages.push_back(i);
            y = 0;
        }
        y += m_lines[i].height;
    }
}

void SourceSheets::paintLine(QPainter& painter, const Line& line, double y) const
{
    const QColor text = roleColor(Role::Text, m_palette);
    const double left = m_page.left();
    if (line.heading) {
        line.figure.paint(painter, {left, y + kAboveGroup}, text);
        return;
    }
    painter.setFont(paper::font(paper::kSmall, QFont::DemiBold));
    Badge::paint(painter, {left, y, kBadge, 16}, line.kind, m_palette);
    const double figure = left + kBadge + kColumnGap;
    line.figure.paint(painter, {figure, y}, text);
    line.note.paint(painter, {figure + kFigure + kColumnGap, y}, roleColor(Role::TextMuted, m_palette));
}

void SourceSheets::paint(QPainter& painter, std::size_t page) const
{
    paper::line(painter, {m_page.left(), m_page.top(), m_page.width(), 24},
                page == 0 ? tr("Where every figure comes from") : tr("Where every figure comes from, continued"),
                paper::font(20, QFont::Bold), roleColor(Role::Text, m_palette));
    const std::size_t end = page + 1 < m_pages.size() ? m_pages[page + 1] : m_lines.size();
    double y = m_page.top() + kBelowTitle;
    for (std::size_t i = m_pages[page]; i < end; ++i) {
        paintLine(painter, m_lines[i], y);
        y += m_lines[i].height;
    }
}

} // namespace trestle
