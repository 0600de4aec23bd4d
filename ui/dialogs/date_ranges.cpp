#include "ui/dialogs/date_ranges.h"

#include "ui/dialogs/form_dialog.h"
#include "ui/format.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

DateRanges::DateRanges(const QString& name, bool labelled, Date suggested, QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_first(new QDateEdit(this)), m_last(new QDateEdit(this)),
      m_label(new QLineEdit(this)), m_remove(new QPushButton(tr("&Remove"), this))
{
    setObjectName(name);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setAccessibleName(tr("Days"));
    m_list->setMinimumHeight(140);
    setUpDateEdit(*m_first, format::toQDate(suggested));
    setUpDateEdit(*m_last, format::toQDate(suggested));
    m_first->setObjectName(name + QStringLiteral("First"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setObjectName(name + QStringLiteral("Last"));
    m_last->setAccessibleName(tr("Last day"));
    m_label->setObjectName(name + QStringLiteral("Label"));
    m_label->setAccessibleName(tr("Reason"));
    m_label->setPlaceholderText(tr("Reason"));
    m_label->setMaxLength(100);
    m_label->setVisible(labelled);
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    auto* addButton = new QPushButton(tr("&Add"), this);
    addButton->setObjectName(name + QStringLiteral("Add"));
    addButton->setAutoDefault(false);
    m_remove->setAutoDefault(false);

    auto* dash = new QLabel(tr("to"), this);
    dash->setObjectName(name + QStringLiteral("To"));
    auto* entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_first);
    entry->addWidget(dash);
    entry->addWidget(m_last);
    entry->addWidget(m_label, 1);
    entry->addWidget(addButton);
    if (!labelled)
        entry->addStretch(1);
    entry->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(entry);
    column->addWidget(m_list, 1);

    connect(m_first, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (m_last->date() < date)
            m_last->setDate(date);
    });
    connect(m_last, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (date < m_first->date())
            m_first->setDate(date);
    });
    connect(addButton, &QPushButton::clicked, this, &DateRanges::add);
    connect(m_remove, &QPushButton::clicked, this, &DateRanges::removeSelected);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    refresh();
}

void DateRanges::setRanges(std::vector<NamedRange> ranges)
{
    m_ranges = std::move(ranges);
    refresh();
}

void DateRanges::add()
{
    const NamedRange added{{format::fromQDate(m_first->date()), format::fromQDate(m_last->date())},
                           m_label->text().trimmed()};
    if (std::find(m_ranges.begin(), m_ranges.end(), added) == m_ranges.end())
        m_ranges.push_back(added);
    std::sort(m_ranges.begin(), m_ranges.end(),
              [](const NamedRange& a, const NamedRange& b) { return a.range < b.range; });
    m_label->clear();
    refresh();
}

void DateRanges::removeSelected()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_ranges.erase(m_ranges.begin() + row);
    refresh();
}

void DateRanges::refresh()
{
    m_list->clear();
    for (const NamedRange& entry : m_ranges) {
        const QString days = format::dateRange(entry.range.first, entry.range.last);
        m_list->addItem(entry.label.isEmpty() ? days : tr("%1: %2").arg(days, entry.label));
    }
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace trestle
