#pragma once

#include "models/baseline.h"
#include "models/catalogue.h"
#include "models/date.h"
#include "models/evidence.h"
#include "models/item_actual.h"
#include "models/item_progress.h"
#include "models/money_terms.h"
#include "models/risk_events.h"
#include "models/team.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the user says: everything a plan is computed from besides its catalogue. A value; an edit makes new Inputs.
namespace trestle {

struct ItemInput {
    ItemProgress progress;
    ItemActual actual; ///< belongs to the plan: the same in every scenario
    std::string note;
    std::string owner;
    std::optional<Date> changed;          ///< the day of the last change of state
    std::optional<TickEvidence> evidence; ///< where the tick comes from, if a proposal was accepted
    friend bool operator==(const ItemInput&, const ItemInput&) = default;
};

enum class Maintainer : std::uint8_t { unanswered, onePerson, team };

/// The profile questions.
struct Profile {
    std::set<std::string> conditions; ///< ids of the catalogue's conditions that hold
    std::string scale;                ///< id of a scale step; empty = the catalogue's first
    std::optional<bool> validated;    ///< with real users; absent = not answered
    Maintainer maintainer = Maintainer::unanswered;
    friend bool operator==(const Profile&, const Profile&) = default;
};

/// The user's own estimate in place of the catalogue's for a phase, person-weeks.
struct OwnEstimate {
    ThreePoint effort;
    std::optional<Date> changed;
    std::string note;
    friend bool operator==(const OwnEstimate&, const OwnEstimate&) = default;
};

struct DayOff {
    Date date{};
    std::string label;
    friend auto operator<=>(const DayOff&, const DayOff&) = default;
};

/// Days of every year on which nobody works, both included; one that ends before it begins goes over New Year.
struct YearlyClosure {
    std::chrono::month_day first{};
    std::chrono::month_day last{};
    std::string label;
    friend auto operator<=>(const YearlyClosure&, const YearlyClosure&) = default;
};

/// Of a rate or a budget.
inline constexpr Money kLargestAmount = Money::dollars(1'000'000'000'000);

enum class CostMode : std::uint8_t {
    worked,   ///< people cost what they work
    retained, ///< people cost from their first day to the finish, busy or not
};

enum class OrderKind : std::uint8_t { catalogue, optimised };

/// What GST (10 %) falls on. Wages never carry it.
enum class GstBasis : std::uint8_t {
    purchases, ///< the plan's own cost: GST on what is bought (running costs), none on the team's wages
    price,     ///< the whole is charged to a client as a price: GST on all of it
};

/// How far the project as a whole may come out other than estimated: each simulated run multiplies the effort of all
/// items by exp(m + s·ζ), ζ ~ N(0, 1). The figures stand as they were chosen, whatever a later catalogue or record
/// says.
struct OutsideView {
    static constexpr std::string_view own = "own";       ///< the preset of figures that are the user's
    static constexpr std::string_view record = "record"; ///< … of those that the user's record of past plans gave
    static constexpr int mostProjects = 10'000;
    static constexpr double largestMean = 5;

    std::string preset = "estimates"; ///< an id of Catalogue::outsideViews, `own` or `record`
    double m = 0;                     ///< −1 to 1
    double s = 0;                     ///< 0 to 1.5
    int projects = 0;                 ///< of the record, when it gave the figures; 0: it did not
    double mean = 0;                  ///< of their ln(actual ÷ likely), by weight
    friend bool operator==(const OutsideView&, const OutsideView&) = default;
};

struct Inputs {
    std::string name;
    std::string client;
    std::string notes;
    Date start{};
    std::optional<Date> asOf; ///< the status date: nothing remaining is before it, all that happened is up to it
    Profile profile;
    std::map<std::string, ItemInput> items;        ///< by id; an item not listed is missing
    std::map<std::string, OwnEstimate> estimates;  ///< by phase id
    std::map<std::string, std::string> phaseNotes; ///< the user's own words on a phase, by phase id
    std::vector<Person> team;
    std::vector<DayOff> daysOff;         ///< single days on which nobody works
    std::vector<YearlyClosure> closures; ///< such days of every year
    std::string region;                  ///< whose public holidays are days off; empty: none
    std::set<Date> workedHolidays;       ///< of the region's, those that are working days here
    double hoursPerWeek = 38;            ///< a full-time week, for efforts in hours
    CostMode costMode = CostMode::worked;
    int monthsAfterLaunch = 0; ///< of running costs, counted in
    double correlation = 0.5;  ///< between phases in the simulation, [0, 1]
    OutsideView outsideView;
    RiskRegister risks;
    int confidence = 80; ///< of the headline: 50, 80 or 90
    GstBasis gst = GstBasis::purchases;
    OrderKind order = OrderKind::catalogue;
    std::optional<Date> targetDate;
    std::optional<Money> budget;
    std::map<std::string, Proposal> proposals; ///< for the states of items, by id; no figure depends on them
    ItemScopes scopes;                         ///< items that are offered apart, by id; empty: all are in
    PriceTerms price;                          ///< to a client
    CashPlan cash;                             ///< of a founder
    bool gstRegistered = true;                 ///< then GST is charged, and what is bought counts without it
    std::vector<ActualCost> actualCosts;       ///< from the books; empty: what was spent is derived
    std::optional<Baseline> baseline;          ///< what was promised
    bool learn = true;                         ///< finished work moves what is expected of the rest
    friend bool operator==(const Inputs&, const Inputs&) = default;
};

/// Inputs of a plan with nothing in place: the catalogue's team and correlation, the estimates alone, starting on
/// `start`.
Inputs newInputs(const Catalogue& catalogue, std::string name, Date start);

/// The outside view that a plan starts with when a user makes it.
inline constexpr std::string_view kUsualOutsideView = "usual";
/// A preset of the catalogue; nothing for an unknown id.
std::optional<OutsideView> outsideViewOf(const Catalogue& catalogue, std::string_view preset);
/// newInputs() as a user's new plan has them: like other projects, where the catalogue has that preset.
Inputs userInputs(const Catalogue& catalogue, std::string name, Date start);

/// Every rule of the inputs against a catalogue: known ids, allocations in (0, 1], rates not negative, names unique
/// and not empty, numbers in range, dates within 1970–2200. The first rule broken is the error.
Result<void> checkInputs(const Catalogue& catalogue, const Inputs& inputs);

/// That a date lies within the years that plans are made in, 1970 to 2200.
Result<void> checkPlanDate(Date date, const std::string& where);

/// That a name has nothing in it but spaces, of whatever kind.
bool isBlank(std::string_view name);

/// The known id that a mistyped one most likely means; empty when none is near.
std::string nearestItemId(const Catalogue& catalogue, const std::string& id);

/// How far an item is; one that is not listed is missing. One that is offered apart counts as excluded, whatever its
/// state: progressOf() and stateOf() answer what the plan is made of.
ItemProgress progressOf(const Inputs& inputs, const std::string& item);
ItemState stateOf(const Inputs& inputs, const std::string& item);
/// What the user says of an item: its state from now on, which also takes an item that is offered apart back in. What
/// was recorded of the work on it goes where the state says that there was none.
void setState(Inputs& inputs, const std::string& item, ItemState state);
/// Where the item stands to what a client is offered; nothing: in.
std::optional<ItemScope> scopeOf(const Inputs& inputs, const std::string& item);
void setScope(Inputs& inputs, const std::string& item, std::optional<ItemScope> scope);

} // namespace trestle
