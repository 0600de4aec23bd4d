#include "ui/imports/column_choices.h"

#include "ui/base/format.h"
#include "ui/base/wording_imports.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace trestle {

namespace {

constexpr qsizetype kLongestCell = 28; ///< characters that are shown

/// All that a column can mean, in the order of the list.
const std::vector<ColumnUse>& columnUses()
{
    static const std::vector<ColumnUse> all = [] {
        std::vector<ColumnUse> uses;
        for (const MeaningWord& meaning : kMeaningWords) {
            if (!hasUnit(meaning.meaning)) {
                uses.push_back({meaning.meaning, TimeUnit::days});
                continue;
            }
            for (const TimeUnit unit : {TimeUnit::days, TimeUnit::hours, TimeUnit::weeks, TimeUnit::points,
                                        TimeUnit::minutes, TimeUnit::seconds})
                uses.push_back({meaning.meaning, unit});
        }
        return uses;
    }();
    return all;
}

/// On one line, and no longer than a column is wide.
QString shortCell(const std::string& text)
{
    const QString line = format::text(text).simplified();
    return line.size() <= kLongestCell ? line : line.left(kLongestCell - 1) + QChar(0x2026);
}

} // namespace

ColumnChoices::ColumnChoices(QWidget* parent)
    : QScrollArea(parent), m_inside(new QWidget(this)), m_grid(new QGridLayout(m_inside))
{
    setObjectName(QStringLiteral("importColumns"));
    setAccessibleName(tr("Columns of the table"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // the choices scroll into sight
    m_inside->setObjectName(QStringLiteral("importColumnsInside"));
    m_grid->setContentsMargins(8, 8, 8, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setRowStretch(3, 1);
    setWidget(m_inside);
}

void ColumnChoices::add(std::size_t column)
{
    const QString number = QString::number(column + 1);
    Column made{new QComboBox(m_inside), new QLabel(m_inside), new QLabel(m_inside)};
    made.choice->setObjectName(QStringLiteral("importMeaning") + number);
    for (const ColumnUse& use : columnUses())
        made.choice->addItem(wording::columnUse(use));
    made.heading->setObjectName(QStringLiteral("importHeading") + number);
    made.heading->setTextFormat(Qt::PlainText);
    made.heading->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    made.cells->setObjectName(QStringLiteral("importCells") + number);
    made.cells->setTextFormat(Qt::PlainText);
    made.cells->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    const int at = static_cast<int>(column);
    m_grid->addWidget(made.choice, 0, at);
    m_grid->addWidget(made.heading, 1, at);
    m_grid->addWidget(made.cells, 2, at);
    connect(made.choice, &QComboBox::activated, this,
            [this, column](int index) { Q_EMIT chosen(column, columnUses().at(static_cast<std::size_t>(index))); });
    m_columns.push_back(made);
}

void ColumnChoices::setColumns(const std::vector<ImportColumn>& columns)
{
    while (m_columns.size() < columns.size())
        add(m_columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& shown = m_columns[i];
        const auto use = std::ranges::find(columnUses(), columns[i].use);
        const QSignalBlocker quiet(shown.choice);
        shown.choice->setCurrentIndex(static_cast<int>(use - columnUses().begin()));
        const QString heading = shortCell(columns[i].heading);
        shown.choice->setAccessibleName(tr("Meaning of %1").arg(heading));
        shown.heading->setText(heading);
        QStringList cells;
        for (const std::string& cell : columns[i].cells)
            cells << shortCell(cell);
        shown.cells->setText(cells.join(u'\n'));
    }
}

} // namespace trestle
