#include "ui/document/file_guard.h"

#include "ui/base/wording.h"
#include "ui/document/plan_document.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <chrono>
#include <utility>

namespace trestle {

namespace {

using namespace std::chrono_literals;
constexpr auto kSettle = 150ms;     // events of one change come in a row
constexpr auto kRetry = 5s;         // a disk may have room again, a network drive be back
constexpr auto kLookAgain = 1500ms; // where the file made no sense: it may be half written

} // namespace

FileGuard::FileGuard(PlanDocument& document, QObject* parent) : QObject(parent), m_document(document), m_inbox(document)
{
    setObjectName(QStringLiteral("fileGuard"));
    connect(&m_inbox, &ProposalInbox::told, this, &FileGuard::told);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &FileGuard::look);
    const auto lookSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start(kSettle);
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, lookSoon);
    // Not every file system reports changes that another machine makes.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            look();
    });
    connect(&document, &PlanDocument::saveStateChanged, this, [this] {
        if (m_document.saveState() != PlanDocument::SaveState::Failed) {
            m_retry.stop();
            return;
        }
        m_retry.start(kRetry);
        look();
    });
    connect(&m_retry, &QTimer::timeout, &document, &PlanDocument::retrySaving);
    connect(&document, &PlanDocument::reloaded, this, [this](const QString& kept) {
        setProblem({});
        const QString file = QFileInfo(m_document.filePath()).fileName();
        const bool asked = std::exchange(m_loading, false);
        if (!kept.isEmpty())
            Q_EMIT told(tr("%1 was changed by another program and has been loaded again. What only this window had is "
                           "kept in %2.")
                            .arg(file, kept));
        else if (asked && !m_quiet)
            Q_EMIT told(tr("%1 was changed by another program and has been loaded again.").arg(file));
    });
    connect(&document, &PlanDocument::reloadFailed, this, [this](const Error& error) {
        m_loading = false;
        if (error.code != ErrorCode::lockedPlan) // told by the banner that names the holder
            setProblem(wording::error(error));
    });
    watch();
    m_inbox.look();
}

/// A file that was replaced is no longer the one that is watched.
void FileGuard::watch()
{
    const QString path = m_document.filePath();
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo::exists(path) && !m_watcher.files().contains(path))
        m_watcher.addPath(path);
    if (QFileInfo::exists(folder) && !m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
}

void FileGuard::look()
{
    m_document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        return [this, change = file.outsideChange()] { take(change); };
    });
    m_inbox.look();
}

void FileGuard::take(const Result<OutsideChange>& change)
{
    watch();
    if (!change) {
        // Looked at twice before it is believed.
        if (m_doubtful)
            setProblem(wording::error(change.error()));
        else
            m_soon.start(kLookAgain);
        m_doubtful = true;
        return;
    }
    m_doubtful = false;
    switch (change->kind) {
    case OutsideChange::Kind::none: {
        const bool back = !m_problem.isEmpty();
        setProblem({});
        if (back)
            m_document.retrySaving();
        break;
    }
    case OutsideChange::Kind::gone:
        setProblem(tr("%1 is no longer there; it was moved, renamed or deleted. The plan is kept in this window: save "
                      "a copy, or put the file back.")
                       .arg(m_document.filePath()));
        break;
    case OutsideChange::Kind::edited:
    case OutsideChange::Kind::replaced:
        m_quiet = m_document.readOnlyReason() && change->kind == OutsideChange::Kind::edited && change->holdsOurs;
        m_loading = true;
        m_document.reload();
        break;
    }
}

void FileGuard::setProblem(const QString& problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged(problem);
}

} // namespace trestle
