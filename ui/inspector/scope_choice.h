#pragma once

#include "models/money_terms.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace trestle {

/// Where an item stands to what a client is offered.
class ScopeChoice : public QWidget {
    Q_OBJECT
public:
    explicit ScopeChoice(QWidget* parent = nullptr);
    void setScope(std::optional<ItemScope> scope);

Q_SIGNALS:
    void chosen(std::optional<trestle::ItemScope> scope); ///< by the user

private:
    QComboBox* m_choices;
};

} // namespace trestle
