#include "ui/dialogs/date_ranges.h"

#include "ui/base/format.h"
#include "ui/dialogs/confirm.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::chrono::weeks kUsual{6}; // a longer absence is more often a slip of the pen

} // namespace

DateRanges::DateRanges(const QString& name, bool labelled, Date start, Date today, QWidget* parent)
    : QWidget(parent), m_start(start), m_list(new QListWidget(this)),
      m_first(new DateField(name + QStringLiteral("First"), today, this)),
      m_last(new DateField(name + QStringLiteral("Last"), today, this)), m_label(new QLineEdit(this)),
      m_remove(new QPushButton(tr("&Remove"), this)), m_problem(new QLabel(this))
{
    setObjectName(name);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setAccessibleName(tr("Days"));
    m_list->setMinimumHeight(140);
    m_first->setAccessibleName(tr("First day"));
    m_first->setOptional(tr("First day"));
    m_first->setNotBefore(start);
    m_last->setAccessibleName(tr("Last day"));
    m_last->setOptional(tr("Last day"));
    m_last->setNotBefore(start);
    m_label->setObjectName(name + QStringLiteral("Label"));
    m_label->setAccessibleName(tr("Reason"));
    m_label->setPlaceholderText(tr("Reason"));
    m_label->setMaxLength(100);
    m_label->setVisible(labelled);
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText); // Role::Error
    m_problem->hide();
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
    auto* below = new QHBoxLayout;
    below->addWidget(m_remove);
    below->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(entry);
    column->addWidget(m_problem);
    column->addWidget(m_list, 1);
    column->addLayout(below);

    // A last day is the next one on or after the first; it is never moved.
    connect(m_first, &QLineEdit::textChanged, this, [this] {
        if (m_first->problem().isEmpty())
            m_last->setNotBefore(m_first->date().value_or(m_start));
    });
    for (const DateField* field : {m_first, m_last}) {
        connect(field, &QLineEdit::textChanged, m_problem, &QWidget::hide);
        connect(field, &QLineEdit::textChanged, this, &DateRanges::changed);
    }
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

std::optional<NamedRange> DateRanges::typed() const
{
    const std::optional<Date> first = m_first->date();
    const Date last = m_last->date().value_or(first.value_or(Date{}));
    if (!first || last < *first || !m_first->problem().isEmpty() || !m_last->problem().isEmpty())
        return std::nullopt;
    return NamedRange{{*first, last}, m_label->text().trimmed()};
}

std::vector<NamedRange> DateRanges::rangesWithTyped() const
{
    std::vector<NamedRange> all = m_ranges;
    if (std::optional<NamedRange> added = typed(); added && std::ranges::find(all, *added) == all.end())
        all.push_back(std::move(*added));
    std::ranges::sort(all, [](const NamedRange& a, const NamedRange& b) { return a.range < b.range; });
    return all;
}

void DateRanges::tell(const QString& problem, DateField* field)
{
    m_problem->setText(problem);
    m_problem->show();
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

bool DateRanges::isWanted(DateRange range)
{
    const bool early = range.first < m_start;
    const bool lengthy = range.last - range.first >= kUsual;
    if (!early && !lengthy)
        return true;
    const QString days = format::dateRange(range.first, range.last);
    const int count = static_cast<int>((range.last - range.first).count()) + 1;
    QStringList details;
    if (early)
        details += tr("The plan starts on %1.").arg(format::date(m_start));
    if (lengthy)
        details += tr("That is %1 in all.").arg(format::days(count));
    return confirm(this, tr("Is %1 right?").arg(days), details.join(u' '), tr("Add it"));
}

bool DateRanges::add()
{
    for (DateField* field : {m_first, m_last}) {
        field->settle();
        if (const QString problem = field->problem(); !problem.isEmpty()) {
            tell(problem, field);
            return false;
        }
    }
    const std::optional<Date> first = m_first->date();
    const std::optional<Date> last = m_last->date();
    if (!first && !last && m_label->text().trimmed().isEmpty())
        return true;
    if (!first) {
        tell(tr("Enter the first day, such as 15 Apr 2027."), m_first);
        return false;
    }
    if (last && *last < *first) {
        tell(tr("The last day is before the first."), m_last);
        return false;
    }
    if (!isWanted(typed()->range)) {
        m_first->setFocus(Qt::OtherFocusReason);
        return false;
    }
    m_ranges = rangesWithTyped();
    m_label->clear();
    m_first->setFocus(Qt::OtherFocusReason); // for the next one
    m_first->setDate(std::nullopt);
    m_last->setDate(std::nullopt);
    refresh();
    return true;
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
    Q_EMIT changed();
}

} // namespace trestle
