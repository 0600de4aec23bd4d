#pragma once

#include "data/exchange/mspdi/working_clock.h"
#include "models/plan/work_dates.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// A plan as a program has it that schedules tasks itself: rows in outline order, and what holds each where it is.
namespace trestle {

struct TaskLink {
    std::size_t from = 0; ///< a row
    LinkType type = LinkType::finishToStart;
    std::int64_t lag = 0; ///< working minutes
};

struct TaskAssignment {
    std::size_t person = 0;
    Weeks joined = 0;
    Weeks left = 0;
    std::int64_t work = 0; ///< minutes, of what is left
    Money cost;
};

/// What happened of a row, from its first day to its last.
struct TaskPast {
    DoneDates days;
    bool isFinished = false;
    std::int64_t duration = 0; ///< working minutes up to the status date
    std::int64_t work = 0;     ///< minutes spent
    Weeks resumes = 0;         ///< where what is left of it begins
};

struct TaskRow {
    std::string id;
    std::string title;
    std::string notes;
    std::string owner;
    bool isPhase = false;
    ItemState state = ItemState::missing;
    Weeks start = 0; ///< below 0: before the status date
    Weeks finish = 0;
    PerCase<std::int64_t> duration; ///< working minutes, with those of the past
    std::int64_t work = 0;          ///< minutes, likewise
    std::optional<TaskPast> past;
    std::optional<DateRange> promised; ///< by the baseline
    PerCase<Money> cost;               ///< what is below it and its own
    Money fixedCost;                   ///< of `cost` in the likely case, what no assignment brings
    bool startsByDate = false;         ///< its links alone would let it start earlier
    std::vector<TaskLink> links;
    std::vector<TaskAssignment> crew;

    [[nodiscard]] bool hasWork() const { return finish - start > kEpsilon; }
};

struct TaskRows {
    std::vector<TaskRow> rows;    ///< each phase before its items
    std::size_t leftOut = 0;      ///< items that are not needed
    std::size_t linksLost = 0;    ///< links to or from what is left out
    std::size_t finishLinks = 0;  ///< links that bound a phase's finish: moved to its last item, or left out
    std::optional<TaskPast> past; ///< of the whole plan
    Weeks start = 0;              ///< of the first of them, below 0 where there is a past
};

/// Those that count in the likely plan. A phase's finish cannot be bound where phases are rows above others: such a
/// link goes to the phase's last item where that does not move it.
TaskRows taskRows(const Plan& plan, const WorkingClock& clock);

} // namespace trestle
