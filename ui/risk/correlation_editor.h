#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace trestle {

class Badge;
class PlanDocument;

/// How far the phases go together in the simulation, edited in place, with where the figure comes from.
class CorrelationEditor : public QWidget {
    Q_OBJECT
public:
    explicit CorrelationEditor(PlanDocument& document, QWidget* parent = nullptr);

private:
    void refresh();
    void edit(double correlation);

    PlanDocument& m_document;
    QLabel* m_label;
    QComboBox* m_value;
    Badge* m_badge;
    QPushButton* m_usual;
};

} // namespace trestle
