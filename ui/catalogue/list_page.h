#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace trestle {

/// A list of the catalogue as a table with Add, Change and Remove: Enter changes, Delete removes.
class ListPage : public QWidget {
    Q_OBJECT
public:
    struct Setup {
        QString name;
        QString title;       ///< what the table is called
        QString explanation; ///< above it; may be empty
        QString empty;       ///< in its place where there are no rows
        QStringList headers;
        int stretched = 0; ///< the column that takes the room that is left; -1: all share it alike
        std::function<std::vector<QStringList>()> rows;
        std::function<void()> add; ///< absent: nothing is added here
        std::function<void(std::size_t)> change;
        std::function<void(std::size_t)> remove;
        QString removeText; ///< in place of "Remove"
        std::function<void()> removeAll;
        QString removeAllText;
    };
    ListPage(Setup setup, QWidget* parent);

    void refresh();
    /// As high as a few rows: for a list among other fields.
    void setFewRows();
    [[nodiscard]] QTableWidget& table() const { return *m_table; }

private:
    [[nodiscard]] std::optional<std::size_t> currentRow() const;
    void followRow();
    void changeCurrent();
    void removeCurrent();

    Setup m_setup;
    QTableWidget* m_table;
    QLabel* m_empty;
    QPushButton* m_change = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_removeAll = nullptr;
};

} // namespace trestle
