#pragma once

#include "models/error.h"
#include "models/units.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The catalogue: which phases and items lie between a prototype and production, how much work each is, in which
/// order they can be done, and where every one of these figures comes from. A catalogue is a value that never changes
/// once loaded; a plan refers to the catalogue it was made with by hash.
namespace trestle {

/// Where a figure comes from.
enum class ProvenanceKind : std::uint8_t {
    stated,  ///< the source says it; `note` names the section
    derived, ///< computed from stated figures; `note` gives the formula
    assumed, ///< ours; `note` gives the reason
    yours,   ///< the user's own; `note` says when and why
};

struct Provenance {
    ProvenanceKind kind = ProvenanceKind::assumed;
    std::string note;
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// A figure with its source.
template <class T>
struct Sourced {
    T value{};
    Provenance from;
    friend bool operator==(const Sourced&, const Sourced&) = default;
};

/// A three-point estimate whose points each have their own source.
struct SourcedRange {
    ThreePoint value;
    PerCase<Provenance> from;
    friend bool operator==(const SourcedRange&, const SourcedRange&) = default;
};

/// How to tell the states of an item apart, a line each; empty where the catalogue does not say.
struct StateCriteria {
    std::string inPlaceWhen;
    std::string partlyWhen;
    std::string doesNotCount; ///< what is often taken for it
    friend bool operator==(const StateCriteria&, const StateCriteria&) = default;
};

/// A thing to have in place: what the user ticks. Its effort is a share of its phase's, or, for an add-on that joins
/// when the profile has its condition, an estimate of its own.
struct Item {
    std::string id;
    std::string title;
    std::string explanation;            ///< what "in place" means
    StateCriteria criteria;             ///< how to tell; each may be empty
    Sourced<double> share;              ///< of the phase's effort; 0 for an add-on
    std::optional<SourcedRange> effort; ///< an add-on's own, person-weeks
    std::string condition;              ///< an add-on's condition, else empty
    std::string skill;                  ///< the one skill it needs, or empty
    Sourced<bool> deferrable;           ///< may be left for after launch in a goal search

    [[nodiscard]] bool isAddOn() const { return effort.has_value(); }
    friend bool operator==(const Item&, const Item&) = default;
};

/// The source's weeks for a phase, both included, counted from 1.
struct ReferenceWindow {
    int first = 1;
    int last = 1;
    friend bool operator==(const ReferenceWindow&, const ReferenceWindow&) = default;
};

/// A monthly cost that runs from the start of its phase, AUD dollars a month.
struct RunningCost {
    std::string title;
    SourcedRange monthly;
    friend bool operator==(const RunningCost&, const RunningCost&) = default;
};

struct Phase {
    std::string id;
    std::string title;
    std::string shortTitle; ///< for narrow places; equals title where none is given
    std::string explanation;
    Sourced<ReferenceWindow> window;
    SourcedRange effort;                    ///< person-weeks for the whole phase without add-ons
    std::optional<SourcedRange> statedCost; ///< dollars, where the source gives them (likely = 0: not stated)
    std::string note;    ///< what the user should know of the figures ("the timeline is optimistic …")
    bool scaled = false; ///< its catalogue items grow with the expected number of users
    std::vector<RunningCost> runningCosts;
    std::vector<Item> items;  ///< catalogue items, whose shares sum to 1
    std::vector<Item> addOns; ///< appended after `items`, in this order, when their condition holds
    friend bool operator==(const Phase&, const Phase&) = default;
};

enum class LinkType : std::uint8_t {
    finishToStart, ///< the successor starts after the predecessor's finish + lag
    startToStart,
    finishToFinish,
    startToFinish,
};

/// A dependency between two nodes (phases or items), lag in weeks, not negative.
struct Link {
    std::string from;
    std::string to;
    LinkType type = LinkType::finishToStart;
    Weeks lag = 0;
    std::string reason;
    Provenance source;
    friend bool operator==(const Link&, const Link&) = default;
};

/// A question about the product whose "yes" adds items ("We take payments").
struct Condition {
    std::string id;
    std::string title;
    std::string explanation;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// A size to plan for, with its factor on the catalogue items of scaled phases.
struct ScaleStep {
    std::string id;
    std::string title;
    Sourced<double> factor;
    std::string warning; ///< shown when chosen; may be empty
    friend bool operator==(const ScaleStep&, const ScaleStep&) = default;
};

/// Bounds of OutsideView, beyond which a plan's dates say nothing.
inline constexpr double kLargestOutsideMean = 1.0;
inline constexpr double kLargestOutsideSpread = 1.5;

/// How far projects vary as a whole beside what they were estimated at: a choice for OutsideView.
struct OutsideViewPreset {
    std::string id;
    std::string title;
    Sourced<double> m; ///< see OutsideView
    Sourced<double> s;
    friend bool operator==(const OutsideViewPreset&, const OutsideViewPreset&) = default;
};

/// What may happen to a project of this kind: offered for the register of risks, in no plan by itself.
struct SuggestedRisk {
    std::string id;
    std::string title;
    std::string explanation;
    std::string phase;
    std::string condition; ///< offered where it holds; empty: always
    std::string skill;
    Sourced<double> p;
    std::optional<SourcedRange> effort; ///< person-weeks
    std::optional<SourcedRange> delay;  ///< weeks
    std::optional<SourcedRange> money;  ///< dollars
    friend bool operator==(const SuggestedRisk&, const SuggestedRisk&) = default;
};

/// A member of the team a new plan starts with.
struct DefaultPerson {
    std::string name;
    double allocation = 1.0;
    Money weeklyRate;
    friend bool operator==(const DefaultPerson&, const DefaultPerson&) = default;
};

struct Catalogue {
    std::string id;
    int version = 1;
    std::string title;
    std::string source;             ///< the article or document it comes from
    Sourced<int> timelineWeeks;     ///< the source's whole timeline
    Sourced<Money> personWeekRate;  ///< what a person-week costs
    Sourced<double> referenceTeam;  ///< FTE of the team behind the timeline
    Sourced<double> prototypeShare; ///< of the way that a prototype has come, in [0, 1)
    Sourced<double> partialFactor;  ///< of an item's effort left when it is partly in place
    Sourced<int> itemCrewLimit;     ///< people on one item at once
    Sourced<int> phaseCrewLimit;    ///< people on one phase at once
    Sourced<double> coordination;   ///< work lost for each person beyond two, see team.h
    Sourced<double> correlation;    ///< between the phases' draws in the simulation
    std::vector<Condition> conditions;
    std::vector<ScaleStep> scales; ///< the first is the default
    std::vector<Phase> phases;
    std::vector<Link> links;
    std::vector<DefaultPerson> team;
    std::vector<SuggestedRisk> suggestedRisks;
    std::vector<OutsideViewPreset> outsideViews; ///< ids unique, figures in range
    std::string validateFirst;                   ///< shown when the idea is not validated
    std::string simplicityAdvice;                ///< shown when one person maintains it
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

/// The rules that a schema cannot say: ids unique over phases and items, shares that sum to 1 (± 1e-9) in each phase,
/// ordered estimates, links between known nodes, none with a negative lag, none between a phase and its own item, and
/// no cycle with all add-ons present. `where` in the error is a JSON pointer into the catalogue ("/phases/2/items/0").
Result<void> checkCatalogue(const Catalogue& catalogue);

/// Finds nothing for an unknown id.
const Phase* findPhase(const Catalogue& catalogue, std::string_view id);
const Item* findItem(const Catalogue& catalogue, std::string_view id);
/// Every skill that some item needs, add-ons included.
std::set<std::string, std::less<>> skillsAskedFor(const Catalogue& catalogue);
const OutsideViewPreset* findOutsideView(const Catalogue& catalogue, std::string_view id);
/// An empty id, of a profile that does not say, is the first scale.
const ScaleStep* findScale(const Catalogue& catalogue, std::string_view id);

} // namespace trestle
