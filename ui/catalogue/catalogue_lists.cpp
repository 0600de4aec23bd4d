#include "ui/catalogue/catalogue_lists.h"

#include "models/risk_catalogue.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording_catalogue.h"
#include "ui/catalogue/catalogue_edits.h"
#include "ui/catalogue/entry_dialog.h"
#include "ui/dialogs/risk_dialog.h"
#include "ui/document/plan_document.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>

#include <array>

namespace trestle {

namespace {

constexpr std::array kLinkTypes{LinkType::finishToStart, LinkType::startToStart, LinkType::finishToFinish,
                                LinkType::startToFinish};

const Catalogue& catalogueOf(const CatalogueEdits& edits)
{
    return edits.document().catalogue();
}

/// Phases, each followed by its items.
EntryDialog::Choices nodeChoices(const Catalogue& catalogue)
{
    EntryDialog::Choices choices;
    for (const Phase& phase : catalogue.phases) {
        choices.emplace_back(phase.id, phase.title);
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                choices.emplace_back(item.id, "    " + item.title);
    }
    return choices;
}

EntryDialog::Choices typeChoices()
{
    EntryDialog::Choices choices;
    for (std::size_t i = 0; i < kLinkTypes.size(); ++i)
        choices.emplace_back(std::to_string(i), format::utf8(wording::linkTypeChoice(kLinkTypes.at(i))));
    return choices;
}

/// Asks for a link, one that there is at `row` or a new one.
void askLink(CatalogueEdits& edits, QWidget* parent, const std::optional<std::size_t>& row)
{
    const Catalogue& catalogue = catalogueOf(edits);
    const Link before = row ? catalogue.links[*row] : Link{};
    const QString title = row ? tr("Change a link") : tr("Add a link");
    EntryDialog dialog(QStringLiteral("linkDialog"), title, {}, parent->window());
    const auto nodes = nodeChoices(catalogue);
    auto* to = dialog.addChoice(tr("&This"), QStringLiteral("linkTo"), nodes, before.to);
    const auto typeAt = std::ranges::find(kLinkTypes, before.type) - kLinkTypes.begin();
    auto* type = dialog.addChoice(tr("&Waits"), QStringLiteral("linkType"), typeChoices(), std::to_string(typeAt));
    auto* from = dialog.addChoice(tr("&That"), QStringLiteral("linkFrom"), nodes, before.from);
    auto* lag = dialog.addNumber(tr("&Lag, weeks"), QStringLiteral("linkLag"), static_cast<double>(before.lag), 500, 2);
    auto* reason = dialog.addLine(tr("&Reason"), QStringLiteral("linkReason"), before.reason);
    const auto change = [=](CatalogueEditor& editor) -> Result<void> {
        Link link = before;
        link.from = EntryDialog::chosenId(*from);
        link.to = EntryDialog::chosenId(*to);
        link.type = kLinkTypes.at(static_cast<std::size_t>(type->currentIndex()));
        link.lag = lag->value();
        link.reason = EntryDialog::lineText(*reason);
        if (!row)
            return editor.addLink(link);
        return editor.change([&](Catalogue& now) { now.links[*row] = link; });
    };
    dialog.setCheck([&] { return edits.problem(change); });
    if (dialog.exec() == QDialog::Accepted)
        edits.apply(title, change);
    else
        edits.problem([](CatalogueEditor&) { return Result<void>(); });
}

/// Asks for a title and a second text or figure; `write` is the edit.
template <class Second>
void askTwo(CatalogueEdits& edits, QWidget* parent, const QString& name, const QString& title,
            const std::string& titleBefore, Second&& addSecond,
            const std::function<Result<void>(CatalogueEditor&, const std::string&)>& write)
{
    EntryDialog dialog(name, title, {}, parent->window());
    auto* line = dialog.addLine(tr("&Title"), name + QStringLiteral("Title"), titleBefore);
    addSecond(dialog);
    const auto change = [&](CatalogueEditor& editor) { return write(editor, EntryDialog::lineText(*line)); };
    dialog.setCheck([&] { return edits.problem(change); });
    if (dialog.exec() == QDialog::Accepted)
        edits.apply(title, change);
    else
        edits.problem([](CatalogueEditor&) { return Result<void>(); });
}

void askQuestion(CatalogueEdits& edits, QWidget* parent, const std::optional<std::size_t>& row)
{
    const Condition before = row ? catalogueOf(edits).conditions[*row] : Condition{};
    QLineEdit* meaning = nullptr;
    askTwo(
        edits, parent, QStringLiteral("questionDialog"), row ? tr("Change a question") : tr("Add a question"),
        before.title,
        [&](EntryDialog& dialog) {
            meaning = dialog.addLine(tr("What it &means"), QStringLiteral("questionMeaning"), before.explanation);
        },
        [&](CatalogueEditor& editor, const std::string& title) -> Result<void> {
            std::string id = before.id;
            if (!row) {
                const Result<std::string> added = editor.addCondition(title);
                if (!added)
                    return std::unexpected(added.error());
                id = *added;
            }
            return editor.change([&](Catalogue& now) {
                if (Condition* condition = withId(now.conditions, id))
                    *condition = {id, title, EntryDialog::lineText(*meaning)};
            });
        });
}

void askSize(CatalogueEdits& edits, QWidget* parent, const std::optional<std::size_t>& row)
{
    const ScaleStep before = row ? catalogueOf(edits).scales[*row] : ScaleStep{"", "", {1, {}}, ""};
    QDoubleSpinBox* factor = nullptr;
    QLineEdit* warning = nullptr;
    askTwo(
        edits, parent, QStringLiteral("sizeDialog"), row ? tr("Change a size") : tr("Add a size"), before.title,
        [&](EntryDialog& dialog) {
            factor = dialog.addNumber(tr("&Factor on phases that grow with the users"), QStringLiteral("sizeFactor"),
                                      before.factor.value, 1000, 2);
            warning = dialog.addLine(tr("&Warning when it is chosen"), QStringLiteral("sizeWarning"), before.warning);
        },
        [&](CatalogueEditor& editor, const std::string& title) -> Result<void> {
            std::string id = before.id;
            if (!row) {
                const Result<std::string> added = editor.addScale(title);
                if (!added)
                    return std::unexpected(added.error());
                id = *added;
            }
            return editor.change([&](Catalogue& now) {
                ScaleStep* scale = withId(now.scales, id);
                if (!scale)
                    return;
                scale->title = title;
                scale->factor.value = factor->value();
                scale->warning = EntryDialog::lineText(*warning);
            });
        });
}

std::optional<SourcedRange> impactOf(const ThreePoint& value, const std::optional<SourcedRange>& before)
{
    if (value == ThreePoint{})
        return std::nullopt;
    SourcedRange range = before.value_or(SourcedRange{});
    range.value = value;
    return range;
}

void askSuggested(CatalogueEdits& edits, QWidget* parent, const std::optional<std::size_t>& row)
{
    const Catalogue& catalogue = catalogueOf(edits);
    RiskEvent event;
    if (row)
        event = eventOf(catalogue.suggestedRisks[*row]);
    else
        event.phase = catalogue.phases.front().id;
    const QString title = row ? tr("Change a risk to suggest") : tr("Add a risk to suggest");
    RiskDialog dialog(catalogue, event, title, parent->window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const RiskEvent wanted = dialog.event();
    edits.apply(title, [&](CatalogueEditor& editor) -> Result<void> {
        std::string id = event.id;
        if (!row) {
            const Result<std::string> added = editor.addRisk(wanted.phase, wanted.title);
            if (!added)
                return std::unexpected(added.error());
            id = *added;
        }
        return editor.change([&](Catalogue& now) {
            SuggestedRisk* risk = withId(now.suggestedRisks, id);
            if (!risk)
                return;
            risk->title = wanted.title;
            risk->phase = wanted.phase;
            risk->skill = wanted.skill;
            risk->p.value = wanted.p;
            risk->effort = impactOf(wanted.effort, risk->effort);
            risk->delay = impactOf(wanted.delay, risk->delay);
            risk->money = impactOf(wanted.money, risk->money);
        });
    });
}

QString impactWords(const SuggestedRisk& risk)
{
    QStringList parts;
    if (risk.effort)
        parts << tr("work %1").arg(format::effortRange(risk.effort->value.low, risk.effort->value.high));
    if (risk.delay)
        parts << tr("wait %1").arg(format::weeksRange(risk.delay->value.low, risk.delay->value.high));
    if (risk.money)
        parts << format::moneyRange(Money::rounded(risk.money->value.low), Money::rounded(risk.money->value.high));
    return parts.join(QStringLiteral(", "));
}

} // namespace

ListPage* makeLinksPage(CatalogueEdits& edits, QWidget* parent)
{
    ListPage::Setup setup;
    setup.name = QStringLiteral("links");
    setup.title = tr("Links");
    setup.explanation = tr("What waits for what. A circle of links is refused, and said which.");
    setup.empty = tr("Nothing waits for anything. Add a link where one thing has to be done before another.");
    setup.headers = {tr("This"), tr("Waits"), tr("That"), tr("Lag"), tr("Reason")};
    setup.stretched = 4;
    setup.rows = [&edits] {
        const Catalogue& catalogue = catalogueOf(edits);
        std::vector<QStringList> rows;
        for (const Link& link : catalogue.links)
            rows.push_back({wording::nodeTitle(catalogue, link.to), wording::linkTypeChoice(link.type),
                            wording::nodeTitle(catalogue, link.from),
                            link.lag > 0 ? format::weeks(link.lag) : QStringLiteral("–"), format::text(link.reason)});
        return rows;
    };
    setup.add = [&edits, parent] { askLink(edits, parent, {}); };
    setup.change = [&edits, parent](std::size_t row) { askLink(edits, parent, row); };
    setup.remove = [&edits](std::size_t row) {
        edits.apply(tr("Remove a link"), [&](CatalogueEditor& editor) {
            return editor.removeLink(linkNames(catalogueOf(edits).links)[row]);
        });
    };
    return new ListPage(std::move(setup), parent);
}

ListPage* makeQuestionsPage(CatalogueEdits& edits, QWidget* parent)
{
    ListPage::Setup setup;
    setup.name = QStringLiteral("questions");
    setup.title = tr("Questions");
    setup.explanation = tr("Questions about the product. A yes brings the items that join when it holds.");
    setup.empty = tr("No questions. Add one, and then items that join when it holds.");
    setup.headers = {tr("Question"), tr("What it means"), tr("Brings")};
    setup.stretched = 1;
    setup.rows = [&edits] {
        const Catalogue& catalogue = catalogueOf(edits);
        std::vector<QStringList> rows;
        for (const Condition& condition : catalogue.conditions) {
            int brings = 0;
            for (const Phase& phase : catalogue.phases)
                brings += static_cast<int>(std::ranges::count(phase.addOns, condition.id, &Item::condition));
            rows.push_back({format::text(condition.title), format::text(condition.explanation),
                            brings == 1 ? tr("1 item") : tr("%1 items").arg(brings)});
        }
        return rows;
    };
    setup.add = [&edits, parent] { askQuestion(edits, parent, {}); };
    setup.change = [&edits, parent](std::size_t row) { askQuestion(edits, parent, row); };
    setup.remove = [&edits](std::size_t row) {
        const Condition condition = catalogueOf(edits).conditions[row];
        edits.apply(tr("Remove the question “%1” and what it brings").arg(format::text(condition.title)),
                    [&](CatalogueEditor& editor) { return editor.removeCondition(condition.id); });
    };
    return new ListPage(std::move(setup), parent);
}

ListPage* makeSizesPage(CatalogueEdits& edits, QWidget* parent)
{
    ListPage::Setup setup;
    setup.name = QStringLiteral("sizes");
    setup.title = tr("Sizes");
    setup.explanation = tr("How many users to plan for. The first is the one that a new plan has.");
    setup.empty = tr("No sizes.");
    setup.headers = {tr("Size"), tr("Factor"), tr("Warning")};
    setup.stretched = 2;
    setup.rows = [&edits] {
        std::vector<QStringList> rows;
        for (const ScaleStep& scale : catalogueOf(edits).scales)
            rows.push_back(
                {format::text(scale.title), format::number(scale.factor.value, 2), format::text(scale.warning)});
        return rows;
    };
    setup.add = [&edits, parent] { askSize(edits, parent, {}); };
    setup.change = [&edits, parent](std::size_t row) { askSize(edits, parent, row); };
    setup.remove = [&edits](std::size_t row) {
        const ScaleStep scale = catalogueOf(edits).scales[row];
        edits.apply(tr("Remove the size “%1”").arg(format::text(scale.title)),
                    [&](CatalogueEditor& editor) { return editor.removeScale(scale.id); });
    };
    return new ListPage(std::move(setup), parent);
}

ListPage* makeRisksPage(CatalogueEdits& edits, QWidget* parent)
{
    ListPage::Setup setup;
    setup.name = QStringLiteral("suggested");
    setup.title = tr("Risks to suggest");
    setup.explanation = tr("What may happen to a project of this kind. None is in a plan until you take it.");
    setup.empty = tr("No risks to suggest.");
    setup.headers = {tr("What may happen"), tr("In"), tr("Chance"), tr("What it does")};
    setup.rows = [&edits] {
        const Catalogue& catalogue = catalogueOf(edits);
        std::vector<QStringList> rows;
        for (const SuggestedRisk& risk : catalogue.suggestedRisks)
            rows.push_back({format::text(risk.title), wording::nodeTitle(catalogue, risk.phase),
                            format::percent(risk.p.value), impactWords(risk)});
        return rows;
    };
    setup.add = [&edits, parent] { askSuggested(edits, parent, {}); };
    setup.change = [&edits, parent](std::size_t row) { askSuggested(edits, parent, row); };
    setup.remove = [&edits](std::size_t row) {
        const SuggestedRisk risk = catalogueOf(edits).suggestedRisks[row];
        edits.apply(tr("Remove the risk “%1”").arg(format::text(risk.title)),
                    [&](CatalogueEditor& editor) { return editor.removeRisk(risk.id); });
    };
    return new ListPage(std::move(setup), parent);
}

ListPage* makeDifferencesPage(CatalogueEdits& edits, QWidget* parent)
{
    const auto found = [&edits] {
        return catalogueDifferences(edits.document().originalCatalogue(), catalogueOf(edits));
    };
    ListPage::Setup setup;
    setup.name = QStringLiteral("differences");
    setup.title = tr("Your changes");
    setup.explanation = tr("What is different from the catalogue that the plan was made with.");
    setup.empty = tr("Nothing is different from the catalogue that the plan was made with.");
    setup.headers = {tr("What"), tr("Was"), tr("Is"), tr("Why")};
    setup.stretched = -1;
    setup.rows = [&edits, found] {
        std::vector<QStringList> rows;
        for (const CatalogueDifference& difference : found()) {
            const auto words =
                wording::catalogueDifference(difference, edits.document().originalCatalogue(), catalogueOf(edits));
            rows.push_back({words.what, words.before, words.after, format::text(difference.note)});
        }
        return rows;
    };
    setup.removeText = tr("&Reset");
    setup.remove = [&edits, found](std::size_t row) {
        const CatalogueDifference difference = found()[row];
        const Catalogue original = edits.document().originalCatalogue();
        const auto words = wording::catalogueDifference(difference, original, catalogueOf(edits));
        edits.apply(tr("Reset: %1").arg(words.what),
                    [&](CatalogueEditor& editor) { return takeBack(editor, original, difference); });
    };
    setup.removeAllText = tr("Reset &all");
    setup.removeAll = [&edits] {
        const Catalogue original = edits.document().originalCatalogue();
        edits.apply(tr("Reset the catalogue"),
                    [&](CatalogueEditor& editor) { return editor.copyBack([&](Catalogue& now) { now = original; }); });
    };
    return new ListPage(std::move(setup), parent);
}

} // namespace trestle
