#pragma once

#include "models/decisions/item_value.h"
#include "models/decisions/lengthening.h"
#include "models/decisions/move.h"
#include "models/decisions/order_offer.h"
#include "models/decisions/team_curve.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What the Insights page says, in plain sentences made from what `models/decisions` found.
namespace trestle::insightwords {

/// "0.9 weeks and AUD 4,500", "0.9 weeks, for AUD 300 more", "AUD 4,500", "nothing": of a saving, positive is less.
QString saving(const Delta& saved);

QString order(const Plan& plan, const OrderOffer& offer);
/// Of the plan with the better order, next to the offer: what the button does.
QString orderAction(const OrderOffer& offer);

QString movers(const Plan& plan, const Risk& risk);
QString team(const Plan& plan, const TeamCurve& curve);
/// What the team-size curve takes for granted.
QString teamBasis(const Plan& plan, const TeamCurve& curve);
QString values(const std::vector<ItemValue>& values);

/// One row of the item values: "0.9 weeks", "0.3 weeks longer", "no weeks".
QString weeksSaved(const ItemValue& value);
/// "AUD 4,500", "AUD 300 more", "AUD 0".
QString costSaved(const ItemValue& value);
/// "can start now", "other work drives the finish", both, or nothing.
QString remark(const ItemValue& value);

/// "Trial: “Caching” in place saves 0.9 weeks and AUD 4,500."; nothing saved: while that is worked out.
QString trial(const Plan& plan, const Move& move, const std::optional<Delta>& saved);
/// That ticks made the plan longer, why, and what a better order would win back; `offer` may be null.
QString longer(const Plan& plan, const Lengthening& longer, const OrderOffer* offer);

/// The team-size curve as a table, headings first; the last column says what marks a row.
std::vector<QStringList> teamTable(const Plan& plan, const TeamCurve& curve);

} // namespace trestle::insightwords
