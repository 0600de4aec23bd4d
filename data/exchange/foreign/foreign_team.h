#pragma once

#include "data/exchange/foreign/foreign_project.h"

#include <string>
#include <vector>

namespace trestle {

/// A week of someone whose rate the file does not tell.
inline constexpr Money kUsualForeignRate = Money::dollars(5000);

/// The people of a project as a team, and who does what as skills: a skill is called after those who are assigned
/// together, and they alone have it.
struct ForeignTeam {
    std::vector<Person> people;
    std::vector<std::string> skillOf; ///< per task; empty: anyone
    std::vector<double> unitsOn;      ///< per task: full-time people assigned; 0: nobody
    int largestCrew = 1;
};

ForeignTeam teamOf(const ForeignProject& project, ImportLosses& losses);

} // namespace trestle
