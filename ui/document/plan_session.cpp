#include "ui/document/plan_session.h"

#include "ui/base/format.h"
#include "ui/document/plan_paths.h"

#include <QFileInfo>
#include <QPointer>

#include <chrono>
#include <utility>

namespace trestle {

PlanSession::PlanSession(PlanFile file, std::optional<Error> readOnly)
    : m_path(format::text(file.path())), m_readOnly(std::move(readOnly)), m_file(std::move(file))
{
    connect(&m_file, &FileThread::progressed, this, &PlanSession::updateSaveState);
    connect(&m_file, &FileThread::copySaved, this, &PlanSession::copySaved);
    connect(&m_file, &FileThread::copyFailed, this, &PlanSession::copyFailed);
}

PlanSession::~PlanSession() = default;

void PlanSession::updateSaveState()
{
    const std::optional<Error> failure = m_file.failure();
    const SaveState state = failure ? SaveState::Failed : m_file.idle() ? SaveState::Saved : SaveState::Saving;
    Error error = failure.value_or(Error());
    if (state == m_saveState && error == m_error)
        return;
    m_saveState = state;
    m_error = std::move(error);
    Q_EMIT saveStateChanged();
}

void PlanSession::move(FileStep::Kind direction, std::function<void(Result<FileThread::Moved>)> then)
{
    m_file.move(direction, std::move(then));
}

void PlanSession::saveCopy(const QString& path, ProjectDocument latest)
{
    m_file.saveCopy(format::utf8(path), std::move(latest));
}

void PlanSession::withFile(QObject* receiver, std::function<std::function<void()>(PlanFile&)> job)
{
    m_file.run([receiver = QPointer(receiver), job = std::move(job)](PlanFile& file) -> std::function<void()> {
        std::function<void()> after = job(file);
        if (!after)
            return {};
        // Whether the receiver lives is asked in its own thread alone.
        return [receiver, after = std::move(after)] {
            if (receiver)
                after();
        };
    });
}

bool PlanSession::waitUntilSaved(int milliseconds)
{
    const bool saved = m_file.wait(std::chrono::milliseconds(milliseconds));
    updateSaveState();
    return saved;
}

void PlanSession::reload(std::optional<OpenMode> mode, ProjectDocument latest, Date today,
                         std::function<void(const ReopenedFile&)> then)
{
    if (std::exchange(m_isReloading, true))
        return;
    const QFileInfo file(m_path);
    const QString name = tr("%1 kept %2").arg(file.completeBaseName(), format::text(isoDate(today)));
    FileThread::Ours ours{std::move(latest), format::utf8(freePlanPath(file.absolutePath(), name)),
                          format::utf8(tr("Kept when another program changed the file"))};
    m_file.reopen(mode, std::move(ours), [this, mode, then = std::move(then)](const Result<ReopenedFile>& reopened) {
        m_isReloading = false;
        if (reopened) {
            then(*reopened);
            return;
        }
        if (m_readOnly && mode)
            m_readOnly = reopened.error(); // another holder, perhaps
        Q_EMIT saveStateChanged();
        Q_EMIT reloadFailed(reopened.error());
    });
}

void PlanSession::accept(std::optional<OpenMode> mode)
{
    if (mode == OpenMode::readWrite)
        m_readOnly.reset();
}

void PlanSession::refuse(const Error& problem)
{
    makeReadOnly(problem);
    Q_EMIT reloadFailed(problem);
}

void PlanSession::makeReadOnly(const Error& reason)
{
    m_readOnly = reason;
    Q_EMIT becameReadOnly();
    Q_EMIT saveStateChanged();
}

void PlanSession::checkStructure()
{
    if (m_readOnly)
        return;
    withFile(this, [this](PlanFile& file) -> std::function<void()> {
        const Result<void> sound = file.checkStructure();
        if (sound || sound.error().code != ErrorCode::damagedPlan)
            return {};
        return [this, damage = sound.error()] { makeReadOnly(damage); };
    });
}

} // namespace trestle
