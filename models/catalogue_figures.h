#pragma once

#include "models/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

/// Everything that a catalogue says, named: which field, of what. Marking edited figures, listing differences and
/// taking them back all walk two catalogues by forEachPair.
namespace trestle {

/// In the order in which differences are listed.
enum class CatalogueField : std::uint8_t {
    // Of the whole; no subject.
    title,
    source,
    timelineWeeks,
    personWeekRate,
    referenceTeam,
    prototypeShare,
    partialFactor,
    itemCrewLimit,
    phaseCrewLimit,
    coordination,
    correlation,
    validateFirst,
    simplicityAdvice,
    team,         ///< of new plans, as one list
    outsideViews, ///< as one list
    // The subject is an id.
    condition, ///< that there is such a question
    conditionTitle,
    conditionExplanation,
    scale, ///< that there is such a size
    scaleTitle,
    scaleFactor,
    scaleWarning,
    phaseOrder, ///< no subject
    phase,      ///< that there is such a phase
    phaseTitle,
    phaseShortTitle,
    phaseExplanation,
    phaseWindow,
    phaseEffort,
    phaseStatedCost,
    phaseNote,
    phaseScaled,
    runningCosts, ///< of a phase, as one list
    shares,       ///< of a phase, as one list
    itemOrder,    ///< of a phase
    item,         ///< that there is such an item, add-ons among them
    itemTitle,
    itemExplanation,
    itemInPlaceWhen,
    itemPartlyWhen,
    itemDoesNotCount,
    itemShare,
    itemEffort, ///< of an add-on
    itemCondition,
    itemSkill,
    itemDeferrable,
    // The subject is linkName().
    link,
    linkType,
    linkLag,
    linkReason,
    linkSource,
    // The subject is an id.
    risk,
    riskTitle,
    riskExplanation,
    riskPhase,
    riskCondition,
    riskSkill,
    riskChance,
    riskEffort,
    riskDelay,
    riskMoney, // the last
};
inline constexpr std::size_t kCatalogueFieldCount = static_cast<std::size_t>(CatalogueField::riskMoney) + 1;

/// "from -> to"; of several between the same two the later ones have their number behind it.
std::vector<std::string> linkNames(const std::vector<Link>& links);

/// The one of that id; null where there is none.
template <class List>
auto* withId(List& list, const std::string& id)
{
    for (auto& entry : list)
        if (entry.id == id)
            return &entry;
    return static_cast<decltype(&*list.begin())>(nullptr);
}

namespace figures {

template <class A, class B, class Body>
void items(const A& a, B& b, Body&& body)
{
    for (auto& now : b) {
        const Item* was = withId(a, now.id);
        if (!was)
            continue;
        body(CatalogueField::itemTitle, now.id, was->title, now.title);
        body(CatalogueField::itemExplanation, now.id, was->explanation, now.explanation);
        body(CatalogueField::itemInPlaceWhen, now.id, was->criteria.inPlaceWhen, now.criteria.inPlaceWhen);
        body(CatalogueField::itemPartlyWhen, now.id, was->criteria.partlyWhen, now.criteria.partlyWhen);
        body(CatalogueField::itemDoesNotCount, now.id, was->criteria.doesNotCount, now.criteria.doesNotCount);
        body(CatalogueField::itemShare, now.id, was->share, now.share);
        body(CatalogueField::itemEffort, now.id, was->effort, now.effort);
        body(CatalogueField::itemCondition, now.id, was->condition, now.condition);
        body(CatalogueField::itemSkill, now.id, was->skill, now.skill);
        body(CatalogueField::itemDeferrable, now.id, was->deferrable, now.deferrable);
    }
}

template <class A, class B, class Body>
void phases(const A& a, B& b, Body&& body)
{
    for (auto& now : b) {
        const Phase* was = withId(a, now.id);
        if (!was)
            continue;
        body(CatalogueField::phaseTitle, now.id, was->title, now.title);
        body(CatalogueField::phaseShortTitle, now.id, was->shortTitle, now.shortTitle);
        body(CatalogueField::phaseExplanation, now.id, was->explanation, now.explanation);
        body(CatalogueField::phaseWindow, now.id, was->window, now.window);
        body(CatalogueField::phaseEffort, now.id, was->effort, now.effort);
        body(CatalogueField::phaseStatedCost, now.id, was->statedCost, now.statedCost);
        body(CatalogueField::phaseNote, now.id, was->note, now.note);
        body(CatalogueField::phaseScaled, now.id, was->scaled, now.scaled);
        body(CatalogueField::runningCosts, now.id, was->runningCosts, now.runningCosts);
        items(was->items, now.items, body);
        items(was->addOns, now.addOns, body);
    }
}

template <class A, class B, class Body>
void links(const A& a, B& b, Body&& body)
{
    const std::vector<std::string> namesBefore = linkNames(a);
    const std::vector<std::string> names = linkNames(b);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < namesBefore.size(); ++j)
            if (names[i] == namesBefore[j]) {
                body(CatalogueField::linkType, names[i], a[j].type, b[i].type);
                body(CatalogueField::linkLag, names[i], a[j].lag, b[i].lag);
                body(CatalogueField::linkReason, names[i], a[j].reason, b[i].reason);
                body(CatalogueField::linkSource, names[i], a[j].source, b[i].source);
            }
}

template <class A, class B, class Body>
void choices(const A& a, B& b, Body&& body)
{
    for (auto& now : b.conditions)
        if (const Condition* was = withId(a.conditions, now.id)) {
            body(CatalogueField::conditionTitle, now.id, was->title, now.title);
            body(CatalogueField::conditionExplanation, now.id, was->explanation, now.explanation);
        }
    for (auto& now : b.scales)
        if (const ScaleStep* was = withId(a.scales, now.id)) {
            body(CatalogueField::scaleTitle, now.id, was->title, now.title);
            body(CatalogueField::scaleFactor, now.id, was->factor, now.factor);
            body(CatalogueField::scaleWarning, now.id, was->warning, now.warning);
        }
}

template <class A, class B, class Body>
void risks(const A& a, B& b, Body&& body)
{
    for (auto& now : b) {
        const SuggestedRisk* was = withId(a, now.id);
        if (!was)
            continue;
        body(CatalogueField::riskTitle, now.id, was->title, now.title);
        body(CatalogueField::riskExplanation, now.id, was->explanation, now.explanation);
        body(CatalogueField::riskPhase, now.id, was->phase, now.phase);
        body(CatalogueField::riskCondition, now.id, was->condition, now.condition);
        body(CatalogueField::riskSkill, now.id, was->skill, now.skill);
        body(CatalogueField::riskChance, now.id, was->p, now.p);
        body(CatalogueField::riskEffort, now.id, was->effort, now.effort);
        body(CatalogueField::riskDelay, now.id, was->delay, now.delay);
        body(CatalogueField::riskMoney, now.id, was->money, now.money);
    }
}

} // namespace figures

/// Calls `body(field, subject, before, now)` for everything that both catalogues say something of; `b` may be edited.
/// What only one of them has is not among it.
template <class A, class B, class Body>
void forEachPair(const A& a, B& b, Body&& body)
{
    const std::string none;
    body(CatalogueField::title, none, a.title, b.title);
    body(CatalogueField::source, none, a.source, b.source);
    body(CatalogueField::timelineWeeks, none, a.timelineWeeks, b.timelineWeeks);
    body(CatalogueField::personWeekRate, none, a.personWeekRate, b.personWeekRate);
    body(CatalogueField::referenceTeam, none, a.referenceTeam, b.referenceTeam);
    body(CatalogueField::prototypeShare, none, a.prototypeShare, b.prototypeShare);
    body(CatalogueField::partialFactor, none, a.partialFactor, b.partialFactor);
    body(CatalogueField::itemCrewLimit, none, a.itemCrewLimit, b.itemCrewLimit);
    body(CatalogueField::phaseCrewLimit, none, a.phaseCrewLimit, b.phaseCrewLimit);
    body(CatalogueField::coordination, none, a.coordination, b.coordination);
    body(CatalogueField::correlation, none, a.correlation, b.correlation);
    body(CatalogueField::validateFirst, none, a.validateFirst, b.validateFirst);
    body(CatalogueField::simplicityAdvice, none, a.simplicityAdvice, b.simplicityAdvice);
    body(CatalogueField::team, none, a.team, b.team);
    body(CatalogueField::outsideViews, none, a.outsideViews, b.outsideViews);
    figures::choices(a, b, body);
    figures::phases(a.phases, b.phases, body);
    figures::links(a.links, b.links, body);
    figures::risks(a.suggestedRisks, b.suggestedRisks, body);
}

} // namespace trestle
