#include "ui/plan_document.h"

#include "models/scenario_changes.h"
#include "ui/dialogs/new_plan_dialog.h"
#include "ui/file_thread.h"
#include "ui/format.h"
#include "ui/plan_risk.h"
#include "ui/wording.h"

#include <QDate>
#include <QFileInfo>
#include <QPointer>

#include <chrono>
#include <cstdlib>
#include <utility>
#include <vector>

namespace trestle {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
/// Edits of one field that follow each other this closely are one step of undo, as in the file.
constexpr std::chrono::seconds kMergeWithin{1};

/// An edit that can be taken back: all of the project before and after, which is small, and the scenario that was
/// open, so that undo and redo show what they change.
struct Step {
    Project before;
    Project after;
    std::string label;
    std::string from;
    std::string to;
};

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

Date systemToday()
{
    return format::fromQDate(QDate::currentDate());
}

} // namespace

struct PlanDocument::State {
    State(PlanFile opened, Plan computed, std::optional<Error> reason)
        : readOnly(std::move(reason)), project(opened.document().project), catalogue(opened.document().catalogue),
          plan(std::move(computed)), path(format::text(opened.path())), olderLabel(opened.undoLabel()),
          newerLabel(opened.redoLabel()), file(std::move(opened))
    {
    }

    std::optional<Error> readOnly;
    bool reloading = false;
    Project project;
    std::string active; // the scenario that is open; empty: the base
    bool scenariosToTell = false;
    LoadedCatalogue catalogue;
    Plan plan; // of the open scenario, as are its inputs
    PlanRisk risk;
    QString path;
    std::function<Date()> today = systemToday;

    std::vector<Step> undoSteps; // made or walked through since opening; the last is the next to undo
    std::vector<Step> redoSteps;
    std::optional<std::string> olderLabel; // of the file's step before the first of undoSteps
    std::optional<std::string> newerLabel; // of the file's step after the first of redoSteps

    std::string mergeKey;  // of the last edit, until anything else happens
    std::string mergeStep; // the key with the number of its step, for the file
    int stepsMade = 0;
    SteadyTime lastEdit;

    /// What was found for the plan that is shown, for the file's tables.
    void keepRisk()
    {
        if (std::shared_ptr<const Risk> found = risk.risk())
            file.keepRisk({active, std::make_shared<const Plan>(plan), std::move(found)});
    }

    SaveState saveState = SaveState::Saved;
    Error error;
    FileThread file;
};

PlanDocument::PlanDocument(std::unique_ptr<State> state) : m_state(std::move(state))
{
    connect(&m_state->risk, &PlanRisk::changed, this, [this] {
        m_state->keepRisk();
        Q_EMIT riskChanged();
    });
    m_state->risk.follow(m_state->plan);
    connect(&m_state->file, &FileThread::progressed, this, &PlanDocument::updateSaveState);
    connect(&m_state->file, &FileThread::copySaved, this, &PlanDocument::copySaved);
    connect(&m_state->file, &FileThread::copyFailed, this, &PlanDocument::copyFailed);
}

PlanDocument::~PlanDocument() = default;

Result<std::unique_ptr<PlanDocument>> PlanDocument::adopt(PlanFile file, std::optional<Error> readOnly)
{
    const ProjectDocument& document = file.document();
    Result<Plan> plan = makePlan(document.catalogue.catalogue, document.project.base);
    if (!plan)
        return std::unexpected(plan.error());
    auto state = std::make_unique<State>(std::move(file), std::move(*plan), std::move(readOnly));
    return std::unique_ptr<PlanDocument>(new PlanDocument(std::move(state)));
}

const Plan& PlanDocument::plan() const
{
    return m_state->plan;
}

const Inputs& PlanDocument::inputs() const
{
    return m_state->plan.inputs;
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

bool PlanDocument::show(Project project, std::string scenario)
{
    State& s = *m_state;
    if (!findScenario(project, scenario))
        scenario.clear(); // it went with an edit or an undo
    const Result<Inputs> inputs = inputsOf(project, scenario);
    Result<Plan> plan = makePlan(s.catalogue.catalogue, *inputs);
    if (plan && !project.scenarios.empty())
        if (const Result<void> sound = checkProject(*s.catalogue.catalogue, project); !sound)
            plan = std::unexpected(named(sound.error(), project));
    if (!plan) {
        Q_EMIT editRefused(plan.error());
        return false;
    }
    s.scenariosToTell |= scenario != s.active || namesOf(project) != namesOf(s.project);
    s.plan = std::move(*plan);
    s.risk.follow(s.plan);
    s.project = std::move(project);
    s.active = std::move(scenario);
    return true;
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
    const Scenario* scenario = findScenario(s.project, s.active);
    if (!scenario)
        return write(std::move(*after), label, format::utf8(mergeKey), s.active);
    const std::vector<Unheld> unheld = differenceOf(s.project.base, edited, *scenario).unheld;
    // History says in which scenario; what went to the base alone is an edit of the base.
    const bool own = after->scenarios != s.project.scenarios;
    const QString told = own ? tr("%1 (in “%2”)").arg(label, activeScenario()) : label;
    const bool written = write(std::move(*after), told, format::utf8(mergeKey), s.active);
    if (!unheld.empty())
        Q_EMIT editReachedBase(unheld);
    return written;
}

bool PlanDocument::write(Project after, const QString& label, const std::string& key, const std::string& open)
{
    State& s = *m_state;
    Project before = s.project;
    const std::string from = s.active;
    if (after == before)
        return false;
    if (s.readOnly || s.reloading) {
        Q_EMIT planChanged(); // what was typed or ticked goes back to what the plan says
        if (s.readOnly)
            Q_EMIT editRefused(*s.readOnly);
        return false;
    }
    if (!show(after, open))
        return false;

    const SteadyTime now = std::chrono::steady_clock::now();
    const bool merges = !key.empty() && key == s.mergeKey && !s.undoSteps.empty() && now - s.lastEdit < kMergeWithin;
    if (merges) {
        s.undoSteps.back().after = after;
        s.undoSteps.back().label = format::utf8(label);
        if (s.undoSteps.back().before == after) {
            s.undoSteps.pop_back(); // typed back to what it was: nothing is left to undo
            s.mergeKey.clear();
        }
    } else {
        s.undoSteps.push_back({std::move(before), after, format::utf8(label), from, s.active});
        s.mergeKey = key;
        s.mergeStep = key.empty() ? key : key + '#' + std::to_string(++s.stepsMade);
    }
    s.lastEdit = now;
    s.redoSteps.clear();
    s.newerLabel.reset();
    s.file.push({FileStep::Kind::Edit, std::move(after), format::utf8(label), s.mergeStep});
    announce();
    return true;
}

bool PlanDocument::setItemState(const QString& item, ItemState state)
{
    const std::string id = format::utf8(item);
    const QString label = tr("%1: %2").arg(wording::nodeTitle(plan(), id), wording::itemState(state));
    return edit(label, [&](Inputs& inputs) {
        if (stateOf(inputs, id) == state)
            return;
        ItemInput& entry = inputs.items[id];
        entry.state = state;
        entry.changed = today();
        // An item never touched and one ticked and cleared again are the same.
        if (state == ItemState::missing && entry.note.empty() && entry.owner.empty())
            inputs.items.erase(id);
    });
}

QStringList PlanDocument::scenarios() const
{
    QStringList names;
    for (const Scenario& scenario : m_state->project.scenarios)
        names += format::text(scenario.name);
    return names;
}

QString PlanDocument::activeScenario() const
{
    return format::text(m_state->active);
}

bool PlanDocument::setActiveScenario(const QString& name)
{
    State& s = *m_state;
    const std::string wanted = format::utf8(name);
    if (wanted == s.active)
        return true;
    if ((!wanted.empty() && !findScenario(s.project, wanted)) || !show(s.project, wanted))
        return false;
    s.mergeKey.clear();
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
    return write(std::move(*after), tr("Make “%1” the base plan").arg(name), {},
                 name == activeScenario() ? std::string() : m_state->active);
}

bool PlanDocument::editProject(const QString& label, const std::function<void(Project&)>& change,
                               const std::optional<QString>& open)
{
    Project after = contents();
    change(after);
    return write(std::move(after), label, {}, open ? format::utf8(*open) : m_state->active);
}

bool PlanDocument::canUndo() const
{
    return !m_state->readOnly && (!m_state->undoSteps.empty() || m_state->olderLabel);
}

bool PlanDocument::canRedo() const
{
    return !m_state->readOnly && (!m_state->redoSteps.empty() || m_state->newerLabel);
}

QString PlanDocument::undoLabel() const
{
    const State& s = *m_state;
    return format::text(s.undoSteps.empty() ? s.olderLabel.value_or(std::string()) : s.undoSteps.back().label);
}

QString PlanDocument::redoLabel() const
{
    const State& s = *m_state;
    return format::text(s.redoSteps.empty() ? s.newerLabel.value_or(std::string()) : s.redoSteps.back().label);
}

void PlanDocument::undo()
{
    State& s = *m_state;
    if (s.undoSteps.empty()) {
        undoInFile();
        return;
    }
    if (!show(s.undoSteps.back().before, s.undoSteps.back().from))
        return;
    s.redoSteps.push_back(std::move(s.undoSteps.back()));
    s.undoSteps.pop_back();
    s.mergeKey.clear();
    s.file.push({FileStep::Kind::Undo, s.project, s.redoSteps.back().label, {}});
    announce();
}

void PlanDocument::redo()
{
    State& s = *m_state;
    if (s.redoSteps.empty()) {
        redoInFile();
        return;
    }
    if (!show(s.redoSteps.back().after, s.redoSteps.back().to))
        return;
    s.undoSteps.push_back(std::move(s.redoSteps.back()));
    s.redoSteps.pop_back();
    s.mergeKey.clear();
    s.file.push({FileStep::Kind::Redo, s.project, s.undoSteps.back().label, {}});
    announce();
}

void PlanDocument::undoInFile()
{
    State& s = *m_state;
    if (!s.olderLabel || !waitUntilSaved())
        return;
    const std::string label = *s.olderLabel;
    Project after = s.project;
    const std::string open = s.active;
    const auto moved = s.file.move(FileStep::Kind::Undo);
    if (!moved)
        Q_EMIT editRefused(moved.error());
    s.olderLabel = moved && *moved ? (*moved)->label : std::nullopt;
    if (moved && *moved) {
        if (show((*moved)->project, open))
            s.redoSteps.push_back({s.project, std::move(after), label, s.active, open});
        else
            s.file.push({FileStep::Kind::Redo, std::move(after), label, {}});
    }
    s.mergeKey.clear();
    announce();
}

void PlanDocument::redoInFile()
{
    State& s = *m_state;
    if (!s.newerLabel || !waitUntilSaved())
        return;
    const std::string label = *s.newerLabel;
    Project before = s.project;
    const std::string open = s.active;
    const auto moved = s.file.move(FileStep::Kind::Redo);
    if (!moved)
        Q_EMIT editRefused(moved.error());
    s.newerLabel = moved && *moved ? (*moved)->label : std::nullopt;
    if (moved && *moved) {
        if (show((*moved)->project, open))
            s.undoSteps.push_back({std::move(before), s.project, label, open, s.active});
        else
            s.file.push({FileStep::Kind::Undo, std::move(before), label, {}});
    }
    s.mergeKey.clear();
    announce();
}

void PlanDocument::announce()
{
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
        if (reopened->document.catalogue.sha256 != now.catalogue.sha256)
            Q_EMIT catalogueReplaced();
        if (mode == OpenMode::readWrite)
            now.readOnly.reset();
        now.undoSteps.clear();
        now.redoSteps.clear();
        now.olderLabel = reopened->undoLabel;
        now.newerLabel = reopened->redoLabel;
        now.mergeKey.clear();
        now.catalogue = reopened->document.catalogue;
        show(reopened->document.project, now.active);
        announce();
        Q_EMIT saveStateChanged(); // of the right to write as well
        Q_EMIT reloaded(format::text(reopened->kept));
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
