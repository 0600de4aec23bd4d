#include "ui/catalogue/catalogue_forms.h"

#include "ui/base/format.h"
#include "ui/catalogue/entry_dialog.h"
#include "ui/catalogue/list_page.h"
#include "ui/document/plan_document.h"

#include <QPushButton>

#include <utility>

namespace trestle {

namespace {

Phase* phaseIn(Catalogue& catalogue, const std::string& id)
{
    return withId(catalogue.phases, id);
}

const Phase* phaseIn(const Catalogue& catalogue, const std::string& id)
{
    return findPhase(catalogue, id);
}

Item* itemIn(Catalogue& catalogue, const std::string& id)
{
    for (Phase& phase : catalogue.phases)
        for (auto* list : {&phase.items, &phase.addOns})
            if (Item* item = withId(*list, id))
                return item;
    return nullptr;
}

const Item* itemIn(const Catalogue& catalogue, const std::string& id)
{
    return findItem(catalogue, id);
}

/// Reads and writes a member of what `find` finds; nothing where it finds nothing.
template <class Value, class Owner, class Find>
auto reader(Find find, Value Owner::* member)
{
    return [find, member](const Catalogue& catalogue) {
        const auto* owner = find(catalogue);
        return owner ? owner->*member : Value{};
    };
}

template <class Value, class Owner, class Find>
auto writer(Find find, Value Owner::* member)
{
    return [find, member](Catalogue& catalogue, const Value& value) {
        if (auto* owner = find(catalogue))
            owner->*member = value;
    };
}

/// A cost of a phase, changed or new.
Result<void> writeCost(CatalogueEditor& editor, const std::string& phase, const std::optional<std::size_t>& row,
                       const std::string& title, const ThreePoint& monthly)
{
    if (!row)
        if (const Result<void> added = editor.addRunningCost(phase, title); !added)
            return added;
    return editor.change([&](Catalogue& now) {
        std::vector<RunningCost>& costs = phaseIn(now, phase)->runningCosts;
        RunningCost& cost = row ? costs[*row] : costs.back();
        cost.title = title;
        cost.monthly.value = monthly;
    });
}

} // namespace

WholeForm::WholeForm(CatalogueEdits& edits, QWidget* parent)
    : BoundForm(QStringLiteral("catalogueWhole"), edits, parent)
{
    const auto whole = [](auto& catalogue) { return &catalogue; };
    addLine(tr("&Title"), QStringLiteral("catalogueTitle"), reader(whole, &Catalogue::title),
            writer(whole, &Catalogue::title));
    addText(tr("&Source"), QStringLiteral("catalogueSource"), reader(whole, &Catalogue::source),
            writer(whole, &Catalogue::source));
    addFigures();
    addText(tr("Advice before the idea is &validated"), QStringLiteral("catalogueValidateFirst"),
            reader(whole, &Catalogue::validateFirst), writer(whole, &Catalogue::validateFirst));
    addText(tr("Advice where &one person runs it"), QStringLiteral("catalogueSimplicity"),
            reader(whole, &Catalogue::simplicityAdvice), writer(whole, &Catalogue::simplicityAdvice));
}

void WholeForm::addFigures()
{
    const auto figure = [this](const QString& label, const char* name, const Range& range, auto member) {
        using Number = decltype((std::declval<Catalogue&>().*member).value);
        addNumber(
            label, QString::fromLatin1(name), range,
            [member](const Catalogue& catalogue) { return static_cast<double>((catalogue.*member).value); },
            [member](CatalogueEditor& editor, double value) {
                return editor.change([&](Catalogue& now) { (now.*member).value = static_cast<Number>(value); });
            },
            [member](const Catalogue& catalogue) { return &(catalogue.*member).from; });
    };
    const Range people{1, 64, 0, {}};
    const auto part = [](double most) { return Range{0, most, 1, QStringLiteral(" %"), 0.01}; };
    figure(tr("People on one &item"), "catalogueItemCrew", people, &Catalogue::itemCrewLimit);
    figure(tr("People on one &phase"), "cataloguePhaseCrew", people, &Catalogue::phaseCrewLimit);
    figure(tr("&Coordination for each person beyond two"), "catalogueCoordination", part(100),
           &Catalogue::coordination);
    figure(tr("&Left of an item that is partly in place"), "cataloguePartial", part(100), &Catalogue::partialFactor);
    figure(tr("How far a &prototype has come"), "cataloguePrototype", part(99.9), &Catalogue::prototypeShare);
    figure(tr("How far phases run late to&gether (0 to 1)"), "catalogueCorrelation", {0, 1, 2, {}},
           &Catalogue::correlation);
    addAmount(
        tr("Cost of a person-&week, AUD"), QStringLiteral("catalogueRate"),
        [](const Catalogue& catalogue) { return catalogue.personWeekRate.value; },
        [](Catalogue& catalogue, Money amount) { catalogue.personWeekRate.value = amount; },
        [](const Catalogue& catalogue) { return &catalogue.personWeekRate.from; });
    figure(tr("The source’s ti&meline, weeks"), "catalogueTimeline", {0, 1000, 0, {}}, &Catalogue::timelineWeeks);
    figure(tr("The source’s &team, full-time people"), "catalogueReference", {0, 1000, 2, {}},
           &Catalogue::referenceTeam);
}

PhaseForm::PhaseForm(CatalogueEdits& edits, QWidget* parent)
    : BoundForm(QStringLiteral("cataloguePhase"), edits, parent)
{
    const auto phase = [this](auto& catalogue) { return phaseIn(catalogue, id()); };
    addLine(tr("&Title"), QStringLiteral("phaseTitle"), reader(phase, &Phase::title),
            [phase](Catalogue& now, const std::string& title) {
                Phase* edited = phase(now);
                if (!edited)
                    return;
                if (edited->shortTitle == edited->title)
                    edited->shortTitle = title;
                edited->title = title;
            });
    addLine(tr("&Short title"), QStringLiteral("phaseShortTitle"), reader(phase, &Phase::shortTitle),
            writer(phase, &Phase::shortTitle));
    addText(tr("What it is &for"), QStringLiteral("phaseExplanation"), reader(phase, &Phase::explanation),
            writer(phase, &Phase::explanation));
    addEfforts(
        tr("&Effort"), QStringLiteral("phaseEffort"),
        [phase](const Catalogue& now) {
            const Phase* shown = phase(now);
            return shown ? &shown->effort : nullptr;
        },
        [phase](Catalogue& now, const ThreePoint& value) { phase(now)->effort.value = value; });
    const auto week = [this, phase](const QString& label, const char* name, int ReferenceWindow::* member) {
        addNumber(
            label, QString::fromLatin1(name), {1, 1000, 0, {}},
            [phase, member](const Catalogue& now) {
                const Phase* shown = phase(now);
                return shown ? shown->window.value.*member : 1;
            },
            [phase, member](CatalogueEditor& editor, double value) {
                return editor.change(
                    [&](Catalogue& now) { phase(now)->window.value.*member = static_cast<int>(value); });
            },
            [phase](const Catalogue& now) {
                const Phase* shown = phase(now);
                return shown ? &shown->window.from : nullptr;
            });
    };
    week(tr("The source’s fi&rst week"), "phaseFirstWeek", &ReferenceWindow::first);
    week(tr("The source’s &last week"), "phaseLastWeek", &ReferenceWindow::last);
    addCheck(tr("It &grows with the number of users"), QStringLiteral("phaseScaled"), reader(phase, &Phase::scaled),
             writer(phase, &Phase::scaled));
    addText(tr("&What to know about its figures"), QStringLiteral("phaseNote"), reader(phase, &Phase::note),
            writer(phase, &Phase::note));
    auto* even = new QPushButton(tr("Share out &evenly among its items"), this);
    even->setObjectName(QStringLiteral("phaseShareEvenly"));
    connect(even, &QPushButton::clicked, this, [this] {
        const Phase* shown = phaseIn(catalogue(), id());
        if (shown)
            this->edits().apply(tr("%1: even shares").arg(format::text(shown->title)),
                                [this](CatalogueEditor& editor) { return editor.shareEvenly(id()); });
    });
    addButton(even);
    addCosts();
}

void PhaseForm::addCosts()
{
    addHeading(tr("Monthly costs from its start, AUD"), QStringLiteral("phaseCostsHeading"));
    ListPage::Setup setup;
    setup.name = QStringLiteral("runningCosts");
    setup.title = tr("Monthly costs");
    setup.headers = {tr("Cost"), tr("Low"), tr("Likely"), tr("High")};
    setup.rows = [this] {
        std::vector<QStringList> rows;
        if (const Phase* shown = phaseIn(catalogue(), id()))
            for (const RunningCost& cost : shown->runningCosts) {
                const ThreePoint& monthly = cost.monthly.value;
                rows.push_back({format::text(cost.title), format::number(monthly.low, 2),
                                format::number(monthly.likely, 2), format::number(monthly.high, 2)});
            }
        return rows;
    };
    const auto ask = [this](const RunningCost& before, const QString& title, const std::optional<std::size_t>& row) {
        EntryDialog dialog(QStringLiteral("costDialog"), title, {}, window());
        auto* name = dialog.addLine(tr("&Cost"), QStringLiteral("costTitle"), before.title);
        const auto monthly =
            dialog.addAmounts(tr("&A month, AUD"), QStringLiteral("costMonthly"), before.monthly.value);
        dialog.setCheck([&] {
            return edits().problem([&](CatalogueEditor& editor) -> Result<void> {
                return writeCost(editor, id(), row, EntryDialog::lineText(*name), monthly());
            });
        });
        if (dialog.exec() == QDialog::Accepted)
            edits().apply(title, [&](CatalogueEditor& editor) {
                return writeCost(editor, id(), row, EntryDialog::lineText(*name), monthly());
            });
    };
    setup.add = [ask] { ask({}, tr("Add a monthly cost"), {}); };
    setup.change = [this, ask](std::size_t row) {
        ask(phaseIn(catalogue(), id())->runningCosts[row], tr("Change the monthly cost"), row);
    };
    setup.remove = [this](std::size_t row) {
        edits().apply(tr("Remove the monthly cost"),
                      [&](CatalogueEditor& editor) { return editor.removeRunningCost(id(), row); });
    };
    m_costs = new ListPage(std::move(setup), this);
    m_costs->setFewRows();
    addWidget(m_costs);
}

void PhaseForm::follow()
{
    m_costs->refresh();
}

ItemForm::ItemForm(CatalogueEdits& edits, QWidget* parent) : BoundForm(QStringLiteral("catalogueItem"), edits, parent)
{
    const auto item = [this](auto& catalogue) { return itemIn(catalogue, id()); };
    addLine(tr("&Title"), QStringLiteral("itemTitle"), reader(item, &Item::title), writer(item, &Item::title));
    addText(tr("What “in &place” means"), QStringLiteral("itemExplanation"), reader(item, &Item::explanation),
            writer(item, &Item::explanation));
    addCriterion(tr("In p&lace when"), QStringLiteral("itemInPlaceWhen"), &StateCriteria::inPlaceWhen);
    addCriterion(tr("Partl&y when"), QStringLiteral("itemPartlyWhen"), &StateCriteria::partlyWhen);
    addCriterion(tr("D&oes not count"), QStringLiteral("itemDoesNotCount"), &StateCriteria::doesNotCount);
    addNumber(
        tr("&Share of the phase"), QStringLiteral("itemShare"), {0, 100, 1, QStringLiteral(" %"), 0.01},
        [item](const Catalogue& now) {
            const Item* shown = item(now);
            return shown ? shown->share.value : 0;
        },
        [this](CatalogueEditor& editor, double share) { return editor.setShare(id(), share); },
        [item](const Catalogue& now) {
            const Item* shown = item(now);
            return shown ? &shown->share.from : nullptr;
        });
    fieldCalled(QStringLiteral("itemShare"))
        ->setToolTip(tr("The shares of the other items of the phase grow or shrink in proportion"));
    addEfforts(
        tr("&Effort"), QStringLiteral("itemEffort"),
        [item](const Catalogue& now) -> const SourcedRange* {
            const Item* shown = item(now);
            return shown && shown->effort ? &*shown->effort : nullptr;
        },
        [item](Catalogue& now, const ThreePoint& value) { item(now)->effort->value = value; });
    addChoice(
        tr("&Joins when"), QStringLiteral("itemCondition"),
        [](const Catalogue& now) {
            std::vector<std::pair<std::string, std::string>> all;
            for (const Condition& condition : now.conditions)
                all.emplace_back(condition.id, condition.title);
            return all;
        },
        reader(item, &Item::condition), writer(item, &Item::condition));
    addLine(tr("S&kill it takes"), QStringLiteral("itemSkill"), reader(item, &Item::skill), writer(item, &Item::skill));
    addCheck(
        tr("It &can wait until after launch"), QStringLiteral("itemDeferrable"),
        [item](const Catalogue& now) {
            const Item* shown = item(now);
            return shown && shown->deferrable.value;
        },
        [item](Catalogue& now, bool deferrable) { item(now)->deferrable.value = deferrable; },
        [item](const Catalogue& now) {
            const Item* shown = item(now);
            return shown ? &shown->deferrable.from : nullptr;
        });
}

void ItemForm::addCriterion(const QString& label, const QString& name, std::string StateCriteria::* line)
{
    constexpr int kLines = 3;
    addText(
        label, name,
        [this, line](const Catalogue& now) {
            const Item* shown = itemIn(now, id());
            return shown ? shown->criteria.*line : std::string();
        },
        [this, line](Catalogue& now, const std::string& text) {
            if (Item* edited = itemIn(now, id()))
                edited->criteria.*line = text;
        },
        kLines);
}

void ItemForm::follow()
{
    const Item* shown = itemIn(catalogue(), id());
    const bool isAddOn = shown && shown->isAddOn();
    hideRow(fieldCalled(QStringLiteral("itemShare")), isAddOn);
    hideRow(fieldCalled(QStringLiteral("itemEffort")), !isAddOn);
    hideRow(fieldCalled(QStringLiteral("itemCondition")), !isAddOn);
}

} // namespace trestle
