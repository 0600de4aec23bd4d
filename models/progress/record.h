#pragma once

#include "models/plan/plan.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// A past plan, as far as it says how well plans of this user hold. No names.
struct RecordedProject {
    std::string catalogue; ///< id
    Date date{};           ///< its status date when it was recorded
    double y = 0;          ///< ln(person-weeks spent on its finished items ÷ likely for them at the baseline)
    double weight = 1;     ///< the finished part of its likely effort, 0 to 1
    double p50 = 1;        ///< promises of the baseline ÷ likely
    double p80 = 1;
    double p90 = 1;
    friend bool operator==(const RecordedProject&, const RecordedProject&) = default;
};

using Record = std::vector<RecordedProject>;

/// How many projects ended at or below a promise.
struct HitRate {
    double share = 0; ///< of projects that should: .5, .8, .9
    int hits = 0;
    bool isRefuted = false; ///< so few hits come about in less than 1 of 20 times where the promise holds
};

/// What a record makes of the outside view: a normal–inverse-gamma prior worth five projects around `usual`, and the
/// projects' ln ratios by their weights.
struct RecordFigures {
    double m = 0;
    double s = 0;
    double n = 0; ///< sum of weights
    int projects = 0;
    double mean = 0; ///< weighted, of y; 0 without projects
    std::array<HitRate, 3> hits{};
};

RecordFigures figuresOf(const Record& record);
/// What the plan says for the record; nothing without a baseline or without finished items with time spent.
std::optional<RecordedProject> recordedProject(const Plan& plan);

} // namespace trestle
