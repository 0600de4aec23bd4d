#pragma once

#include "models/effort.h"
#include "models/network.h"
#include "models/plan/plan.h"
#include "models/schedule.h"

#include <vector>

/// Between the steps of makePlan() alone.
namespace trestle {

/// A plan's figures in the making, with what they are made from.
struct PlanDraft {
    const Catalogue& catalogue;
    const Inputs& inputs;
    Scope scope;
    Network network;
    Plan plan;
    // Dollars before rounding, that the totals are split by.
    PerCase<std::vector<double>> byPerson{};
    PerCase<std::vector<double>> byItem{};
    PerCase<std::vector<double>> byService{};
};

/// What whole cents can hold with room to spare, AUD. Beyond, a plan is a slip of the keyboard.
inline constexpr double kDearestPlan = 1e13;
Error tooDear(double dollars);

/// Dollars of all people before rounding: what they work, or what they are retained for.
double labourOf(const PlanDraft& draft, const Schedule& schedule);
/// The running costs of the phases in scope, without dates yet.
void addRunningCosts(PlanDraft& draft);
/// A case's labour total, and what it is split by.
void takeLabour(PlanDraft& draft, Case which, const Schedule& schedule);
/// A case's running costs and certain costs of risks up to its finish, and its total.
void takeRunningCosts(PlanDraft& draft, Case which);
/// Splits the totals of all cases over people, items, phases and services.
void splitTotals(PlanDraft& draft);

} // namespace trestle
