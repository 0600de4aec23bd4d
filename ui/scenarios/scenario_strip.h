#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace trestle {

class PlanDocument;

/// The coloured strip over a plan while one of its scenarios is open: its name, what it changes, and the way back to
/// the base. Gone while the base is open.
class ScenarioStrip : public QFrame {
    Q_OBJECT
public:
    explicit ScenarioStrip(PlanDocument& document, QWidget* parent);

Q_SIGNALS:
    void changesWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showName();

    PlanDocument& m_document;
    QLabel* m_name;
    QPushButton* m_changes;
    QPushButton* m_back;
};

} // namespace trestle
