#pragma once

#include "models/scenarios.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace trestle {

class PlanDocument;

/// What a scenario has of its own, a line each, with a button that takes it back to the base.
class ChangeList : public QWidget {
    Q_OBJECT
public:
    explicit ChangeList(PlanDocument& document, QWidget* parent = nullptr);

    /// Empty for the base, which has nothing to list.
    void setScenario(const QString& scenario);

private:
    struct Row {
        OverlayEntry change;
        QString text;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void refresh();
    void build();
    void take(const OverlayEntry& change);

    PlanDocument& m_document;
    QString m_scenario;
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
    QLabel* m_none;
    std::vector<QWidget*> m_lines;
};

} // namespace trestle
