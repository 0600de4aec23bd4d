#pragma once

#include "models/loaded_catalogue.h"
#include "models/scenario.h"
#include "models/scenario_overlay.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

/// The edits of an open plan, and the way back through them. Values alone: whoever holds a history makes the plan of
/// where a step leads first, and takes the step only if there is such a plan.
///
///     EditHistory history({project, ""}, {});
///     history.edit({renamed, ""}, "Name", "name", now);       // one step
///     history.target(UndoDirection::back);                    // where undo would lead
///     history.step(UndoDirection::back);                      // it is there: history.now()
namespace trestle {

/// A project with its catalogue and the scenario that is open in it. An empty name is the base.
struct OpenProject {
    Project project;
    std::string scenario;
    CatalogueText catalogue = nullptr;

    /// Whether a file would hold the same: which scenario is open is no matter of it.
    [[nodiscard]] bool holdsSameAs(const OpenProject& other) const
    {
        return project == other.project && isSame(catalogue, other.catalogue);
    }
};

/// The project with that scenario open, or with the base where it has no such scenario.
OpenProject openIn(Project project, std::string scenario, CatalogueText catalogue = nullptr);

/// What an edit of the open inputs makes of the project.
struct InputsEdit {
    Project after;
    std::vector<Unheld> unheld;   ///< what the scenario can't hold; it went to the base, or nowhere
    bool isOfTheScenario = false; ///< the open scenario has changed, and not the base alone
};

/// Errors: unknownScenario.
Result<InputsEdit> editInputs(const OpenProject& now, const Inputs& edited);

enum class UndoDirection : std::uint8_t { back, forward };

/// The labels of the steps next to a session's own, which the plan file holds.
struct FileLabels {
    std::optional<std::string> older;
    std::optional<std::string> newer;
};

/// The steps made since a plan was opened are held here whole. Older and newer ones are in the plan file: of those the
/// next labels are known here, and where one leads is there once the file was read.
class EditHistory {
public:
    using Time = std::chrono::steady_clock::time_point;
    /// Edits of one field that follow each other this closely are one step, as in the file.
    static constexpr std::chrono::seconds kMergeWithin{1};

    EditHistory(OpenProject now, FileLabels labels);

    [[nodiscard]] const OpenProject& now() const { return m_now; }

    struct Recorded {
        bool isReverted = false; ///< typed or clicked back to what it was: there is no such step any more
        std::string mergeKey;    ///< for the file: the same for the edits that are one step, and for no others
    };
    /// Takes an edit. `key` names the field that it was made in; empty: it is a step of its own.
    Recorded edit(OpenProject after, std::string label, const std::string& key, Time at);
    /// Opens another scenario. Not an edit.
    void open(std::string scenario);
    /// What follows is a step of its own.
    void endMerge() { m_key.clear(); }
    /// Starts over from what the file has now.
    void reload(OpenProject now, FileLabels labels);

    [[nodiscard]] bool can(UndoDirection direction) const;
    [[nodiscard]] std::string label(UndoDirection direction) const; ///< of the next step; empty: none
    /// Where the next step leads; null where that is not held here.
    [[nodiscard]] const OpenProject* target(UndoDirection direction) const;
    /// Takes the step to target(), which must not be null. The label of the step.
    std::string step(UndoDirection direction);

    /// A step that the file holds is being read; meanwhile what is asked for queues up.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    void wait() { m_isWaiting = true; }
    void queue(UndoDirection direction) { m_queue.push_back(direction); }
    void clearQueue() { m_queue.clear(); }
    std::optional<UndoDirection> takeQueued(); ///< the first; absent: none
    /// It was read, or could not be.
    void endWait();
    /// The file stands one step further, and its next label in that direction is this. The label of the step.
    std::string passFileStep(UndoDirection direction, std::optional<std::string> next);
    /// Takes that step.
    void stepInFile(UndoDirection direction, OpenProject to, std::string label);

private:
    struct Step {
        OpenProject before;
        OpenProject after;
        std::string label;
    };
    [[nodiscard]] const std::vector<Step>& steps(UndoDirection direction) const;
    [[nodiscard]] const std::optional<std::string>& fileLabel(UndoDirection direction) const;

    OpenProject m_now;
    std::vector<Step> m_back;    // the last is the next to undo
    std::vector<Step> m_forward; // the last is the next to redo
    FileLabels m_labels;         // of the file's steps beyond those
    bool m_isWaiting = false;
    std::deque<UndoDirection> m_queue;

    std::string m_key;      // of the last edit, until anything else happens
    std::string m_mergeKey; // the same with the number of its step, for the file
    int m_stepsMade = 0;
    Time m_lastEdit;
};

} // namespace trestle
