#pragma once

#include "models/progress/forecast.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What moved since the baseline, and by what. The likely plan is made again and again, with one cause after another
/// added to what the baseline promised, until it is the plan of now; what each step moves is that cause's part, so that
/// the parts add up to the whole, in days and in cents.
namespace trestle {

/// In the order in which they are added.
enum class MoveCause : std::uint8_t {
    settings,   ///< team, calendar, rates, order of the items, risks and whatever else is not below
    estimates,  ///< of the work that was to be done
    scope,      ///< items added, dropped, reopened, or found further or less far
    pace,       ///< what one phase's begun and finished items took, or will take, beside what was likely for them
    learnt,     ///< what finished work says of the rest
    timePassed, ///< time that went otherwise than the plan had it: late beginnings, idle days; work without its time
    books,      ///< what the books say in place of what would be derived
};

/// Later is positive.
struct DaysMoved {
    int days = 0;        ///< by the calendar
    int workingDays = 0; ///< of them
    friend bool operator==(const DaysMoved&, const DaysMoved&) = default;
};

/// A cause's part.
struct MovedPart {
    MoveCause cause = MoveCause::settings;
    std::string phase;             ///< of `pace`: its id; else empty
    DaysMoved finish;              ///< of the plan, likely
    Money total;                   ///< likely, ex GST; dearer is positive
    double effort = 0;             ///< person-weeks more than before
    std::vector<DaysMoved> phases; ///< of each phase's finish, as in Plan::phases
    friend bool operator==(const MovedPart&, const MovedPart&) = default;
};

/// A promise then and now.
struct MovedFinish {
    Date before{};
    Date now{};
    DaysMoved moved;
    friend bool operator==(const MovedFinish&, const MovedFinish&) = default;
};
struct MovedTotal {
    Money before;
    Money now;
    [[nodiscard]] Money moved() const { return now - before; }
    friend bool operator==(const MovedTotal&, const MovedTotal&) = default;
};
struct MovedPromise {
    MovedFinish finish;
    MovedTotal total;
    friend bool operator==(const MovedPromise&, const MovedPromise&) = default;
};

/// A phase then and now.
struct MovedPhase {
    std::string id;
    double before = 0;                 ///< person-weeks that were likely to be done …
    double now = 0;                    ///< … and what was spent on the same since, with what is left now
    std::optional<MovedFinish> finish; ///< likely, or as recorded; absent where it had no work then, or has no date now
    friend bool operator==(const MovedPhase&, const MovedPhase&) = default;
};

/// An item that was likely to begin before it did, or before now.
struct LateBegin {
    std::string id;
    bool hasBegun = false;
    int workingDays = 0; ///< late, or so far
    friend bool operator==(const LateBegin&, const LateBegin&) = default;
};

struct Moved {
    std::string baseline; ///< its name
    Date taken{};
    MovedPromise likely;
    std::optional<MovedPromise> p50; ///< with a forecast
    std::optional<MovedPromise> p80;
    std::vector<MovedPart> parts;   ///< those that move anything, in the order of their causes; pace in that of phases
    std::vector<MovedPhase> phases; ///< as in Plan::phases
    std::vector<LateBegin> lateBegins;
    std::vector<std::string> added;   ///< ids of items, each in the plan's order
    std::vector<std::string> dropped; ///< also those that the catalogue has no more
    std::vector<std::string> changed; ///< reopened, or found further or less far than they were
    friend bool operator==(const Moved&, const Moved&) = default;

    /// A phase's finish: of each part that moves it, the part and by how much, the largest first.
    struct OfPhase {
        const MovedPart* part = nullptr;
        DaysMoved moved;
    };
    [[nodiscard]] std::vector<OfPhase> movedBy(std::size_t phase) const;
};

/// Nothing without a baseline. `now`: the forecast of the plan's status date, for its promises.
std::optional<Moved> movedSinceBaseline(const Plan& plan, const std::optional<Forecast>& now = {});

} // namespace trestle
