#pragma once

#include "ui/document/file_thread.h"
#include "ui/document/save_state.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace trestle {

/// The file of an open plan: its thread, whether all is on disk, the right to write, and reading it again after another
/// program changed it. Knows nothing of what is shown; the document hands over each step and takes over what was read.
class PlanSession : public QObject {
    Q_OBJECT
public:
    explicit PlanSession(PlanFile file, std::optional<Error> readOnly);
    ~PlanSession() override; ///< waits until all steps are on disk

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Why nothing can be changed here. Absent: it can.
    [[nodiscard]] const std::optional<Error>& readOnlyReason() const { return m_readOnly; }
    [[nodiscard]] bool isReloading() const { return m_isReloading; }
    [[nodiscard]] bool takesSteps() const { return !m_readOnly && !m_isReloading; }
    [[nodiscard]] SaveState saveState() const { return m_saveState; }
    [[nodiscard]] const Error& saveError() const { return m_error; }

    void push(FileStep step) { m_file.push(std::move(step)); }
    void retrySaving() { m_file.retry(); }
    void keepRisk(SimulatedScenario simulated) { m_file.keepRisk(std::move(simulated)); }
    void move(FileStep::Kind direction, std::function<void(Result<FileThread::Moved>)> then);
    void saveCopy(const QString& path, ProjectDocument latest);
    void withFile(QObject* receiver, std::function<std::function<void()>(PlanFile&)> job);
    bool waitUntilSaved(int milliseconds);
    void updateSaveState();

    /// Reads the file again, in a mode if one is given. What it does not have of `latest` is kept in a new file beside
    /// it, named after today. `then` gets what was read, and answers by accept() or refuse(); or reloadFailed follows.
    /// Nothing happens while another reload is under way.
    void reload(std::optional<OpenMode> mode, ProjectDocument latest, Date today,
                std::function<void(const ReopenedFile&)> then);
    /// What was read is shown from now on.
    void accept(std::optional<OpenMode> mode);
    /// What was read gives no plan: the window keeps what it had, which must not be written over the file.
    void refuse(const Error& problem);
    /// A file with a long history was opened without a look at all its pages: takes that look now. A damaged file is
    /// not written to.
    void checkStructure();

Q_SIGNALS:
    void saveStateChanged();
    void becameReadOnly(); ///< followed by saveStateChanged()
    void reloadFailed(const trestle::Error& error);
    void copySaved(const QString& path);
    void copyFailed(const trestle::Error& error);

private:
    void makeReadOnly(const Error& reason);

    QString m_path;
    std::optional<Error> m_readOnly;
    bool m_isReloading = false;
    SaveState m_saveState = SaveState::Saved;
    Error m_error;     // of the last failure to write
    FileThread m_file; // last: it ends before the rest goes
};

} // namespace trestle
