#pragma once

#include "models/inputs.h"

namespace trestle {

/// A variant of a plan that stores only what differs from the base, so that edits of the base flow through.
struct Scenario {
    std::string name;
    std::optional<Date> start;
    std::optional<std::vector<Person>> team;
    std::optional<Profile> profile;
    std::map<std::string, ItemProgress> items; ///< only the items that are further or less far
    std::optional<std::vector<DayOff>> daysOff;
    std::optional<std::vector<YearlyClosure>> closures;
    std::optional<Date> targetDate;
    std::optional<Money> budget;
    std::optional<OrderKind> order;
    std::optional<CostMode> costMode;
    std::optional<OutsideView> outsideView;
    std::optional<RiskRegister> risks;
    std::optional<ItemScopes> scopes;
    std::optional<PriceTerms> price;
    std::optional<CashPlan> cash;
    std::optional<Baseline> baseline;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// What a plan file keeps of the user's: the base and its scenarios.
struct Project {
    Inputs base;
    std::vector<Scenario> scenarios; ///< names unique, none empty
    friend bool operator==(const Project&, const Project&) = default;
};

Inputs applyScenario(const Inputs& base, const Scenario& scenario);
/// The inputs of a scenario by name; an empty name is the base.
Result<Inputs> inputsOf(const Project& project, const std::string& scenario);
/// checkInputs for the base and for every scenario, and scenario names.
Result<void> checkProject(const Catalogue& catalogue, const Project& project);
/// That no name of the plan, a person, a skill or a scenario is blank. A rule for plans that come in: files of before,
/// which may have such a name, still open.
Result<void> checkNames(const Project& project);

} // namespace trestle
