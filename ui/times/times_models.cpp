#include "ui/times/times_models.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_times.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::size_t kFirstRows = 6; ///< that a column is shown by

QString noValue()
{
    return QStringLiteral("\u2013");
}

QString dayText(const std::optional<Date>& date)
{
    return date ? format::mediumDate(*date) : QString();
}

QString spentText(const ItemActual& actual)
{
    QStringList parts;
    if (actual.spent)
        parts += format::exactEffort(*actual.spent);
    if (actual.left)
        parts += ImportedItemsModel::tr("%1 left").arg(format::exactEffort(actual.left->likely));
    return parts.join(ImportedItemsModel::tr(", "));
}

/// What it was and becomes; one of them where nothing changes.
std::pair<QString, QString> wasAndIs(const ImportedItem& item, int column)
{
    switch (column) {
    case ImportedItemsModel::State: return {wording::itemState(item.stateBefore), wording::itemState(item.state)};
    case ImportedItemsModel::Spent: return {spentText(item.before), spentText(item.actual)};
    case ImportedItemsModel::Started: return {dayText(item.before.started), dayText(item.actual.started)};
    case ImportedItemsModel::Finished: return {dayText(item.before.finished), dayText(item.actual.finished)};
    default: return {};
    }
}

QVariant alignment(bool isFigure)
{
    return QVariant::fromValue((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

QString titleOfItem(const Catalogue& catalogue, const std::string& id)
{
    const Item* item = findItem(catalogue, id);
    return format::text(item ? item->title : id);
}

ImportedItemsModel::ImportedItemsModel(std::shared_ptr<const Catalogue> catalogue, QObject* parent)
    : QAbstractTableModel(parent), m_catalogue(std::move(catalogue))
{
}

void ImportedItemsModel::setItems(std::vector<ImportedItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int ImportedItemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ImportedItemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportedItemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportedItem& item = m_items.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() == Rows);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == Title)
        return titleOfItem(*m_catalogue, item.id);
    if (index.column() == Rows)
        return format::number(static_cast<double>(item.rows), 0);
    const auto [was, is] = wasAndIs(item, index.column());
    if (was == is)
        return is.isEmpty() ? noValue() : is;
    if (role == Qt::AccessibleTextRole)
        return was.isEmpty() ? is : tr("%1, was %2").arg(is.isEmpty() ? noValue() : is, was);
    return was.isEmpty() ? is : tr("%1 → %2").arg(was, is.isEmpty() ? noValue() : is);
}

QVariant ImportedItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section == Rows);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Item");
    case Rows: return tr("Rows");
    case State: return tr("State");
    case Spent: return tr("Time spent");
    case Started: return tr("Started");
    case Finished: return tr("Finished");
    default: return {};
    }
}

UnmatchedNamesModel::UnmatchedNamesModel(std::shared_ptr<const Catalogue> catalogue, QObject* parent)
    : QAbstractTableModel(parent), m_catalogue(std::move(catalogue))
{
}

void UnmatchedNamesModel::setNames(std::vector<UnmatchedName> names)
{
    if (names.size() == m_names.size()) { // what they are is another; the row that is current stays
        m_names = std::move(names);
        if (!m_names.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_names = std::move(names);
    endResetModel();
}

int UnmatchedNamesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int UnmatchedNamesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UnmatchedNamesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const UnmatchedName& name = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() == Rows || index.column() == Hours);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name: return format::text(name.name).simplified();
    case Rows: return format::number(static_cast<double>(name.rows), 0);
    case Hours: return format::number(name.hours, 2);
    case Meaning:
        return !name.chosen.empty()       ? titleOfItem(*m_catalogue, name.chosen)
               : !name.suggestion.empty() ? tr("Left out. Is it “%1”?").arg(titleOfItem(*m_catalogue, name.suggestion))
                                          : tr("Left out");
    default: return {};
    }
}

QVariant UnmatchedNamesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section == Rows || section == Hours);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("In the file");
    case Rows: return tr("Rows");
    case Hours: return tr("Hours");
    case Meaning: return tr("Item of the plan");
    default: return {};
    }
}

TimesColumnsModel::TimesColumnsModel(std::shared_ptr<const TimesFile> file, TimesMapping mapping, QObject* parent)
    : QAbstractTableModel(parent), m_file(std::move(file)), m_mapping(std::move(mapping))
{
}

void TimesColumnsModel::use(int row, const TimesUse& as)
{
    trestle::use(m_mapping, static_cast<std::size_t>(row), as);
    Q_EMIT dataChanged(index(0, Meaning), index(rowCount() - 1, Meaning));
}

int TimesColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_mapping.columns.size());
}

int TimesColumnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TimesColumnsModel::firstCells(std::size_t column) const
{
    const std::size_t first = m_mapping.headings ? *m_mapping.headings + 1 : 0;
    QStringList cells;
    for (std::size_t row = first; row < std::min(m_file->table.rows.size(), first + kFirstRows); ++row)
        if (const QString cell = format::text(m_file->table.cell(row, column).text).simplified(); !cell.isEmpty())
            cells += cell;
    return cells.join(QStringLiteral(" | "));
}

QVariant TimesColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto column = static_cast<std::size_t>(index.row());
    switch (index.column()) {
    case Heading: return format::text(headingOf(m_file->table, m_mapping, column)).simplified();
    case Meaning: return wording::timesUse(m_mapping.columns[column]);
    case Cells: return firstCells(column);
    default: return {};
    }
}

QVariant TimesColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(false);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Heading: return tr("Column");
    case Meaning: return tr("Says");
    case Cells: return tr("First rows");
    default: return {};
    }
}

} // namespace trestle
