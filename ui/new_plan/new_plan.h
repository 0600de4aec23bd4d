#pragma once

#include "models/inputs.h"
#include "models/rate_cards.h"

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace trestle {

/// What a new plan is asked for with.
struct NewPlanSetting {
    std::shared_ptr<const Catalogue> catalogue;
    QString folder; ///< that plans are put into
    Date today{};
    RateCards cards; ///< the user's own roles
    /// Chooses a folder that is there; empty: cancelled.
    std::function<QString(QWidget* parent, const QString& title, const QString& folder)> chooseFolder = {};
};

/// What a new plan is made from.
struct NewPlan {
    Inputs inputs;
    QString path;
    QString prototype = {}; ///< its folder, to be scanned once the plan is open; empty: none
    friend bool operator==(const NewPlan&, const NewPlan&) = default;
};

/// The next Monday after `today`: when work starts unless the user says otherwise.
Date nextMonday(Date today);

} // namespace trestle
