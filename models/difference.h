#pragma once

#include "models/scenario.h"

#include <string>
#include <variant>
#include <vector>

/// What differs between two versions of a plan, change by change, as kinds with values: words for them live in `ui/`.
namespace trestle {

/// What a change is of; `subject` says which, where there are several.
enum class ChangeKind : std::uint8_t {
    name,
    client,
    notes,
    start,
    asOf,
    targetDate,
    budget,
    itemState,    ///< subject: the item
    itemOwner,    ///< subject: the item
    itemNote,     ///< subject: the item
    estimate,     ///< subject: the phase; one side absent: the catalogue's
    estimateNote, ///< subject: the phase
    phaseNote,    ///< subject: the phase
    condition,    ///< subject: the condition of the profile
    scale,        ///< values: ids of scale steps; empty: the catalogue's first
    validated,    ///< one side absent: not answered
    maintainer,
    person,     ///< subject: the name; one side absent: joined or left
    personName, ///< subject: the name before
    allocation, ///< subject: the person, here and below
    rate,
    skills,
    firstDay,
    leave,
    teamOrder, ///< values: the names
    dayOff,    ///< subject: the date, ISO; values: its label; one side absent: added or removed
    costMode,
    order,
    monthsAfterLaunch,
    correlation,
    confidence,
    gst,
    scenario, ///< subject: the name; one side absent: added or removed, both: it changed in no other way here
};

/// The value on one side; none: there was nothing.
using ChangeValue =
    std::variant<std::monostate, bool, int, double, std::string, Date, Money, ThreePoint, ItemState, Maintainer,
                 CostMode, OrderKind, GstBasis, Person, std::vector<std::string>, std::vector<DateRange>>;

struct Change {
    ChangeKind kind = ChangeKind::name;
    std::string subject;
    ChangeValue before;
    ChangeValue after;
    std::string scenario; ///< in which scenario; empty: the base plan
    friend bool operator==(const Change&, const Change&) = default;
};

/// In the order of ChangeKind, items and phases by id, people as on the team. Days on which an item or an estimate was
/// last touched are no change of their own. Empty: the inputs give the same plan and say the same.
std::vector<Change> differences(const Inputs& before, const Inputs& after);
/// The base's changes, then those of each scenario against what it would be with the new base: what flows through from
/// the base is told once.
std::vector<Change> differences(const Project& before, const Project& after);

} // namespace trestle
