#include "models/edit_history.h"

#include "models/scenarios.h"

#include <utility>

namespace trestle {

OpenProject openIn(Project project, std::string scenario, CatalogueText catalogue)
{
    if (!findScenario(project, scenario))
        scenario.clear();
    return {std::move(project), std::move(scenario), std::move(catalogue)};
}

Result<InputsEdit> editInputs(const OpenProject& now, const Inputs& edited)
{
    Result<Project> after = editScenario(now.project, now.scenario, edited);
    if (!after)
        return std::unexpected(after.error());
    InputsEdit edit{std::move(*after), {}, false};
    if (const Scenario* scenario = findScenario(now.project, now.scenario)) {
        edit.unheld = overlayOf(now.project.base, edited, *scenario).unheld;
        edit.isOfTheScenario = edit.after.scenarios != now.project.scenarios;
    }
    return edit;
}

EditHistory::EditHistory(OpenProject now, FileLabels labels) : m_now(std::move(now)), m_labels(std::move(labels)) {}

EditHistory::Recorded EditHistory::edit(OpenProject after, std::string label, const std::string& key, Time at)
{
    const bool merges = !key.empty() && key == m_key && !m_back.empty() && at - m_lastEdit < kMergeWithin;
    bool isReverted = false;
    if (merges) {
        Step& last = m_back.back();
        last.after = after;
        last.label = std::move(label);
        isReverted = last.before.holdsSameAs(after);
        if (isReverted) {
            m_back.pop_back();
            m_key.clear();
        }
    } else {
        m_back.push_back({m_now, after, std::move(label)});
        m_key = key;
        m_mergeKey = key.empty() ? key : key + '#' + std::to_string(++m_stepsMade);
    }
    m_now = std::move(after);
    m_lastEdit = at;
    m_forward.clear();
    m_labels.newer.reset();
    return {isReverted, m_mergeKey};
}

void EditHistory::open(std::string scenario)
{
    m_now.scenario = std::move(scenario);
    endMerge();
}

void EditHistory::reload(OpenProject now, FileLabels labels)
{
    m_now = std::move(now);
    m_labels = std::move(labels);
    m_back.clear();
    m_forward.clear();
    clearQueue();
    endMerge();
}

const std::vector<EditHistory::Step>& EditHistory::steps(UndoDirection direction) const
{
    return direction == UndoDirection::back ? m_back : m_forward;
}

const std::optional<std::string>& EditHistory::fileLabel(UndoDirection direction) const
{
    return direction == UndoDirection::back ? m_labels.older : m_labels.newer;
}

bool EditHistory::can(UndoDirection direction) const
{
    return !steps(direction).empty() || fileLabel(direction);
}

std::string EditHistory::label(UndoDirection direction) const
{
    const auto& held = steps(direction);
    return held.empty() ? fileLabel(direction).value_or(std::string()) : held.back().label;
}

const OpenProject* EditHistory::target(UndoDirection direction) const
{
    const auto& held = steps(direction);
    if (held.empty())
        return nullptr;
    return direction == UndoDirection::back ? &held.back().before : &held.back().after;
}

std::string EditHistory::step(UndoDirection direction)
{
    const bool back = direction == UndoDirection::back;
    auto& from = back ? m_back : m_forward;
    auto& to = back ? m_forward : m_back;
    to.push_back(from.back());
    m_now = back ? from.back().before : from.back().after;
    from.pop_back();
    endMerge();
    return to.back().label;
}

std::optional<UndoDirection> EditHistory::takeQueued()
{
    if (m_queue.empty())
        return std::nullopt;
    const UndoDirection first = m_queue.front();
    m_queue.pop_front();
    return first;
}

void EditHistory::endWait()
{
    m_isWaiting = false;
    endMerge();
}

std::string EditHistory::passFileStep(UndoDirection direction, std::optional<std::string> next)
{
    auto& label = direction == UndoDirection::back ? m_labels.older : m_labels.newer;
    return std::exchange(label, std::move(next)).value_or(std::string());
}

void EditHistory::stepInFile(UndoDirection direction, OpenProject to, std::string label)
{
    if (direction == UndoDirection::back)
        m_forward.push_back({to, m_now, std::move(label)});
    else
        m_back.push_back({m_now, to, std::move(label)});
    m_now = std::move(to);
}

} // namespace trestle
