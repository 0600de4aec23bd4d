#include "data/exchange/proposal/docx_body.h"

#include "data/exchange/english_text.h"
#include "data/exchange/proposal/docx_text.h"

#include <algorithm>
#include <numeric>

namespace trestle::docx {

namespace {

/// `whole` shared out by weights, to the last twentieth of a point.
std::vector<int> shared(int whole, const std::vector<int>& weights)
{
    const int sum = std::accumulate(weights.begin(), weights.end(), 0);
    std::vector<int> widths;
    int given = 0;
    int weight = 0;
    for (const int part : weights) {
        weight += part;
        widths.push_back(whole * weight / sum - given);
        given += widths.back();
    }
    return widths;
}

class BodyWriter {
public:
    BodyWriter(xml_node body, const Page& page) : m_body(body), m_page(page) {}

    void addTitle(const ClientDocument& document)
    {
        text(paragraph(m_body, kTitle), document.title);
        if (!document.note.empty())
            text(paragraph(m_body, kText), document.note);
        addFigures(document.figures);
    }

    void addSection(const DocumentSection& section)
    {
        xml_node heading = paragraph(m_body, kHeading);
        text(heading, section.title);
        if (!section.detail.empty())
            text(paragraph(m_body, kDetail, true), section.detail);
        std::visit([&](const auto& part) { add(part); }, section.body);
    }

private:
    void addFigures(const std::vector<DocumentFigure>& figures)
    {
        if (figures.empty())
            return;
        const std::vector<int> widths = shared(m_page.text(), std::vector<int>(figures.size(), 1));
        xml_node line = row(table(m_body, kPlain, widths));
        for (std::size_t i = 0; i < figures.size(); ++i) {
            xml_node box = cell(line, {.width = widths[i], .fill = kTint});
            text(paragraph(box, kCaption), figures[i].caption);
            text(paragraph(box, kValue), figures[i].value);
            text(paragraph(box, kDetail), figures[i].detail);
        }
        paragraph(m_body, kDetail);
    }

    void add(const DocumentItems& items)
    {
        const bool priced = !items.amountTitle.empty();
        const std::vector<int> widths = shared(m_page.text(), priced ? std::vector{5, 7, 2} : std::vector{5, 8});
        xml_node grid = table(m_body, kRuled, widths);
        xml_node head = row(grid, {.isHead = true});
        text(paragraph(cell(head, {.width = widths[0]}), kHead), "What");
        text(paragraph(cell(head, {.width = widths[1]}), kHead), items.detailTitle);
        if (priced)
            text(paragraph(cell(head, {.width = widths[2]}), kHeadFigure), items.amountTitle);
        std::size_t number = 0;
        for (const DocumentGroup& group : items.groups) {
            if (!group.title.empty()) {
                xml_node line = row(grid);
                xml_node wide = cell(line, {.width = m_page.text(), .span = static_cast<int>(widths.size())});
                text(paragraph(wide, kPhase), std::to_string(++number) + "  " + group.title);
            }
            for (const DocumentItem& item : group.items) {
                xml_node line = row(grid);
                text(paragraph(cell(line, {.width = widths[0]}), kCell),
                     (items.isToTick ? "\u2610 " : "") + item.title);
                text(paragraph(cell(line, {.width = widths[1]}), kCell), item.detail, {.color = kMuted});
                if (priced)
                    text(paragraph(cell(line, {.width = widths[2]}), kFigure), item.amount, {.bold = true});
            }
        }
    }

    void add(const DocumentBullets& bullets)
    {
        for (const std::string& line : bullets.lines)
            text(paragraph(m_body, kBullet), line);
    }

    void add(const DocumentText& words)
    {
        for (const std::string& words_ : words.paragraphs)
            text(paragraph(m_body, kText), words_);
    }

    void add(const DocumentTable& figures)
    {
        std::vector<int> weights;
        for (const DocumentTable::Column& column : figures.columns)
            weights.push_back(column.width);
        const std::vector<int> widths = shared(m_page.text(), weights);
        xml_node grid = table(m_body, kRuled, widths);
        xml_node head = row(grid, {.isHead = true});
        for (std::size_t i = 0; i < widths.size(); ++i)
            text(paragraph(cell(head, {.width = widths[i]}), figures.columns[i].isFigure ? kHeadFigure : kHead),
                 figures.columns[i].title);
        for (const auto& cells : figures.rows) {
            const bool isTotal = figures.hasTotal && &cells == &figures.rows.back();
            const bool beforeTotal = figures.hasTotal && &cells + 1 == &figures.rows.back();
            xml_node line = row(grid);
            for (std::size_t i = 0; i < widths.size(); ++i)
                text(paragraph(cell(line, {.width = widths[i]}), figures.columns[i].isFigure ? kFigure : kCell,
                               beforeTotal),
                     cells[i], {.bold = isTotal || i + 1 == widths.size()});
        }
    }

    /// A table whose cells are the time: bars are filled cells between empty ones.
    void add(const DocumentTimeline& timeline)
    {
        constexpr int kSteps = 60;
        constexpr int kLabel = 30; // to the steps
        const Date first = timeline.first();
        const auto days = static_cast<int>((timeline.end() - first).count());
        const auto stepOf = [&](Date day) {
            return std::clamp(static_cast<int>((day - first).count()) * kSteps / days, 0, kSteps - 1);
        };
        std::vector<int> weights(kSteps + 1, 1);
        weights[0] = kLabel;
        m_widths = shared(m_page.text(), weights);
        xml_node grid = table(m_body, kRuled, m_widths);
        addMonths(row(grid, {.isHead = true}), timeline, stepOf);
        for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
            const DocumentTimeline::Bar& bar = timeline.bars[i];
            xml_node line = row(grid);
            text(paragraph(cell(line, {.width = m_widths[0]}), kCell, true), bar.title);
            const int from = stepOf(bar.from);
            const int to = stepOf(bar.to) + 1;
            addSteps(line, 0, from, {}, nullptr);
            addSteps(line, from, to, {}, kBar);
            addSteps(line, to, kSteps, noteOf(timeline, i), nullptr);
        }
        if (timeline.hasOwnRow()) {
            xml_node line = row(grid);
            text(paragraph(cell(line, {.width = m_widths[0]}), kCell), "Payments");
            addSteps(line, 0, kSteps, noteOf(timeline, timeline.bars.size()), nullptr);
        }
        text(paragraph(m_body, kDetail), timeline.promise);
    }

    /// The numbers and dates of the payments of a row.
    static std::string noteOf(const DocumentTimeline& timeline, std::size_t row)
    {
        std::string note;
        for (const DocumentTimeline::Mark& mark : timeline.marks)
            if (std::min(mark.row, timeline.bars.size()) == row)
                note.append(note.empty() ? "" : "   ")
                    .append(mark.number)
                    .append(": ")
                    .append(english::shortDay(mark.day));
        return note;
    }

    template <class StepOf>
    void addMonths(xml_node line, const DocumentTimeline& timeline, const StepOf& stepOf)
    {
        text(paragraph(cell(line, {.width = m_widths[0]}), kHead), "Phase");
        const int steps = static_cast<int>(m_widths.size()) - 1;
        const std::vector<DocumentTimeline::Tick> ticks = timeline.ticks();
        for (std::size_t i = 0; i < ticks.size(); ++i)
            addSteps(line, stepOf(ticks[i].day), i + 1 < ticks.size() ? stepOf(ticks[i + 1].day) : steps,
                     ticks[i].title, nullptr, kHead);
    }

    /// A cell from one step of time to another; nothing where there is none between them.
    void addSteps(xml_node line, int from, int to, const std::string& words, const char* fill,
                  const char* style = kDetail) const
    {
        if (from >= to)
            return;
        const int width = std::accumulate(m_widths.begin() + from + 1, m_widths.begin() + to + 1, 0);
        text(paragraph(cell(line, {.width = width, .span = to - from, .fill = fill}), style, true), words);
    }

    void add(const DocumentSignatures& signatures)
    {
        const std::size_t parties = signatures.parties.size();
        std::vector<int> weights; // with a gap between two
        for (std::size_t i = 0; i < parties; ++i)
            weights.insert(weights.end(), i == 0 ? std::initializer_list<int>{10} : std::initializer_list<int>{1, 10});
        const std::vector<int> widths = shared(m_page.text(), weights);
        xml_node grid = table(m_body, kPlain, widths);
        xml_node head = row(grid);
        for (std::size_t column = 0; column < widths.size(); ++column) {
            xml_node box = cell(head, {.width = widths[column]});
            const bool isGap = column % 2 == 1;
            text(paragraph(box, kCell, true), isGap ? "" : signatures.parties[column / 2].title, {.bold = true});
            if (!isGap)
                text(paragraph(box, kDetail, true), signatures.parties[column / 2].detail);
        }
        constexpr int kHigh = 640;
        for (const std::string& line : signatures.lines) {
            const bool isLast = &line == &signatures.lines.back();
            xml_node entry = row(grid, {.height = kHigh});
            for (std::size_t column = 0; column < widths.size(); ++column) {
                const bool isGap = column % 2 == 1;
                xml_node box =
                    cell(entry, {.width = widths[column], .below = isGap ? nullptr : kSignLine, .atFoot = true});
                text(paragraph(box, kDetail, !isLast), isGap ? "" : line);
            }
        }
        paragraph(m_body, kDetail);
    }

    xml_node m_body;
    Page m_page;
    std::vector<int> m_widths; ///< of the timeline's columns
};

} // namespace

void addBody(pugi::xml_node body, const ClientDocument& document, const Page& page)
{
    BodyWriter writer(body, page);
    writer.addTitle(document);
    for (const DocumentSection& section : document.sections)
        writer.addSection(section);
}

} // namespace trestle::docx
