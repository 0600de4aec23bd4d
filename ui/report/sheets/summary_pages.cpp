#include "ui/report/sheets/summary_pages.h"

#include "data/exchange/audience_rules.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/charts/project_dots.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/place_table.h"
#include "ui/report/sheets/report_timeline.h"
#include "ui/report/sheets/report_words.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace trestle {

namespace {

constexpr int kHeadlineType = 40;
constexpr double kHeadlineLine = 46;
constexpr double kDotsWidth = 204;
constexpr qsizetype kShortNote = 240; // letters of what stands beside the promise

/// How much air there is: as much as the page allows. Type is the same.
struct Spacing {
    double between = 26; ///< parts
    double barRow = 13;  ///< air of a row of the chart
    double padding = 24; ///< of the dots' ground
    double dots = 96;    ///< their height
    double rows = 8;     ///< air of a row of the table
};

constexpr std::array kSpacings{Spacing{}, Spacing{.between = 20, .barRow = 8, .padding = 18, .dots = 88, .rows = 6},
                               Spacing{.between = 14, .barRow = 4, .padding = 14, .dots = 78, .rows = 4}};

/// In the largest type in which its lines fit; the qualifier behind the last.
void addHeadline(PageFlow& flow, const ReportContext& context, const ReportWords& words)
{
    const QFont quiet = paper::font(20);
    const double qualifier = words.qualifier.isEmpty() ? 0 : paper::advance(words.qualifier, quiet) + 16;
    QFont large = paper::font(kHeadlineType, QFont::Bold);
    for (const QString& text : words.headline)
        large = paper::fitting(text, text == words.headline.last() ? flow.width() - qualifier : flow.width(), large);
    const double last = paper::advance(words.headline.last(), large) + 16;
    const bool isBeside = last + qualifier <= flow.width() + 1;
    std::vector<TextBlock> lines;
    double tall = 0;
    for (const QString& text : words.headline) {
        lines.push_back(paper::text(text, large, flow.width()));
        tall += std::max(kHeadlineLine, lines.back().height());
    }
    flow.block(
        tall + (isBeside ? 0 : 26),
        [=, palette = context.palette, text = words.qualifier](QPainter& painter, const QRectF& place) {
            double y = place.top();
            for (const TextBlock& line : lines) {
                line.paint(painter, {place.left(), y}, roleColor(Role::Text, palette));
                y += std::max(kHeadlineLine, line.height());
            }
            const QFontMetricsF metrics(quiet);
            const QPointF at = isBeside
                                   ? QPointF(place.left() + last, y - std::max(kHeadlineLine, lines.back().height()) +
                                                                      QFontMetricsF(large).ascent() - metrics.ascent())
                                   : QPointF(place.left(), y);
            paper::text(text, quiet, std::max(place.right() - at.x(), 1.0))
                .paint(painter, at, roleColor(Role::TextMuted, palette));
        },
        true);
}

/// The promise in countable odds, on a ground of its own.
void addOdds(PageFlow& flow, const ReportContext& context, const ReportWords& words, const Spacing& spacing)
{
    if (words.odds.isEmpty())
        return;
    const double padding = spacing.padding;
    const double dotsHeight = spacing.dots;
    const double room = flow.width() - kDotsWidth - 3.5 * padding;
    const TextBlock title = paper::text(words.oddsTitle, paper::font(16, QFont::DemiBold), room);
    const TextBlock text = paper::text(words.odds, paper::font(13), room);
    const double told = title.height() + 6 + text.height();
    const double tall = std::max(dotsHeight, told) + 2 * padding;
    const ProjectDots dots{countableOdds(context.risk, context.plan.inputs.confidence)};
    flow.block(tall, [=, palette = context.palette](QPainter& painter, const QRectF& place) {
        shapes::panel(painter, place, 9, roleColor(Role::SurfaceMuted, palette), {});
        const double left = place.left() + padding;
        dots.paint(painter, {left, place.center().y() - dotsHeight / 2, kDotsWidth, dotsHeight}, palette);
        const QPointF at(left + kDotsWidth + 1.5 * padding, place.center().y() - told / 2);
        title.paint(painter, at, roleColor(Role::Text, palette));
        text.paint(painter, {at.x(), at.y() + title.height() + 6}, roleColor(Role::Text, palette));
    });
}

void addFigures(PageFlow& flow, const ReportWords& words)
{
    std::vector<PageFlow::Figure> figures;
    for (const ReportTile& tile : words.tiles)
        figures.push_back({tile.caption, tile.value, tile.detail});
    if (!figures.empty())
        flow.figures(figures);
}

/// The phases as bars, with the legend beside the heading.
void addTimeline(PageFlow& flow, const ReportContext& context, const Spacing& spacing)
{
    const Plan& plan = context.plan;
    if (plan.nothingLeft() || plan.phases.empty())
        return;
    constexpr double kTitlePart = 0.28;
    const bool tellsChances = showsChances(context.audience());
    const TextBlock title = paper::text(tr("The plan"), paper::font(18, QFont::DemiBold), flow.width() / 2);
    flow.block(
        title.height() + 6,
        [title, tellsChances, plan = &plan, palette = context.palette](QPainter& painter, const QRectF& place) {
            title.paint(painter, place.topLeft(), roleColor(Role::Text, palette));
            if (tellsChances)
                paintTimelineLegend(painter, {place.left(), place.top(), place.width(), 24}, *plan, palette);
        },
        true);
    double titles = 0;
    std::vector<PageTable::Row> rows;
    for (const PhasePlan& phase : plan.phases) {
        rows.push_back({.cells = {ganttwords::title(phase)}});
        titles = std::max(titles, paper::advance(ganttwords::title(phase), paper::font(13)) + 2);
    }
    titles = std::min(titles, flow.width() * kTitlePart);
    PageTable::Style style;
    style.ruled = false;
    style.air = spacing.barRow;
    style.gap = 36;
    const double chart = flow.width() - titles - style.gap;
    const auto line = std::make_shared<const ReportTimeline>(plan, context.risk, context.palette, chart,
                                                             tellsChances ? ReportTimeline::Bars::LikelyAndSure
                                                                          : ReportTimeline::Bars::OneDate);
    if (line->hasFoot())
        rows.push_back({});
    const std::size_t phases = plan.phases.size();
    PageTable::Column bars{.width = chart};
    bars.paint = [line, phases](QPainter& painter, const QRectF& cell, std::size_t row) {
        if (row < phases)
            line->paintPhase(painter, cell, row, true);
        else
            line->paintFoot(painter, cell);
    };
    bars.paintTitle = [line](QPainter& painter, const QRectF& cell) { line->paintHead(painter, cell); };
    flow.table(PageTable({{.width = titles}, bars}, std::move(rows), flow.width(), context.palette, style));
}

/// Notes on the plan.
QString notesOf(const ReportContext& context)
{
    return !showsNotes(context.audience()) ? QString() : format::text(context.plan.inputs.notes).trimmed();
}

bool isShort(const QString& note)
{
    return note.size() <= kShortNote && !note.contains(u'\n');
}

/// What the maker of the plan says of it: a word or two stand beside the promise, more than that at the end.
void addLongNotes(PageFlow& flow, const ReportContext& context)
{
    const QString notes = notesOf(context);
    if (isShort(notes))
        return;
    flow.gap();
    flow.heading(tr("Notes"));
    flow.paragraph(notes);
}

void addBasis(PageFlow& flow, const ReportWords& words)
{
    if (words.basis.empty())
        return;
    flow.heading(tr("What this rests on"));
    for (const ReportBasis& basis : words.basis)
        flow.sourced(basis.kind, basis.text);
}

std::vector<PaintPage> written(const ReportContext& context, const ReportWords& words, const Spacing& spacing)
{
    PageFlow flow(context.room, context.palette);
    flow.setLaterTitle(tr("Summary, continued"));
    addHeadline(flow, context, words);
    flow.gap(8);
    flow.paragraph(words.summary, 15, Role::TextMuted);
    if (const QString notes = notesOf(context); isShort(notes)) {
        flow.gap(4);
        flow.paragraph(notes, 15, Role::TextMuted);
    }
    flow.gap(10);
    flow.paragraph(format::text(context.source.look.letterhead.note), 14);
    flow.gap(spacing.between * 0.8);
    addOdds(flow, context, words, spacing);
    flow.gap(spacing.between * 0.8);
    addFigures(flow, words);
    flow.gap(spacing.between);
    addTimeline(flow, context, spacing);
    flow.gap(spacing.between);
    addPlaceTable(flow, context, spacing.rows);
    flow.gap(spacing.between);
    addBasis(flow, words);
    addLongNotes(flow, context);
    return flow.take();
}

} // namespace

std::vector<PaintPage> writeSummary(const ReportContext& context)
{
    const ReportWords words =
        reportWords(context.plan, context.risk, context.source.stamp, context.audience(), context.funds);
    std::vector<PaintPage> pages;
    for (const Spacing& spacing : kSpacings)
        if (std::vector<PaintPage> set = written(context, words, spacing); pages.empty() || set.size() < pages.size())
            pages = std::move(set);
    return pages;
}

} // namespace trestle
