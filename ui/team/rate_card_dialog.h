#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>

#include "models/rate_card.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

class QListWidget;
class QLineEdit;
class QCheckBox;
class QPushButton;

namespace trestle {

class AmountField;
class Settings;

/// The user's own roles and rates, kept beside the settings: a list, and below it the role that is chosen in it.
class RateCardDialog : public FormDialog {
    Q_OBJECT
public:
    explicit RateCardDialog(Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] const RateCard& card() const { return m_card; }
    void accept() override;

private:
    void addRole();
    void removeRole();
    void choose(int row);
    /// Takes the fields for the role that is chosen; false, with a word on it, where they are none.
    bool keep();
    void refresh(int row);

    Settings& m_settings;
    RateCard m_card;
    int m_chosen = -1;
    QListWidget* m_list;
    QPushButton* m_remove;
    QLineEdit* m_title;
    AmountField* m_cost;
    AmountField* m_bill;
    QCheckBox* m_paidOut;
    bool m_filling = false;
};

} // namespace trestle
