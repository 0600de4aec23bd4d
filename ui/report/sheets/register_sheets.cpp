#include "ui/report/sheets/register_sheets.h"

#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/paper/paper.h"
#include "ui/risk/register_words.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kAboveTable = 40;
constexpr double kSentence = 26;
constexpr double kRegisterGap = 12; // between columns
constexpr double kRegisterAir = 9;  // above and below the text of a row together
constexpr double kRegisterNote = 24;

} // namespace

RegisterSheets::RegisterSheets(const Plan& plan, const RegisterWorth* worth, const QPalette& palette,
                               const QRectF& page)
    : m_palette(palette), m_page(page)
{
    if (plan.inputs.risks.events.empty())
        return;
    m_columns = {{{}, 0.035, false},
                 {tr("What may happen"), 0.19, false},
                 {tr("Chance"), 0.07, true},
                 {tr("If it does"), 0.18, false},
                 {tr("Response"), 0.155, false},
                 {tr("Owner"), 0.10, false},
                 {tr("Status"), 0.10, false}};
    if (worth) {
        m_columns.push_back({tr("Adds at %1").arg(wording::sure(plan.inputs.confidence)), 0.09, true});
        m_columns.push_back({tr("AUD"), 0.08, true});
        m_sentence = registerwords::together(plan, *worth);
        if (!m_sentence.isEmpty())
            m_sentence += u'.';
    }
    m_note = registerwords::unpaidWaits(plan);
    addLines(plan, worth);
    breakIntoPages();
}

TextBlock RegisterSheets::text(const QString& words, std::size_t column, int weight) const
{
    return paper::text(words, paper::font(paper::kSmall, weight),
                       m_page.width() * m_columns[column].width - kRegisterGap);
}

double RegisterSheets::columnLeft(std::size_t column) const
{
    double left = m_page.left();
    for (std::size_t i = 0; i < column; ++i)
        left += m_page.width() * m_columns[i].width;
    return left;
}

void RegisterSheets::addLines(const Plan& plan, const RegisterWorth* worth)
{
    const auto measured = [this](Line line, int weight) {
        for (std::size_t i = 0; i < line.cells.size(); ++i)
            line.height = std::max(line.height, text(line.cells[i], i, weight).height());
        line.height += kRegisterAir;
        return line;
    };
    for (const Column& column : m_columns)
        m_head.cells.push_back(column.title);
    m_head = measured(m_head, QFont::DemiBold);
    for (const RegisterRow& row : registerwords::rows(plan, worth)) {
        Line line;
        line.cells = {
            QString::number(row.number), row.title, row.chance, row.impact, row.response, row.owner, row.status};
        if (worth) {
            line.cells.push_back(row.time);
            line.cells.push_back(row.money);
        }
        line.over = row.over;
        m_lines.push_back(measured(std::move(line), QFont::Normal));
    }
}

void RegisterSheets::breakIntoPages()
{
    double y = m_page.bottom();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const double after = i + 1 == m_lines.size() && !m_note.isEmpty() ? kRegisterNote : 0;
        if (y + m_lines[i].height + after > m_page.bottom()) {
            m_pages.push_back(i);
            y = m_page.top() + kAboveTable + m_head.height + (i == 0 && !m_sentence.isEmpty() ? kSentence : 0);
        }
        y += m_lines[i].height;
    }
}

void RegisterSheets::paintLine(QPainter& painter, const Line& line, double top, bool isHead) const
{
    if (!isHead)
        painter.fillRect(QRectF(m_page.left(), top, m_page.width(), 0.8), roleColor(Role::Border, m_palette));
    const QColor ink = roleColor(isHead || line.over ? Role::TextMuted : Role::Text, m_palette);
    for (std::size_t i = 0; i < line.cells.size(); ++i)
        text(line.cells[i], i, isHead ? QFont::DemiBold : QFont::Normal)
            .paint(painter, {columnLeft(i), top + kRegisterAir / 2}, ink,
                   m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft);
}

void RegisterSheets::paint(QPainter& painter, std::size_t page) const
{
    paper::line(painter, {m_page.left(), m_page.top(), m_page.width(), 24},
                page == 0 ? tr("What may happen") : tr("What may happen, continued"), paper::font(20, QFont::Bold),
                roleColor(Role::Text, m_palette));
    double y = m_page.top() + kAboveTable;
    if (page == 0 && !m_sentence.isEmpty()) {
        paper::line(painter, {m_page.left(), y - 6, m_page.width(), 18}, m_sentence, paper::font(12),
                    roleColor(Role::TextMuted, m_palette));
        y += kSentence;
    }
    paintLine(painter, m_head, y, true);
    y += m_head.height;
    const std::size_t end = page + 1 < m_pages.size() ? m_pages[page + 1] : m_lines.size();
    for (std::size_t i = m_pages[page]; i < end; ++i) {
        paintLine(painter, m_lines[i], y, false);
        y += m_lines[i].height;
    }
    if (end == m_lines.size() && !m_note.isEmpty())
        paper::line(painter, {m_page.left(), y + 4, m_page.width(), 16}, m_note, paper::font(paper::kSmall),
                    roleColor(Role::TextMuted, m_palette));
}

} // namespace trestle
