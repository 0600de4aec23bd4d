#pragma once

#include "models/plan/plan.h"
#include "models/typed/typed_progress.h"

#include <QString>

/// How typed text about the work on an item was understood, and what is wrong with it: always with an example.
namespace trestle::progresswords {

/// "finished today, 3 days spent (likely 4 days)"; with where the status date moves to.
QString meaning(const Plan& plan, const ItemPlan& item, const TypedProgress& said, const ProgressContext& context,
                Date today);
QString problem(ProgressProblem problem, const ProgressContext& context);
/// What the edit is called: "Roles and permissions: finished, 3 days spent".
QString editLabel(const Plan& plan, const ItemPlan& item, const TypedProgress& said);
/// "done, took 3 days", "2 days left", "started Monday", as a hint.
QString examples();

} // namespace trestle::progresswords
