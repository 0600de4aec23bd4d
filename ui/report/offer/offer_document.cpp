#include "ui/report/offer/offer_document.h"

#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/report/offer/offer_items.h"
#include "ui/report/offer/offer_timeline.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kOfferTitle = 30;
constexpr int kOfferText = 13;
constexpr double kOfferGap = 34; // between sections

QString told(const std::string& text)
{
    return QString::fromStdString(text);
}

PageFrame::Words frameOf(const ClientDocument& content)
{
    const std::string& owner = content.company.empty() ? content.title : content.company;
    return {told(owner), QImage::fromData(QByteArray::fromStdString(content.logo), "PNG"), told(content.head),
            told(content.foot)};
}

void addTitle(PageFlow& flow, const QPalette& palette, const ClientDocument& content)
{
    const TextBlock title = paper::text(told(content.title), paper::font(kOfferTitle, QFont::Bold), flow.width());
    flow.block(
        title.height(),
        [title, ink = roleColor(Role::Text, palette)](QPainter& painter, const QRectF& place) {
            title.paint(painter, place.topLeft(), ink);
        },
        true);
    flow.gap(14);
    flow.paragraph(told(content.note), kOfferText + 1, Role::Text);
}

/// On a tinted ground.
void addFigureBox(PageFlow& flow, const QPalette& palette, const std::vector<DocumentFigure>& figures)
{
    constexpr double kInset = 22;
    PageFlow inner(QRectF(0, 0, flow.width() - 2 * kInset, 0), palette);
    std::vector<PageFlow::Figure> texts;
    for (const DocumentFigure& figure : figures)
        texts.push_back({told(figure.caption), told(figure.value), told(figure.detail)});
    inner.figures(texts);
    const PageFlow::Column box = inner.column();
    flow.gap(18);
    flow.block(box.height + 2 * kInset, [=](QPainter& painter, const QRectF& place) {
        shapes::panel(painter, place, 8, roleColor(Role::SurfaceMuted, palette), {});
        box.paint(painter, place.adjusted(kInset, kInset, -kInset, -kInset));
    });
}

/// Adds what a section holds to a flow, which may be a column.
class SectionWriter {
public:
    SectionWriter(PageFlow& flow, const QPalette& palette, double page, double left)
        : m_flow(flow), m_palette(palette), m_page(page), m_left(left)
    {
    }

    void operator()(const DocumentItems& items) const
    {
        if (items.amountTitle.empty())
            addBuiltItems(m_flow, m_palette, items, m_page, m_left);
        else
            addPricedItems(m_flow, m_palette, items);
    }

    void operator()(const DocumentBullets& bullets) const
    {
        constexpr double kBulletIndent = 16;
        for (const std::string& line : bullets.lines) {
            const TextBlock words = paper::text(told(line), paper::font(kOfferText), m_flow.width() - kBulletIndent);
            m_flow.block(words.height() + 8, [words, palette = m_palette](QPainter& painter, const QRectF& place) {
                const double middle = paper::wrappedHeight(QStringLiteral("x"), paper::font(kOfferText), 100) / 2;
                painter.save();
                painter.setPen(Qt::NoPen);
                painter.setBrush(roleColor(Role::Bar, palette));
                painter.setRenderHint(QPainter::Antialiasing);
                painter.drawEllipse(QPointF(place.left() + 3, place.top() + middle), 2.5, 2.5);
                painter.restore();
                words.paint(painter, {place.left() + kBulletIndent, place.top()}, roleColor(Role::Text, palette));
            });
        }
    }

    void operator()(const DocumentText& text) const
    {
        for (const std::string& paragraph : text.paragraphs) {
            m_flow.paragraph(told(paragraph), kOfferText);
            m_flow.gap(8);
        }
    }

    void operator()(const DocumentTable& table) const
    {
        std::vector<PageTable::Column> columns;
        for (const DocumentTable::Column& column : table.columns)
            columns.push_back({.title = told(column.title),
                               .right = column.isFigure,
                               .grow = column.isFigure || column.width == 1 ? 0.0 : 1.0});
        std::vector<PageTable::Row> rows;
        for (const auto& cells : table.rows) {
            PageTable::Row& row = rows.emplace_back();
            for (const std::string& cell : cells)
                row.cells << told(cell);
            if (table.hasTotal && rows.size() == table.rows.size())
                row.kind = PageTable::Row::Kind::Sum;
        }
        PageTable::Style style;
        style.pixels = kOfferText;
        style.air = 12;
        m_flow.table(PageTable(std::move(columns), std::move(rows), m_flow.width(), m_palette, style));
    }

    void operator()(const DocumentTimeline& timeline) const { addOfferTimeline(m_flow, m_palette, timeline); }

    void operator()(const DocumentSignatures& signatures) const
    {
        std::vector<PageFlow::Column> parties;
        for (const DocumentSignatures::Party& party : signatures.parties) {
            PageFlow column = m_flow.columnFlow(signatures.parties.size());
            addParty(column, party, signatures.lines);
            parties.push_back(column.column());
        }
        m_flow.gap(6);
        m_flow.beside(std::move(parties));
    }

private:
    void addParty(PageFlow& column, const DocumentSignatures::Party& party, const std::vector<std::string>& lines) const
    {
        constexpr double kSignHeight = 48;
        const TextBlock title =
            paper::text(told(party.title), paper::font(kOfferText, QFont::DemiBold), column.width());
        column.block(title.height() + 2, [title, palette = m_palette](QPainter& painter, const QRectF& place) {
            title.paint(painter, place.topLeft(), roleColor(Role::Text, palette));
        });
        column.paragraph(told(party.detail), paper::kSmall, Role::TextMuted);
        for (const std::string& line : lines) {
            const TextBlock words = paper::text(told(line), paper::font(paper::kSmall), column.width());
            column.block(kSignHeight, [words, palette = m_palette](QPainter& painter, const QRectF& place) {
                words.paint(painter, {place.left(), place.bottom() - words.height() - 6},
                            roleColor(Role::TextMuted, palette));
                painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1),
                                 roleColor(Role::TextMuted, palette));
            });
        }
    }

    PageFlow& m_flow;
    QPalette m_palette;
    double m_page; ///< height of a page's room
    double m_left; ///< what is left of it on this page, as far as that is known
};

/// Sections one below the other, halves of one kind beside each other where a page has room for them.
class OfferWriter {
public:
    OfferWriter(const ClientDocument& content, const QRectF& room, const QPalette& palette)
        : m_content(content), m_room(room), m_palette(palette), m_flow(room, palette)
    {
    }

    std::vector<PaintPage> write()
    {
        addTitle(m_flow, m_palette, m_content);
        addFigureBox(m_flow, m_palette, m_content.figures);
        const std::vector<DocumentSection>& sections = m_content.sections;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const bool areHalves = i + 1 < sections.size() && sections[i].isHalf && sections[i + 1].isHalf &&
                                   sections[i].body.index() == sections[i + 1].body.index();
            if (areHalves && addHalves(sections[i], sections[i + 1]))
                ++i;
            else
                addWhole(sections[i]);
        }
        return m_flow.take();
    }

private:
    void addWhole(const DocumentSection& section)
    {
        const double used = m_flow.column().height + kOfferGap;
        const double left = used < m_room.height() ? m_room.height() - used : 0;
        m_flow.gap(kOfferGap);
        m_flow.heading(told(section.title), told(section.detail));
        std::visit(SectionWriter(m_flow, m_palette, m_room.height(), left), section.body);
    }

    [[nodiscard]] PageFlow::Column halfOf(const DocumentSection& section) const
    {
        PageFlow column = m_flow.columnFlow(2);
        column.heading(told(section.title));
        column.paragraph(told(section.detail), paper::kSmall, Role::TextMuted);
        if (!section.detail.empty())
            column.gap(8);
        std::visit(SectionWriter(column, m_palette, m_room.height(), 0), section.body);
        return column.column();
    }

    bool addHalves(const DocumentSection& left, const DocumentSection& right)
    {
        std::vector<PageFlow::Column> columns{halfOf(left), halfOf(right)};
        if (std::max(columns[0].height, columns[1].height) > m_room.height())
            return false;
        m_flow.gap(kOfferGap);
        m_flow.beside(std::move(columns));
        return true;
    }

    const ClientDocument& m_content;
    QRectF m_room;
    QPalette m_palette;
    PageFlow m_flow;
};

} // namespace

OfferDocument::OfferDocument(const ClientDocument& content, PaperSize paper)
    : m_frame(frameOf(content), paper, lightPalette()),
      m_pages(OfferWriter(content, m_frame.room(), lightPalette()).write())
{
}

void OfferDocument::paint(QPainter& painter, std::size_t page) const
{
    m_frame.paint(painter, page, m_pages.size());
    m_pages[page](painter);
}

QByteArray offerPdf(const ClientDocument& content, const ExportSource& source)
{
    const OfferDocument document(content, source.look.paper);
    return paperDocument(
        told(content.title), source.stamp, document.count(),
        [&](QPainter& painter, std::size_t page) { document.paint(painter, page); }, source.look.paper);
}

} // namespace trestle
