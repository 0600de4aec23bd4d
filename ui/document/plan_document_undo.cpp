// Undo and redo of a PlanDocument: the steps of this session from memory, older and newer ones from the file.
#include "ui/base/format.h"
#include "ui/document/plan_document_state.h"

#include <utility>

namespace trestle {

namespace {

FileStep::Kind fileStep(UndoDirection direction)
{
    return direction == UndoDirection::back ? FileStep::Kind::Undo : FileStep::Kind::Redo;
}

FileStep::Kind fileStepAgainst(UndoDirection direction)
{
    return direction == UndoDirection::back ? FileStep::Kind::Redo : FileStep::Kind::Undo;
}

Edited walked(UndoDirection direction, const std::string& label)
{
    return {direction == UndoDirection::back ? Edited::Kind::Undone : Edited::Kind::Redone, format::text(label)};
}

} // namespace

bool PlanDocument::canUndo() const
{
    return !readOnlyReason() && m_state->history.can(UndoDirection::back);
}

bool PlanDocument::canRedo() const
{
    return !readOnlyReason() && m_state->history.can(UndoDirection::forward);
}

QString PlanDocument::undoLabel() const
{
    return format::text(m_state->history.label(UndoDirection::back));
}

QString PlanDocument::redoLabel() const
{
    return format::text(m_state->history.label(UndoDirection::forward));
}

void PlanDocument::undo()
{
    walk(UndoDirection::back);
}

void PlanDocument::redo()
{
    walk(UndoDirection::forward);
}

void PlanDocument::walk(UndoDirection direction)
{
    State& s = *m_state;
    if (s.history.isWaiting()) { // pressed again before the last is there
        s.history.queue(direction);
        return;
    }
    if (!s.session.takesSteps() || !s.history.can(direction))
        return;
    const OpenProject* target = s.history.target(direction);
    if (!target) {
        walkInFile(direction);
        return;
    }
    std::shared_ptr<const Plan> plan = planOrRefusal(*target);
    if (!plan)
        return;
    tellOfCatalogue(*target);
    const std::string label = s.history.step(direction);
    s.plan = std::move(plan);
    s.session.push({fileStep(direction), s.document(), label, {}});
    announce();
    Q_EMIT edited(walked(direction, label));
}

/// A step that is older, or newer, than this window: only the file knows what it leads to. The file's thread takes it
/// after the edits so far, and the window follows when it is there.
void PlanDocument::walkInFile(UndoDirection direction)
{
    m_state->history.wait();
    m_state->session.move(fileStep(direction), [this, direction](Result<FileThread::Moved> moved) {
        takeFileWalk({direction, std::move(moved)});
    });
}

void PlanDocument::takeFileWalk(const FileWalk& walk)
{
    EditHistory& history = m_state->history;
    const std::string label = history.label(walk.direction);
    history.endWait();
    bool followed = false;
    if (!walk.moved)
        Q_EMIT editRefused(walk.moved.error());
    else if (walk.moved->outcome != FileThread::Moved::Outcome::stuck) // a banner tells why
        followed = followFileWalk(walk);
    if (!walk.moved || !walk.moved->document)
        history.clearQueue();
    announce();
    if (followed)
        Q_EMIT edited(walked(walk.direction, label));
    while (!history.isWaiting()) {
        const std::optional<UndoDirection> next = history.takeQueued();
        if (!next)
            break;
        this->walk(*next); // from memory, or another step of the file
    }
}

/// Whether the window shows another step now.
bool PlanDocument::followFileWalk(const FileWalk& walk)
{
    State& s = *m_state;
    std::string label = s.history.passFileStep(walk.direction, walk.moved->label);
    if (!walk.moved->document)
        return false; // nothing there
    OpenProject to = s.opened(*walk.moved->document);
    std::shared_ptr<const Plan> plan = planOrRefusal(to);
    if (!plan) {
        // It gives no plan: the file goes back to what the window shows.
        s.session.push({fileStepAgainst(walk.direction), s.document(), std::move(label), {}});
        return false;
    }
    tellOfCatalogue(to);
    s.history.stepInFile(walk.direction, std::move(to), std::move(label));
    s.plan = std::move(plan);
    return true;
}

} // namespace trestle
