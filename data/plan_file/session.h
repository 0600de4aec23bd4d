#pragma once

#include "data/plan_file/connection.h"
#include "data/plan_file/file_stamp.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/plan_lock.h"
#include "data/plan_file/revisions.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace trestle::planfile {

/// Where the plan stands: the head with what it holds and what undo and redo would do.
struct Position {
    HeadRow head;
    Revision revision;
    ProjectDocument document;
    std::optional<std::string> redoLabel;
};

/// The head, verified. `known` saves reading its catalogue again.
Position readPosition(SQLite::Database& db, const std::string& path, const HeadRow& head,
                      const LoadedCatalogue* known = nullptr);

/// An open file and the plan's position in it. Every change goes through `write`: all of it, or none.
class Session {
public:
    /// Raises what stops it. Takes over the lock of a session on the same file.
    Session(std::string path, OpenMode mode, const Session* before = nullptr);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::string& resolved() const { return m_resolved; }
    [[nodiscard]] OpenMode mode() const { return m_mode; }
    [[nodiscard]] const Position& position() const { return m_position; }
    [[nodiscard]] Connection& connection() { return m_connection; }
    [[nodiscard]] SQLite::Database& db() { return m_connection.db(); }

    /// One transaction. `change` writes rows and returns the position that they lead to, which is taken over when they
    /// are on disk.
    void write(const std::function<Position(SQLite::Database&)>& change);
    /// Raises damagedPlan where the page structure is not sound. Done once, and before the first write in any case.
    void requireStructure();
    /// After a commit that failed and could not be looked at either: takes over what turns out to be on disk.
    void settleDoubt();
    /// What others did to the file. Raises what is wrong with what is at the path now.
    [[nodiscard]] OutsideChange outsideChange() const;
    /// Whether the open file, be it that its name is gone, still stands where this does.
    [[nodiscard]] bool isStillHeld();

private:
    [[nodiscard]] std::shared_ptr<PlanLock> lockOf(const std::string& resolved) const; // null: not held
    void bringUpToDate();
    void checkSchema();
    void checkStructure();
    void prepareToWrite();
    void mend();
    void requireInPlace();
    void connectAnew();
    void commit(SQLite::Transaction& transaction, const HeadRow& head);
    [[nodiscard]] int currentVersion() const;

    std::string m_path;     // as given, for errors
    std::string m_resolved; // absolute, links followed
    int m_version;
    OpenMode m_mode;
    std::shared_ptr<PlanLock> m_lock; // outlives the connection
    std::optional<FileStamp> m_stamp; // of the file as we left it; taken before it is opened
    Connection m_connection;
    Position m_position;
    bool m_structureChecked = false;
    bool m_mended = false;
    // A commit that failed may yet be on disk, when only the last sync went wrong and reading back did too, or when the
    // file was taken away meanwhile and may come back.
    std::optional<HeadRow> m_doubtful;
};

} // namespace trestle::planfile
