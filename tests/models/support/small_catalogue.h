#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Plans of a few phases with one item each, the item of phase "A" being "a-A".
namespace trestle::small {

using namespace std::chrono_literals;

inline constexpr Date kMonday = std::chrono::sys_days{2027y / 1 / 4};

/// The first day of a week, counted from 1.
inline Date week(int number)
{
    return kMonday + std::chrono::days{7 * (number - 1)};
}

/// The `number`-th working day, counted from 1.
inline Date day(int number)
{
    return kMonday + std::chrono::days{(number - 1) / 5 * 7 + (number - 1) % 5};
}

struct Draft {
    Catalogue catalogue;
    Inputs inputs;

    Draft()
    {
        catalogue.id = catalogue.title = "small";
        catalogue.prototypeShare.value = 0.2;
        catalogue.partialFactor.value = 0.5;
        catalogue.itemCrewLimit.value = 2;
        catalogue.phaseCrewLimit.value = 3;
        catalogue.personWeekRate.value = Money::dollars(5000);
        catalogue.referenceTeam.value = 1;
        catalogue.timelineWeeks.value = 4;
        inputs.name = "Small";
        inputs.start = kMonday;
    }

    Phase& phase(const std::string& id, ThreePoint effort, const std::string& skill = {})
    {
        Phase& added = catalogue.phases.emplace_back();
        added.id = added.title = added.shortTitle = id;
        added.effort.value = effort;
        Item& item = added.items.emplace_back();
        item.id = item.title = "a-" + id;
        item.share.value = 1;
        item.skill = skill;
        return added;
    }
    Phase& phase(const std::string& id, double effort, const std::string& skill = {})
    {
        return phase(id, ThreePoint{effort, effort, effort}, skill);
    }

    void link(const std::string& from, const std::string& to, double lag = 0, LinkType type = LinkType::finishToStart)
    {
        catalogue.links.push_back({from, to, type, lag, "", {}});
    }

    Person& person(const std::string& name, double allocation = 1, std::vector<std::string> skills = {})
    {
        Person& added = inputs.team.emplace_back();
        added.name = name;
        added.allocation = allocation;
        added.weeklyRate = Money::dollars(5000);
        added.skills = std::move(skills);
        return added;
    }

    void set(const std::string& phase, ItemState state) { inputs.items["a-" + phase].progress.state = state; }

    [[nodiscard]] Plan plan() const
    {
        const Result<Plan> made = makePlan(std::make_shared<Catalogue>(catalogue), inputs);
        if (!made)
            qFatal("no plan: error %d, %s", static_cast<int>(made.error().code), made.error().what.c_str());
        return *made;
    }
};

inline Risk risk(const Plan& plan)
{
    SimulationOptions options;
    options.runs = options.drivingRuns = 500;
    const Result<Risk> made = simulate(plan, options);
    if (!made)
        qFatal("no simulation: error %d, %s", static_cast<int>(made.error().code), made.error().what.c_str());
    return *made;
}

inline void compareWeeks(Weeks found, Weeks expected)
{
    QVERIFY2(std::abs(found - expected) < 1e-6, qPrintable(QStringLiteral("%1, expected %2").arg(found).arg(expected)));
}

} // namespace trestle::small
