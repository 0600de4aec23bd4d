#pragma once

#include "data/plan_file/plan_file.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace trestle {

/// One step for the plan file. Undo and redo carry the state they lead to, so that file and window cannot drift apart
/// where the file merged fewer edits than the window did.
struct FileStep {
    enum class Kind : std::uint8_t { Edit, Undo, Redo };
    Kind kind = Kind::Edit;
    ProjectDocument target;
    std::string label;
    std::string mergeKey;
};

/// What there is after the file was opened again.
struct ReopenedFile {
    ProjectDocument document;
    std::optional<std::string> undoLabel;
    std::optional<std::string> redoLabel;
    std::string kept; ///< the file that holds what the window had; empty: nothing would have been lost
};

/// What is done with the open file in its thread; what it returns is done in the window's thread afterwards.
using FileJob = std::function<std::function<void()>(PlanFile&)>;

/// Owns the plan file and a thread that writes to it, step by step in the order given. A step that fails stays at the
/// front; it is tried again with the next step or by retry(). All public functions belong to the window's thread.
class FileThread : public QObject {
    Q_OBJECT
public:
    explicit FileThread(PlanFile file);
    ~FileThread() override; ///< tries what is left once more, then stops

    /// Consecutive edits with the same merge key that wait their turn become one.
    void push(FileStep step);
    void retry();

    [[nodiscard]] bool idle() const; ///< nothing waits
    [[nodiscard]] std::optional<Error> failure() const;
    /// Until idle or failed, simulations included; true if idle.
    bool wait(std::chrono::milliseconds limit);

    /// A copy of the file; where steps are stuck, or the file is gone, with `latest` as one more revision. Answers by
    /// copySaved, copyFailed.
    void saveCopy(const std::string& path, ProjectDocument latest);

    /// A simulation for the file's computed tables, after the steps so far. It is no edit: where it does not get there,
    /// or comes too late, nothing is lost and nothing is told.
    void keepRisk(SimulatedScenario simulated);

    struct Moved {
        enum class Outcome : std::uint8_t { moved, nothingThere, stuck };
        Outcome outcome = Outcome::moved;
        std::optional<ProjectDocument> document; ///< where it leads to, when moved
        std::optional<std::string> label;        ///< of the next step in the same direction
    };
    /// Undo or redo of a step that the window does not know, after the steps so far; stuck where those could not be
    /// written. The answer comes in the window's thread.
    void move(FileStep::Kind direction, std::function<void(Result<Moved>)> then);
    /// Reads, names and the like: after the steps so far, off the window's thread. What the job returns runs in the
    /// window's thread, unless this object is gone by then.
    void run(FileJob job);

    /// What the window has, and where it goes if the file on disk does not have it.
    struct Ours {
        ProjectDocument latest;
        std::string path;
        std::string label;
    };
    /// Opens what is at the path now, in a mode if one is given. Steps that wait, and a head that the file there does
    /// not know, are written to a file of their own first. On an error everything stays as it was.
    void reopen(std::optional<OpenMode> mode, Ours ours, std::function<void(Result<ReopenedFile>)> then);

Q_SIGNALS:
    void progressed(); ///< a step is on disk, or failed
    void copySaved(const QString& path);
    void copyFailed(const trestle::Error& error);

private:
    void work();
    Result<void> apply(const FileStep& step);
    Result<bool> step(FileStep::Kind kind);
    Result<void> walk(const FileStep& step);
    Result<ReopenedFile> reopenNow(std::optional<OpenMode> mode, const Ours& ours);
    void post(std::function<void()> job);

    PlanFile m_file;   // the thread's, once it runs
    QObject m_context; // lives in the thread
    QThread m_thread;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<FileStep> m_steps; // the front one may be in work
    bool m_inWork = false;
    int m_simulations = 0; // on their way into the computed tables
    std::optional<Error> m_failure;
};

} // namespace trestle
