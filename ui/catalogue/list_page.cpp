#include "ui/catalogue/list_page.h"

#include "ui/widgets/flow_layout.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

ListPage::ListPage(Setup setup, QWidget* parent)
    : QWidget(parent), m_setup(std::move(setup)), m_table(new QTableWidget(this)), m_empty(new QLabel(this))
{
    const QString& name = m_setup.name;
    setObjectName(name + QStringLiteral("Page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (!m_setup.explanation.isEmpty()) {
        auto* explanation = new QLabel(m_setup.explanation, this);
        explanation->setObjectName(name + QStringLiteral("Explanation"));
        explanation->setWordWrap(true);
        column->addWidget(explanation);
    }
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setAccessibleName(m_setup.title);
    m_table->setColumnCount(static_cast<int>(m_setup.headers.size()));
    m_table->setHorizontalHeaderLabels(m_setup.headers);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (m_setup.stretched < 0)
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    else
        m_table->horizontalHeader()->setSectionResizeMode(m_setup.stretched, QHeaderView::Stretch);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setMaximumSectionSize(360);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    column->addWidget(m_table, 1);
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_empty->setText(m_setup.empty);
    m_empty->setWordWrap(true);
    m_empty->hide();
    column->addWidget(m_empty);

    auto* row = new FlowLayout(8);
    const auto button = [&](const QString& text, const char* part, const std::function<void()>& run) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name + QString::fromLatin1(part));
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    if (m_setup.add)
        button(tr("&Add…"), "Add", m_setup.add);
    if (m_setup.change)
        m_change = button(tr("C&hange…"), "Change", [this] { changeCurrent(); });
    m_remove = button(m_setup.removeText.isEmpty() ? tr("&Remove") : m_setup.removeText, "Remove",
                      [this] { removeCurrent(); });
    if (m_setup.removeAll)
        m_removeAll = button(m_setup.removeAllText, "RemoveAll", m_setup.removeAll);
    column->addLayout(row);

    const auto key = [this](Qt::Key code, void (ListPage::*run)()) {
        auto* shortcut = new QShortcut(QKeySequence(code), m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_Return, &ListPage::changeCurrent);
    key(Qt::Key_Enter, &ListPage::changeCurrent);
    key(Qt::Key_Delete, &ListPage::removeCurrent);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &ListPage::changeCurrent);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ListPage::followRow);
    refresh();
}

void ListPage::setFewRows()
{
    constexpr int kRows = 4;
    m_table->setFixedHeight((kRows + 1) * (fontMetrics().height() + 14));
}

void ListPage::refresh()
{
    const std::optional<std::size_t> before = currentRow();
    const std::vector<QStringList> rows = m_setup.rows();
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(static_cast<int>(rows.size()));
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (int at = 0; at < rows[row].size(); ++at) {
                auto* cell = new QTableWidgetItem(rows[row][at]);
                cell->setToolTip(rows[row][at]);
                m_table->setItem(static_cast<int>(row), at, cell);
            }
        if (before && !rows.empty())
            m_table->selectRow(static_cast<int>(std::min(*before, rows.size() - 1)));
    }
    const bool isEmpty = rows.empty() && !m_setup.empty.isEmpty();
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    followRow();
}

std::optional<std::size_t> ListPage::currentRow() const
{
    const auto selected = m_table->selectionModel()->selectedRows();
    return selected.isEmpty() ? std::nullopt : std::optional(static_cast<std::size_t>(selected.front().row()));
}

void ListPage::followRow()
{
    const bool any = currentRow().has_value();
    if (m_change)
        m_change->setEnabled(any);
    m_remove->setEnabled(any);
    if (m_removeAll)
        m_removeAll->setEnabled(m_table->rowCount() > 0);
}

void ListPage::changeCurrent()
{
    if (const auto row = currentRow(); row && m_setup.change)
        m_setup.change(*row);
}

void ListPage::removeCurrent()
{
    if (const auto row = currentRow())
        m_setup.remove(*row);
}

} // namespace trestle
