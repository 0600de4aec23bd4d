#include "ui/report/sheets/changes_part.h"

#include "ui/base/tr.h"
#include "ui/paper/page_frame.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/report/sheets/report_words.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace trestle {

namespace {

PageTable figureTable(const ComparisonWords& words, double width, const QPalette& palette)
{
    std::vector<PageTable::Row> rows;
    for (const ComparedFigure& figure : words.figures)
        rows.push_back({{figure.caption, figure.before, figure.after, figure.difference}});
    return {{{.title = {}, .grow = 1},
             {.title = words.before, .grow = 1},
             {.title = words.after, .grow = 1},
             {.title = tr("Difference"), .grow = 1}},
            std::move(rows),
            width,
            palette};
}

PageTable changeTable(const ComparisonWords& words, double width, const QPalette& palette)
{
    std::vector<PageTable::Row> rows;
    for (const ChangeSection& section : words.sections) {
        rows.push_back({{section.title}, PageTable::Row::Kind::Group});
        for (const ChangeWords& change : section.changes)
            rows.push_back({{change.what, change.before, change.after}});
    }
    return {{{.title = tr("What"), .grow = 1.4}, {.title = words.before, .grow = 1}, {.title = words.after, .grow = 1}},
            std::move(rows),
            width,
            palette};
}

/// All below the title.
void addComparison(PageFlow& flow, const ComparisonWords& words, const QPalette& palette)
{
    flow.paragraph(words.summary, 13, Role::TextMuted, true);
    flow.gap(8);
    flow.table(figureTable(words, flow.width(), palette));
    if (words.sections.empty())
        return;
    flow.gap(12);
    flow.table(changeTable(words, flow.width(), palette));
}

} // namespace

void addChanges(PageFlow& flow, const ReportContext& context)
{
    if (!context.changes)
        return;
    flow.gap();
    flow.heading(context.changes->title);
    if (context.isPrice())
        flow.paragraph(tr("Amounts of changes are ex GST."), paper::kSmall, Role::TextMuted);
    addComparison(flow, *context.changes, context.palette);
}

QByteArray comparisonPdf(const ComparisonWords& words, const ExportStamp& stamp)
{
    const QPalette palette = lightPalette();
    const PageFrame frame({words.plan, {}, madeDate(stamp), clientProvenanceLine(stamp)}, PaperSize::a4, palette);
    PageFlow flow(frame.room(), palette, words.title);
    addComparison(flow, words, palette);
    const std::vector<PaintPage> pages = flow.take();
    return paperDocument(words.title, stamp, pages.size(), [&](QPainter& painter, std::size_t page) {
        painter.setRenderHint(QPainter::Antialiasing);
        frame.paint(painter, page, pages.size());
        pages[page](painter);
    });
}

} // namespace trestle
