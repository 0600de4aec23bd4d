#include "ui/report/plan_exporter.h"

#include "data/formats/export_formats.h"
#include "ui/base/format.h"
#include "ui/base/window_application.h"
#include "ui/base/wording_exports.h"
#include "ui/document/plan_document.h"
#include "ui/history/comparison_words.h"
#include "ui/questions/question_runner.h"
#include "ui/report/changes_menu.h"
#include "ui/report/comparison_file.h"
#include "ui/report/export_job.h"
#include "ui/report/export_progress.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>

namespace trestle {

PlanExporter::PlanExporter(Needs needs, QWidget* window) : QObject(window), m_needs(std::move(needs)), m_window(window)
{
    setObjectName(QStringLiteral("planExporter"));
}

PlanExporter::~PlanExporter()
{
    // A window that closes still owes the file that was asked for; a thread that goes by itself would be stopped.
    if (m_worker.joinable())
        m_worker.join();
}

void PlanExporter::fill(QMenu& menu)
{
    const QStringList entries = wording::exportEntries(m_needs.formats);
    for (std::size_t i = 0; i < m_needs.formats.size(); ++i) {
        const ExportFormat& format = m_needs.formats[i];
        QString name = QString::fromUtf8(format.key);
        name[0] = name[0].toUpper();
        QAction* action = menu.addAction(entries[static_cast<qsizetype>(i)], this, [this, &format] { ask(format); });
        action->setObjectName(QStringLiteral("export") + name);
        m_actions << action;
        if (&format == report()) {
            auto* changes = new ChangesMenu(m_needs.document, &menu);
            menu.addMenu(changes);
            connect(changes, &ChangesMenu::chosen, this, &PlanExporter::askReportSince);
        }
    }
}

const ExportFormat* PlanExporter::report() const
{
    const auto found = std::ranges::find_if(m_needs.formats, &ExportFormat::takesChanges);
    return found == m_needs.formats.end() ? nullptr : &*found;
}

QString PlanExporter::askPath(const ExportFormat& format, const QString& addition)
{
    return askExportPath(m_needs.fileToWrite, m_window, m_needs.document()->filePath(), format, addition);
}

void PlanExporter::ask(const ExportFormat& format)
{
    if (!m_needs.document())
        return;
    // Where several formats have an ending, each proposes a file of its own.
    const bool isMeant = formatOfFile(m_needs.formats, format.ending)->key == format.key;
    if (const QString path = askPath(format, isMeant ? QString() : u' ' + QString::fromUtf8(format.key));
        !path.isEmpty())
        write(format, path);
}

void PlanExporter::askReportSince(const Revision& version)
{
    if (!m_needs.document() || !report())
        return;
    if (const QString path = askPath(*report(), tr(" with changes")); !path.isEmpty())
        writeReportSince(version, path);
}

void PlanExporter::askComparison(const ComparisonWords& words)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    if (const QString path = askComparisonPath(m_needs.fileToWrite, m_window, document->filePath()); !path.isEmpty())
        writeComparison(words, path);
}

ExportStamp PlanExporter::stamp(const ProjectDocument& project) const
{
    const std::chrono::milliseconds now{m_needs.clock()};
    return {format::utf8(m_needs.document()->activeScenario()),
            std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(now)}, planHash(project),
            m_needs.utcOffset ? m_needs.utcOffset() : std::chrono::minutes{}};
}

ExportJob PlanExporter::jobOf(const ExportFormat& format, const QString& path) const
{
    const PlanDocument& document = *m_needs.document();
    ExportJob job{format, {}, path, document.isSettled()};
    job.source.document = document.project();
    job.source.plan = document.sharedPlan();
    job.source.risk = document.risk();
    job.source.stamp = stamp(job.source.document);
    return job;
}

bool PlanExporter::write(const ExportFormat& format, const QString& path)
{
    if (m_busy || !m_needs.document())
        return false;
    setBusy(true);
    start(jobOf(format, path));
    return true;
}

bool PlanExporter::writeReportSince(const Revision& version, const QString& path)
{
    PlanDocument* document = m_needs.document();
    if (m_busy || !document || !report())
        return false;
    setBusy(true);
    // A plan that is closed takes its unread jobs with it. Queued: the window may be on its way out as well.
    const auto closed = connect(
        document, &QObject::destroyed, this,
        [this] {
            setBusy(false);
            Q_EMIT failed(Error{ErrorCode::cancelled, {}, {}, {}});
        },
        Qt::QueuedConnection);
    ExportJob job = jobOf(*report(), path);
    ChangesSince& changes = job.source.changes.emplace();
    changes.version = version;
    changes.now = document->contents();
    changes.today = document->today();
    document->withFile(this,
                       [this, id = version.id, closed, job = std::move(job)](PlanFile& file) -> std::function<void()> {
                           return [this, job, closed, before = file.documentAt(id)]() mutable {
                               disconnect(closed);
                               if (!before) {
                                   setBusy(false);
                                   Q_EMIT failed(before.error());
                                   return;
                               }
                               job.source.changes->before = std::move(*before);
                               start(std::move(job));
                           };
                       });
    return true;
}

bool PlanExporter::writeComparison(const ComparisonWords& words, const QString& path)
{
    const PlanDocument* document = m_needs.document();
    if (m_busy || !document)
        return false;
    setBusy(true);
    m_worker = std::jthread([this, words, path, stamp = stamp(document->project())] {
        runFor(this, [&] {
            const auto written = writeComparisonFile(words, stamp, path);
            tellWritten(path, written ? Result<QString>() : std::unexpected(written.error()));
        });
    });
    return true;
}

/// Edits go on meanwhile: the worker has the plan as it was.
void PlanExporter::start(ExportJob job)
{
    m_worker = std::jthread([this, job = std::move(job)](const std::stop_token& stop) mutable {
        job.source.simulation.threads = workThreads();
        job.source.simulation.stop = stop;
        job.source.simulation.progress = [this](double part) {
            QMetaObject::invokeMethod(this, [this, part] { Q_EMIT progressed(part); }, Qt::QueuedConnection);
        };
        runFor(this, [&] { tellWritten(job.path, job.run()); });
    });
}

/// From the worker.
void PlanExporter::tellWritten(const QString& path, const Result<QString>& note)
{
    QMetaObject::invokeMethod(
        this,
        [this, path, note] {
            setBusy(false);
            if (note)
                Q_EMIT finished(path, *note);
            else
                Q_EMIT failed(note.error());
        },
        Qt::QueuedConnection);
}

void PlanExporter::cancel()
{
    m_worker.request_stop();
}

void PlanExporter::showProgress()
{
    m_progress = new ExportProgress(m_window);
    connect(m_progress, &QProgressDialog::canceled, this, &PlanExporter::cancel);
    connect(this, &PlanExporter::progressed, m_progress, &ExportProgress::showPart);
}

void PlanExporter::setBusy(bool busy)
{
    m_busy = busy;
    if (m_progress)
        m_progress->deleteLater();
    m_progress = nullptr;
    if (busy && m_window)
        showProgress();
    for (QAction* action : m_actions)
        action->setEnabled(!busy);
}

} // namespace trestle
