// The edits of a PlanDocument: of the open inputs, of items, of scenarios and of the project as a whole.
#include "data/catalogue_json.h"
#include "models/catalogue_follow.h"
#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document_state.h"

#include <chrono>
#include <utility>

namespace trestle {

namespace {

/// Most ticks say that something is in place: that is the first click.
ItemState afterClick(ItemState state)
{
    switch (state) {
    case ItemState::missing: return ItemState::done;
    case ItemState::underWay: return ItemState::done;
    case ItemState::done: return ItemState::partial;
    case ItemState::partial:
    case ItemState::excluded: break;
    }
    return ItemState::missing;
}

} // namespace

bool PlanDocument::edit(const QString& label, const std::function<void(Inputs&)>& change, const QString& mergeKey)
{
    const OpenProject& now = m_state->history.now();
    Inputs edited = inputs();
    change(edited);
    if (edited == inputs())
        return false;
    Result<InputsEdit> edit = editInputs(now, edited);
    if (!edit) {
        Q_EMIT editRefused(edit.error());
        return false;
    }
    Edited told{Edited::Kind::OfInputs, label, takesAway(inputs(), edited)};
    // History says in which scenario; what went to the base alone is an edit of the base.
    if (edit->isOfTheScenario)
        told.label = tr("%1 (in “%2”)").arg(label, activeScenario());
    const bool nowhere = edit->after == now.project; // all of it is of kinds that nothing can hold
    const bool written =
        write(openIn(std::move(edit->after), now.scenario, now.catalogue), told, format::utf8(mergeKey));
    if ((written || nowhere) && !edit->unheld.empty())
        Q_EMIT editReachedBase(edit->unheld);
    return written;
}

bool PlanDocument::write(OpenProject after, Edited edit, const std::string& mergeKey)
{
    State& s = *m_state;
    if (after.holdsSameAs(s.history.now()))
        return false;
    if (!s.session.takesSteps() || s.history.isWaiting()) {
        Q_EMIT planChanged(); // what was typed or ticked goes back to what the plan says
        if (const std::optional<Error>& reason = s.session.readOnlyReason())
            Q_EMIT editRefused(*reason);
        else
            Q_EMIT editTooEarly();
        return false;
    }
    std::shared_ptr<const Plan> plan = planOrRefusal(after);
    if (!plan)
        return false;
    const std::string label = format::utf8(edit.label);
    tellOfCatalogue(after);
    EditHistory::Recorded recorded =
        s.history.edit(std::move(after), label, mergeKey, std::chrono::steady_clock::now());
    s.plan = std::move(plan);
    if (recorded.isReverted)
        edit.kind = Edited::Kind::Reverted;
    s.session.push({FileStep::Kind::Edit, s.document(), label, std::move(recorded.mergeKey)});
    announce();
    Q_EMIT edited(edit);
    return true;
}

bool PlanDocument::setItemState(const QString& item, ItemState state)
{
    return setState(item, state, {});
}

bool PlanDocument::setItemScope(const QString& item, std::optional<ItemScope> scope)
{
    const std::string id = format::utf8(item);
    return edit(tr("%1: %2").arg(wording::nodeTitle(plan(), id), wording::scopeChoice(scope)),
                [&](Inputs& inputs) { setScope(inputs, id, scope); });
}

bool PlanDocument::clickItem(const QString& item)
{
    const std::string id = format::utf8(item);
    ItemState next = afterClick(stateOf(inputs(), id));
    // What was recorded of it is not lost to a click.
    if (const auto said = inputs().items.find(id); next == ItemState::partial && said != inputs().items.end() &&
                                                   said->second.actual.any())
        next = ItemState::underWay;
    return setState(item, next, QStringLiteral("click ") + item);
}

bool PlanDocument::setState(const QString& item, ItemState state, const QString& mergeKey)
{
    const std::string id = format::utf8(item);
    const QString label = tr("%1: %2").arg(wording::nodeTitle(plan(), id), wording::itemState(state));
    const auto change = [&](Inputs& inputs) {
        if (stateOf(inputs, id) == state && !isApart(inputs.scopes, id))
            return;
        trestle::setState(inputs, id, state);
        ItemInput& entry = inputs.items[id];
        entry.changed = today();
        // An item never touched and one ticked and cleared again are the same.
        if (state == ItemState::missing && entry.note.empty() && entry.owner.empty())
            inputs.items.erase(id);
    };
    return edit(label, change, mergeKey);
}

QStringList PlanDocument::scenarios() const
{
    QStringList names;
    for (const Scenario& scenario : contents().scenarios)
        names += format::raw(scenario.name);
    return names;
}

QString PlanDocument::activeScenario() const
{
    return format::raw(m_state->history.now().scenario);
}

bool PlanDocument::setActiveScenario(const QString& name)
{
    State& s = *m_state;
    std::string wanted = format::utf8(name);
    if (wanted == s.history.now().scenario)
        return true;
    if (!wanted.empty() && !findScenario(contents(), wanted))
        return false;
    std::shared_ptr<const Plan> plan = planOrRefusal({contents(), wanted, s.history.now().catalogue});
    if (!plan)
        return false;
    s.plan = std::move(plan);
    s.history.open(std::move(wanted));
    announce();
    return true;
}

bool PlanDocument::addScenario(const Scenario& scenario, const QString& label)
{
    const QString name = format::text(scenario.name);
    return editProject(
        label.isEmpty() ? tr("New scenario “%1”").arg(name) : label,
        [&](Project& project) { project.scenarios.push_back(scenario); }, name);
}

bool PlanDocument::duplicateScenario(const QString& name, const QString& as)
{
    const Scenario* original = findScenario(contents(), format::utf8(name));
    Scenario copy = original ? *original : Scenario{};
    copy.name = format::utf8(as);
    return addScenario(copy, original ? tr("Copy “%1” as “%2”").arg(name, as) : QString());
}

bool PlanDocument::renameScenario(const QString& name, const QString& to)
{
    const std::string old = format::utf8(name);
    return editProject(
        tr("Rename “%1” to “%2”").arg(name, to),
        [&](Project& project) {
            for (Scenario& scenario : project.scenarios)
                if (scenario.name == old)
                    scenario.name = format::utf8(to);
        },
        name == activeScenario() ? to : activeScenario());
}

bool PlanDocument::removeScenario(const QString& name)
{
    return editProject(tr("Remove scenario “%1”").arg(name), [name = format::utf8(name)](Project& project) {
        std::erase_if(project.scenarios, [&](const Scenario& scenario) { return scenario.name == name; });
    });
}

bool PlanDocument::makeBase(const QString& name)
{
    Result<Project> after = trestle::makeBase(contents(), format::utf8(name), today());
    if (!after) {
        Q_EMIT editRefused(after.error());
        return false;
    }
    const OpenProject& now = m_state->history.now();
    return write(openIn(std::move(*after), name == activeScenario() ? std::string() : now.scenario, now.catalogue),
                 {Edited::Kind::OfProject, tr("Make “%1” the base plan").arg(name)});
}

bool PlanDocument::editProject(const QString& label, const std::function<void(Project&)>& change,
                               const std::optional<QString>& open)
{
    Project after = contents();
    change(after);
    const OpenProject& now = m_state->history.now();
    return write(openIn(std::move(after), open ? format::utf8(*open) : now.scenario, now.catalogue),
                 {Edited::Kind::OfProject, label});
}

bool PlanDocument::editCatalogue(const QString& label, const std::function<Result<void>(Catalogue&)>& change,
                                 const QString& mergeKey)
{
    const OpenProject& now = m_state->history.now();
    Catalogue wanted = catalogue();
    const Result<void> done = change(wanted);
    const Result<CatalogueText> edited = done ? editedCatalogue(*now.catalogue, wanted) : std::unexpected(done.error());
    if (!edited) {
        Q_EMIT editRefused(edited.error());
        return false;
    }
    return takeCatalogue(label, *edited, mergeKey);
}

bool PlanDocument::replaceCatalogue(const QString& label, const LoadedCatalogue& catalogue)
{
    return takeCatalogue(label, std::make_shared<const LoadedCatalogue>(catalogue));
}

bool PlanDocument::takeCatalogue(const QString& label, const CatalogueText& catalogue, const QString& mergeKey)
{
    Project after = withoutVanished(contents(), *catalogue->catalogue);
    return write(openIn(std::move(after), m_state->history.now().scenario, catalogue), {Edited::Kind::OfProject, label},
                 format::utf8(mergeKey));
}

bool PlanDocument::restore(const QString& label, const ProjectDocument& version)
{
    return write(m_state->opened(version), {Edited::Kind::OfProject, label});
}

} // namespace trestle
