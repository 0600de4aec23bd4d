#include "ui/report/report_page.h"

#include "ui/format.h"
#include "ui/inspector/badge.h"
#include "ui/report/paper.h"
#include "ui/report/report_parts.h"
#include "ui/theme/shapes.h"
#include "ui/tr.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

using namespace paper;

constexpr double kPartHeading = 34; // a part's heading and the air below it
constexpr double kHeadlineLine = 36;
constexpr double kTile = 72;
constexpr double kTileGap = 13;
constexpr double kWarningPadding = 9;
constexpr double kBasisRow = 22;
constexpr double kTableHead = 24;
constexpr double kTableNote = 22;

double width()
{
    return kRight - kLeft;
}

double warningHeight(const QString& warning)
{
    return wrappedHeight(warning, font(12), width() - 2 * kWarningPadding - 6) + 2 * kWarningPadding;
}

/// Room on the pages after the summary, below their running head.
QRectF laterPage()
{
    constexpr double kRunningHead = 34;
    return {kLeft, kTop + kRunningHead, width(), kFootLine - 12 - kTop - kRunningHead};
}

void heading(QPainter& painter, const QRectF& place, const QString& text, const QPalette& palette)
{
    line(painter, place, text, font(16, QFont::DemiBold), roleColor(Role::Text, palette));
}

} // namespace

ReportPages::ReportPages(const Plan& plan, const Risk& risk, const ExportStamp& stamp, const ComparisonWords* changes)
    : m_plan(plan), m_risk(risk), m_words(reportWords(plan, risk, stamp)), m_palette(lightPalette()),
      m_layout(layOutReport(needs())), m_riskSheet(plan, risk, m_palette), m_sources(plan, m_palette, laterPage())
{
    if (!changes)
        return;
    ComparisonWords words = *changes;
    words.plan.clear(); // the running head says it
    m_changes.emplace(std::move(words), m_palette, laterPage());
}

std::size_t ReportPages::count() const
{
    return m_layout.pages + (m_riskSheet.isEmpty() ? 0 : 1) + (m_changes ? m_changes->count() : 0) + m_sources.count();
}

QColor ReportPages::color(Role role) const
{
    return roleColor(role, m_palette);
}

ReportNeeds ReportPages::needs() const
{
    ReportNeeds needs;
    needs.head = 28 + kHeadlineLine * static_cast<double>(m_words.headline.size()) + 6 +
                 wrappedHeight(m_words.summary, font(13), width()) + 20 + kTile;
    for (const QString& warning : m_words.warnings)
        needs.head += 10 + warningHeight(warning);
    needs.ganttRows = m_plan.phases.size();
    needs.ganttFixed = kPartHeading + ReportGantt::fixedHeight();
    needs.charts = kPartHeading;
    needs.costRows = m_words.costs.size();
    needs.costFixed = kPartHeading - 6 + kTableHead;
    needs.costNote = kTableNote;
    needs.basis = kPartHeading + kBasisRow * static_cast<double>(m_words.basis.size());
    needs.page = kFootLine - 12 - kTop;
    return needs;
}

void ReportPages::paint(QPainter& painter, std::size_t page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t later = page < m_layout.pages ? 0 : page - m_layout.pages;
    const std::size_t riskPages = m_riskSheet.isEmpty() ? 0 : 1;
    const std::size_t changesPages = m_changes ? m_changes->count() : 0;
    if (page < m_layout.pages) {
        for (const ReportBlock& block : m_layout.blocks)
            if (block.page == page)
                paintBlock(painter, block);
    } else {
        paintRunningHead(painter);
        if (later < riskPages)
            m_riskSheet.paint(painter, laterPage());
        else if (later - riskPages < changesPages)
            m_changes->paint(painter, later - riskPages);
        else
            m_sources.paint(painter, later - riskPages - changesPages);
    }
    paintFooter(painter, page);
}

void ReportPages::paintRunningHead(QPainter& painter) const
{
    constexpr double kDateWidth = 200;
    line(painter, {kLeft, kTop, width() - kDateWidth - 20, 18}, m_words.plan, font(12, QFont::DemiBold),
         color(Role::TextMuted));
    line(painter, {kRight - kDateWidth, kTop, kDateWidth, 18}, m_words.made, font(12), color(Role::TextMuted),
         Qt::AlignRight);
}

void ReportPages::paintBlock(QPainter& painter, const ReportBlock& block) const
{
    painter.save();
    switch (block.part) {
    case ReportPart::Head: paintHead(painter, kTop + block.top); break;
    case ReportPart::Gantt: paintGantt(painter, block); break;
    case ReportPart::Charts: paintCharts(painter, block); break;
    case ReportPart::Costs: paintCosts(painter, block); break;
    case ReportPart::Basis: paintBasis(painter, kTop + block.top); break;
    }
    painter.restore();
}

void ReportPages::paintHead(QPainter& painter, double top) const
{
    constexpr double kDateWidth = 200;
    line(painter, {kLeft, top, width() - kDateWidth - 20, 18}, m_words.plan, font(14, QFont::DemiBold),
         color(Role::TextMuted));
    line(painter, {kRight - kDateWidth, top, kDateWidth, 18}, m_words.made, font(12), color(Role::TextMuted),
         Qt::AlignRight);
    double y = top + 28;
    const QFont large = font(30, QFont::Bold);
    for (const QString& text : m_words.headline) {
        line(painter, {kLeft, y, width(), kHeadlineLine}, text, large, color(Role::Text));
        y += kHeadlineLine;
    }
    const double after = kLeft + QFontMetricsF(large).horizontalAdvance(m_words.headline.last()) + 18;
    line(painter, {after, y - kHeadlineLine + 5, kRight - after, kHeadlineLine}, m_words.qualifier, font(17),
         color(Role::TextMuted));
    y += 6;
    const double summary = wrappedHeight(m_words.summary, font(13), width());
    wrapped(painter, {kLeft, y, width(), summary}, m_words.summary, font(13), color(Role::TextMuted));
    y += summary + 20;
    paintTiles(painter, y);
    y += kTile;
    for (const QString& warning : m_words.warnings) {
        const QRectF box(kLeft, y + 10, width(), warningHeight(warning));
        shapes::panel(painter, box, 6, color(Role::WarningSurface), {});
        painter.fillRect(QRectF(box.left(), box.top() + 4, 3, box.height() - 8), color(Role::Warning));
        wrapped(painter, box.adjusted(kWarningPadding + 6, kWarningPadding, -kWarningPadding, 0), warning, font(12),
                color(Role::Text));
        y += 10 + box.height();
    }
}

void ReportPages::paintTiles(QPainter& painter, double top) const
{
    constexpr double kPadding = 14;
    const auto count = static_cast<double>(m_words.tiles.size());
    const double wide = (width() - kTileGap * (count - 1)) / count;
    double x = kLeft;
    for (const ReportTile& tile : m_words.tiles) {
        const QRectF box(x, top, wide, kTile);
        shapes::panel(painter, box, 7, color(Role::SurfaceMuted), {});
        const QRectF inside = box.adjusted(kPadding, 0, -kPadding + 4, 0);
        const auto row = [&](double y, double tall) { return QRectF(inside.left(), top + y, inside.width(), tall); };
        line(painter, row(8, 16), tile.caption, font(kSmall, QFont::DemiBold), color(Role::TextMuted));
        line(painter, row(25, 24), tile.value, fitting(tile.value, inside.width(), 18, QFont::Bold), color(Role::Text));
        line(painter, row(49, 16), tile.detail, font(kSmall), color(Role::TextMuted));
        x += wide + kTileGap;
    }
}

void ReportPages::paintGantt(QPainter& painter, const ReportBlock& block) const
{
    const double top = kTop + block.top;
    heading(painter, {kLeft, top, width() / 2, 22}, block.firstRow == 0 ? tr("The plan") : tr("The plan, continued"),
            m_palette);
    line(painter, {kLeft + width() / 2, top + 3, width() / 2, 18},
         tr("bar: remaining work · pale: until %1 sure · thin: reference window")
             .arg(format::percent(m_plan.inputs.confidence / 100.0)),
         font(kSmall), color(Role::TextMuted), Qt::AlignRight);
    const ReportGantt gantt(m_plan, m_risk, m_palette, width(), m_layout.sizes.ganttRow);
    gantt.paint(painter, {kLeft, top + kPartHeading}, block.firstRow, block.rowCount);
}

void ReportPages::paintCharts(QPainter& painter, const ReportBlock& block) const
{
    const double top = kTop + block.top;
    const double half = (width() - 70) / 2;
    const double right = kRight - half;
    heading(painter, {kLeft, top, half, 22}, tr("Use of funds by month"), m_palette);
    line(painter, {kLeft, top + 3, half, 18}, tr("AUD ex GST, likely"), font(kSmall), color(Role::TextMuted),
         Qt::AlignRight);
    heading(painter, {right, top, half, 22}, tr("How sure"), m_palette);
    line(painter, {right, top + 3, half, 18}, tr("chance to be done by a week"), font(kSmall), color(Role::TextMuted),
         Qt::AlignRight);
    const double plot = block.height - kPartHeading + 8;
    paintFunds(painter, {kLeft, top + kPartHeading - 8, half, plot}, m_plan, m_palette);
    paintSure(painter, {right, top + kPartHeading - 8, half, plot}, m_plan, m_risk, m_palette);
}

void ReportPages::paintCosts(QPainter& painter, const ReportBlock& block) const
{
    const double top = kTop + block.top;
    heading(painter, {kLeft, top, width(), 22},
            block.firstRow == 0 ? tr("What it costs") : tr("What it costs, continued"), m_palette);
    const std::array<QString, 4> titles{tr("Low"), tr("Likely"), tr("High"), tr("Share")};
    constexpr std::array<double, 4> kRightEdges{0.43, 0.573, 0.717, 1.0};
    const auto cell = [&](std::size_t column, double y, double tall) {
        constexpr double kWide = 110;
        return QRectF(kLeft + width() * kRightEdges[column] - kWide, y, kWide, tall);
    };
    const auto rule = [&](double y, Role role, double thick) {
        painter.fillRect(QRectF(kLeft, y - thick / 2, width(), thick), color(role));
    };
    double y = top + kPartHeading - 6;
    for (std::size_t i = 0; i < titles.size(); ++i)
        line(painter, cell(i, y, kTableHead), titles[i], font(kSmall, QFont::DemiBold), color(Role::TextMuted),
             Qt::AlignRight);
    y += kTableHead;
    const double row = m_layout.sizes.costRow;
    for (std::size_t r = block.firstRow; r < block.firstRow + block.rowCount; ++r, y += row) {
        const ReportCostLine& cost = m_words.costs[r];
        rule(y, cost.sum ? Role::TextMuted : Role::Border, cost.sum ? 1.2 : 0.8);
        const QFont type = font(12, cost.sum ? QFont::DemiBold : QFont::Normal);
        line(painter, {kLeft, y, width() * kRightEdges[0] - 80, row}, cost.title, type, color(Role::Text));
        const std::array<QString, 4> texts{cost.low, cost.likely, cost.high, cost.share};
        for (std::size_t i = 0; i < texts.size(); ++i)
            line(painter, cell(i, y, row), texts[i], type, color(Role::Text), Qt::AlignRight);
    }
    if (block.last)
        line(painter, {kLeft, y + 2, width(), kTableNote - 4}, m_words.costNote, font(kSmall), color(Role::TextMuted));
}

void ReportPages::paintBasis(QPainter& painter, double top) const
{
    constexpr double kBadge = 58;
    heading(painter, {kLeft, top, width(), 22}, tr("What this rests on"), m_palette);
    double y = top + kPartHeading - 6;
    for (const ReportBasis& basis : m_words.basis) {
        painter.setFont(font(kSmall, QFont::DemiBold));
        Badge::paint(painter, {kLeft, y + 2, kBadge, 17}, basis.kind, m_palette);
        line(painter, {kLeft + kBadge + 12, y, width() - kBadge - 12, 21}, basis.text, font(12), color(Role::Text));
        y += kBasisRow;
    }
}

void ReportPages::paintFooter(QPainter& painter, std::size_t page) const
{
    constexpr double kPageWidth = 90;
    painter.fillRect(QRectF(kLeft, kFootLine, width(), 0.8), color(Role::Border));
    const auto row = [&](double y, double wide) { return QRectF(kLeft, kFootLine + y, wide, 15); };
    line(painter, row(8, width() - kPageWidth), m_words.source, font(kSmall), color(Role::TextMuted));
    line(painter, row(8, width()), tr("page %1 of %2").arg(page + 1).arg(count()), font(kSmall), color(Role::TextMuted),
         Qt::AlignRight);
    line(painter, row(23, width()), m_words.footer, font(kSmall), color(Role::TextMuted));
}

} // namespace trestle
