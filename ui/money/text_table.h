#pragma once

#include "ui/money/dressed_part.h"

#include <QStringList>

class QGridLayout;

namespace trestle {

/// A small table of texts with a line under each row, as high as its rows. Where it has no room for all columns, those
/// that can be missed are left out.
class TextTable : public DressedPart {
    Q_OBJECT
public:
    struct Column {
        QString title;
        bool isFigure = false; ///< at the right
        bool canBeMissed = false;
    };
    struct Row {
        QStringList cells;
        bool isStrong = false; ///< a total
        friend bool operator==(const Row&, const Row&) = default;
    };

    TextTable(const QString& name, std::vector<Column> columns, QWidget* parent);

    void setRows(const std::vector<Row>& rows);
    void fitTo(int width);
    [[nodiscard]] QString cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int neededWidth() const;
    void show(std::size_t column, bool shown);
    void addRow();

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    std::vector<QLabel*> m_heads;
    std::vector<std::vector<QLabel*>> m_cells;
    std::vector<bool> m_shown;
    QGridLayout* m_grid;
};

} // namespace trestle
