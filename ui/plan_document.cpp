#include "ui/plan_document.h"

#include "models/scenario_changes.h"
#include "ui/dialogs/new_plan_dialog.h"
#include "ui/plan_document_state.h"
#include "ui/wording.h"

#include <QDate>
#include <QFileInfo>
#include <QPointer>

#include <cstdlib>
#include <utility>

namespace trestle {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
/// Edits of one field that follow each other this closely are one step of undo, as in the file.
constexpr std::chrono::seconds kMergeWithin{1};

std::vector<std::string> namesOf(const Project& project)
{
    std::vector<std::string> names;
    for (const Scenario& scenario : project.scenarios)
        names.push_back(scenario.name);
    return names;
}

/// Says which scenario breaks a rule by its name in place of its number.
Error named(Error error, const Project& project)
{
    constexpr std::string_view kPlace = "/scenarios/";
    if (error.where.starts_with(kPlace)) {
        const std::size_t number = std::strtoul(error.where.c_str() + kPlace.size(), nullptr, 10);
        if (number < project.scenarios.size())
            error.where = std::string(kPlace) + project.scenarios[number].name;
    }
    return error;
}

/// Most ticks say that something is in place: that is the first click.
ItemState afterClick(ItemState state)
{
    switch (state) {
    case ItemState::missing: return ItemState::done;
    case ItemState::done: return ItemState::partial;
    case ItemState::partial:
    case ItemState::excluded: break;
    }
    return ItemState::missing;
}

Date systemToday()
{
    return format::fromQDate(QDate::currentDate());
}

} // namespace

PlanDocument::PlanDocument(std::unique_ptr<State> state) : m_state(std::move(state))
{
    connect(&m_state->risk, &PlanRisk::changed, this, [this] {
        m_state->keepRisk();
        Q_EMIT riskChanged();
    });
    m_state->today = systemToday;
    connect(&m_state->order, &BetterOrder::found, this, &PlanDocument::takeOrder);
    followPlan();
    connect(&m_state->file, &FileThread::progressed, this, &PlanDocument::updateSaveState);
    connect(&m_state->file, &FileThread::copySaved, this, &PlanDocument::copySaved);
    connect(&m_state->file, &FileThread::copyFailed, this, &PlanDocument::copyFailed);
    lookOver();
}

PlanDocument::~PlanDocument() = default;

Result<std::unique_ptr<PlanDocument>> PlanDocument::adopt(PlanFile file, std::optional<Error> readOnly)
{
    const ProjectDocument& document = file.document();
    // In catalogue order first: the better one is looked for while the plan is shown.
    Result<Plan> plan = makePlanInOrderOf({}, document.catalogue.catalogue, document.project.base);
    if (!plan)
        return std::unexpected(plan.error());
    auto state = std::make_unique<State>(std::move(file), std::move(*plan), std::move(readOnly));
    return std::unique_ptr<PlanDocument>(new PlanDocument(std::move(state)));
}

const Plan& PlanDocument::plan() const
{
    return *m_state->plan;
}

const std::shared_ptr<const Plan>& PlanDocument::sharedPlan() const
{
    return m_state->plan;
}

bool PlanDocument::isSettled() const
{
    return m_state->settled;
}

const Inputs& PlanDocument::inputs() const
{
    return m_state->plan->inputs;
}

const Catalogue& PlanDocument::catalogue() const
{
    return *m_state->catalogue.catalogue;
}

std::shared_ptr<const Risk> PlanDocument::risk() const
{
    return m_state->risk.risk();
}

const PlanRisk& PlanDocument::simulation() const
{
    return m_state->risk;
}

ProjectDocument PlanDocument::project() const
{
    return {m_state->project, m_state->catalogue};
}

const Project& PlanDocument::contents() const
{
    return m_state->project;
}

QString PlanDocument::filePath() const
{
    return m_state->path;
}

const std::optional<Error>& PlanDocument::readOnlyReason() const
{
    return m_state->readOnly;
}

PlanDocument::SaveState PlanDocument::saveState() const
{
    return m_state->saveState;
}

const Error& PlanDocument::saveError() const
{
    return m_state->error;
}

void PlanDocument::setToday(std::function<Date()> today)
{
    m_state->today = std::move(today);
}

Date PlanDocument::today() const
{
    return m_state->today();
}

/// The plan of a scenario, or why the project gives none.
Result<Plan> PlanDocument::planOf(const LoadedCatalogue& catalogue, const Project& project,
                                  const std::string& scenario) const
{
    const Result<Inputs> inputs = inputsOf(project, scenario);
    Result<Plan> plan = m_state->order.planOf(catalogue.catalogue, *inputs, *m_state->plan);
    if (plan && !project.scenarios.empty())
        if (const Result<void> sound = checkProject(*catalogue.catalogue, project); !sound)
            plan = std::unexpected(named(sound.error(), project));
    return plan;
}

bool PlanDocument::show(Project project, std::string scenario)
{
    if (!findScenario(project, scenario))
        scenario.clear(); // it went with an edit or an undo
    Result<Plan> plan = planOf(m_state->catalogue, project, scenario);
    if (!plan) {
        Q_EMIT editRefused(plan.error());
        return false;
    }
    take(std::move(*plan), std::move(project), std::move(scenario));
    return true;
}

void PlanDocument::take(Plan plan, Project project, std::string scenario)
{
    State& s = *m_state;
    const bool otherScenarios = scenario != s.active || namesOf(project) != namesOf(s.project);
    s.plan = std::make_shared<const Plan>(std::move(plan));
    // From here on nothing can fail: what is held is all of before or all of this.
    s.scenariosToTell |= otherScenarios;
    s.project = std::move(project);
    s.active = std::move(scenario);
}

/// What hangs on the plan that is shown now. A plan in an order that is not the one asked for gets no simulation.
void PlanDocument::followPlan()
{
    State& s = *m_state;
    s.settled = s.order.follow(s.plan);
    if (s.settled)
        s.risk.follow(s.plan);
    else
        s.risk.drop();
}

/// The better order is there: nothing else has changed, so there is nothing to undo and nothing to write.
void PlanDocument::takeOrder()
{
    State& s = *m_state;
    if (!show(s.project, s.active))
        return;
    followPlan();
    Q_EMIT planChanged();
    Q_EMIT riskChanged();
    s.keepRisk();
}

bool PlanDocument::edit(const QString& label, const std::function<void(Inputs&)>& change, const QString& mergeKey)
{
    const State& s = *m_state;
    Inputs edited = inputs();
    change(edited);
    if (edited == inputs())
        return false;
    Result<Project> after = editScenario(s.project, s.active, edited);
    if (!after) {
        Q_EMIT editRefused(after.error());
        return false;
    }
    Edited told{Edited::Kind::OfInputs, label, takesAway(inputs(), edited)};
    const Scenario* scenario = findScenario(s.project, s.active);
    if (!scenario)
        return write(std::move(*after), told, format::utf8(mergeKey), s.active);
    const std::vector<Unheld> unheld = differenceOf(s.project.base, edited, *scenario).unheld;
    // History says in which scenario; what went to the base alone is an edit of the base.
    const bool own = after->scenarios != s.project.scenarios;
    if (own)
        told.label = tr("%1 (in “%2”)").arg(label, activeScenario());
    const bool nowhere = *after == s.project; // all of it is of kinds that nothing can hold
    const bool written = write(std::move(*after), told, format::utf8(mergeKey), s.active);
    if ((written || nowhere) && !unheld.empty())
        Q_EMIT editReachedBase(unheld);
    return written;
}

bool PlanDocument::write(Project after, Edited edit, const std::string& key, const std::string& open)
{
    State& s = *m_state;
    Project before = s.project;
    const std::string from = s.active;
    if (after == before)
        return false;
    if (s.readOnly || s.reloading || s.walking) {
        Q_EMIT planChanged(); // what was typed or ticked goes back to what the plan says
        if (s.readOnly)
            Q_EMIT editRefused(*s.readOnly);
        else
            Q_EMIT editTooEarly();
        return false;
    }
    if (!show(after, open))
        return false;

    const SteadyTime now = std::chrono::steady_clock::now();
    const bool merges = !key.empty() && key == s.mergeKey && !s.undoSteps.empty() && now - s.lastEdit < kMergeWithin;
    if (merges) {
        s.undoSteps.back().after = after;
        s.undoSteps.back().label = format::utf8(edit.label);
        if (s.undoSteps.back().before == after) {
            s.undoSteps.pop_back(); // typed back to what it was: nothing is left to undo
            s.mergeKey.clear();
            edit.kind = Edited::Kind::Reverted;
        }
    } else {
        s.undoSteps.push_back({std::move(before), after, format::utf8(edit.label), from, s.active});
        s.mergeKey = key;
        s.mergeStep = key.empty() ? key : key + '#' + std::to_string(++s.stepsMade);
    }
    s.lastEdit = now;
    s.redoSteps.clear();
    s.newerLabel.reset();
    s.file.push({FileStep::Kind::Edit, std::move(after), format::utf8(edit.label), s.mergeStep});
    announce();
    Q_EMIT edited(edit);
    return true;
}

bool PlanDocument::setItemState(const QString& item, ItemState state)
{
    return setState(item, state, {});
}

bool PlanDocument::clickItem(const QString& item)
{
    return setState(item, afterClick(stateOf(inputs(), format::utf8(item))), QStringLiteral("click ") + item);
}

bool PlanDocument::setState(const QString& item, ItemState state, const QString& mergeKey)
{
    const std::string id = format::utf8(item);
    const QString label = tr("%1: %2").arg(wording::nodeTitle(plan(), id), wording::itemState(state));
    const auto change = [&](Inputs& inputs) {
        if (stateOf(inputs, id) == state)
            return;
        ItemInput& entry = inputs.items[id];
        entry.progress.state = state;
        entry.changed = today();
        // An item never touched and one ticked and cleared again are the same.
        if (state == ItemState::missing && entry.note.empty() && entry.owner.empty())
            inputs.items.erase(id);
    };
    return edit(label, change, mergeKey);
}

void PlanDocument::announce()
{
    followPlan();
    if (std::exchange(m_state->scenariosToTell, false))
        Q_EMIT scenariosChanged();
    Q_EMIT planChanged();
    Q_EMIT riskChanged();
    Q_EMIT undoChanged();
    m_state->keepRisk(); // of an edit that no run looks at, or one known already
    updateSaveState();
}

void PlanDocument::updateSaveState()
{
    State& s = *m_state;
    const std::optional<Error> failure = s.file.failure();
    const SaveState state = failure ? SaveState::Failed : s.file.idle() ? SaveState::Saved : SaveState::Saving;
    const Error error = failure.value_or(Error());
    if (state == s.saveState && error == s.error)
        return;
    s.saveState = state;
    s.error = error;
    Q_EMIT saveStateChanged();
}

void PlanDocument::reload(std::optional<OpenMode> mode)
{
    State& s = *m_state;
    if (std::exchange(s.reloading, true))
        return;
    const QFileInfo file(s.path);
    const QString name = tr("%1 kept %2").arg(file.completeBaseName(), format::text(isoDate(today())));
    FileThread::Ours ours{s.project, format::utf8(freePlanPath(file.absolutePath(), name)),
                          format::utf8(tr("Kept when another program changed the file"))};
    s.file.reopen(mode, std::move(ours), [this, mode](const Result<FileThread::Reopened>& reopened) {
        State& now = *m_state;
        now.reloading = false;
        if (!reopened) {
            if (now.readOnly && mode)
                now.readOnly = reopened.error(); // another holder, perhaps
            Q_EMIT saveStateChanged();
            Q_EMIT reloadFailed(reopened.error());
            return;
        }
        takeReopened({*reopened, mode});
    });
}

void PlanDocument::takeReopened(const Reopened& reopened)
{
    State& s = *m_state;
    const bool otherCatalogue = reopened.document.catalogue.sha256 != s.catalogue.sha256;
    const LoadedCatalogue& catalogue = otherCatalogue ? reopened.document.catalogue : s.catalogue;
    const std::string open = findScenario(reopened.document.project, s.active) ? s.active : std::string();
    Result<Plan> plan = planOf(catalogue, reopened.document.project, open);
    if (!plan) {
        // What is there now gives no plan. The window goes on showing what it had, which must not be written over it.
        s.readOnly = plan.error();
        s.mergeKey.clear();
        Q_EMIT undoChanged();
        Q_EMIT saveStateChanged(); // of the right to write as well
        Q_EMIT reloadFailed(plan.error());
        return;
    }
    if (otherCatalogue) {
        Q_EMIT catalogueReplaced();
        s.catalogue = reopened.document.catalogue;
    }
    if (reopened.mode == OpenMode::readWrite)
        s.readOnly.reset();
    s.undoSteps.clear();
    s.redoSteps.clear();
    s.walks.clear();
    s.olderLabel = reopened.undoLabel;
    s.newerLabel = reopened.redoLabel;
    s.mergeKey.clear();
    take(std::move(*plan), reopened.document.project, open);
    announce();
    Q_EMIT saveStateChanged(); // of the right to write as well
    Q_EMIT reloaded(format::text(reopened.kept));
    lookOver();
}

/// A file with a long history was opened without a look at all its pages: that is made up for here. What turns out to
/// be damaged is not written to.
void PlanDocument::lookOver()
{
    if (m_state->readOnly)
        return;
    withFile(this, [this](PlanFile& file) -> std::function<void()> {
        const Result<void> sound = file.checkStructure();
        if (sound || sound.error().code != ErrorCode::damagedPlan)
            return {};
        return [this, damage = sound.error()] {
            m_state->readOnly = damage;
            m_state->mergeKey.clear();
            Q_EMIT undoChanged();
            Q_EMIT saveStateChanged(); // of the right to write as well
        };
    });
}

void PlanDocument::retrySaving()
{
    m_state->file.retry();
}

void PlanDocument::saveCopy(const QString& path)
{
    m_state->file.saveCopy(format::utf8(path), m_state->project);
}

void PlanDocument::withFile(QObject* receiver, std::function<std::function<void()>(PlanFile&)> job)
{
    m_state->file.run([receiver = QPointer(receiver), job = std::move(job)](PlanFile& file) -> std::function<void()> {
        std::function<void()> after = job(file);
        if (!after)
            return {};
        // Whether the receiver lives is asked in its own thread alone.
        return [receiver, after = std::move(after)] {
            if (receiver)
                after();
        };
    });
}

bool PlanDocument::waitUntilSaved(int milliseconds)
{
    const bool saved = m_state->file.wait(std::chrono::milliseconds(milliseconds));
    updateSaveState();
    return saved;
}

} // namespace trestle
