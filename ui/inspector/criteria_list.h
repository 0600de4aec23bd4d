#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace trestle {

/// How to tell the states of an item apart: a label with its sentence below each.
class CriteriaList : public QWidget {
    Q_OBJECT
public:
    explicit CriteriaList(QWidget* parent = nullptr);
    void setCriteria(const std::vector<Fact>& criteria); ///< hides where there are none

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label;
        QLabel* text;
    };
    void addRow();
    void applyColours();

    QVBoxLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace trestle
