#pragma once

#include "models/decisions/finish_move.h"
#include "models/decisions/item_value.h"
#include "models/decisions/leave_price.h"
#include "models/decisions/move.h"
#include "models/decisions/what_if.h"

#include <QString>

/// The words for the kinds of `models/decisions`: part of the window's one table of wording.
namespace trestle::wording {

/// Why having an item in place brings nothing forward: "other work drives the finish"; empty where it does.
QString noSaving(NoSaving why);
/// A figure that can be varied: "Effort of Database", "Rate of Ana", "Log service".
QString figure(const Plan& plan, const Figure& figure);
/// A value of it, in its unit: "3 – 8 person-weeks", "AUD 5,000 a week", "0.5".
QString figureValue(const Figure& figure, const ThreePoint& value);
/// How often other phases run late with one that does: "never" of 0, "often" of 0.5, "always" of 1, else the figure.
QString runLateTogether(double correlation);
/// "low", "high", "half", "twice".
QString variation(Variation variation);
/// "With this leave the likely plan ends on 14 May 2027, 4 working days later."
QString leavePrice(const LeavePrice& price);
QString finishMove(const FinishMove& move);

/// What a move does, as it stands in a sentence: "make Ana full-time", "leave 3 items for later".
QString move(const Plan& plan, const Move& move);
/// The same with what a count leaves out: each item by its title.
QString moveInFull(const Plan& plan, const Move& move);

} // namespace trestle::wording
