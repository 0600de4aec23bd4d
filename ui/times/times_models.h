#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "data/exchange/times/times_reader.h"
#include "models/progress/import_times.h"
// clang-format on

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace trestle {

/// The items that an import says something of: each as it was and as it becomes.
class ImportedItemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Rows, State, Spent, Started, Finished, ColumnCount };

    ImportedItemsModel(std::shared_ptr<const Catalogue> catalogue, QObject* parent);

    void setItems(std::vector<ImportedItem> items);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<ImportedItem> m_items;
};

/// What a file calls things that are no item's id or title, and what they are as the user says.
class UnmatchedNamesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Rows, Hours, Meaning, ColumnCount };

    UnmatchedNamesModel(std::shared_ptr<const Catalogue> catalogue, QObject* parent);

    void setNames(std::vector<UnmatchedName> names);
    [[nodiscard]] const UnmatchedName& at(int row) const { return m_names.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<UnmatchedName> m_names;
};

/// What each column of the file is called, means and holds.
class TimesColumnsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Heading, Meaning, Cells, ColumnCount };

    TimesColumnsModel(std::shared_ptr<const TimesFile> file, TimesMapping mapping, QObject* parent);

    [[nodiscard]] const TimesMapping& mapping() const { return m_mapping; }
    void use(int row, const TimesUse& as);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString firstCells(std::size_t column) const;

    std::shared_ptr<const TimesFile> m_file;
    TimesMapping m_mapping;
};

/// An item by its title; by its id where the catalogue has no such item.
QString titleOfItem(const Catalogue& catalogue, const std::string& id);

} // namespace trestle
