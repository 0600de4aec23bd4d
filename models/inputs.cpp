#include "models/inputs.h"

#include "models/actual_rules.h"
#include "models/evidence_rules.h"
#include "models/money_rules.h"
#include "models/nearest.h"
#include "models/risk_catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_set>

namespace trestle {

namespace {

constexpr double kLeastAllocation = 0.001; // two minutes of a full-time week
constexpr double kLargestEffort = 1e6;     // person-weeks of one estimate
constexpr int kMostMonthsAfterLaunch = 120;
constexpr double kMostHoursPerWeek = 168;
constexpr std::array<std::string_view, 8> kRegions{"nsw", "vic", "qld", "sa", "wa", "tas", "nt", "act"};

bool inRange(Date date)
{
    using namespace std::chrono;
    return date >= sys_days{year{1970} / January / 1} && date < sys_days{year{2201} / January / 1};
}

Result<void> checkDate(Date date, const std::string& where)
{
    return checkPlanDate(date, where);
}

Result<void> checkDate(const std::optional<Date>& date, const std::string& where)
{
    return date ? checkDate(*date, where) : Result<void>{};
}

std::string knownIds(const auto& list)
{
    std::string ids;
    for (const auto& entry : list)
        ids += (ids.empty() ? "" : ", ") + entry.id;
    return ids;
}

Result<void> checkBetween(double value, double least, double most, const std::string& where)
{
    if (value >= least && value <= most)
        return {};
    return fail(ErrorCode::invalidValue, numberText(value), where,
                {DetailKind::fromTo, {numberText(least), numberText(most)}});
}

Result<void> checkRateBasis(const RateBasis& basis, const std::string& where)
{
    const double largest = kLargestAmount.inDollars();
    if (auto ok = checkBetween(basis.amount.inDollars(), 0, largest, where + "/amount"); !ok)
        return ok;
    if (auto ok = checkBetween(basis.onCosts.inDollars(), 0, largest, where + "/onCosts"); !ok)
        return ok;
    if (auto ok = checkBetween(basis.superPercent, 0, 100, where + "/superPercent"); !ok)
        return ok;
    if (auto ok = checkBetween(basis.weeksAtWork, 1, 53, where + "/weeksAtWork"); !ok)
        return ok;
    if (auto ok = checkBetween(basis.timeAWeek, 0.1, kMostHoursPerWeek, where + "/timeAWeek"); !ok)
        return ok;
    return checkDate(basis.asOf, where + "/asOf");
}

Result<void> checkPerson(const Person& person, const std::string& where)
{
    if (person.name.empty())
        return fail(ErrorCode::invalidValue, "", where + "/name", DetailKind::name);
    if (!(person.allocation >= kLeastAllocation && person.allocation <= 1.0))
        return fail(ErrorCode::invalidAllocation, person.name, where + "/allocation", numberText(person.allocation));
    if (person.weeklyRate < Money{})
        return fail(ErrorCode::invalidRate, person.name, where + "/weeklyRate");
    if (person.weeklyRate > kLargestAmount)
        return fail(ErrorCode::invalidRate, person.name, where + "/weeklyRate", numberText(kLargestAmount.inDollars()));
    if (std::ranges::any_of(person.skills, [](const std::string& skill) { return skill.empty(); }))
        return fail(ErrorCode::invalidValue, "", where + "/skills", DetailKind::skillName);
    if (person.billRate)
        if (auto ok = checkBetween(person.billRate->inDollars(), 0, kLargestAmount.inDollars(), where + "/billRate");
            !ok)
            return ok;
    if (person.rateBasis)
        if (auto ok = checkRateBasis(*person.rateBasis, where + "/rateBasis"); !ok)
            return ok;
    if (auto ok = checkDate(person.firstDay, where + "/firstDay"); !ok)
        return ok;
    if (auto ok = checkDate(person.lastDay, where + "/lastDay"); !ok)
        return ok;
    if (person.firstDay && person.lastDay && *person.lastDay < *person.firstDay)
        return fail(ErrorCode::invalidDate, isoDate(*person.firstDay) + ".." + isoDate(*person.lastDay),
                    where + "/lastDay", DetailKind::orderedDays);
    for (const DateRange& leave : person.leave) {
        for (const Date date : {leave.first, leave.last})
            if (auto ok = checkDate(date, where + "/leave"); !ok)
                return ok;
        if (leave.last < leave.first)
            return fail(ErrorCode::invalidDate, isoDate(leave.first) + ".." + isoDate(leave.last), where + "/leave",
                        DetailKind::orderedDays);
    }
    return {};
}

Result<void> checkTeam(const std::vector<Person>& team)
{
    if (team.size() > kMaxPeople)
        return fail(ErrorCode::tooManyPeople, std::to_string(team.size()), "/team", std::to_string(kMaxPeople));
    for (std::size_t i = 0; i < team.size(); ++i) {
        if (auto ok = checkPerson(team[i], "/team/" + std::to_string(i)); !ok)
            return ok;
        for (std::size_t j = 0; j < i; ++j)
            if (team[j].name == team[i].name)
                return fail(ErrorCode::duplicateName, team[i].name, "/team");
    }
    return {};
}

Result<void> checkProfile(const Catalogue& catalogue, const Profile& profile)
{
    for (const std::string& id : profile.conditions)
        if (std::ranges::find(catalogue.conditions, id, &Condition::id) == catalogue.conditions.end())
            return fail(ErrorCode::unknownCondition, id, "/profile/conditions", knownIds(catalogue.conditions));
    if (!profile.scale.empty() && !findScale(catalogue, profile.scale))
        return fail(ErrorCode::unknownScale, profile.scale, "/profile/scale", knownIds(catalogue.scales));
    return {};
}

Result<void> checkItems(const Catalogue& catalogue, const Inputs& inputs)
{
    std::unordered_set<std::string_view> known;
    for (const Phase& phase : catalogue.phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                known.insert(item.id);
    for (const auto& [id, item] : inputs.items) {
        // An event that has happened is an item; its state stays where it has not, after all.
        if (id.starts_with(kRiskItem) && findRisk(inputs.risks, std::string_view(id).substr(kRiskItem.size())))
            continue;
        if (!known.contains(id))
            return fail(ErrorCode::unknownItem, id, "/items", nearestItemId(catalogue, id));
        if (auto ok = checkDate(item.changed, "/items/" + id + "/changed"); !ok)
            return ok;
        if (item.evidence)
            if (auto ok = checkTickEvidence(*item.evidence, "/items/" + id + "/evidence"); !ok)
                return ok;
    }
    for (const auto& [id, estimate] : inputs.estimates) {
        if (!findPhase(catalogue, id))
            return fail(ErrorCode::unknownPhase, id, "/estimates");
        const auto& [low, likely, high] = estimate.effort;
        if (!(low >= 0 && low <= likely && likely <= high && high <= kLargestEffort))
            return fail(ErrorCode::invalidEstimate, id, "/estimates/" + id);
    }
    for (const auto& [id, note] : inputs.phaseNotes)
        if (!findPhase(catalogue, id))
            return fail(ErrorCode::unknownPhase, id, "/phaseNotes");
    return {};
}

std::vector<std::string> outsideViewWords(const Catalogue& catalogue)
{
    std::vector<std::string> words;
    std::ranges::transform(catalogue.outsideViews, std::back_inserter(words), &OutsideViewPreset::id);
    words.emplace_back(OutsideView::own);
    words.emplace_back(OutsideView::record);
    return words;
}

Result<void> checkOutsideView(const Catalogue& catalogue, const OutsideView& view)
{
    const bool isCatalogues = view.preset == OutsideView().preset || findOutsideView(catalogue, view.preset);
    const bool isRecord = view.preset == OutsideView::record && !isCatalogues;
    if (!isCatalogues && !isRecord && view.preset != OutsideView::own)
        return fail(ErrorCode::invalidValue, view.preset, "/outsideView/preset",
                    {DetailKind::oneOf, outsideViewWords(catalogue)});
    if (!(std::abs(view.m) <= kLargestOutsideMean))
        return fail(ErrorCode::invalidValue, numberText(view.m), "/outsideView/m", {DetailKind::fromTo, {"-1", "1"}});
    if (!(view.s >= 0.0 && view.s <= kLargestOutsideSpread))
        return fail(ErrorCode::invalidValue, numberText(view.s), "/outsideView/s", {DetailKind::fromTo, {"0", "1.5"}});
    const int least = isRecord ? 1 : 0;
    const int most = isRecord ? OutsideView::mostProjects : 0;
    if (view.projects < least || view.projects > most)
        return fail(ErrorCode::invalidValue, std::to_string(view.projects), "/outsideView/projects",
                    {DetailKind::fromTo, {std::to_string(least), std::to_string(most)}});
    const double largest = isRecord ? OutsideView::largestMean : 0;
    if (!(std::abs(view.mean) <= largest))
        return fail(ErrorCode::invalidValue, numberText(view.mean), "/outsideView/mean",
                    {DetailKind::fromTo, {numberText(-largest), numberText(largest)}});
    return {};
}

Result<void> checkSettings(const Catalogue& catalogue, const Inputs& inputs)
{
    if (inputs.name.empty())
        return fail(ErrorCode::invalidValue, "", "/name", DetailKind::name);
    if (!(inputs.correlation >= 0.0 && inputs.correlation <= 1.0))
        return fail(ErrorCode::invalidValue, numberText(inputs.correlation), "/correlation",
                    {DetailKind::fromTo, {"0", "1"}});
    if (auto ok = checkOutsideView(catalogue, inputs.outsideView); !ok)
        return ok;
    if (inputs.confidence != 50 && inputs.confidence != 80 && inputs.confidence != 90)
        return fail(ErrorCode::invalidValue, std::to_string(inputs.confidence), "/confidence",
                    {DetailKind::oneOf, {"50", "80", "90"}});
    if (inputs.monthsAfterLaunch < 0 || inputs.monthsAfterLaunch > kMostMonthsAfterLaunch)
        return fail(ErrorCode::invalidValue, std::to_string(inputs.monthsAfterLaunch), "/monthsAfterLaunch",
                    {DetailKind::fromTo, {"0", std::to_string(kMostMonthsAfterLaunch)}});
    if (inputs.budget && (*inputs.budget < Money{} || *inputs.budget > kLargestAmount))
        return fail(ErrorCode::invalidValue, numberText(inputs.budget->inDollars()), "/budget",
                    {DetailKind::fromTo, {"0", numberText(kLargestAmount.inDollars())}});
    return {};
}

Result<void> checkCalendar(const Inputs& inputs)
{
    for (const DayOff& day : inputs.daysOff)
        if (auto ok = checkDate(day.date, "/daysOff"); !ok)
            return ok;
    for (const YearlyClosure& closure : inputs.closures)
        for (const std::chrono::month_day day : {closure.first, closure.last})
            if (!day.ok())
                return fail(ErrorCode::invalidDate, isoMonthDay(day), "/closures", DetailKind::monthDay);
    if (!inputs.region.empty() && std::ranges::find(kRegions, inputs.region) == kRegions.end())
        return fail(ErrorCode::invalidValue, inputs.region, "/region",
                    {DetailKind::oneOf, std::vector<std::string>(kRegions.begin(), kRegions.end())});
    for (const Date day : inputs.workedHolidays)
        if (auto ok = checkDate(day, "/workedHolidays"); !ok)
            return ok;
    return checkBetween(inputs.hoursPerWeek, 1, kMostHoursPerWeek, "/hoursPerWeek");
}

} // namespace

Result<void> checkPlanDate(Date date, const std::string& where)
{
    if (!inRange(date))
        return fail(ErrorCode::invalidDate, isoDate(date), where, {DetailKind::fromTo, {"1970-01-01", "2200-12-31"}});
    return {};
}

std::string nearestItemId(const Catalogue& catalogue, const std::string& id)
{
    std::vector<std::string_view> known;
    for (const Phase& phase : catalogue.phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                known.push_back(item.id);
    return nearestOf(id, known);
}

Inputs newInputs(const Catalogue& catalogue, std::string name, Date start)
{
    Inputs inputs;
    inputs.name = std::move(name);
    inputs.start = start;
    inputs.correlation = catalogue.correlation.value;
    for (const DefaultPerson& person : catalogue.team)
        inputs.team.push_back({person.name, person.allocation, person.weeklyRate, {}, {}, {}});
    return inputs;
}

std::optional<OutsideView> outsideViewOf(const Catalogue& catalogue, std::string_view preset)
{
    const OutsideViewPreset* found = findOutsideView(catalogue, preset);
    return found ? std::optional(OutsideView{found->id, found->m.value, found->s.value}) : std::nullopt;
}

Inputs userInputs(const Catalogue& catalogue, std::string name, Date start)
{
    Inputs inputs = newInputs(catalogue, std::move(name), start);
    inputs.outsideView = outsideViewOf(catalogue, kUsualOutsideView).value_or(inputs.outsideView);
    return inputs;
}

Result<void> checkInputs(const Catalogue& catalogue, const Inputs& inputs)
{
    if (auto ok = checkSettings(catalogue, inputs); !ok)
        return ok;
    if (auto ok = checkDate(inputs.start, "/start"); !ok)
        return ok;
    if (auto ok = checkDate(inputs.asOf, "/asOf"); !ok)
        return ok;
    if (auto ok = checkDate(inputs.targetDate, "/targetDate"); !ok)
        return ok;
    if (auto ok = checkCalendar(inputs); !ok)
        return ok;
    if (auto ok = checkProfile(catalogue, inputs.profile); !ok)
        return ok;
    if (auto ok = checkItems(catalogue, inputs); !ok)
        return ok;
    if (auto ok = checkRisks(catalogue, inputs.risks); !ok)
        return ok;
    if (auto ok = checkTeam(inputs.team); !ok)
        return ok;
    if (auto ok = checkProposals(catalogue, inputs.proposals); !ok)
        return ok;
    for (const auto& [id, scope] : inputs.scopes)
        if (!findItem(catalogue, id))
            return fail(ErrorCode::unknownItem, id, "/scope", nearestItemId(catalogue, id));
    if (auto ok = checkPrice(catalogue, inputs.price); !ok)
        return ok;
    if (auto ok = checkActuals(inputs); !ok)
        return ok;
    return checkCash(inputs.cash, inputs.start);
}

bool isBlank(std::string_view name)
{
    // Of ASCII, no-break, U+1680, U+2000 to U+200B, line and paragraph separators, and the wide ones, in UTF-8.
    constexpr std::array<std::string_view, 13> kSpaces{
        " ",           "\t",           "\r",           "\n",           "\v",           "\f",
        "\xC2\xA0",    "\xE1\x9A\x80", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F",
        "\xE3\x80\x80"};
    constexpr std::string_view kQuads = "\xE2\x80";
    while (!name.empty()) {
        const auto* const space =
            std::ranges::find_if(kSpaces, [&](std::string_view s) { return name.starts_with(s); });
        const bool quad = name.starts_with(kQuads) && name.size() > 2 && static_cast<unsigned char>(name[2]) <= 0x8B;
        if (space == kSpaces.end() && !quad)
            return false;
        name.remove_prefix(quad ? kQuads.size() + 1 : space->size());
    }
    return true;
}

ItemProgress progressOf(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.items.find(item);
    ItemProgress progress = found == inputs.items.end() ? ItemProgress{} : found->second.progress;
    if (isApart(inputs.scopes, item))
        progress.state = ItemState::excluded;
    return progress;
}

ItemState stateOf(const Inputs& inputs, const std::string& item)
{
    return progressOf(inputs, item).state;
}

void setState(Inputs& inputs, const std::string& item, ItemState state)
{
    ItemInput& input = inputs.items[item];
    ItemActual& actual = input.actual;
    if (input.progress.state == ItemState::partial && (state == ItemState::underWay || state == ItemState::done))
        actual.partlyBefore = true;
    switch (state) {
    case ItemState::missing:
    case ItemState::partial: actual = {}; break; // nothing of it has happened
    case ItemState::done: actual.left.reset(); break;
    case ItemState::underWay: actual.finished.reset(); break;
    case ItemState::excluded: break; // what went into it is spent
    }
    input.progress.state = state;
    if (isApart(inputs.scopes, item))
        setScope(inputs, item, std::nullopt);
}

std::optional<ItemScope> scopeOf(const Inputs& inputs, const std::string& item)
{
    const auto found = inputs.scopes.find(item);
    return found == inputs.scopes.end() ? std::nullopt : std::optional(found->second);
}

void setScope(Inputs& inputs, const std::string& item, std::optional<ItemScope> scope)
{
    if (scope)
        inputs.scopes[item] = *scope;
    else
        inputs.scopes.erase(item);
}

} // namespace trestle
