#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "models/typed/pasted_people.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

class QLineEdit;
class QListWidget;
class QLabel;

namespace trestle {

class PlanDocument;
class SalaryPanel;

/// The rate of one person from a salary or a contractor's rate.
class SalaryDialog : public FormDialog {
    Q_OBJECT
public:
    SalaryDialog(PlanDocument& document, std::size_t person, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    std::size_t m_person;
    SalaryPanel* m_panel;
};

/// A name for a role, which makes it a person.
class NameRoleDialog : public FormDialog {
    Q_OBJECT
public:
    NameRoleDialog(PlanDocument& document, std::size_t person, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    std::size_t m_person;
    QLineEdit* m_name;
};

/// People pasted from a spreadsheet: what was understood of each line, and what is wrong with the others.
class PastePeopleDialog : public FormDialog {
    Q_OBJECT
public:
    PastePeopleDialog(PlanDocument& document, const QString& text, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    std::vector<PastedLine> m_lines;
};

} // namespace trestle
