#pragma once

#include "models/plan/plan.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// A past plan, as far as it says how well plans of this user hold. No names.
struct RecordedProject {
    std::string catalogue; ///< id
    Date date{};           ///< its status date when it was recorded
    double y = 0;          ///< ln(person-weeks spent on its finished items ÷ likely for them at the baseline)
    double weight = 1;     ///< the finished part of its likely effort, above 0 to 1
    double p50 = 1;        ///< promises of the baseline ÷ likely
    double p80 = 1;
    double p90 = 1;
    friend bool operator==(const RecordedProject&, const RecordedProject&) = default;
};

/// By date, then in the order in which they were recorded.
using Record = std::vector<RecordedProject>;

/// The most projects that a record holds.
inline constexpr std::size_t kMostRecorded = OutsideView::mostProjects;

/// The rules of a record: ids that are not empty, dates of plans, figures in range, promises that do not fall. Errors
/// name the place: "/projects/3/weight".
Result<void> checkRecord(const Record& record);

/// Puts projects of another record in, each that is not there: the same catalogue, date, y and weight are the same
/// project. How many were put in.
std::size_t mergeInto(Record& record, const Record& other);

/// Whether it ended at or below what was promised at P50, P80 and P90.
std::array<bool, 3> promisesKept(const RecordedProject& project);

/// How many projects ended at or below a promise. Whether the promise holds is judged by the exact binomial
/// distribution: so few hits that they come about in less than 1 of 20 times where it holds refute it.
struct HitRate {
    double share = 0; ///< of projects that should: .5, .8, .9
    int hits = 0;
    std::optional<int> refutedBy; ///< so many hits of this many projects, or fewer, refute it; absent: too few projects
    int speaksFrom = 0;           ///< the least number of projects of which none at all refutes it
    friend bool operator==(const HitRate&, const HitRate&) = default;

    [[nodiscard]] bool isRefuted() const { return refutedBy && hits <= *refutedBy; }
};

/// The most hits of `projects` that refute a promise that this share should keep.
std::optional<int> refutingHits(double share, int projects);

/// What a record makes of the outside view: a normal–inverse-gamma prior worth five projects around `usual`, and the
/// projects' ln ratios by their weights. Without projects it is `usual`.
struct RecordFigures {
    double m = 0;
    double s = 0;
    double n = 0; ///< sum of weights
    int projects = 0;
    double mean = 0;               ///< weighted, of y; 0 without projects
    std::array<HitRate, 3> hits{}; ///< of P50, P80 and P90
};

RecordFigures figuresOf(const Record& record);

/// How much longer than planned projects take, as factors: half of them no more than `usual`, eight of ten between
/// `low` and `high`.
struct RecordRange {
    double low = 1;
    double usual = 1;
    double high = 1;
};
RecordRange rangeOf(const RecordFigures& figures);

/// The figures as the outside view of a plan, to four decimals and within its bounds. Needs a project.
OutsideView recordView(const RecordFigures& figures);

/// What the plan says for the record; nothing without a baseline or without finished items with time spent. An item
/// that was under way at the baseline says nothing: what had been spent on it by then is not known.
std::optional<RecordedProject> recordedProject(const Plan& plan);

} // namespace trestle
