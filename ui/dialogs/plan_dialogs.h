#pragma once

#include "ui/dialogs/form_dialog.h"

#include <optional>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace trestle {

class PlanDocument;
class TargetFields;

/// Each of these edits one thing of the plan when it is accepted, as one step of undo.

class StartDateDialog : public FormDialog {
    Q_OBJECT
public:
    explicit StartDateDialog(PlanDocument& document, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    DateField* m_date;
};

/// "Replan from today": the day before which nothing that remains is scheduled, or none.
class AsOfDialog : public FormDialog {
    Q_OBJECT
public:
    explicit AsOfDialog(PlanDocument& document, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    QCheckBox* m_use;
    DateField* m_date;
};

/// Target date and budget, each of them optional.
class TargetDialog : public FormDialog {
    Q_OBJECT
public:
    explicit TargetDialog(PlanDocument& document, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    TargetFields* m_fields;
};

/// Name, client and notes.
class DetailsDialog : public FormDialog {
    Q_OBJECT
public:
    explicit DetailsDialog(PlanDocument& document, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    QLineEdit* m_name;
    QLineEdit* m_client;
    QPlainTextEdit* m_notes;
};

} // namespace trestle
