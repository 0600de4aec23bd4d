#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "data/formats/import_file.h"
// clang-format on

#include <QScrollArea>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace trestle {

/// The columns of a table side by side: what each is taken for, which can be changed, its heading, and its first cells.
class ColumnChoices : public QScrollArea {
    Q_OBJECT
public:
    explicit ColumnChoices(QWidget* parent = nullptr);

    /// The same number of columns as before, or the first time any.
    void setColumns(const std::vector<ImportColumn>& columns);
    [[nodiscard]] QComboBox* choice(std::size_t column) const { return m_columns.at(column).choice; }
    [[nodiscard]] std::size_t count() const { return m_columns.size(); }

Q_SIGNALS:
    /// The user chose what a column means.
    void chosen(std::size_t column, trestle::ColumnUse use);

private:
    struct Column {
        QComboBox* choice = nullptr;
        QLabel* heading = nullptr;
        QLabel* cells = nullptr;
    };
    void add(std::size_t column);

    QWidget* m_inside;
    QGridLayout* m_grid;
    std::vector<Column> m_columns;
};

} // namespace trestle
