#include "ui/report/plan_exporter.h"

#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "ui/base/format.h"
#include "ui/base/window_application.h"
#include "ui/base/wording_exports.h"
#include "ui/document/plan_document.h"
#include "ui/history/comparison_words.h"
#include "ui/questions/question_runner.h"
#include "ui/report/comparison_file.h"
#include "ui/report/export_job.h"
#include "ui/report/export_memory.h"
#include "ui/report/export_progress.h"
#include "ui/report/plan_pictures.h"

#include <QAction>
#include <QFileInfo>
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

const ExportFormat* PlanExporter::report() const
{
    const auto found = std::ranges::find_if(m_needs.formats, &ExportFormat::takesChanges);
    return found == m_needs.formats.end() ? nullptr : &*found;
}

ExportPlace PlanExporter::place() const
{
    return {m_needs.document()->filePath(), m_needs.memory ? m_needs.memory->folder() : QString()};
}

QString PlanExporter::askPath(const ExportFormat& format, QWidget* parent, const QString& addition)
{
    const QString path = askExportPath(m_needs.fileToWrite, parent, place(), format, addition);
    if (m_needs.memory && !path.isEmpty())
        m_needs.memory->keepFolder(QFileInfo(path).absolutePath());
    return path;
}

ExportWish PlanExporter::usual(const ExportFormat& format) const
{
    ExportWish wish{.format = QString::fromUtf8(format.key), .scenario = m_needs.document()->activeScenario()};
    if (m_needs.memory) {
        const ExportLook last = m_needs.memory->wish().look;
        wish.look.letterhead = last.letterhead;
        wish.look.paper = last.paper;
    }
    return wish;
}

void PlanExporter::ask(const ExportFormat& format)
{
    if (!m_needs.document())
        return;
    // Where several formats have an ending, each proposes a file of its own.
    const bool isMeant = formatOfFile(m_needs.formats, format.ending)->key == format.key;
    if (const QString path = askPath(format, m_window, isMeant ? QString() : u' ' + QString::fromUtf8(format.key));
        !path.isEmpty())
        write(format, path);
}

bool PlanExporter::ask(const ExportWish& wish, QWidget* parent)
{
    const ExportFormat* format = formatOf(m_needs.formats, format::utf8(wish.format));
    if (m_busy || !m_needs.document() || (!wish.isPack() && !format))
        return false;
    QString path;
    if (wish.isPack()) {
        path = askPackPath(m_needs.folder, parent, place(), wish.audience);
        if (m_needs.memory && !path.isEmpty())
            m_needs.memory->keepFolder(QFileInfo(path).absolutePath());
    } else {
        const bool isMeant = formatOfFile(m_needs.formats, format->ending)->key == format->key;
        path =
            askPath(*format, parent, (isMeant ? QString() : u' ' + wish.format) + wording::fileAddition(wish.audience));
    }
    if (path.isEmpty())
        return false;
    if (m_needs.memory)
        m_needs.memory->keep(wish);
    return write(wish, path);
}

void PlanExporter::askProposal()
{
    const auto found = std::ranges::find(m_needs.formats, ExportContent::proposal, &ExportFormat::content);
    if (found != m_needs.formats.end())
        ask(*found);
}

void PlanExporter::askReportSince(const Revision& version)
{
    if (report())
        askSince(*report(), version, tr(" with changes"));
}

void PlanExporter::askSince(const ExportFormat& format, const Revision& version, const QString& addition)
{
    if (!m_needs.document())
        return;
    if (const QString path = askPath(format, m_window, addition); !path.isEmpty())
        writeSince(format, version, path);
}

void PlanExporter::askComparison(const ComparisonWords& words)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    if (const QString path = askComparisonPath(m_needs.fileToWrite, m_window, document->filePath()); !path.isEmpty())
        writeComparison(words, path);
}

ExportStamp PlanExporter::stamp(const ProjectDocument& project, const QString& scenario) const
{
    const std::chrono::milliseconds now{m_needs.clock()};
    return {format::utf8(scenario), std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(now)},
            planHash(project), m_needs.utcOffset ? m_needs.utcOffset() : std::chrono::minutes{}};
}

ExportJob PlanExporter::jobOf(const ExportWish& wish, const QString& path) const
{
    const PlanDocument& document = *m_needs.document();
    ExportJob job;
    job.path = path;
    job.isSettled = document.isSettled();
    if (wish.isPack())
        job.pack = m_needs.formats;
    else
        job.format = *formatOf(m_needs.formats, format::utf8(wish.format));
    ExportSource& source = job.source;
    source.document = document.project();
    source.stamp = stamp(source.document, wish.scenario);
    if (wish.scenario == document.activeScenario()) {
        source.plan = document.sharedPlan();
        source.risk = document.risk();
    }
    source.audience = wish.audience;
    source.look = wish.look;
    source.separator = wish.separator;
    source.decimalComma = wish.decimalComma;
    return job;
}

bool PlanExporter::write(const ExportFormat& format, const QString& path)
{
    return m_needs.document() && write(usual(format), path);
}

bool PlanExporter::write(const ExportWish& wish, const QString& path)
{
    if (m_busy || !m_needs.document())
        return false;
    setBusy(true);
    ExportJob job = jobOf(wish, path);
    const bool takesVersions =
        wish.isPack() ? std::ranges::any_of(job.pack, &ExportFormat::takesVersions) : job.format.takesVersions;
    if (!takesVersions) {
        start(std::move(job));
        return true;
    }
    startWith(std::move(job), [](const PlanFile& file, ExportSource& source) -> Result<void> {
        auto versions = namedVersionFigures(file);
        if (!versions)
            return std::unexpected(versions.error());
        source.versions = std::move(*versions);
        return {};
    });
    return true;
}

void PlanExporter::startWith(ExportJob job,
                             const std::function<Result<void>(const PlanFile& file, ExportSource& source)>& read)
{
    PlanDocument* document = m_needs.document();
    // A plan that is closed takes its unread jobs with it. Queued: the window may be on its way out as well.
    const auto closed = connect(
        document, &QObject::destroyed, this,
        [this] {
            setBusy(false);
            Q_EMIT failed(Error{ErrorCode::cancelled, {}, {}, {}}, {});
        },
        Qt::QueuedConnection);
    document->withFile(this, [this, closed, read, job = std::move(job)](PlanFile& file) -> std::function<void()> {
        ExportJob whole = job;
        const Result<void> done = read(file, whole.source);
        return [this, closed, done, whole = std::move(whole)] {
            disconnect(closed);
            if (done)
                return start(whole);
            setBusy(false);
            Q_EMIT failed(done.error(), {});
        };
    });
}

bool PlanExporter::writeReportSince(const Revision& version, const QString& path)
{
    return report() && writeSince(*report(), version, path);
}

bool PlanExporter::writeSince(const ExportFormat& format, const Revision& version, const QString& path)
{
    PlanDocument* document = m_needs.document();
    if (m_busy || !document)
        return false;
    setBusy(true);
    ExportJob job = jobOf(usual(format), path);
    ChangesSince& changes = job.source.changes.emplace();
    changes.version = version;
    changes.now = document->contents();
    changes.today = document->today();
    startWith(std::move(job), [id = version.id](const PlanFile& file, ExportSource& source) -> Result<void> {
        auto before = file.documentAt(id);
        if (!before)
            return std::unexpected(before.error());
        source.changes->before = std::move(*before);
        return {};
    });
    return true;
}

ChartPicture PlanExporter::pictureFrame() const
{
    const PlanDocument& document = *m_needs.document();
    return trestle::pictureFrame(document.plan(), document.risk().get(),
                                 stamp(document.project(), document.activeScenario()));
}

void PlanExporter::askPicture(const QString& subject, const ChartPicture& picture)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    if (const QString path = askPicturePath(m_needs.fileToWrite, m_window, place(), subject); !path.isEmpty())
        writePicture(picture, path);
}

/// Widgets paint the picture, here; the worker has its bytes.
bool PlanExporter::writePicture(const ChartPicture& picture, const QString& path)
{
    if (m_busy || !m_needs.document())
        return false;
    setBusy(true);
    const int scale = m_needs.memory ? m_needs.memory->wish().look.scale : ExportLook().scale;
    const QByteArray bytes =
        path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive) ? picture.svg() : picture.png(scale);
    m_worker = std::jthread([this, bytes, path] {
        runFor(this, [&] {
            if (const auto written = writeFileAtomically(path.toStdString(), bytes.toStdString()); !written)
                tellFailed(written.error());
            else
                tell([this, path] { Q_EMIT finished(path, {}); });
        });
    });
    return true;
}

bool PlanExporter::writeComparison(const ComparisonWords& words, const QString& path)
{
    const PlanDocument* document = m_needs.document();
    if (m_busy || !document)
        return false;
    setBusy(true);
    m_worker = std::jthread([this, words, path, stamp = stamp(document->project(), document->activeScenario())] {
        runFor(this, [&] {
            const auto written = writeComparisonFile(words, stamp, path);
            if (!written)
                tellFailed(written.error());
            else
                tell([this, path] { Q_EMIT finished(path, {}); });
        });
    });
    return true;
}

bool PlanExporter::prepareReport(std::function<void(const std::shared_ptr<const PreparedReport>& report)> then)
{
    if (m_busy || !m_needs.document() || !report())
        return false;
    setBusy(true);
    ExportWish wish = usual(*report());
    if (m_needs.memory) {
        wish.audience = m_needs.memory->wish().audience;
        wish.look = m_needs.memory->wish().look;
    }
    work(jobOf(wish, {}), [this, then = std::move(then)](const ExportJob& job) {
        const auto made = job.prepare();
        if (!made)
            tellFailed(made.error());
        else
            tell([then, report = *made] { then(report); });
    });
    return true;
}

/// Edits go on meanwhile: the worker has the plan as it was.
void PlanExporter::work(ExportJob job, std::function<void(const ExportJob& job)> on)
{
    m_worker = std::jthread([this, job = std::move(job), on = std::move(on)](const std::stop_token& stop) mutable {
        job.source.simulation.threads = workThreads();
        job.source.simulation.stop = stop;
        job.source.simulation.progress = [this](double part) {
            QMetaObject::invokeMethod(this, [this, part] { Q_EMIT progressed(part); }, Qt::QueuedConnection);
        };
        runFor(this, [&] { on(job); });
    });
}

void PlanExporter::start(ExportJob job)
{
    work(std::move(job), [this](const ExportJob& whole) {
        const auto written = whole.run();
        if (!written)
            tellFailed(written.error().error, written.error().written);
        else if (whole.pack.empty())
            tell([this, path = whole.path, note = written->note] { Q_EMIT finished(path, note); });
        else
            tell([this, path = whole.path, files = static_cast<int>(written->files), note = written->note] {
                Q_EMIT packed(path, files, note);
            });
    });
}

/// From the worker, once it has ended.
void PlanExporter::tell(std::function<void()> what)
{
    QMetaObject::invokeMethod(
        this,
        [this, what = std::move(what)] {
            setBusy(false);
            what();
        },
        Qt::QueuedConnection);
}

void PlanExporter::tellFailed(const Error& error, const std::vector<std::string>& written)
{
    QStringList names;
    for (const std::string& name : written)
        names += format::raw(name);
    tell([this, error, names] { Q_EMIT failed(error, names); });
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
    Q_EMIT busyChanged();
}

} // namespace trestle
