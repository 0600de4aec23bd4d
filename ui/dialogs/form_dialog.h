#pragma once

#include "models/date.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace trestle {

class DateField;

/// A dialog with an explaining sentence, a form, a line for what is wrong, and OK and Cancel. It opens with the focus
/// in its first field, whose text is selected, and Tab goes the way it is read.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& name, const QString& title, const QString& explanation, QWidget* parent);

protected:
    [[nodiscard]] QFormLayout* form() const { return m_form; }
    [[nodiscard]] QDialogButtonBox* buttons() const { return m_buttons; }
    /// Adds a field under a label with a mnemonic; the label is its accessible name.
    void addField(const QString& label, QWidget* field, const QString& name);
    /// A date; what is typed counts from `today`.
    DateField* addDate(const QString& label, const QString& name, Date value, Date today);
    void addWide(QWidget* widget);
    /// Shows what keeps the dialog from being accepted; empty clears it.
    void complain(const QString& problem);
    /// Takes what was typed into all fields; false, with the focus in the first that cannot be used and a word on it,
    /// where one cannot.
    bool settle();
    void showEvent(QShowEvent* event) override;

private:
    /// As much as its texts need at its width: an explanation or a complaint may take several lines.
    void takeHeight();

    QFormLayout* m_form;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
    bool m_opened = false;
};

QCheckBox* makeCheck(const QString& text, const QString& name, bool checked, QWidget* parent);

} // namespace trestle
