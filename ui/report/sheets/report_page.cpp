#include "ui/report/sheets/report_page.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/report_parts.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/badge.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

using namespace paper;

constexpr double kPartHeading = 34; // a part's heading and the air below it
constexpr double kHeadlineLine = 36;
constexpr int kHeadlineType = 30;
constexpr double kTileGap = 13;
constexpr double kTilePadding = 14;
constexpr double kTableHead = 24;
constexpr double kTableNote = 22;
constexpr double kCostAir = 4;
constexpr double kBasisBadge = 58;
constexpr double kDateWidth = 200;
constexpr double kPageWidth = 90; // of "page 1 of 12"
constexpr double kAboveFoot = 12;
constexpr double kDotsWidth = 132;
constexpr double kDotsHeight = 54;
constexpr double kAfterDots = 20; // before what they mean

double width()
{
    return kRight - kLeft;
}

/// The plan's name, beside the date.
TextBlock nameText(const ReportWords& words, int pixels)
{
    return text(words.plan, font(pixels, QFont::DemiBold), width() - kDateWidth - 20);
}

TextBlock summaryText(const ReportWords& words)
{
    return text(words.summary, font(13), width());
}

TextBlock oddsBlock(const ReportWords& words)
{
    return text(words.odds, font(12), width() - kDotsWidth - kAfterDots);
}

/// Of the dots with what they mean, and the air below; none where nothing is promised.
double oddsHeight(const ReportWords& words)
{
    return words.odds.isEmpty() ? 0 : std::max(kDotsHeight, oddsBlock(words).height()) + 16;
}

double headlineTop(const ReportWords& words)
{
    return std::max(28.0, nameText(words, 14).height() + 10);
}

struct TileTexts {
    TextBlock caption;
    TextBlock value;
    TextBlock detail;
    [[nodiscard]] double height() const { return 8 + caption.height() + 3 + value.height() + 4 + detail.height() + 8; }
};

std::vector<TileTexts> tileTexts(const ReportWords& words)
{
    constexpr int kLeastValue = 15; // smaller, and a date and an amount stand on a line each instead
    const auto count = static_cast<double>(words.tiles.size());
    const double room = (width() - kTileGap * (count - 1)) / count - 2 * kTilePadding + 4;
    std::vector<TileTexts> texts;
    for (const ReportTile& tile : words.tiles) {
        QFont value = fitting(tile.value, room, font(18, QFont::Bold));
        value.setPixelSize(std::max(kLeastValue, value.pixelSize()));
        texts.push_back({text(tile.caption, font(kSmall, QFont::DemiBold), room), text(tile.value, value, room),
                         text(tile.detail, font(kSmall), room)});
    }
    return texts;
}

double tileHeight(const ReportWords& words)
{
    double tall = 0;
    for (const TileTexts& tile : tileTexts(words))
        tall = std::max(tall, tile.height());
    return tall;
}

constexpr std::array<double, 4> kCostEdges{0.43, 0.573, 0.717, 1.0}; // right edges of the figures

TextBlock costTitle(const ReportCostLine& cost)
{
    return text(cost.title, font(12, cost.sum ? QFont::DemiBold : QFont::Normal), width() * kCostEdges[0] - 80);
}

TextBlock costNote(const ReportWords& words)
{
    return text(words.costNote, font(kSmall), width());
}

TextBlock basisText(const ReportBasis& basis)
{
    return text(basis.text, font(12), width() - kBasisBadge - 12);
}

double basisHeight(const ReportBasis& basis)
{
    return std::max(22.0, basisText(basis).height() + 6);
}

TextBlock sourceText(const ReportWords& words)
{
    return text(words.source, font(kSmall), width() - kPageWidth);
}

TextBlock footerText(const ReportWords& words)
{
    return text(words.footer, font(kSmall), width());
}

void heading(QPainter& painter, const QRectF& place, const QString& text, const QPalette& palette)
{
    line(painter, place, text, font(16, QFont::DemiBold), roleColor(Role::Text, palette));
}

} // namespace

QRectF ReportPages::Frame::later() const
{
    return {kLeft, runningHead + 16, width(), footLine - kAboveFoot - runningHead - 16};
}

ReportPages::Frame ReportPages::makeFrame() const
{
    constexpr double kFoot = 60 - 23 - 15; // below the last line of the footer
    const double foot = 8 + std::max(15.0, sourceText(m_words).height()) + std::max(15.0, footerText(m_words).height());
    return {kTop + std::max(18.0, nameText(m_words, 12).height()), std::min(kFootLine, kHeight - kFoot - foot)};
}

ReportPages::ReportPages(const Plan& plan, const Risk& risk, const ExportStamp& stamp, const ComparisonWords* changes,
                         const RegisterWorth* worth)
    : m_plan(plan), m_risk(risk), m_words(reportWords(plan, risk, stamp)), m_palette(lightPalette()),
      m_frame(makeFrame()), m_layout(layOutReport(needs())), m_riskSheet(plan, risk, m_palette, m_frame.later()),
      m_register(plan, worth, m_palette, m_frame.later()), m_sources(plan, m_palette, m_frame.later())
{
    if (!changes)
        return;
    ComparisonWords words = *changes;
    words.plan.clear(); // the running head says it
    m_changes.emplace(std::move(words), m_palette, m_frame.later());
}

std::size_t ReportPages::count() const
{
    return m_layout.pages + m_riskSheet.count() + m_register.count() + (m_changes ? m_changes->count() : 0) +
           m_sources.count();
}

QColor ReportPages::color(Role role) const
{
    return roleColor(role, m_palette);
}

ReportNeeds ReportPages::needs() const
{
    ReportNeeds needs;
    needs.head = headlineTop(m_words) + kHeadlineLine * static_cast<double>(m_words.headline.size()) + 6 +
                 summaryText(m_words).height() + 20 + oddsHeight(m_words) + tileHeight(m_words);
    needs.ganttRows.assign(m_plan.phases.size(), ReportGantt::leastRow(m_plan));
    needs.ganttFixed = kPartHeading + ReportGantt::fixedHeight();
    needs.charts = kPartHeading;
    for (const ReportCostLine& cost : m_words.costs)
        needs.costRows.push_back(costTitle(cost).height() + kCostAir / 2);
    needs.costFixed = kPartHeading - 6 + kTableHead;
    needs.costNote = std::max(kTableNote, costNote(m_words).height() + 8);
    needs.basis = kPartHeading;
    for (const ReportBasis& basis : m_words.basis)
        needs.basis += basisHeight(basis);
    needs.page = m_frame.footLine - kAboveFoot - kTop;
    return needs;
}

void ReportPages::paint(QPainter& painter, std::size_t page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (page < m_layout.pages) {
        for (const ReportBlock& block : m_layout.blocks)
            if (block.page == page)
                paintBlock(painter, block);
    } else {
        paintRunningHead(painter);
        paintLater(painter, page - m_layout.pages);
    }
    paintFooter(painter, page);
}

/// A page after the summary.
void ReportPages::paintLater(QPainter& painter, std::size_t page) const
{
    const auto paintOf = [&](const auto& sheets) {
        if (page < sheets.count()) {
            sheets.paint(painter, page);
            return true;
        }
        page -= sheets.count();
        return false;
    };
    if (!paintOf(m_riskSheet) && !paintOf(m_register) && !(m_changes && paintOf(*m_changes)))
        m_sources.paint(painter, page);
}

void ReportPages::paintRunningHead(QPainter& painter) const
{
    nameText(m_words, 12).paint(painter, {kLeft, kTop}, color(Role::TextMuted));
    line(painter, {kRight - kDateWidth, kTop, kDateWidth, 18}, m_words.made, font(12), color(Role::TextMuted),
         Qt::AlignRight);
}

void ReportPages::paintBlock(QPainter& painter, const ReportBlock& block) const
{
    painter.save();
    switch (block.part) {
    case SheetPart::Head: paintHead(painter, kTop + block.top); break;
    case SheetPart::Gantt: paintGantt(painter, block); break;
    case SheetPart::Charts: paintCharts(painter, block); break;
    case SheetPart::Costs: paintCosts(painter, block); break;
    case SheetPart::Basis: paintBasis(painter, kTop + block.top); break;
    }
    painter.restore();
}

void ReportPages::paintHead(QPainter& painter, double top) const
{
    nameText(m_words, 14).paint(painter, {kLeft, top}, color(Role::TextMuted));
    line(painter, {kRight - kDateWidth, top, kDateWidth, 18}, m_words.made, font(12), color(Role::TextMuted),
         Qt::AlignRight);
    double y = top + headlineTop(m_words);
    paintHeadline(painter, y);
    y += kHeadlineLine * static_cast<double>(m_words.headline.size()) + 6;
    const TextBlock summary = summaryText(m_words);
    summary.paint(painter, {kLeft, y}, color(Role::TextMuted));
    y += summary.height() + 20;
    if (!m_words.odds.isEmpty())
        paintOdds(painter, y);
    paintTiles(painter, y + oddsHeight(m_words));
}

/// The promise in countable odds.
void ReportPages::paintOdds(QPainter& painter, double top) const
{
    const ProjectDots dots{countableOdds(m_risk, m_plan.inputs.confidence)};
    dots.paint(painter, {kLeft, top, kDotsWidth, kDotsHeight}, m_palette);
    const TextBlock words = oddsBlock(m_words);
    words.paint(painter, {kLeft + kDotsWidth + kAfterDots, top + std::max(0.0, (kDotsHeight - words.height()) / 2)},
                color(Role::Text));
}

/// In the largest type in which the last line has room for the qualifier behind it.
void ReportPages::paintHeadline(QPainter& painter, double top) const
{
    constexpr double kBefore = 18;
    const QFont quiet = font(17);
    const double qualifier = QFontMetricsF(quiet).horizontalAdvance(m_words.qualifier) + kBefore;
    QFont large = font(kHeadlineType, QFont::Bold);
    for (const QString& text : m_words.headline)
        large = fitting(text, text == m_words.headline.last() ? width() - qualifier : width(), large);
    double y = top;
    for (const QString& text : m_words.headline) {
        line(painter, {kLeft, y, width(), kHeadlineLine}, text, large, color(Role::Text));
        y += kHeadlineLine;
    }
    const double after = kLeft + QFontMetricsF(large).horizontalAdvance(m_words.headline.last()) + kBefore;
    line(painter, {after, y - kHeadlineLine + 5, kRight - after, kHeadlineLine - 5}, m_words.qualifier, quiet,
         color(Role::TextMuted));
}

void ReportPages::paintTiles(QPainter& painter, double top) const
{
    const std::vector<TileTexts> tiles = tileTexts(m_words);
    const auto count = static_cast<double>(tiles.size());
    const double wide = (width() - kTileGap * (count - 1)) / count;
    const double tall = tileHeight(m_words);
    double x = kLeft;
    for (const TileTexts& tile : tiles) {
        shapes::panel(painter, {x, top, wide, tall}, 7, color(Role::SurfaceMuted), {});
        const double left = x + kTilePadding;
        double y = top + 8;
        tile.caption.paint(painter, {left, y}, color(Role::TextMuted));
        y += tile.caption.height() + 3;
        tile.value.paint(painter, {left, y}, color(Role::Text));
        tile.detail.paint(painter, {left, top + tall - 8 - tile.detail.height()}, color(Role::TextMuted));
        x += wide + kTileGap;
    }
}

void ReportPages::paintGantt(QPainter& painter, const ReportBlock& block) const
{
    const double top = kTop + block.top;
    heading(painter, {kLeft, top, width() / 2, 22}, block.firstRow == 0 ? tr("The plan") : tr("The plan, continued"),
            m_palette);
    line(painter, {kLeft + width() / 2, top + 3, width() / 2, 18},
         tr("bar: likely · pale: until %1 sure · thin: article's window")
             .arg(format::wholePercent(m_plan.inputs.confidence)),
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
    line(painter, {kLeft, top + 3, half, 18}, tr("%1, likely").arg(reportUnit(m_plan)), font(kSmall),
         color(Role::TextMuted), Qt::AlignRight);
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
    const auto cell = [&](std::size_t column, double y, double tall) {
        constexpr double kWide = 110;
        return QRectF(kLeft + width() * kCostEdges[column] - kWide, y, kWide, tall);
    };
    const auto rule = [&](double y, Role role, double thick) {
        painter.fillRect(QRectF(kLeft, y - thick / 2, width(), thick), color(role));
    };
    double y = top + kPartHeading - 6;
    for (std::size_t i = 0; i < titles.size(); ++i)
        line(painter, cell(i, y, kTableHead), titles[i], font(kSmall, QFont::DemiBold), color(Role::TextMuted),
             Qt::AlignRight);
    y += kTableHead;
    for (std::size_t r = block.firstRow; r < block.firstRow + block.rowCount; ++r) {
        const ReportCostLine& cost = m_words.costs[r];
        const TextBlock title = costTitle(cost);
        const double row = std::max(m_layout.sizes.costRow, title.height() + kCostAir / 2);
        rule(y, cost.sum ? Role::TextMuted : Role::Border, cost.sum ? 1.2 : 0.8);
        title.paint(painter, {kLeft, y + (row - title.height()) / 2}, color(Role::Text));
        const QFont type = font(12, cost.sum ? QFont::DemiBold : QFont::Normal);
        const std::array<QString, 4> texts{cost.low, cost.likely, cost.high, cost.share};
        for (std::size_t i = 0; i < texts.size(); ++i)
            line(painter, cell(i, y, row), texts[i], type, color(Role::Text), Qt::AlignRight);
        y += row;
    }
    if (block.last)
        costNote(m_words).paint(painter, {kLeft, y + 4}, color(Role::TextMuted));
}

void ReportPages::paintBasis(QPainter& painter, double top) const
{
    heading(painter, {kLeft, top, width(), 22}, tr("What this rests on"), m_palette);
    double y = top + kPartHeading - 6;
    for (const ReportBasis& basis : m_words.basis) {
        painter.setFont(font(kSmall, QFont::DemiBold));
        Badge::paint(painter, {kLeft, y + 2, kBasisBadge, 17}, basis.kind, m_palette);
        basisText(basis).paint(painter, {kLeft + kBasisBadge + 12, y + 3}, color(Role::Text));
        y += basisHeight(basis);
    }
}

void ReportPages::paintFooter(QPainter& painter, std::size_t page) const
{
    const double top = m_frame.footLine;
    painter.fillRect(QRectF(kLeft, top, width(), 0.8), color(Role::Border));
    const TextBlock source = sourceText(m_words);
    source.paint(painter, {kLeft, top + 8}, color(Role::TextMuted));
    line(painter, {kRight - kPageWidth, top + 8, kPageWidth, 15}, tr("page %1 of %2").arg(page + 1).arg(count()),
         font(kSmall), color(Role::TextMuted), Qt::AlignRight);
    footerText(m_words).paint(painter, {kLeft, top + 8 + std::max(15.0, source.height())}, color(Role::TextMuted));
}

} // namespace trestle
