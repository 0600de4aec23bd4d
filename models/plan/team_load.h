#pragma once

#include "models/calendar/days_off.h"
#include "models/plan/plan.h"

#include <cstdint>
#include <string>
#include <vector>

/// What each person does in each calendar week of the likely plan, and what about a team deserves a word.
namespace trestle {

/// A person's calendar week in working days; the four parts add up to its working days between the plan's start and
/// its finish.
struct WeekLoad {
    double working = 0;
    double leave = 0;
    double notThere = 0;            ///< before the first day, after the last
    double idle = 0;                ///< there, with nothing to do yet or any more
    std::vector<std::size_t> items; ///< worked on, into Plan::items, in order
    friend bool operator==(const WeekLoad&, const WeekLoad&) = default;
};

struct LoadWeek {
    Date monday{};
    double days = 0;                ///< working days of it in the plan
    std::vector<NamedDayOff> off{}; ///< weekdays of it between the plan's start and its finish on which nobody works
};

struct TeamLoad {
    std::vector<LoadWeek> weeks;               ///< from the week of the start to that of the likely finish
    std::vector<std::vector<WeekLoad>> people; ///< per person of the plan, per week

    /// A person's weeks summed up, in days.
    [[nodiscard]] WeekLoad sumOf(std::size_t person) const;
};

/// Without weeks where nothing is left to do.
TeamLoad teamLoad(const Plan& plan);

enum class TeamWarningKind : std::uint8_t {
    longLeave,   ///< more than six weeks in one go; days: how long
    earlyLeave,  ///< leave that begins before the plan does
    mostlyIdle,  ///< nothing to do for more than half of their time; days: idle
    leavesEarly, ///< the last day is before the work is done
    nobodyAble,  ///< an item in scope asks for a skill that nobody has: `subject`
};

struct TeamWarning {
    TeamWarningKind kind = TeamWarningKind::longLeave;
    std::string subject; ///< the person, or the skill
    double days = 0;
    Date date{}; ///< of leave and last days: when
    friend bool operator==(const TeamWarning&, const TeamWarning&) = default;
};

/// In the order of the team, then of the skills.
std::vector<TeamWarning> teamWarnings(const Plan& plan, const TeamLoad& load);

/// Whether some item of the catalogue asks for a skill.
bool asksForSkills(const Catalogue& catalogue);

} // namespace trestle
