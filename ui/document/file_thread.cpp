#include "ui/document/file_thread.h"

#include <QString>

#include <utility>

namespace trestle {

FileThread::FileThread(PlanFile file) : m_file(std::move(file))
{
    m_thread.setObjectName(QStringLiteral("plan file"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

FileThread::~FileThread()
{
    retry();
    // Asked from within, so that everything posted before is done first.
    post([this] {
        m_context.moveToThread(thread());
        m_thread.quit();
    });
    m_thread.wait();
}

void FileThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_context, std::move(job), Qt::QueuedConnection);
}

void FileThread::push(FileStep step)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool waiting = m_steps.size() > (m_inWork ? 1U : 0U);
        const bool same = waiting && step.kind == FileStep::Kind::Edit && !step.mergeKey.empty() &&
                          m_steps.back().kind == FileStep::Kind::Edit && m_steps.back().mergeKey == step.mergeKey;
        if (same)
            m_steps.back() = std::move(step);
        else
            m_steps.push_back(std::move(step));
    }
    retry();
}

void FileThread::retry()
{
    post([this] { work(); });
}

bool FileThread::idle() const
{
    const std::lock_guard lock(m_mutex);
    return m_steps.empty();
}

std::optional<Error> FileThread::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

bool FileThread::wait(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, limit,
                       [this] { return (m_steps.empty() && m_simulations == 0) || m_failure.has_value(); });
    return m_steps.empty();
}

void FileThread::work()
{
    for (;;) {
        FileStep step;
        {
            const std::lock_guard lock(m_mutex);
            if (m_steps.empty())
                return;
            m_inWork = true;
            step = m_steps.front();
        }
        const Result<void> done = apply(step);
        {
            const std::lock_guard lock(m_mutex);
            m_inWork = false;
            if (done) {
                m_steps.pop_front();
                m_failure.reset();
            } else {
                m_failure = done.error();
            }
        }
        m_changed.notify_all();
        Q_EMIT progressed();
        if (!done)
            return;
    }
}

Result<void> FileThread::apply(const FileStep& step)
{
    return step.kind == FileStep::Kind::Edit ? m_file.edit(step.target, step.label, step.mergeKey) : walk(step);
}

Result<bool> FileThread::step(FileStep::Kind kind)
{
    return kind == FileStep::Kind::Undo ? m_file.undo() : m_file.redo();
}

Result<void> FileThread::walk(const FileStep& step)
{
    // Typing that the window took for one edit may be several revisions where writing was slow.
    constexpr int kFarthest = 64;
    for (int i = 0; i < kFarthest; ++i) {
        const Result<bool> moved = this->step(step.kind);
        if (!moved)
            return std::unexpected(moved.error());
        if (m_file.document() == step.target)
            return {};
        if (!*moved)
            break;
    }
    return m_file.edit(step.target, step.label);
}

void FileThread::move(FileStep::Kind direction, std::function<void(Result<Moved>)> then)
{
    run([this, direction, then = std::move(then)](PlanFile& file) -> std::function<void()> {
        const auto answer = [&]() -> Result<Moved> {
            if (!idle())
                return Moved{Moved::Outcome::stuck, {}, {}};
            const Result<bool> moved = step(direction);
            if (!moved)
                return std::unexpected(moved.error());
            if (!*moved)
                return Moved{Moved::Outcome::nothingThere, {}, {}};
            return Moved{Moved::Outcome::moved, file.document(),
                         direction == FileStep::Kind::Undo ? file.undoLabel() : file.redoLabel()};
        };
        return [then, moved = answer()] { then(moved); };
    });
}

void FileThread::keepRisk(SimulatedScenario simulated)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_simulations;
    }
    post([this, simulated = std::move(simulated)] {
        if (idle())
            static_cast<void>(m_file.keepRisk(simulated));
        {
            const std::lock_guard lock(m_mutex);
            --m_simulations;
        }
        m_changed.notify_all();
    });
}

void FileThread::run(FileJob job)
{
    post([this, job = std::move(job)] {
        if (std::function<void()> after = job(m_file))
            QMetaObject::invokeMethod(this, std::move(after), Qt::QueuedConnection);
    });
}

void FileThread::saveCopy(const std::string& path, ProjectDocument latest)
{
    post([this, path, latest = std::move(latest), label = tr("Changes that could not be saved").toStdString()] {
        Result<void> done = idle() ? m_file.saveCopy(path) : m_file.keepAside(path, latest, label);
        if (!done && done.error().code == ErrorCode::fileNotFound)
            done = m_file.keepAside(path, latest, label);
        if (done)
            Q_EMIT copySaved(QString::fromStdString(path));
        else
            Q_EMIT copyFailed(done.error());
    });
}

void FileThread::reopen(std::optional<OpenMode> mode, Ours ours, std::function<void(Result<ReopenedFile>)> then)
{
    run([this, mode, ours = std::move(ours), then = std::move(then)](PlanFile&) -> std::function<void()> {
        return [result = reopenNow(mode, ours), then] { then(result); };
    });
}

Result<ReopenedFile> FileThread::reopenNow(std::optional<OpenMode> mode, const Ours& ours)
{
    ReopenedFile reopened{m_file.document(), {}, {}, {}};
    const Result<OutsideChange> change = m_file.outsideChange();
    if (!change)
        return std::unexpected(change.error());
    using Kind = OutsideChange::Kind;
    const bool others = change->kind == Kind::edited || change->kind == Kind::replaced;
    if (change->kind == Kind::gone)
        return fail(ErrorCode::fileNotFound, m_file.path());
    if (!others && !idle())
        return fail(ErrorCode::internal, m_file.path()); // nothing to reopen for; the steps are still to be written
    if (others && (!change->holdsOurs || !idle())) {
        if (const Result<void> kept = m_file.keepAside(ours.path, ours.latest, ours.label); !kept)
            return std::unexpected(kept.error());
        reopened.kept = ours.path;
    }
    if (const Result<void> done = m_file.reopen(mode); !done)
        return std::unexpected(done.error());
    {
        const std::lock_guard lock(m_mutex);
        m_steps.clear();
        m_failure.reset();
    }
    m_changed.notify_all();
    reopened.document = m_file.document();
    reopened.undoLabel = m_file.undoLabel();
    reopened.redoLabel = m_file.redoLabel();
    return reopened;
}

} // namespace trestle
