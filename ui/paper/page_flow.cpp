#include "ui/paper/page_flow.h"

#include "ui/base/tr.h"
#include "ui/paper/paper.h"
#include "ui/widgets/badge.h"

#include <QPainter>

#include <algorithm>
#include <memory>
#include <utility>

namespace trestle {

namespace {

constexpr int kTitleType = 26;
constexpr double kBelowTitle = 10;
constexpr double kBelowLead = 16;
constexpr double kBelowHeading = 8;
constexpr double kBetweenColumns = 40;
constexpr double kPill = 76;
constexpr double kPillHeight = 20;

QFont titleFont()
{
    return paper::font(kTitleType, QFont::Bold);
}

QFont headingFont()
{
    return paper::font(18, QFont::DemiBold);
}

} // namespace

PageFlow::PageFlow(const QRectF& room, const QPalette& palette, const QString& title, const QString& lead)
    : m_room(room), m_palette(palette), m_title(title), m_lead(lead)
{
}

double PageFlow::columnWidth(std::size_t count) const
{
    return (width() - kBetweenColumns * static_cast<double>(count - 1)) / static_cast<double>(count);
}

void PageFlow::gap(double height)
{
    m_before = std::max(m_before, height);
}

void PageFlow::block(double height, Paint paint, bool withNext)
{
    m_blocks.push_back({std::exchange(m_before, 0), height, withNext, std::move(paint)});
}

void PageFlow::heading(const QString& text, const QString& aside)
{
    const double half = aside.isEmpty() ? width() : width() / 2;
    const TextBlock title = paper::text(text, headingFont(), half);
    const TextBlock beside = paper::text(aside, paper::font(13), width() - half);
    const double tall = std::max(title.height(), aside.isEmpty() ? 0 : beside.height());
    block(
        tall + kBelowHeading,
        [=, palette = m_palette](QPainter& painter, const QRectF& place) {
            title.paint(painter, place.topLeft(), roleColor(Role::Text, palette));
            if (!aside.isEmpty())
                beside.paint(painter, {place.left() + half, place.top() + tall - beside.height() - 2},
                             roleColor(Role::TextMuted, palette), Qt::AlignRight);
        },
        true);
}

void PageFlow::paragraph(const QString& text, int pixels, Role role, bool withNext)
{
    if (text.isEmpty())
        return;
    const TextBlock words = paper::text(text, paper::font(pixels), width());
    block(
        words.height(),
        [words, ink = roleColor(role, m_palette)](QPainter& painter, const QRectF& place) {
            words.paint(painter, place.topLeft(), ink);
        },
        withNext);
}

void PageFlow::figures(const std::vector<Figure>& figures)
{
    struct Texts {
        TextBlock caption;
        TextBlock value;
        TextBlock detail;
    };
    constexpr double kGapOfFigures = 16;
    constexpr int kValue = 20;
    const auto count = static_cast<double>(figures.size());
    const double wide = (width() - kGapOfFigures * (count - 1)) / std::max(count, 1.0);
    QFont value = paper::font(kValue, QFont::Bold); // of one size, in which all fit if they can
    for (const Figure& figure : figures)
        value.setPixelSize(std::max(15, paper::fitting(figure.value, wide, value).pixelSize()));
    std::vector<Texts> texts;
    double captions = 0;
    double values = 0;
    double details = 0;
    for (const Figure& figure : figures) {
        texts.push_back({paper::text(figure.caption, paper::font(paper::kSmall, QFont::DemiBold), wide),
                         paper::text(figure.value, value, wide),
                         paper::text(figure.detail, paper::font(paper::kSmall), wide)});
        captions = std::max(captions, texts.back().caption.height());
        values = std::max(values, texts.back().value.height());
        details = std::max(details, texts.back().detail.height());
    }
    block(captions + values + details + 4, [=, palette = m_palette](QPainter& painter, const QRectF& place) {
        double x = place.left();
        for (const Texts& text : texts) {
            text.caption.paint(painter, {x, place.top()}, roleColor(Role::TextMuted, palette));
            text.value.paint(painter, {x, place.top() + captions + 2}, roleColor(Role::Text, palette));
            text.detail.paint(painter, {x, place.top() + captions + values + 4}, roleColor(Role::TextMuted, palette));
            x += wide + kGapOfFigures;
        }
    });
}

void PageFlow::sourced(ProvenanceKind kind, const QString& text)
{
    const TextBlock words = paper::text(text, paper::font(13), width() - kPill - 14);
    const double tall = std::max(kPillHeight, words.height());
    block(tall + 5, [=, palette = m_palette](QPainter& painter, const QRectF& place) {
        painter.setFont(paper::font(paper::kSmall, QFont::DemiBold));
        Badge::paint(painter, {place.left(), place.top(), kPill, kPillHeight}, kind, palette);
        const double down = std::max(0.0, (kPillHeight - words.height()) / 2);
        words.paint(painter, {place.left() + kPill + 14, place.top() + down}, roleColor(Role::Text, palette));
    });
}

void PageFlow::table(PageTable table)
{
    const auto shared = std::make_shared<const PageTable>(std::move(table));
    const double head = shared->headHeight();
    block(
        head, [shared](QPainter& painter, const QRectF& place) { shared->paintHead(painter, place.topLeft()); }, true);
    m_heads.push_back({head, m_blocks.back().paint});
    const std::size_t plain = m_heads.size() - 1;
    std::size_t repeated = plain; // with the group that the rows are of
    for (std::size_t row = 0; row < shared->rowCount(); ++row) {
        using enum PageTable::Row::Kind;
        const auto kind = shared->kindOf(row);
        // A group stays with its first row, a sum with what it is of.
        const bool withNext = kind == Group || (row + 1 < shared->rowCount() && shared->kindOf(row + 1) == Sum);
        if (kind == Group || kind == Sum)
            repeated = plain;
        block(
            shared->rowHeight(row),
            [shared, row](QPainter& painter, const QRectF& place) { shared->paintRow(painter, place.topLeft(), row); },
            withNext && row + 1 < shared->rowCount());
        m_blocks.back().head = repeated;
        if (kind != Group)
            continue;
        m_heads.push_back({head + shared->rowHeight(row), [shared, row, head](QPainter& painter, const QRectF& place) {
                               shared->paintHead(painter, place.topLeft());
                               shared->paintRow(painter, {place.left(), place.top() + head}, row);
                           }});
        repeated = m_heads.size() - 1;
    }
}

void PageFlow::beside(std::vector<Column> columns)
{
    double tall = 0;
    for (const Column& column : columns)
        tall = std::max(tall, column.height);
    const double wide = columnWidth(columns.size());
    block(tall, [columns = std::move(columns), wide](QPainter& painter, const QRectF& place) {
        double x = place.left();
        for (const Column& column : columns) {
            column.paint(painter, {x, place.top(), wide, column.height});
            x += wide + kBetweenColumns;
        }
    });
}

PageFlow PageFlow::columnFlow(std::size_t count) const
{
    return {QRectF(0, 0, columnWidth(count), 0), m_palette};
}

PageFlow::Column PageFlow::column() const
{
    double tall = 0;
    std::vector<Placed> placed;
    for (const Block& block : m_blocks) {
        tall += placed.empty() ? 0 : block.before;
        placed.push_back({{0, tall, width(), block.height}, block.paint});
        tall += block.height;
    }
    return {tall, [placed = std::move(placed)](QPainter& painter, const QRectF& place) {
                for (const Placed& one : placed)
                    one.paint(painter, one.place.translated(place.topLeft()));
            }};
}

/// The title with what stands below it on the first page.
PageFlow::Column PageFlow::titleOf(bool first) const
{
    const QString words = first ? m_title : m_title.isEmpty() ? m_laterTitle : tr("%1, continued").arg(m_title);
    const QString below = first ? m_lead : QString();
    const TextBlock title = paper::text(words, titleFont(), width());
    const TextBlock lead = paper::text(below, paper::font(14), width());
    const double titleHeight = words.isEmpty() ? 0 : title.height() + kBelowTitle;
    return {titleHeight + (below.isEmpty() ? 0 : lead.height() + kBelowLead),
            [=, palette = m_palette](QPainter& painter, const QRectF& place) {
                title.paint(painter, place.topLeft(), roleColor(Role::Text, palette));
                lead.paint(painter, {place.left(), place.top() + titleHeight}, roleColor(Role::TextMuted, palette));
            }};
}

double PageFlow::togetherHeight(std::size_t block) const
{
    double tall = 0;
    for (std::size_t i = block; i < m_blocks.size(); ++i) {
        tall += m_blocks[i].height + (i > block ? m_blocks[i].before : 0);
        if (!m_blocks[i].withNext)
            break;
    }
    return tall;
}

std::vector<PaintPage> PageFlow::take()
{
    std::vector<std::vector<Placed>> pages;
    double y = 0;
    bool isTop = true;
    bool isHeld = false; // by the block before it
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
        const Block& block = m_blocks[b];
        const double before = isTop ? 0 : block.before;
        const double needed = isHeld ? block.height : togetherHeight(b);
        if (pages.empty() || (!isTop && y + before + needed > m_room.bottom())) {
            const Column title = titleOf(pages.empty());
            pages.push_back({{{m_room.left(), m_room.top(), width(), title.height}, title.paint}});
            y = m_room.top() + title.height;
            isTop = true;
            isHeld = false;
            if (block.head != kNone) {
                const Column& head = m_heads[block.head];
                pages.back().push_back({{m_room.left(), y, width(), head.height}, head.paint});
                y += head.height;
            }
        } else {
            y += before;
        }
        pages.back().push_back({{m_room.left(), y, width(), block.height}, block.paint});
        y += block.height;
        isTop = false;
        isHeld = block.withNext;
    }
    std::vector<PaintPage> painted;
    for (std::vector<Placed>& page : pages)
        painted.emplace_back([placed = std::move(page)](QPainter& painter) {
            for (const Placed& one : placed)
                one.paint(painter, one.place);
        });
    return painted;
}

} // namespace trestle
