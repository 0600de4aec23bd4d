#pragma once

#include "models/decisions/budget_cover.h"
#include "models/decisions/goal_search.h"

#include <QString>
#include <QStringList>

/// How the answers of a goal search and of a budget read.
namespace trestle::waywords {

/// What to do: "Hire two more engineers and leave 3 items for after launch".
QString title(const Way& way);
/// "two", in words as long as they are short.
QString inWords(std::ptrdiff_t count);
/// A name for a scenario of it: "2 more people, 3 items later".
QString scenarioName(const Way& way);
/// Where it leads: "80 % sure by 28 May 2027, for AUD 171,000; 84 % chance of meeting both date and budget".
QString outcome(const Way& way, const Goal& goal);
/// Against the plan as it is: "2.4 weeks sooner, AUD 3,200 dearer".
QString difference(const Way& way, const Way& today);
/// What the people it adds are counted at; empty where it adds no one.
QString paid(const Way& way);
/// The items it leaves for after launch; empty for none.
QString givesUp(const Plan& plan, const Way& way);
/// Why no way was found.
QString unmet(const GoalAnswer& answer, const Goal& goal);
/// The plan as it is, against the goal.
QString today(const GoalAnswer& answer, const Goal& goal);
/// What would do where no way meets the goal: "A later date: 2 July 2027, within AUD 150,000".
QString laterDate(const NearestDate& nearest, const Goal& goal);
QString largerBudget(const NearestBudget& nearest, const Goal& goal);
QString moreCash(const NearestCash& nearest);
QString smallerMargin(const NearestMargin& nearest);
QString lessScope(const Way& way);

QString cover(const BudgetCover& cover, Money budget, int confidence);

} // namespace trestle::waywords
