#include "ui/money/text_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kTableGap = 16;
constexpr int kRowGap = 9; // with the line in it

} // namespace

TextTable::TextTable(const QString& name, std::vector<Column> columns, QWidget* parent)
    : DressedPart(name, parent), m_columns(std::move(columns)), m_shown(m_columns.size(), true),
      m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 4);
    m_grid->setHorizontalSpacing(kTableGap);
    m_grid->setVerticalSpacing(kRowGap);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_heads.push_back(addLabel(name + QStringLiteral("Head%1").arg(i), m_columns[i].title, Role::TextMuted,
                                   TextSize::Small, QFont::DemiBold));
        m_heads.back()->setWordWrap(!m_columns[i].isFigure);
        m_heads.back()->setAlignment((m_columns[i].isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        m_grid->addWidget(m_heads.back(), 0, static_cast<int>(i));
        m_grid->setColumnStretch(static_cast<int>(i), m_columns[i].isFigure ? 0 : 1);
    }
}

void TextTable::addRow()
{
    const auto number = m_cells.size();
    std::vector<QLabel*> cells;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        cells.push_back(addLabel(objectName() + QStringLiteral("Cell%1_%2").arg(number).arg(i), {}));
        cells.back()->setWordWrap(!m_columns[i].isFigure);
        cells.back()->setAlignment((m_columns[i].isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        cells.back()->setVisible(m_shown[i]);
        m_grid->addWidget(cells.back(), static_cast<int>(number) + 1, static_cast<int>(i));
    }
    m_cells.push_back(std::move(cells));
}

void TextTable::setRows(const std::vector<Row>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (m_cells.size() < rows.size())
        addRow();
    while (m_cells.size() > rows.size()) {
        for (QLabel* label : m_cells.back())
            delete label;
        m_cells.pop_back();
    }
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            m_cells[row][column]->setText(rows[row].cells.value(static_cast<qsizetype>(column)));
            dress(*m_cells[row][column], Role::Text, TextSize::Body,
                  rows[row].isStrong ? QFont::DemiBold : QFont::Normal);
        }
    update();
}

QString TextTable::cell(std::size_t row, std::size_t column) const
{
    return m_rows[row].cells.value(static_cast<qsizetype>(column));
}

int TextTable::neededWidth() const
{
    int needed = 0;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (!m_shown[column])
            continue;
        int widest = m_heads[column]->minimumSizeHint().width();
        for (const auto& row : m_cells)
            widest = std::max(widest, row[column]->minimumSizeHint().width());
        needed += widest + kTableGap;
    }
    return needed;
}

void TextTable::show(std::size_t column, bool shown)
{
    if (m_shown[column] == shown)
        return;
    m_shown[column] = shown;
    m_heads[column]->setVisible(shown);
    for (const auto& row : m_cells)
        row[column]->setVisible(shown);
}

void TextTable::fitTo(int width)
{
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        show(column, true);
    for (std::size_t column = m_columns.size(); column-- > 0 && neededWidth() > width;)
        if (m_columns[column].canBeMissed)
            show(column, false);
}

void TextTable::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const auto line = [&](const std::vector<QLabel*>& row, Role role) {
        int bottom = 0;
        for (const QLabel* label : row)
            bottom = std::max(bottom, label->geometry().bottom());
        painter.setPen(roleColor(role, palette()));
        painter.drawLine(0, bottom + kRowGap / 2, width(), bottom + kRowGap / 2);
    };
    line(m_heads, Role::Border);
    for (std::size_t row = 0; row + 1 < m_cells.size(); ++row)
        line(m_cells[row], Role::Grid);
}

} // namespace trestle
