#pragma once

#include "models/rounding.h"
#include "models/scenario_overlay.h"
#include "models/scenarios.h"

#include <QString>
#include <QStringList>

#include <vector>

/// How scenarios and their differences from the base read.
namespace trestle::scenariowords {

/// A scenario's name; "Base plan" for the base's empty one.
QString name(const QString& scenario);
/// One thing that a scenario has of its own, against what the base has now: "Start on 1 March 2027 instead of
/// 4 January 2027".
QString change(const Catalogue& catalogue, const Inputs& base, const Scenario& scenario, const OverlayEntry& change);
/// All of them, as change() has them.
QStringList changes(const Catalogue& catalogue, const Inputs& base, const Scenario& scenario);
/// "3 changes from the base", "as the base so far".
QString changeCount(const Scenario& scenario);

/// A difference of finish dates in calendar weeks: "2.4 weeks sooner", "1 day later", "the same day".
QString later(Date base, Date own);
/// "AUD 3,200 dearer", "AUD 3,200 cheaper", "the same cost".
QString dearer(Money base, Money own, MoneyFrom from);
/// A difference in points of a hundred: "6 points more", "the same".
QString points(int more);
/// "3 days", "2.4 weeks": calendar time.
QString calendarTime(int days);

/// What of an edit went to the base, or nowhere, in a sentence each.
QString reachedBase(const std::vector<Unheld>& kinds);

} // namespace trestle::scenariowords
