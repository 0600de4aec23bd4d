#pragma once

#include "data/project_json.h"
#include "models/plan/plan.h"
#include "models/progress/forecast.h"
#include "models/risk/simulation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The `.trestle` file: one SQLite database per plan, every edit its own transaction, every state kept.
namespace trestle {

/// Milliseconds since 1970, UTC. Injected, so that tests and reproducible runs have fixed times.
using Clock = std::function<std::int64_t()>;
std::int64_t systemClock();

struct Revision {
    std::int64_t id = 0;
    std::optional<std::int64_t> parent;
    std::int64_t at = 0; ///< milliseconds since 1970, UTC
    std::string label;   ///< what the edit was, for people
    std::string tag;     ///< name of the version, or empty
};

/// What an assistant asked of the plan, or proposed.
struct AssistantCall {
    std::int64_t at = 0;   ///< milliseconds since 1970, UTC
    std::string client;    ///< as it calls itself
    std::string tool;      ///< "figures"
    std::string arguments; ///< as JSON
    bool failed = false;
    friend bool operator==(const AssistantCall&, const AssistantCall&) = default;
};

/// What a status date promised, of the base or of a scenario.
struct KeptForecast {
    std::string scenario; ///< empty: the base
    Forecast forecast;
    friend bool operator==(const KeptForecast&, const KeptForecast&) = default;
};

/// A scenario's plan and its simulation, for the computed tables.
struct SimulatedScenario {
    std::string scenario; ///< empty: the base
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Risk> risk; ///< of that plan
};

enum class OpenMode : std::uint8_t { readWrite, readOnly };

/// What others did to the file of an open plan: a sync tool, a file manager, another program, or for a plan that is
/// open to read while another process writes to it.
struct OutsideChange {
    enum class Kind : std::uint8_t {
        none,
        edited,   ///< the same file has another head: someone wrote into it
        replaced, ///< the path leads to another file now; the one that is open has no name any more, or another
        gone,     ///< nothing is at the path
    };
    Kind kind = Kind::none;
    /// With edited and replaced: where the plan there stands, and whether our head is among its revisions, so that
    /// reopen() loses nothing.
    std::optional<Revision> head;
    bool holdsOurs = false;
};

/// An open plan file. Not thread-safe: one thread owns it (in the window, the document's file thread).
/// After a failed write the file is as it was before, and so is this object.
/// Who opens one to write holds its lock as long as the object lives: a second opener, in another process or in this
/// one, gets lockedPlan with the holder's name. Reading needs no lock and sees the last finished edit.
class PlanFile {
public:
    /// Makes a new file with a first revision; refuses a path where something exists (fileExists).
    /// A base that gives no plan is refused with makePlan's error.
    static Result<PlanFile> create(const std::string& path, const ProjectDocument& document, const std::string& label,
                                   Clock clock = systemClock);
    /// A file that cannot be opened readWrite (fileUnwritable, lockedPlan) may still open readOnly. readOnly needs only
    /// the head to be sound; readWrite the whole page structure, so that no write makes damage worse.
    static Result<PlanFile> open(const std::string& path, OpenMode mode = OpenMode::readWrite,
                                 Clock clock = systemClock);
    /// What opening readWrite leaves for later where the file is large: that the page structure is sound (damagedPlan).
    /// The first write asks for it as well; asked before, in the file's thread, damage is known before there is an edit
    /// that cannot be written. Reads the whole file once; nothing for a file opened readOnly.
    Result<void> checkStructure();
    ~PlanFile();
    PlanFile(PlanFile&&) noexcept;
    PlanFile& operator=(PlanFile&&) noexcept;

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] const ProjectDocument& document() const; ///< of the head revision
    [[nodiscard]] Revision head() const;

    /// One transaction: a new revision after the head, and the computed tables. An edit with the same non-empty
    /// `mergeKey` (the field it changes) within one second of the last replaces that revision instead, unless it is
    /// tagged or has children. Nothing changed: no revision. Refused: a project that breaks a rule, or whose base gives
    /// no plan.
    Result<void> edit(const Project& after, const std::string& label, const std::string& mergeKey = {});
    /// The same for an edit that may bring another catalogue: the revision names that one.
    Result<void> edit(const ProjectDocument& after, const std::string& label, const std::string& mergeKey = {});
    /// Moves the head to the parent, or to the child it was undone from; false when there is none.
    Result<bool> undo();
    Result<bool> redo();
    [[nodiscard]] std::optional<std::string> undoLabel() const; ///< absent: nothing to undo
    [[nodiscard]] std::optional<std::string> redoLabel() const;

    /// Puts a simulation into the computed tables, tagged with the head revision: no edit and no revision of its own.
    /// False, and nothing is written, where the head holds other inputs of that scenario or another catalogue by now,
    /// or the tables hold that simulation already. Edits take it out again.
    Result<bool> keepRisk(const SimulatedScenario& simulated);

    Result<std::vector<Revision>> history() const; ///< oldest first
    /// Calls of assistants are kept beside the history: no edits, and nothing can be undone about them. The newest
    /// thousand stay; salvaging a damaged file leaves them behind.
    Result<void> keepCalls(std::span<const AssistantCall> calls);
    Result<std::vector<AssistantCall>> assistantCalls() const; ///< oldest first
    /// Forecasts are kept beside the history too: one for each scenario and status date, a later one in place of an
    /// earlier one. Those of a scenario go with it when it gets another name. False: they are there as they are, and
    /// nothing is written.
    Result<bool> keepForecasts(std::span<const KeptForecast> forecasts);
    /// Of the base (empty) or of a scenario, the oldest first. A row that damage has changed is left out;
    /// checkPlanFile() tells of it.
    Result<Forecasts> forecasts(const std::string& scenario = {}) const;
    /// What a revision holds, verified.
    Result<ProjectDocument> documentAt(std::int64_t revision) const;
    /// Names a version, which is then kept for good; empty takes the name off. Names are unique (duplicateName).
    Result<void> setTag(std::int64_t revision, const std::string& name);
    /// A sound copy at another path, which must not exist. Sound too while others edit the plan.
    Result<void> saveCopy(const std::string& path) const;

    /// Looks for what others did. Two system calls where they did nothing, so that it can be asked often: when the
    /// window gets the focus, when a file watcher calls, once a second. No edit is ever written over what others did:
    /// it fails with fileNotFound (gone) or fileUnwritable, and this object stays as it was. An error: what is at the
    /// path cannot be read, for now (a sync tool may be half done) or for good.
    ///
    ///     const auto change = file.outsideChange();
    ///     if (change && change->kind != OutsideChange::Kind::none && change->kind != OutsideChange::Kind::gone) {
    ///         if (!change->holdsOurs || somethingIsPending)
    ///             file.keepAside(nameOfItsOwn, latest, tr("Kept when ... was replaced")); // both are kept
    ///         file.reopen();
    ///     }
    [[nodiscard]] Result<OutsideChange> outsideChange() const;
    /// Opens what is at the path now, and keeps the lock. On an error this object stays as it was. With a mode it
    /// changes to that: a plan that was open elsewhere may have become free to write to.
    Result<void> reopen(std::optional<OpenMode> mode = {});
    [[nodiscard]] OpenMode mode() const;
    /// Writes what others have not got to a new file: the whole history where the file that is open still has it, with
    /// `latest` as one more revision where it differs; else a new plan that holds `latest` alone. `label` is that
    /// revision's. Touches nothing at path(), and works where that is gone.
    Result<void> keepAside(const std::string& path, const Project& latest, const std::string& label) const;
    Result<void> keepAside(const std::string& path, const ProjectDocument& latest, const std::string& label) const;

private:
    struct State;
    explicit PlanFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// What `trestle check` reports of a file.
struct CheckReport {
    std::int64_t revisions = 0;
    std::int64_t verified = 0;              ///< whose hash is right
    std::optional<Error> problem;           ///< absent: sound
    std::optional<std::int64_t> repairable; ///< newest revision that verifies, when there is a problem
    std::optional<Revision> repairedHead;   ///< the same, with its time and label; without its name
};
/// Reads every page and every revision; changes nothing. A file that is no plan at all is an error, not a report.
Result<CheckReport> checkPlanFile(const std::string& path);
/// Writes a new file at `target` from the newest revision that verifies; never touches `path`.
Result<void> repairPlanFile(const std::string& path, const std::string& target);

} // namespace trestle
