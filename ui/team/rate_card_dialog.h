#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <string>

#include "models/rate_cards.h"
// clang-format on
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QListWidget;
class QLineEdit;
class QCheckBox;
class QPushButton;

namespace trestle {

class AmountField;
class Settings;

/// The user's own rate cards, kept beside the settings: the default and those of clients. Of the one that is chosen
/// there is a list of roles, and below it the role that is chosen in it.
class RateCardDialog : public FormDialog {
    Q_OBJECT
public:
    /// Opens with the card of `client`, that of the plan in the window, or with the default.
    RateCardDialog(Settings& settings, std::string client, QWidget* parent = nullptr);

    void accept() override;

private:
    QWidget* makeCardButtons();
    QWidget* makeRoles();
    /// A card with these roles, for the plan's client where they have none yet.
    void addCard(const RateCard& roles);
    void removeCard();
    void chooseCard(int place);
    void showCards(std::size_t place);
    /// Takes the client's name and the role; false, with a word on it, where they cannot be kept.
    bool keep();

    void addRole();
    void removeRole();
    void choose(int row);
    /// Takes the fields for the role that is chosen.
    bool keepRole();
    void refresh(int row);

    Settings& m_settings;
    std::string m_planClient;
    RateCards m_cards;
    std::size_t m_place = 0; ///< of the card that is shown
    RateCard m_card;         ///< as it is edited
    int m_chosen = -1;
    QComboBox* m_choice;
    QPushButton* m_removeCard;
    QLineEdit* m_client;
    QListWidget* m_list;
    QPushButton* m_remove;
    QLineEdit* m_title;
    AmountField* m_cost;
    AmountField* m_bill;
    QCheckBox* m_paidOut;
    bool m_filling = false;
};

} // namespace trestle
