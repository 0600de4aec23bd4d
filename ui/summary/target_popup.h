#pragma once

#include <QFrame>

class QLabel;

namespace trestle {

class PlanDocument;
class TargetFields;

/// Target date and budget, edited in place: each change is an edit of the plan at once, and the chance of meeting them
/// follows. Return or a click elsewhere takes what was typed and closes it; Escape closes it without.
class TargetPopup : public QFrame {
    Q_OBJECT
public:
    TargetPopup(PlanDocument& document, QWidget* parent);

    void openBelow(const QWidget& anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void describe();

    PlanDocument& m_document;
    TargetFields* m_fields;
    QLabel* m_chance;
};

} // namespace trestle
