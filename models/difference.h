#pragma once

#include "models/input_fields.h"
#include "models/scenario.h"

#include <string>
#include <variant>
#include <vector>

/// What differs between two versions of a plan, change by change, as kinds with values: words for them live in `ui/`.
namespace trestle {

/// The value on one side; none: there was nothing.
using ChangeValue = std::variant<std::monostate, bool, int, double, std::string, Date, Money, ThreePoint, ItemState,
                                 Maintainer, CostMode, OrderKind, GstBasis, OutsideView, RiskEvent, RiskStatus,
                                 RiskResponse, Person, RateBasis, PriceKind, ItemScope, std::vector<PaymentPart>,
                                 MonthlyLine, OneOff, std::vector<std::string>, std::vector<DateRange>, Proposal>;

/// What changed, by the field it is of. `subject` says which one, where there are several:
/// - items and estimates: the item's or phase's id; conditions: the condition's id; a field of a person: the name (for
///   `personName` the name before);
/// - `team`: someone joined or left, one side absent, subject the name; without a subject, the order of the names;
/// - `daysOff`, `closures`: the date (for closures `12-25..01-01`), ISO, as subject; values: its label; one side
/// absent:
///   added or removed; `workedHolidays`: the date as subject;
/// - `scopes`: the item as subject; one side absent: in; `cashMonthly`, `cashOnce`: the label as subject; one side
/// absent: added or removed;
/// - `actualCosts`: month and label (`2027-01 Wages`) as subject; one side absent: added or removed; `baseline`: the
///   name, told where it was replaced by one of the same name as well;
/// - `risks`: the event's id as subject; one side absent: added or dropped; fields of an event: its id;
/// - `estimateEffort`: one side absent: the catalogue's;
/// - `proposals`: the item as subject, where its proposal's state or answer differs and the item's own state does not;
///   without a subject, where one side has none at all, how many the other has, and where they differ in no other way,
///   how many there are on both; `itemEvidence`: the item as subject, where nothing else tells it; values: the day;
/// - `scenarios`: the name as subject; one side absent: added or removed, both: it changed in no other way here.
struct Change {
    FieldId field = FieldId::name;
    std::string subject;
    ChangeValue before;
    ChangeValue after;
    std::string scenario; ///< in which scenario; empty: the base plan
    friend bool operator==(const Change&, const Change&) = default;
};

/// In the order of FieldId, items and phases by id, people as on the team. Days on which an item or an estimate was
/// last touched are no change of their own. Empty: the inputs give the same plan and say the same.
std::vector<Change> differences(const Inputs& before, const Inputs& after);
/// The base's changes, then those of each scenario against what it would be with the new base: what flows through from
/// the base is told once.
std::vector<Change> differences(const Project& before, const Project& after);

} // namespace trestle
