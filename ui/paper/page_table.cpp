#include "ui/paper/page_table.h"

#include "ui/paper/paper.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace trestle {

namespace {

constexpr double kMostOfFitting = 0.4; // of the width, by a column that does not grow
constexpr double kTitleAir = 12;
constexpr double kGroupAir = 2; // above and below its ground

} // namespace

PageTable::PageTable(std::vector<Column> columns, std::vector<Row> rows, double width, const QPalette& palette)
    : PageTable(std::move(columns), std::move(rows), width, palette, Style{})
{
}

PageTable::PageTable(std::vector<Column> columns, std::vector<Row> rows, double width, const QPalette& palette,
                     Style style)
    : m_columns(std::move(columns)), m_rows(std::move(rows)), m_width(width), m_palette(palette), m_style(style)
{
    for (Row& row : m_rows)
        row.cells.resize(static_cast<qsizetype>(m_columns.size()));
    layOut();
}

QFont PageTable::fontOf(const Row& row) const
{
    const bool strong = row.kind == Row::Kind::Sum || row.kind == Row::Kind::Group;
    return paper::font(m_style.pixels, strong ? QFont::DemiBold : QFont::Normal);
}

double PageTable::natural(std::size_t column) const
{
    const Column& of = m_columns[column];
    double widest = paper::advance(of.title, paper::font(paper::kSmall, QFont::DemiBold));
    if (of.paint)
        return widest;
    for (const Row& row : m_rows)
        widest = std::max(widest, paper::advance(row.cells[static_cast<qsizetype>(column)], fontOf(row)) +
                                      (column == 0 ? row.indent : 0));
    return std::ceil(widest) + 1;
}

/// Columns that fit their cells first; those that grow share the rest, none wider than it needs while another is too
/// narrow.
void PageTable::layOut()
{
    const double all =
        m_width - 2 * m_style.padding - m_style.gap * static_cast<double>(m_columns.size() - std::size_t{1});
    std::vector<double> wanted;
    double rest = all;
    double grow = 0;
    m_widths.assign(m_columns.size(), 0);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        wanted.push_back(natural(c));
        if (m_columns[c].width > 0)
            m_widths[c] = m_columns[c].width;
        else if (m_columns[c].grow <= 0)
            m_widths[c] = std::min(wanted[c], all * kMostOfFitting);
        else
            grow += m_columns[c].grow;
        rest -= m_widths[c];
    }
    std::vector<bool> settled(m_columns.size());
    for (bool again = grow > 0; again;) {
        again = false;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            if (m_widths[c] > 0 || settled[c] || wanted[c] > rest * m_columns[c].grow / grow)
                continue;
            double others = 0; // those that are still too narrow
            for (std::size_t other = 0; other < m_columns.size(); ++other)
                if (other != c && m_widths[other] <= 0 && wanted[other] > rest * m_columns[other].grow / grow)
                    others += m_columns[other].grow;
            if (others <= 0)
                continue; // enough for all
            m_widths[c] = wanted[c];
            rest -= wanted[c];
            grow -= m_columns[c].grow;
            settled[c] = again = true;
        }
    }
    double left = m_style.padding;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (m_widths[c] <= 0)
            m_widths[c] = std::max(1.0, rest * m_columns[c].grow / grow);
        m_lefts.push_back(left);
        left += m_widths[c] + m_style.gap;
    }
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        double tall = QFontMetricsF(fontOf(m_rows[r])).height();
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            if (!m_columns[c].paint)
                tall = std::max(tall, cell(r, c).height());
        m_heights.push_back(std::ceil(tall + m_style.air) + (m_rows[r].kind == Row::Kind::Group ? 2 * kGroupAir : 0));
    }
}

TextBlock PageTable::cell(std::size_t row, std::size_t column) const
{
    const Row& of = m_rows[row];
    return paper::text(of.cells[static_cast<qsizetype>(column)], fontOf(of),
                       m_widths[column] - (column == 0 ? of.indent : 0));
}

TextBlock PageTable::title(std::size_t column) const
{
    return paper::text(m_columns[column].title, paper::font(paper::kSmall, QFont::DemiBold), m_widths[column]);
}

double PageTable::height() const
{
    return std::accumulate(m_heights.begin(), m_heights.end(), 0.0);
}

double PageTable::headHeight() const
{
    double tall = 0;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        tall = std::max(tall, title(c).height());
    return tall + kTitleAir;
}

void PageTable::paintHead(QPainter& painter, QPointF at) const
{
    const double tall = headHeight();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const QRectF place(at.x() + m_lefts[c], at.y(), m_widths[c], tall);
        if (m_columns[c].paintTitle) {
            m_columns[c].paintTitle(painter, place);
            continue;
        }
        const TextBlock words = title(c);
        words.paint(painter, {place.left(), place.bottom() - kTitleAir / 2 - words.height()},
                    roleColor(Role::TextMuted, m_palette), m_columns[c].right ? Qt::AlignRight : Qt::AlignLeft);
    }
    painter.fillRect(QRectF(at.x(), at.y() + tall - 1, m_width, 1), roleColor(Role::ControlBorder, m_palette));
}

void PageTable::paintRow(QPainter& painter, QPointF at, std::size_t row) const
{
    const Row& of = m_rows[row];
    const double tall = m_heights[row];
    if (of.kind == Row::Kind::Group)
        painter.fillRect(QRectF(at.x(), at.y() + kGroupAir, m_width, tall - 2 * kGroupAir),
                         roleColor(Role::SurfaceMuted, m_palette));
    if (of.kind == Row::Kind::Sum)
        painter.fillRect(QRectF(at.x(), at.y() - 0.5, m_width, 1), roleColor(Role::ControlBorder, m_palette));
    else if (m_style.ruled && row > 0)
        painter.fillRect(QRectF(at.x(), at.y() - 0.4, m_width, 0.8), roleColor(Role::Border, m_palette));
    const QColor ink = roleColor(of.kind == Row::Kind::Muted ? Role::TextMuted : Role::Text, m_palette);
    const double line = QFontMetricsF(fontOf(of)).height();
    const double first = at.y() + (of.kind == Row::Kind::Group ? kGroupAir : 0) + m_style.air / 2;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (m_columns[c].paint) {
            m_columns[c].paint(painter, {at.x() + m_lefts[c], at.y(), m_widths[c], tall}, row);
            continue;
        }
        const double indent = c == 0 ? of.indent : 0;
        cell(row, c).paint(painter, {at.x() + m_lefts[c] + indent, first}, ink,
                           m_columns[c].right ? Qt::AlignRight : Qt::AlignLeft);
    }
    if (of.isTicked) {
        const double size = 12;
        shapes::tickBox(painter, {at.x() + m_lefts[0] + of.indent - size - 4, first + (line - size) / 2, size, size},
                        shapes::Mark::Tick, Qt::transparent, Qt::transparent, roleColor(Role::InPlace, m_palette));
    }
}

} // namespace trestle
