#pragma once

#include "models/plan/team_load.h"
#include "models/rate_cards.h"
#include "models/typed/pasted_people.h"

#include <QString>

/// Words for what is particular to teams.
namespace trestle::wording {

/// Why a role can't stand on the rate card, and what to do.
QString rateCardProblem(RateCardProblem problem);
/// "Ana Brown · 0.5 · AUD 5,000 a week", or what is wrong with the line.
QString pastedLine(const PastedLine& line);
QString teamWarning(const TeamWarning& warning);
/// A person's week: "4 days at work, 1 on leave".
QString weekLoad(const WeekLoad& load);

} // namespace trestle::wording
