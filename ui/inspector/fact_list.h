#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace trestle {

/// Facts as two columns, what at the left and how much at the right. Rows keep their labels when figures change.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(const QString& name, QWidget* parent = nullptr);
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

    QVBoxLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace trestle
