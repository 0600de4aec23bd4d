#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace trestle {

/// Facts as two columns, what at the left and how much at the right. Rows keep their labels when figures change.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const std::vector<Fact>& facts);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label;
        QLabel* value;
    };
    void addRow();
    void applyColours();

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace trestle
