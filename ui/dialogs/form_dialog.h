#pragma once

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace trestle {

/// A dialog with an explaining sentence, a form, a line for what is wrong, and OK and Cancel.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& name, const QString& title, const QString& explanation, QWidget* parent);

protected:
    [[nodiscard]] QFormLayout* form() const { return m_form; }
    [[nodiscard]] QDialogButtonBox* buttons() const { return m_buttons; }
    /// Adds a field under a label with a mnemonic; the label is its accessible name.
    void addField(const QString& label, QWidget* field, const QString& name);
    /// A date with a calendar to pick from.
    QDateEdit* addDate(const QString& label, const QString& name, QDate value);
    void addWide(QWidget* widget);
    /// Shows what keeps the dialog from being accepted; empty clears it.
    void complain(const QString& problem);

private:
    QFormLayout* m_form;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

QCheckBox* makeCheck(const QString& text, const QString& name, bool checked, QWidget* parent);
/// Ready for typing and picking: "14 Jun 2027", Monday first, within the years that a plan may use.
void setUpDateEdit(QDateEdit& edit, QDate value);

} // namespace trestle
