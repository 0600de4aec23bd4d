#pragma once

#include "models/decisions/estimate.h"

#include <vector>

namespace trestle {

/// A team of `people` full-time people at today's average rate, who can do anything and are never away.
struct TeamPoint {
    std::size_t people = 0;
    double coordination = 1; ///< κ: the part of their time that they work at
    Weeks finish50 = 0;
    Weeks finish80 = 0;
    Money worked50, worked80;     ///< total cost, people paid for what they work
    Money retained50, retained80; ///< total cost, people paid to the finish
    friend bool operator==(const TeamPoint&, const TeamPoint&) = default;
};

struct TeamCurve {
    std::vector<TeamPoint> points; ///< one to eight people
    Money averageRate;             ///< per full-time week
    double todayFte = 0;
    TeamPoint today;          ///< today's team as it is
    std::size_t fastest = 0;  ///< index of the least finish80
    std::size_t cheapest = 0; ///< index of the least worked80 or retained80, by the plan's cost mode
    friend bool operator==(const TeamCurve&, const TeamCurve&) = default;
};

inline constexpr std::size_t kLargestTeam = 8;

/// Errors: noPeople where there is no team to take a rate from; cancelled.
Result<TeamCurve> teamCurve(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
