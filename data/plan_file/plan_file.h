#pragma once

#include "data/project_json.h"
#include "models/plan.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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

enum class OpenMode : std::uint8_t { readWrite, readOnly };

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
    /// Moves the head to the parent, or to the child it was undone from; false when there is none.
    Result<bool> undo();
    Result<bool> redo();
    [[nodiscard]] std::optional<std::string> undoLabel() const; ///< absent: nothing to undo
    [[nodiscard]] std::optional<std::string> redoLabel() const;

    Result<std::vector<Revision>> history() const; ///< oldest first
    /// What a revision holds, verified.
    Result<ProjectDocument> documentAt(std::int64_t revision) const;
    /// Names a version, which is then kept for good; empty takes the name off. Names are unique (duplicateName).
    Result<void> setTag(std::int64_t revision, const std::string& name);
    /// A sound copy at another path, which must not exist.
    Result<void> saveCopy(const std::string& path) const;

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
};
/// Reads every page and every revision; changes nothing. A file that is no plan at all is an error, not a report.
Result<CheckReport> checkPlanFile(const std::string& path);
/// Writes a new file at `target` from the newest revision that verifies; never touches `path`.
Result<void> repairPlanFile(const std::string& path, const std::string& target);

} // namespace trestle
