// Undo and redo of a PlanDocument: the steps of this session from memory, older and newer ones from the file.
#include "ui/plan_document_state.h"

namespace trestle {

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
    if (s.undoSteps.empty() || s.walking) {
        walkInFile(true);
        return;
    }
    if (s.reloading)
        return;
    if (!show(s.undoSteps.back().before, s.undoSteps.back().from))
        return;
    s.redoSteps.push_back(std::move(s.undoSteps.back()));
    s.undoSteps.pop_back();
    s.mergeKey.clear();
    s.file.push({FileStep::Kind::Undo, s.project, s.redoSteps.back().label, {}});
    const QString label = format::text(s.redoSteps.back().label);
    announce();
    Q_EMIT edited({Edited::Kind::Undone, label});
}

void PlanDocument::redo()
{
    State& s = *m_state;
    if (s.redoSteps.empty() || s.walking) {
        walkInFile(false);
        return;
    }
    if (s.reloading)
        return;
    if (!show(s.redoSteps.back().after, s.redoSteps.back().to))
        return;
    s.undoSteps.push_back(std::move(s.redoSteps.back()));
    s.redoSteps.pop_back();
    s.mergeKey.clear();
    s.file.push({FileStep::Kind::Redo, s.project, s.undoSteps.back().label, {}});
    const QString label = format::text(s.undoSteps.back().label);
    announce();
    Q_EMIT edited({Edited::Kind::Redone, label});
}

/// A step that is older, or newer, than this window: only the file knows what it leads to. The file's thread takes it
/// after the edits so far, and the window follows when it is there.
void PlanDocument::walkInFile(bool back)
{
    State& s = *m_state;
    if (s.walking) {
        s.walks.push_back(back); // pressed again before the last is there
        return;
    }
    const auto& label = back ? s.olderLabel : s.newerLabel;
    if (!label || s.readOnly || s.reloading)
        return;
    s.walking = true;
    s.file.move(back ? FileStep::Kind::Undo : FileStep::Kind::Redo,
                [this, back](Result<FileThread::Moved> moved) { takeWalk({back, std::move(moved)}); });
}

void PlanDocument::takeWalk(const Walk& walk)
{
    State& s = *m_state;
    s.walking = false;
    const QString label = format::text((walk.back ? s.olderLabel : s.newerLabel).value_or(std::string()));
    bool followed = false;
    if (!walk.moved)
        Q_EMIT editRefused(walk.moved.error());
    else if (walk.moved->outcome != FileThread::Moved::Outcome::stuck) // a banner tells why
        followed = followWalk(walk);
    if (!walk.moved || !walk.moved->project)
        s.walks.clear();
    s.mergeKey.clear();
    announce();
    if (followed)
        Q_EMIT edited({walk.back ? Edited::Kind::Undone : Edited::Kind::Redone, label});
    while (!s.walking && !s.walks.empty()) {
        const bool back = s.walks.front();
        s.walks.pop_front();
        back ? undo() : redo(); // from memory, or another walk
    }
}

/// Whether the window shows another step now.
bool PlanDocument::followWalk(const Walk& walk)
{
    State& s = *m_state;
    const bool back = walk.back;
    std::optional<std::string>& labelNow = back ? s.olderLabel : s.newerLabel;
    const std::string label = std::exchange(labelNow, walk.moved->label).value_or(std::string());
    if (!walk.moved->project)
        return false; // nothing there
    Project before = s.project;
    const std::string from = s.active;
    if (!show(*walk.moved->project, from)) {
        // It gives no plan: the file goes back to what the window shows.
        s.file.push({back ? FileStep::Kind::Redo : FileStep::Kind::Undo, std::move(before), label, {}});
        return false;
    }
    if (back)
        s.redoSteps.push_back({s.project, std::move(before), label, s.active, from});
    else
        s.undoSteps.push_back({std::move(before), s.project, label, from, s.active});
    return true;
}

} // namespace trestle
