#pragma once

#include "models/inputs.h"
#include "models/rate_cards.h"

#include <QString>

#include <memory>

namespace trestle {

/// What a new plan is asked for with.
struct NewPlanSetting {
    std::shared_ptr<const Catalogue> catalogue;
    QString folder; ///< that plans are put into
    Date today{};
    RateCards cards; ///< the user's own roles
};

/// What a new plan is made from.
struct NewPlan {
    Inputs inputs;
    QString path;
    friend bool operator==(const NewPlan&, const NewPlan&) = default;
};

/// The next Monday after `today`: when work starts unless the user says otherwise.
Date nextMonday(Date today);

} // namespace trestle
