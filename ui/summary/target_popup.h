#pragma once

#include <QFrame>

class QLabel;

namespace trestle {

class PlanDocument;
class TargetFields;

/// Target date and budget, edited in place: each change is an edit of the plan at once, and the chance of meeting them
/// follows while they are being set. Return, Escape or a click elsewhere closes it.
class TargetPopup : public QFrame {
    Q_OBJECT
public:
    TargetPopup(PlanDocument& document, QWidget* parent);

    void openBelow(const QWidget& anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    PlanDocument& m_document;
    TargetFields* m_fields;
    QLabel* m_chance;
};

} // namespace trestle
