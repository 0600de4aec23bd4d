#pragma once

#include "ui/inspector/sources.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace trestle {

class Badge;
class DisclosureButton;

/// Figures with a badge for where they come from and a note below each.
class SourceList : public QWidget {
    Q_OBJECT
public:
    explicit SourceList(QWidget* parent = nullptr);
    void setSources(const std::vector<SourceRow>& sources);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QWidget* whole;
        QLabel* figure;
        QLabel* note;
        DisclosureButton* showSum;
        QLabel* sum;
        Badge* badge;
    };
    void addRow();
    void applyColours();

    QVBoxLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace trestle
