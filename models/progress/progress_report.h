#pragma once

#include "models/plan/plan.h"

#include <optional>
#include <string>
#include <vector>

/// How a plan's work goes on its status date, item by item and phase by phase. No simulation.
namespace trestle {

/// An item on the status date. Efforts are person-weeks.
struct ProgressItem {
    std::string id;
    std::size_t item = 0;       ///< index into Plan::items
    std::optional<Date> due;    ///< when it was likely to be finished: at the baseline, or, without one, at the start;
                                ///< absent: no work was left
    int daysLate = 0;           ///< working days after `due`, of one that should be finished and is not; else 0
    bool isDueSoon = false;     ///< likely to start or to finish in the next five working days
    std::optional<Date> starts; ///< likely, of one not begun; the day on which it began, where that is recorded
    std::optional<Date> finishes; ///< likely, of one with work left; the day on which it ended, where that is recorded
    std::optional<double> spent;  ///< so far
    double left = 0;              ///< likely
    double likely = 0;            ///< what the whole work on it was likely to take, before anything was learnt
};

/// A phase, what its finished items took and what is left of it. Efforts are person-weeks.
struct PhaseProgress {
    std::string id;
    bool isObserved = false; ///< it has finished items with `spent`; else share to v are 0
    double share = 0;        ///< of its likely effort, finished, 0 to 1
    double spent = 0;        ///< on its finished items …
    double likely = 0;       ///< … and what was likely for them
    double d = 0;            ///< see learning.h; also v and z
    double v = 0;
    double z = 0;                 ///< expected draw
    double likelyBefore = 0;      ///< left, as it would be likely without what finished work says
    double likelyNow = 0;         ///< left, likely
    std::optional<Date> due;      ///< the latest of its items
    std::optional<Date> finishes; ///< likely; where nothing is left of it, the latest recorded end
};

/// Each item stands in one list at most.
struct ProgressReport {
    Date asOf{};
    Date since{};                       ///< the day from which on `finished` counts
    bool hasBaseline = false;           ///< what was due is the baseline's word
    std::vector<ProgressItem> underWay; ///< by likely finish
    std::vector<ProgressItem> late; ///< neither begun nor finished, and due before the status date; the latest first
    std::vector<ProgressItem> due;  ///< not late, and start or finish in the next five working days; by start
    std::vector<ProgressItem> next; ///< the first few to start after them
    std::vector<ProgressItem> finished; ///< since that day; the last first
    std::vector<std::string>
        withoutTime;                   ///< finished without `spent`, ids in catalogue order: they add 0 and say nothing
    std::vector<PhaseProgress> phases; ///< of the plan

    /// What finished items took ÷ what was likely for them; absent where nothing is observed.
    [[nodiscard]] std::optional<double> finishedRatio() const;
    /// What is left ÷ what would be left without what finished work says; absent where nothing is left.
    [[nodiscard]] std::optional<double> restRatio() const;
    /// Items due before the status date and not finished, under way or not; in catalogue order.
    [[nodiscard]] std::vector<std::string> allLate() const;
    /// Items likely to start or to finish in the next five working days, in whatever list; in catalogue order.
    [[nodiscard]] std::vector<std::string> allDue() const;
};

/// Whether work has begun or money was spent.
bool hasBegun(const Inputs& inputs);
/// Whether there is a progress to follow: work that has begun, or a promise to compare with.
bool isFollowed(const Inputs& inputs);

/// `since`: the status date before this one; absent: a week ago.
ProgressReport progressReport(const Plan& plan, std::optional<Date> since = {});

} // namespace trestle
