#include "ui/file_thread.h"

#include <QString>

#include <utility>

namespace trestle {

FileThread::FileThread(PlanFile file) : m_file(std::move(file)), m_catalogue(m_file.document().catalogue)
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
        if (m_file.document().project == step.target)
            return {};
        if (!*moved)
            break;
    }
    return m_file.edit(step.target, step.label);
}

Result<std::optional<FileThread::Moved>> FileThread::move(FileStep::Kind direction)
{
    Result<std::optional<Moved>> answer = std::optional<Moved>();
    QMetaObject::invokeMethod(
        &m_context,
        [&] {
            const Result<bool> moved = step(direction);
            if (!moved)
                answer = std::unexpected(moved.error());
            else if (*moved)
                answer = Moved{m_file.document().project,
                               direction == FileStep::Kind::Undo ? m_file.undoLabel() : m_file.redoLabel()};
        },
        Qt::BlockingQueuedConnection);
    return answer;
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

void FileThread::saveCopy(const std::string& path, Project latest)
{
    post([this, path, latest = std::move(latest)] {
        Result<void> done;
        if (idle()) {
            done = m_file.saveCopy(path);
        } else {
            const Result<PlanFile> made = PlanFile::create(path, {latest, m_catalogue}, "Copy of unsaved changes");
            if (!made)
                done = std::unexpected(made.error());
        }
        if (done)
            Q_EMIT copySaved(QString::fromStdString(path));
        else
            Q_EMIT copyFailed(done.error());
    });
}

} // namespace trestle
