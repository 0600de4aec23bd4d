#pragma once

#include "models/inputs.h"

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace trestle {

class EffortField;
class PlanDocument;

/// The user's own estimate of a phase in place of the catalogue's: closed it is a button, open three figures and a
/// note, which take effect together.
class EstimateEditor : public QWidget {
    Q_OBJECT
public:
    explicit EstimateEditor(PlanDocument& document, QWidget* parent = nullptr);

    /// Shows the phase; another phase closes the editor.
    void setPhase(const QString& id);
    [[nodiscard]] bool isOpen() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeForm();
    void open();
    void close();
    void refresh();
    void check();
    void apply();
    void reset();
    [[nodiscard]] bool hasOwn() const;
    [[nodiscard]] ThreePoint entered() const;
    [[nodiscard]] QString problem() const;

    PlanDocument& m_document;
    QString m_phase;
    QPushButton* m_open = nullptr;
    QPushButton* m_reset = nullptr;
    QWidget* m_form = nullptr;
    EffortField* m_low = nullptr;
    EffortField* m_likely = nullptr;
    EffortField* m_high = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace trestle
