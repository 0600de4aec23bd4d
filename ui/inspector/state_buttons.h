#pragma once

#include "models/inputs.h"

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace trestle {

/// The states of an item, one of them chosen.
class StateButtons : public QWidget {
    Q_OBJECT
public:
    explicit StateButtons(QWidget* parent = nullptr);
    void setState(std::optional<ItemState> state); ///< nothing: none of them

Q_SIGNALS:
    void chosen(trestle::ItemState state); ///< by the user

private:
    QButtonGroup* m_group;
};

} // namespace trestle
