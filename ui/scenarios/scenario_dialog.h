#pragma once

#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QLineEdit;

namespace trestle {

class PlanDocument;

/// The name of a scenario: of a new one, with what it starts from, or of one that is there already.
class ScenarioDialog : public FormDialog {
    Q_OBJECT
public:
    /// A new scenario; it is added and opened.
    ScenarioDialog(PlanDocument& document, QWidget* parent);
    /// Renames one.
    ScenarioDialog(PlanDocument& document, const QString& rename, QWidget* parent);

    void accept() override;

private:
    void addName(const QString& suggested);

    PlanDocument& m_document;
    QString m_renamed; ///< empty: a new one
    QLineEdit* m_name = nullptr;
    QComboBox* m_from = nullptr;
};

} // namespace trestle
