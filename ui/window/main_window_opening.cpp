// How the window opens a plan file that may be anything: sound, open elsewhere, not ours to write, damaged.
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_detail.h"
#include "ui/dialogs/patience.h"
#include "ui/document/file_guard.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_paths.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QFileInfo>

#include <utility>

namespace trestle {

bool MainWindow::openPlanFile(const QString& path)
{
    const QString waiting = tr("Opening %1…").arg(QFileInfo(path).fileName());
    std::optional<Result<PlanFile>> file =
        waitFor<Result<PlanFile>>(this, waiting, [path = format::utf8(path), clock = m_services.clock] {
            return PlanFile::open(path, OpenMode::readWrite, clock);
        });
    if (!file)
        return false;
    if (*file)
        return adopt(std::move(*file));
    const Error error = file->error();
    if (error.code == ErrorCode::lockedPlan || error.code == ErrorCode::fileUnwritable)
        return openReadOnly(path, error);
    if (error.code == ErrorCode::damagedPlan)
        return rescue(path, error);
    refresh();
    tell(wording::error(error));
    return false;
}

/// Open elsewhere, or no right to write: it can still be looked at. `reason` says why it is not to be written.
bool MainWindow::openReadOnly(const QString& path, const Error& reason)
{
    std::optional<Result<PlanFile>> file = waitFor<Result<PlanFile>>(
        this, tr("Opening %1…").arg(QFileInfo(path).fileName()), [path = format::utf8(path), clock = m_services.clock] {
            return PlanFile::open(path, OpenMode::readOnly, clock);
        });
    if (!file)
        return false;
    if (*file)
        return adopt(std::move(*file), reason);
    tell(wording::error(file->error()));
    return false;
}

bool MainWindow::adopt(Result<PlanFile> file, const std::optional<Error>& readOnly)
{
    Result<std::unique_ptr<PlanDocument>> document =
        file ? PlanDocument::adopt(std::move(*file), readOnly) : std::unexpected(file.error());
    if (!document) {
        tell(wording::error(document.error()));
        return false;
    }
    present(std::move(*document));
    return true;
}

/// A damaged file is never written to: what verifies can go into a new one.
bool MainWindow::rescue(const QString& path, const Error& problem)
{
    struct Found {
        Result<CheckReport> report;
        bool readable = false;
    };
    const std::optional<Found> found =
        waitFor<Found>(this, tr("Checking %1…").arg(QFileInfo(path).fileName()), [path = format::utf8(path)] {
            return Found{checkPlanFile(path), PlanFile::open(path, OpenMode::readOnly).has_value()};
        });
    if (!found)
        return false;
    Ask::DamagedPlan plan;
    plan.problem = tr("%1 is damaged: %2.").arg(path, wording::detail(problem.fix));
    plan.readable = found->readable;
    plan.repairable = found->report && found->report->repairable;
    plan.rescue = plan.repairable ? tr("%1 of its %2 versions are sound. The newest of them can be written to a new "
                                       "file; the damaged one stays as it is.")
                                        .arg(found->report->verified)
                                        .arg(found->report->revisions)
                                  : tr("No version of the plan in it can be recovered. If there is a backup or a copy, "
                                       "open that; the damaged file stays as it is.");
    switch (m_services.ask.damaged(this, plan)) {
    case Ask::Damaged::Repair: return repair(path);
    case Ask::Damaged::Look: return openReadOnly(path, problem);
    case Ask::Damaged::Cancel: break;
    }
    refresh();
    return false;
}

bool MainWindow::repair(const QString& path)
{
    const QFileInfo file(path);
    const QString suggested = freePlanPath(file.absolutePath(), tr("%1 repaired").arg(file.completeBaseName()));
    QString target =
        m_services.ask.fileToWrite(this, tr("Write a repaired copy"), suggested, tr("Trestle plans (*.trestle)"));
    if (target.isEmpty())
        return false;
    if (!target.endsWith(QStringLiteral(".trestle")))
        target += QStringLiteral(".trestle");
    target = QFileInfo(target).absoluteFilePath();
    const std::optional<Result<void>> done = waitFor<Result<void>>(
        this, tr("Repairing %1…").arg(file.fileName()),
        [from = format::utf8(path), to = format::utf8(target)] { return repairPlanFile(from, to); });
    if (!done)
        return false;
    if (!*done) {
        tell(wording::error(done->error()));
        return false;
    }
    if (!openPlanFile(target))
        return false;
    m_toast->tell(
        tr("This is the repaired copy %1. The damaged file was left as it is.").arg(QFileInfo(target).fileName()));
    return true;
}

void MainWindow::tryAgain()
{
    if (!m_document)
        return;
    if (m_document->readOnlyReason()) {
        m_document->reload(OpenMode::readWrite);
        return;
    }
    m_document->retrySaving();
    m_guard->look();
}

/// Where the plan itself cannot be worked in, a copy that was just saved is what the user goes on with. False where it
/// can.
bool MainWindow::openCopy(const QString& path)
{
    const QString original = m_document->filePath();
    if (!m_document->readOnlyReason() && QFileInfo::exists(original))
        return false;
    dropDocument();
    if (openPlanFile(path))
        m_toast->tell(tr("You are working in the copy %1 now").arg(QFileInfo(path).fileName()));
    else
        refresh();
    return true;
}

} // namespace trestle
