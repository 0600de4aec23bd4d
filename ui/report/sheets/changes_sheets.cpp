#include "ui/report/sheets/changes_sheets.h"

#include "ui/base/tr.h"
#include "ui/paper/paper.h"
#include "ui/paper/paper_document.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

using namespace paper;

constexpr double kCellGap = 14;
constexpr double kRowAir = 9; // above and below the text of a row together
/// Where columns begin, as parts of the width; the last ends at its end.
const std::vector<double> kFigureEdges{0, 0.24, 0.50, 0.76, 1};
const std::vector<double> kChangeEdges{0, 0.40, 0.70, 1};

} // namespace

ChangesSheets::ChangesSheets(ComparisonWords words, const QPalette& palette, const QRectF& page)
    : m_words(std::move(words)), m_palette(palette), m_page(page)
{
    addHead();
    addFigures();
    addChanges();
    place();
}

void ChangesSheets::addHead()
{
    const auto text = [this](const QString& words, const QFont& type, Role role, double after) {
        if (words.isEmpty())
            return;
        const double height = wrappedHeight(words, type, m_page.width());
        m_pieces.push_back({height + after,
                            [this, words, type, role, height](QPainter& painter, double top) {
                                wrapped(painter, {m_page.left(), top, m_page.width(), height}, words, type,
                                        roleColor(role, m_palette));
                            },
                            true});
    };
    text(m_words.plan, font(14, QFont::DemiBold), Role::TextMuted, 8);
    text(m_words.title, font(24, QFont::Bold), Role::Text, 10);
    text(m_words.summary, font(13), Role::TextMuted, 18);
}

void ChangesSheets::addRow(const std::vector<QString>& cells, const std::vector<double>& edges, bool ruled, int weight)
{
    const QFont plain = font(12);
    const QFont first = font(12, weight);
    const auto room = [&](std::size_t i) {
        return QRectF(m_page.left() + m_page.width() * edges[i], 0,
                      m_page.width() * (edges[i + 1] - edges[i]) - kCellGap, 0);
    };
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
        height = std::max(height, wrappedHeight(cells[i], i == 0 ? first : plain, room(i).width()));
    std::vector<QRectF> rooms;
    for (std::size_t i = 0; i < cells.size(); ++i)
        rooms.push_back(room(i));
    m_pieces.push_back(
        {height + kRowAir,
         [this, cells, rooms, ruled, plain, first, height](QPainter& painter, double top) {
             if (ruled)
                 painter.fillRect(QRectF(m_page.left(), top, m_page.width(), 0.8), roleColor(Role::Border, m_palette));
             for (std::size_t i = 0; i < cells.size(); ++i)
                 wrapped(painter, {rooms[i].left(), top + kRowAir / 2, rooms[i].width(), height}, cells[i],
                         i == 0 ? first : plain, roleColor(ruled ? Role::Text : Role::TextMuted, m_palette));
         },
         !ruled});
}

void ChangesSheets::addFigures()
{
    addRow({QString(), m_words.before, m_words.after, tr("Difference")}, kFigureEdges, false, QFont::Normal);
    for (const ComparedFigure& figure : m_words.figures)
        addRow({figure.caption, figure.before, figure.after, figure.difference}, kFigureEdges, true, QFont::DemiBold);
}

void ChangesSheets::addChanges()
{
    for (const ChangeSection& section : m_words.sections) {
        constexpr double kHeading = 42;
        m_pieces.push_back({kHeading,
                            [this, title = section.title](QPainter& painter, double top) {
                                line(painter, {m_page.left(), top + 16, m_page.width(), 22}, title,
                                     font(16, QFont::DemiBold), roleColor(Role::Text, m_palette));
                            },
                            true});
        for (const ChangeWords& change : section.changes)
            addRow({change.what, change.before, QStringLiteral("→ ") + change.after}, kChangeEdges, true,
                   QFont::DemiBold);
    }
}

/// Page after page; a heading goes over with the first row below it.
void ChangesSheets::place()
{
    double top = m_page.top();
    m_pages.emplace_back();
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        double needed = m_pieces[i].height;
        for (std::size_t j = i; m_pieces[j].withNext && j + 1 < m_pieces.size(); ++j)
            needed += m_pieces[j + 1].height;
        if (top + needed > m_page.bottom() && top > m_page.top()) {
            m_pages.emplace_back();
            top = m_page.top();
        }
        m_pages.back().push_back({i, top});
        top += m_pieces[i].height;
    }
}

void ChangesSheets::paint(QPainter& painter, std::size_t page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed& placed : m_pages[page])
        m_pieces[placed.piece].paint(painter, placed.top);
}

QByteArray comparisonPdf(const ComparisonWords& words, const ExportStamp& stamp)
{
    const QPalette palette = lightPalette();
    const QRectF room(kLeft, kTop, kRight - kLeft, kFootLine - 12 - kTop);
    const ChangesSheets sheets(words, palette, room);
    return paperDocument(words.title, stamp, sheets.count(), [&](QPainter& painter, std::size_t page) {
        sheets.paint(painter, page);
        painter.fillRect(QRectF(kLeft, kFootLine, room.width(), 0.8), roleColor(Role::Border, palette));
        const QRectF foot(kLeft, kFootLine + 8, room.width(), 15);
        line(painter, foot, words.plan, font(kSmall), roleColor(Role::TextMuted, palette));
        line(painter, foot, tr("page %1 of %2").arg(page + 1).arg(sheets.count()), font(kSmall),
             roleColor(Role::TextMuted, palette), Qt::AlignRight);
    });
}

} // namespace trestle
