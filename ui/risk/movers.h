#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QString>

#include <vector>

namespace trestle {

/// What moves the finish and the cost of a simulated plan: a phase's own draw, or the project as a whole.
struct Mover {
    QString title;
    Sensitivity moves;
    bool isProject = false;
};

/// The project as a whole, where it varies, then each phase with work, in the plan's order.
std::vector<Mover> moversOf(const Plan& plan, const Risk& risk);

} // namespace trestle
