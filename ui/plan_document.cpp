#include "ui/plan_document.h"

#include "ui/file_thread.h"
#include "ui/format.h"
#include "ui/plan_risk.h"
#include "ui/wording.h"

#include <QDate>

#include <chrono>
#include <utility>
#include <vector>

namespace trestle {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
/// Edits of one field that follow each other this closely are one step of undo, as in the file.
constexpr std::chrono::seconds kMergeWithin{1};

/// An edit that can be taken back: all of the project before and after, which is small.
struct Step {
    Project before;
    Project after;
    std::string label;
};

Date systemToday()
{
    return format::fromQDate(QDate::currentDate());
}

} // namespace

struct PlanDocument::State {
    State(PlanFile opened, Plan computed)
        : project(opened.document().project), catalogue(opened.document().catalogue), plan(std::move(computed)),
          path(format::text(opened.path())), olderLabel(opened.undoLabel()), newerLabel(opened.redoLabel()),
          file(std::move(opened))
    {
    }

    Project project;
    LoadedCatalogue catalogue;
    Plan plan;
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

    SaveState saveState = SaveState::Saved;
    Error error;
    FileThread file;
};

PlanDocument::PlanDocument(std::unique_ptr<State> state) : m_state(std::move(state))
{
    connect(&m_state->risk, &PlanRisk::changed, this, &PlanDocument::riskChanged);
    m_state->risk.follow(m_state->plan);
    connect(&m_state->file, &FileThread::progressed, this, &PlanDocument::updateSaveState);
    connect(&m_state->file, &FileThread::copySaved, this, &PlanDocument::copySaved);
    connect(&m_state->file, &FileThread::copyFailed, this, &PlanDocument::copyFailed);
}

PlanDocument::~PlanDocument() = default;

Result<std::unique_ptr<PlanDocument>> PlanDocument::adopt(PlanFile file)
{
    const ProjectDocument& document = file.document();
    Result<Plan> plan = makePlan(document.catalogue.catalogue, document.project.base);
    if (!plan)
        return std::unexpected(plan.error());
    auto state = std::make_unique<State>(std::move(file), std::move(*plan));
    return std::unique_ptr<PlanDocument>(new PlanDocument(std::move(state)));
}

const Plan& PlanDocument::plan() const
{
    return m_state->plan;
}

const Inputs& PlanDocument::inputs() const
{
    return m_state->project.base;
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

QString PlanDocument::filePath() const
{
    return m_state->path;
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

bool PlanDocument::show(Project project)
{
    Result<Plan> plan = makePlan(m_state->catalogue.catalogue, project.base);
    if (plan && !project.scenarios.empty()) {
        if (const Result<void> sound = checkProject(*m_state->catalogue.catalogue, project); !sound)
            plan = std::unexpected(sound.error());
    }
    if (!plan) {
        Q_EMIT editRefused(plan.error());
        return false;
    }
    m_state->plan = std::move(*plan);
    m_state->risk.follow(m_state->plan);
    m_state->project = std::move(project);
    return true;
}

bool PlanDocument::edit(const QString& label, const std::function<void(Inputs&)>& change, const QString& mergeKey)
{
    State& s = *m_state;
    Project before = s.project;
    Project after = before;
    change(after.base);
    if (after == before || !show(after))
        return false;

    const SteadyTime now = std::chrono::steady_clock::now();
    const std::string key = format::utf8(mergeKey);
    const bool merges = !key.empty() && key == s.mergeKey && !s.undoSteps.empty() && now - s.lastEdit < kMergeWithin;
    if (merges) {
        s.undoSteps.back().after = after;
        s.undoSteps.back().label = format::utf8(label);
        if (s.undoSteps.back().before == after) {
            s.undoSteps.pop_back(); // typed back to what it was: nothing is left to undo
            s.mergeKey.clear();
        }
    } else {
        s.undoSteps.push_back({std::move(before), after, format::utf8(label)});
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

bool PlanDocument::canUndo() const
{
    return !m_state->undoSteps.empty() || m_state->olderLabel;
}

bool PlanDocument::canRedo() const
{
    return !m_state->redoSteps.empty() || m_state->newerLabel;
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
    if (!show(s.undoSteps.back().before))
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
    if (!show(s.redoSteps.back().after))
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
    const auto moved = s.file.move(FileStep::Kind::Undo);
    if (!moved)
        Q_EMIT editRefused(moved.error());
    s.olderLabel = moved && *moved ? (*moved)->label : std::nullopt;
    if (moved && *moved) {
        if (show((*moved)->project))
            s.redoSteps.push_back({s.project, std::move(after), label});
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
    const auto moved = s.file.move(FileStep::Kind::Redo);
    if (!moved)
        Q_EMIT editRefused(moved.error());
    s.newerLabel = moved && *moved ? (*moved)->label : std::nullopt;
    if (moved && *moved) {
        if (show((*moved)->project))
            s.undoSteps.push_back({std::move(before), s.project, label});
        else
            s.file.push({FileStep::Kind::Undo, std::move(before), label, {}});
    }
    s.mergeKey.clear();
    announce();
}

void PlanDocument::announce()
{
    Q_EMIT planChanged();
    Q_EMIT riskChanged();
    Q_EMIT undoChanged();
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

void PlanDocument::retrySaving()
{
    m_state->file.retry();
}

void PlanDocument::saveCopy(const QString& path)
{
    m_state->file.saveCopy(format::utf8(path), m_state->project);
}

bool PlanDocument::waitUntilSaved(int milliseconds)
{
    const bool saved = m_state->file.wait(std::chrono::milliseconds(milliseconds));
    updateSaveState();
    return saved;
}

} // namespace trestle
