#include "ui/report/sheets/changes_part.h"

#include "ui/base/tr.h"

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

} // namespace

void addChanges(PageFlow& flow, const ReportContext& context)
{
    if (!context.changes)
        return;
    const ComparisonWords& words = *context.changes;
    flow.gap();
    flow.heading(words.title);
    flow.paragraph(words.summary, 13, Role::TextMuted, true);
    flow.gap(8);
    flow.table(figureTable(words, flow.width(), context.palette));
    if (words.sections.empty())
        return;
    flow.gap(12);
    flow.table(changeTable(words, flow.width(), context.palette));
}

} // namespace trestle
