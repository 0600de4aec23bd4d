#pragma once

#include "models/catalogue.h"
#include "ui/dialogs/form_dialog.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace trestle {

class CatalogueEditor;

/// A small dialog for one entry of a list of the catalogue. What is wrong is said while it is typed, and OK waits.
class EntryDialog : public FormDialog {
    Q_OBJECT
public:
    EntryDialog(const QString& name, const QString& title, const QString& explanation, QWidget* parent);

    using Choices = std::vector<std::pair<std::string, std::string>>; ///< id and title
    QLineEdit* addLine(const QString& label, const QString& name, const std::string& text);
    QComboBox* addChoice(const QString& label, const QString& name, const Choices& choices, const std::string& chosen);
    QDoubleSpinBox* addNumber(const QString& label, const QString& name, double value, double most, int decimals);
    /// Three amounts in dollars; what is entered.
    std::function<ThreePoint()> addAmounts(const QString& label, const QString& name, const ThreePoint& value);
    /// What is wrong with all of it, in words; empty: nothing.
    void setCheck(std::function<QString()> check);

    [[nodiscard]] static std::string lineText(const QLineEdit& line);
    [[nodiscard]] static std::string chosenId(const QComboBox& list);

    void accept() override;

private:
    void look();
    std::function<QString()> m_check;
};

} // namespace trestle
