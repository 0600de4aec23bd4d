#include "ui/base/wording_catalogue.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <QStringList>

namespace trestle::wording {

namespace {

QString three(const ThreePoint& value)
{
    return tr("%1 – %2 – %3")
        .arg(format::number(value.low, 2), format::number(value.likely, 2), format::number(value.high, 2));
}

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

bool isPart(CatalogueField field)
{
    switch (field) {
    case CatalogueField::prototypeShare:
    case CatalogueField::partialFactor:
    case CatalogueField::coordination:
    case CatalogueField::riskChance: return true;
    default: return false;
    }
}

QString listed(const QStringList& parts)
{
    constexpr int kMost = 6;
    return parts.size() <= kMost ? parts.join(QStringLiteral(", "))
                                 : parts.mid(0, kMost).join(QStringLiteral(", ")) + QStringLiteral(" …");
}

QString valueText(CatalogueField field, const CatalogueValue& value, const Catalogue& catalogue)
{
    return std::visit(
        Overloaded{
            [](std::monostate) { return QStringLiteral("–"); }, [](bool yes) { return yes ? tr("yes") : tr("no"); },
            [](int whole) { return QString::number(whole); },
            [&](double number) { return isPart(field) ? format::percent(number, 1) : format::number(number, 3); },
            [&](const std::string& text) {
                return field == CatalogueField::riskPhase ? nodeTitle(catalogue, text) : format::text(text);
            },
            [](Money money) { return format::money(money); }, [](const ThreePoint& range) { return three(range); },
            [](const ReferenceWindow& window) { return tr("%1 to %2").arg(window.first).arg(window.last); },
            [](LinkType type) { return linkTypeChoice(type); },
            [](const std::vector<std::string>& texts) {
                QStringList parts;
                for (const std::string& text : texts)
                    parts << format::text(text);
                return listed(parts);
            },
            [](const std::vector<double>& shares) {
                QStringList parts;
                for (const double share : shares)
                    parts << format::percent(share, 1);
                return listed(parts);
            },
            [](const std::vector<RunningCost>& costs) {
                QStringList parts;
                for (const RunningCost& cost : costs)
                    parts
                        << tr("%1 AUD %2").arg(format::text(cost.title), format::number(cost.monthly.value.likely, 0));
                return parts.isEmpty() ? QStringLiteral("–") : listed(parts);
            },
            [](const std::vector<DefaultPerson>& people) {
                QStringList parts;
                for (const DefaultPerson& person : people)
                    parts << format::text(person.name);
                return parts.isEmpty() ? QStringLiteral("–") : listed(parts);
            }},
        value);
}

QString wholeField(CatalogueField field)
{
    switch (field) {
    case CatalogueField::title: return tr("Title of the catalogue");
    case CatalogueField::source: return tr("Source");
    case CatalogueField::timelineWeeks: return tr("The source’s timeline, weeks");
    case CatalogueField::personWeekRate: return tr("Cost of a person-week");
    case CatalogueField::referenceTeam: return tr("The source’s team, full-time people");
    case CatalogueField::prototypeShare: return tr("How far a prototype has come");
    case CatalogueField::partialFactor: return tr("Left of an item that is partly in place");
    case CatalogueField::itemCrewLimit: return tr("People on one item");
    case CatalogueField::phaseCrewLimit: return tr("People on one phase");
    case CatalogueField::coordination: return tr("Coordination for each person beyond two");
    case CatalogueField::correlation: return tr("How far phases run late together");
    case CatalogueField::validateFirst: return tr("Advice before the idea is validated");
    case CatalogueField::simplicityAdvice: return tr("Advice where one person runs it");
    case CatalogueField::team: return tr("Team of new plans");
    case CatalogueField::outsideViews: return tr("Outside views");
    case CatalogueField::phaseOrder: return tr("Order of the phases");
    default: return {};
    }
}

QString choiceField(CatalogueField field)
{
    switch (field) {
    case CatalogueField::condition: return tr("Question “%1”");
    case CatalogueField::conditionTitle: return tr("Words of the question “%1”");
    case CatalogueField::conditionExplanation: return tr("What the question “%1” means");
    case CatalogueField::scale: return tr("Size “%1”");
    case CatalogueField::scaleTitle: return tr("Title of the size “%1”");
    case CatalogueField::scaleFactor: return tr("Factor of the size “%1”");
    case CatalogueField::scaleWarning: return tr("Warning of the size “%1”");
    case CatalogueField::risk: return tr("Risk “%1”");
    case CatalogueField::riskTitle: return tr("Title of the risk “%1”");
    case CatalogueField::riskExplanation: return tr("What the risk “%1” means");
    case CatalogueField::riskPhase: return tr("Phase of the risk “%1”");
    case CatalogueField::riskCondition: return tr("When the risk “%1” is offered");
    case CatalogueField::riskSkill: return tr("Skill for the risk “%1”");
    case CatalogueField::riskChance: return tr("Chance of the risk “%1”");
    case CatalogueField::riskEffort: return tr("Work of the risk “%1”, person-weeks");
    case CatalogueField::riskDelay: return tr("Wait of the risk “%1”, weeks");
    case CatalogueField::riskMoney: return tr("Money of the risk “%1”, AUD");
    default: return {};
    }
}

QString nodeField(CatalogueField field)
{
    switch (field) {
    case CatalogueField::phase: return tr("Phase %1");
    case CatalogueField::phaseTitle: return tr("Title of %1");
    case CatalogueField::phaseShortTitle: return tr("Short title of %1");
    case CatalogueField::phaseExplanation: return tr("What %1 is for");
    case CatalogueField::phaseWindow: return tr("The source’s weeks of %1");
    case CatalogueField::phaseEffort: return tr("Effort of %1, person-weeks");
    case CatalogueField::phaseStatedCost: return tr("Stated cost of %1, AUD");
    case CatalogueField::phaseNote: return tr("Note on %1");
    case CatalogueField::phaseScaled: return tr("%1 grows with the users");
    case CatalogueField::runningCosts: return tr("Running costs of %1");
    case CatalogueField::shares: return tr("Shares of the items of %1");
    case CatalogueField::itemOrder: return tr("Order of the items of %1");
    case CatalogueField::item: return tr("Item %1");
    case CatalogueField::itemTitle: return tr("Title of %1");
    case CatalogueField::itemExplanation: return tr("What “in place” means for %1");
    case CatalogueField::itemInPlaceWhen: return tr("When %1 is in place");
    case CatalogueField::itemPartlyWhen: return tr("When %1 is partly in place");
    case CatalogueField::itemDoesNotCount: return tr("What does not count as %1");
    case CatalogueField::itemEffort: return tr("Effort of %1, person-weeks");
    case CatalogueField::itemCondition: return tr("When %1 joins");
    case CatalogueField::itemSkill: return tr("Skill for %1");
    case CatalogueField::itemDeferrable: return tr("%1 can wait until after launch");
    case CatalogueField::link: return tr("Link %1");
    case CatalogueField::linkType: return tr("Kind of the link %1");
    case CatalogueField::linkLag: return tr("Lag of the link %1, weeks");
    case CatalogueField::linkReason: return tr("Reason of the link %1");
    case CatalogueField::linkSource: return tr("Source of the link %1");
    default: return {};
    }
}

/// Of any of the lists whose entries have an id and a title.
template <class List>
QString titleIn(const List& now, const List& before, const std::string& id)
{
    if (const auto* entry = withId(now, id))
        return format::text(entry->title);
    if (const auto* entry = withId(before, id))
        return format::text(entry->title);
    return format::text(id);
}

QString subjectText(const CatalogueDifference& difference, const Catalogue& original, const Catalogue& now)
{
    const std::string& subject = difference.subject;
    switch (difference.field) {
    case CatalogueField::condition:
    case CatalogueField::conditionTitle:
    case CatalogueField::conditionExplanation: return titleIn(now.conditions, original.conditions, subject);
    case CatalogueField::scale:
    case CatalogueField::scaleTitle:
    case CatalogueField::scaleFactor:
    case CatalogueField::scaleWarning: return titleIn(now.scales, original.scales, subject);
    default: break;
    }
    if (difference.field >= CatalogueField::risk)
        return titleIn(now.suggestedRisks, original.suggestedRisks, subject);
    const auto title = [&](const std::string& id) {
        return findPhase(now, id) || findItem(now, id) ? nodeTitle(now, id) : nodeTitle(original, id);
    };
    const std::string arrow = " -> ";
    const std::size_t at = subject.find(arrow);
    if (difference.field < CatalogueField::link || at == std::string::npos)
        return title(subject);
    const std::string to = subject.substr(at + arrow.size());
    return tr("%1 → %2").arg(title(subject.substr(0, at)), title(to.substr(0, to.find(" #"))));
}

} // namespace

QString nodeTitle(const Catalogue& catalogue, const std::string& id)
{
    if (const Phase* phase = findPhase(catalogue, id))
        return format::text(phase->title);
    const Item* item = findItem(catalogue, id);
    return format::text(item ? item->title : id);
}

std::vector<CriterionWords> criteria(const Item& item)
{
    std::vector<CriterionWords> words;
    const auto add = [&](const QString& label, const std::string& text) {
        if (!text.empty())
            words.push_back({label, format::text(text)});
    };
    add(tr("In place when"), item.criteria.inPlaceWhen);
    add(tr("Partly when"), item.criteria.partlyWhen);
    add(tr("Does not count"), item.criteria.doesNotCount);
    return words;
}

QString linkTypeChoice(LinkType type)
{
    switch (type) {
    case LinkType::finishToStart: return tr("starts after the finish of");
    case LinkType::startToStart: return tr("starts after the start of");
    case LinkType::finishToFinish: return tr("finishes after the finish of");
    case LinkType::startToFinish: return tr("finishes after the start of");
    }
    return {};
}

CatalogueDifferenceWords catalogueDifference(const CatalogueDifference& difference, const Catalogue& original,
                                             const Catalogue& now)
{
    CatalogueDifferenceWords words;
    words.what = wholeField(difference.field);
    if (words.what.isEmpty()) {
        const QString choice = choiceField(difference.field);
        words.what =
            (choice.isEmpty() ? nodeField(difference.field) : choice).arg(subjectText(difference, original, now));
    }
    words.before = valueText(difference.field, difference.before, original);
    words.after = valueText(difference.field, difference.after, now);
    return words;
}

QString catalogueDifferenceLine(const CatalogueDifferenceWords& words)
{
    return tr("%1: %2 → %3").arg(words.what, words.before, words.after);
}

} // namespace trestle::wording
