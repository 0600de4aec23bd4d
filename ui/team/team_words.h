#pragma once

#include "models/rate_card.h"

#include <QString>

/// Words for what is particular to teams.
namespace trestle::wording {

/// Why a role can't stand on the rate card, and what to do.
QString rateCardProblem(RateCardProblem problem);

} // namespace trestle::wording
