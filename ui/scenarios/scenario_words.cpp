#include "ui/scenarios/scenario_words.h"

#include "ui/base/field_words.h"
#include "ui/base/format.h"
#include "ui/base/format_difference.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/history/change_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace trestle::scenariowords {

namespace {

QString orderName(OrderKind order)
{
    return order == OrderKind::catalogue ? tr("order of the catalogue") : tr("optimised order");
}

QString costModeName(CostMode mode)
{
    return mode == CostMode::worked ? tr("for hours worked") : tr("from first day to finish");
}

QString teamChange(const std::vector<Person>& base, const std::vector<Person>& own)
{
    QStringList parts;
    for (const Person& person : own) {
        const Person* before = findPerson(base, person.name);
        const QString who = format::text(person.name);
        if (!before)
            parts += tr("with %1, %2").arg(who, format::allocation(person.allocation));
        else if (before->allocation != person.allocation)
            parts += tr("%1 %2").arg(who, format::allocation(person.allocation));
        else if (*before != person)
            parts += tr("%1 otherwise").arg(who);
    }
    for (const Person& person : base)
        if (!findPerson(own, person.name))
            parts += tr("without %1").arg(format::text(person.name));
    const QString sizes = tr("Team of %1 instead of %2")
                              .arg(format::number(fullTimeEquivalents(own), 2), format::fte(fullTimeEquivalents(base)));
    if (base == own)
        return tr("Team of %1, as the base has now").arg(format::fte(fullTimeEquivalents(own)));
    return parts.isEmpty() ? tr("Team in another order") : tr("%1: %2").arg(sizes, parts.join(tr("; ")));
}

QString scaleTitle(const Catalogue& catalogue, const std::string& id)
{
    const ScaleStep* step = findScale(catalogue, id);
    return step ? format::text(step->title) : QString();
}

QString profileChange(const Catalogue& catalogue, const Profile& base, const Profile& own)
{
    QStringList parts;
    for (const Condition& condition : catalogue.conditions) {
        const bool holds = own.conditions.contains(condition.id);
        if (holds != base.conditions.contains(condition.id))
            parts += (holds ? tr("%1: yes") : tr("%1: no")).arg(format::text(condition.title));
    }
    if (scaleTitle(catalogue, own.scale) != scaleTitle(catalogue, base.scale))
        parts += scaleTitle(catalogue, own.scale);
    if (own.validated != base.validated)
        parts += !own.validated   ? tr("validated: no answer")
                 : *own.validated ? tr("validated: yes")
                                  : tr("validated: not yet");
    if (own.maintainer != base.maintainer)
        parts += tr("run by: %1").arg(wording::maintainer(own.maintainer));
    return parts.isEmpty() ? tr("Profile as the base has it now") : tr("Profile: %1").arg(parts.join(tr("; ")));
}

QString itemChange(const Catalogue& catalogue, const Inputs& base, const std::string& id, ItemState own)
{
    const Item* item = findItem(catalogue, id);
    const QString title = format::text(item ? item->title : id);
    const ItemState before = stateOf(base, id);
    if (own == before)
        return tr("%1: %2, as in the base now").arg(title, wording::itemState(own));
    return tr("%1: %2 instead of %3").arg(title, wording::itemState(own), wording::itemState(before));
}

} // namespace

QString name(const QString& scenario)
{
    return scenario.isEmpty() ? tr("Base plan") : format::isolated(scenario);
}

QString change(const Catalogue& catalogue, const Inputs& base, const Scenario& scenario, const OverlayEntry& change)
{
    switch (change.field) {
    case FieldId::start:
        return tr("Start on %1 instead of %2").arg(format::date(*scenario.start), format::date(base.start));
    case FieldId::team: return teamChange(base.team, *scenario.team);
    case FieldId::profile: return profileChange(catalogue, base.profile, *scenario.profile);
    case FieldId::items: return itemChange(catalogue, base, change.item, scenario.items.at(change.item).state);
    case FieldId::daysOff:
        return tr("%1 off instead of %2")
            .arg(format::days(static_cast<int>(scenario.daysOff->size())),
                 format::days(static_cast<int>(base.daysOff.size())));
    case FieldId::targetDate:
        return tr("Target %1 instead of %2")
            .arg(format::date(*scenario.targetDate), base.targetDate ? format::date(*base.targetDate) : tr("none"));
    case FieldId::budget:
        return tr("Budget %1 instead of %2")
            .arg(format::money(*scenario.budget), base.budget ? format::money(*base.budget) : tr("none"));
    case FieldId::order:
        return tr("Work in the %1 instead of the %2").arg(orderName(*scenario.order), orderName(base.order));
    case FieldId::costMode:
        return tr("Pay %1; in the base %2").arg(costModeName(*scenario.costMode), costModeName(base.costMode));
    default: break;
    }
    Scenario without = scenario;
    takeBack(without, change);
    const std::vector<Change> own = differences(applyScenario(base, without), applyScenario(base, scenario));
    return own.empty() ? tr("%1: as in the base now").arg(fieldwords::label(change.field))
                       : changesSummary(own, catalogue);
}

QStringList changes(const Catalogue& catalogue, const Inputs& base, const Scenario& scenario)
{
    QStringList lines;
    for (const OverlayEntry& one : entriesOf(scenario))
        lines += change(catalogue, base, scenario, one);
    return lines;
}

QString changeCount(const Scenario& scenario)
{
    const auto count = static_cast<int>(entriesOf(scenario).size());
    return count == 0   ? tr("no changes yet")
           : count == 1 ? tr("1 change from the base")
                        : tr("%1 changes from the base").arg(count);
}

QString calendarTime(int days)
{
    constexpr int kWeek = 7;
    constexpr int kInDays = 14; // a short time reads better in days
    return days < kInDays ? format::days(days) : format::weeks(static_cast<double>(days) / kWeek);
}

QString later(Date base, Date own)
{
    const auto days = static_cast<int>((own - base).count());
    if (days == 0)
        return tr("the same day");
    return (days < 0 ? tr("%1 sooner") : tr("%1 later")).arg(calendarTime(std::abs(days)));
}

QString dearer(Money base, Money own, MoneyFrom from)
{
    const QString amount = format::sizeOf(own - base, from);
    if (amount.isEmpty())
        return tr("the same cost");
    return (own < base ? tr("%1 cheaper") : tr("%1 dearer")).arg(amount);
}

QString points(int more)
{
    if (more == 0)
        return tr("the same");
    const QString size = std::abs(more) == 1 ? tr("1 point") : tr("%1 points").arg(std::abs(more));
    return (more < 0 ? tr("%1 less") : tr("%1 more")).arg(size);
}

QString reachedBase(const std::vector<Unheld>& kinds)
{
    QStringList shared;
    QStringList sentences;
    for (const Unheld& kind : kinds)
        if (const QString what = fieldwords::inSentence(kind.field); !kind.isNone && !shared.contains(what))
            shared += what;
    if (!shared.isEmpty())
        sentences += tr("The base plan and all its scenarios share this: %1.").arg(shared.join(tr(", ")));
    if (std::ranges::find(kinds, Unheld{FieldId::targetDate, true}) != kinds.end())
        sentences += tr("A scenario can have another target date than the base plan, but not none; this one has "
                        "the base's.");
    if (std::ranges::find(kinds, Unheld{FieldId::budget, true}) != kinds.end())
        sentences += tr("A scenario can have another budget than the base plan, but not none; this one has the "
                        "base's.");
    return sentences.join(u' ');
}

} // namespace trestle::scenariowords
