#include "ui/report/plan_exporter.h"

#include "data/exchange/csv.h"
#include "data/file_io.h"
#include "models/risk/simulation.h"
#include "models/version_comparison.h"
#include "ui/document/plan_document.h"
#include "ui/format.h"
#include "ui/history/comparison_words.h"
#include "ui/report/changes_sheets.h"
#include "ui/report/exports.h"
#include "ui/theme/theme.h"
#include "ui/tr.h"
#include "ui/window_application.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QProgressDialog>
#include <QStringList>
#include <QWidget>

#include <array>
#include <chrono>
#include <memory>
#include <utility>

namespace trestle {

namespace {

struct FormatText {
    PlanExport format;
    const char* name; ///< of the action
    const char* entry;
    const char* filter;
    const char* ending;
};

constexpr std::array kFormats{
    FormatText{PlanExport::Pdf, "exportPdf", QT_TRANSLATE_NOOP("Trestle", "Report as &PDF…"),
               QT_TRANSLATE_NOOP("Trestle", "PDF (*.pdf)"), ".pdf"},
    FormatText{PlanExport::Png, "exportPng", QT_TRANSLATE_NOOP("Trestle", "Gantt chart as P&NG…"),
               QT_TRANSLATE_NOOP("Trestle", "PNG (*.png)"), ".png"},
    FormatText{PlanExport::Svg, "exportSvg", QT_TRANSLATE_NOOP("Trestle", "Gantt chart as &SVG…"),
               QT_TRANSLATE_NOOP("Trestle", "SVG (*.svg)"), ".svg"},
    FormatText{PlanExport::Csv, "exportCsv", QT_TRANSLATE_NOOP("Trestle", "Table as &CSV…"),
               QT_TRANSLATE_NOOP("Trestle", "CSV (*.csv)"), ".csv"},
};

const FormatText& textOf(PlanExport format)
{
    for (const FormatText& text : kFormats)
        if (text.format == format)
            return text;
    Q_UNREACHABLE();
}

QString lossText(const CsvLoss& loss)
{
    const QString count = format::number(static_cast<double>(loss.count), 0);
    switch (loss.kind) {
    case CsvLossKind::rounded: return tr("effort and weeks are rounded to %1 decimals").arg(count);
    case CsvLossKind::guarded: return tr("%1 texts that look like formulas begin with an apostrophe").arg(count);
    case CsvLossKind::links: return tr("%1 links are left out").arg(count);
    case CsvLossKind::teamDates: return tr("leave, first days and skills are left out");
    case CsvLossKind::rates: return tr("allocations and weekly rates are left out");
    case CsvLossKind::goals: return tr("target and budget are left out");
    case CsvLossKind::profile: return tr("the answers on the product are left out");
    case CsvLossKind::estimates: return tr("which estimates are your own is left out");
    case CsvLossKind::settings: return tr("settings such as the order and the confidence are left out");
    case CsvLossKind::daysOff: return tr("%1 days off are left out").arg(count);
    case CsvLossKind::chances: return tr("the simulation is left out");
    case CsvLossKind::notes: return tr("notes on the plan and on phases are left out");
    }
    return {};
}

struct Written {
    Result<void> result;
    QString note;
};

Written writeTable(const Plan& plan, const ExportStamp& stamp, const std::string& path)
{
    const CsvText table = writeCsv(plan, stamp, ',');
    QStringList notes;
    for (const CsvLoss& loss : table.losses)
        notes << lossText(loss);
    return {writeFileAtomically(path, table.text), notes.join(QStringLiteral("; "))};
}

} // namespace

/// A report compares the plan as it stands with this version.
struct PlanExporter::Since {
    Project before;
    Project now;
    VersionName name;
    VersionName nameOfNow;

    [[nodiscard]] Result<ComparisonWords> words(const Plan& plan, const SimulationOptions& options) const
    {
        const auto comparison = compareVersions(plan.catalogue, before, now, options);
        if (!comparison)
            return std::unexpected(comparison.error());
        return comparisonWords(*comparison, *plan.catalogue, now.base, name, nameOfNow);
    }
};

/// What is written, as it was when it was asked for.
struct PlanExporter::Job {
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Risk> risk; ///< null: still to be simulated
    PlanExport format = PlanExport::Pdf;
    ExportStamp stamp;
    std::string path;
    std::shared_ptr<const Since> since; ///< null: without changes
    bool isSettled = true;              ///< the plan is in the order that its inputs ask for

    [[nodiscard]] Result<QByteArray> drawn(const Risk& of, const SimulationOptions& options) const
    {
        switch (format) {
        case PlanExport::Png: return ganttPng(*plan, of, stamp);
        case PlanExport::Svg: return ganttSvg(*plan, of, stamp);
        default: break;
        }
        if (!since)
            return reportPdf(*plan, of, stamp);
        const Result<ComparisonWords> words = since->words(*plan, options);
        if (!words)
            return std::unexpected(words.error());
        return reportPdf(*plan, of, stamp, &*words);
    }

    /// The same with the plan in the better order, where the window is still looking for that.
    [[nodiscard]] Job settled() const
    {
        Job job = *this;
        if (!isSettled)
            if (Result<Plan> best = makePlan(plan->catalogue, plan->inputs))
                job.plan = std::make_shared<const Plan>(std::move(*best));
        return job;
    }
    [[nodiscard]] Written write(const SimulationOptions& options) const;
};

Written PlanExporter::Job::write(const SimulationOptions& options) const
{
    if (format == PlanExport::Csv)
        return writeTable(*plan, stamp, path);
    std::shared_ptr<const Risk> simulated = risk;
    if (!simulated) {
        Result<Risk> made = simulate(*plan, options);
        if (!made)
            return {std::unexpected(made.error()), {}};
        simulated = std::make_shared<const Risk>(std::move(*made));
    }
    const Result<QByteArray> bytes = drawn(*simulated, options);
    if (options.stop.stop_requested())
        return {fail(ErrorCode::cancelled), {}};
    if (!bytes)
        return {std::unexpected(bytes.error()), {}};
    return {writeFileAtomically(path, std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size()))),
            {}};
}

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
    for (const FormatText& text : kFormats) {
        QAction* action = menu.addAction(trestle::tr(text.entry), this, [this, format = text.format] { ask(format); });
        action->setObjectName(QString::fromLatin1(text.name));
        m_actions << action;
    }
}

QString PlanExporter::askPath(PlanExport format, const QString& addition)
{
    const FormatText& text = textOf(format);
    const QString ending = QString::fromLatin1(text.ending);
    const QFileInfo plan(m_needs.document()->filePath());
    QString path = m_needs.fileToWrite(m_window, tr("Export"),
                                       plan.absolutePath() + u'/' + plan.completeBaseName() + addition + ending,
                                       trestle::tr(text.filter));
    if (path.isEmpty())
        return {};
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    return QFileInfo(path).absoluteFilePath();
}

void PlanExporter::ask(PlanExport format)
{
    if (!m_needs.document())
        return;
    if (const QString path = askPath(format, {}); !path.isEmpty())
        write(format, path);
}

void PlanExporter::askReportSince(const Revision& version)
{
    if (!m_needs.document())
        return;
    if (const QString path = askPath(PlanExport::Pdf, tr(" with changes")); !path.isEmpty())
        writeReportSince(version, path);
}

ExportStamp PlanExporter::stamp() const
{
    const PlanDocument& document = *m_needs.document();
    const std::chrono::milliseconds now{m_needs.clock()};
    return {format::utf8(document.activeScenario()),
            std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(now)}, planHash(document.project()),
            m_needs.utcOffset ? m_needs.utcOffset() : std::chrono::minutes{}};
}

PlanExporter::Job PlanExporter::jobOf(PlanExport format, const QString& path) const
{
    const PlanDocument& document = *m_needs.document();
    return {document.sharedPlan(), document.risk(), format, stamp(), path.toStdString(), nullptr, document.isSettled()};
}

bool PlanExporter::write(PlanExport format, const QString& path)
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
    if (m_busy || !document)
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
    auto since = std::make_shared<Since>();
    since->now = document->contents();
    since->name = versionName(version);
    since->nameOfNow = nameOfNow(document->today());
    document->withFile(this,
                       [this, id = version.id, since, closed,
                        job = jobOf(PlanExport::Pdf, path)](PlanFile& file) -> std::function<void()> {
                           return [this, since, job, closed, before = file.documentAt(id)]() mutable {
                               disconnect(closed);
                               if (!before) {
                                   setBusy(false);
                                   Q_EMIT failed(before.error());
                                   return;
                               }
                               since->before = std::move(before->project);
                               job.since = since;
                               start(std::move(job));
                           };
                       });
    return true;
}

/// Edits go on meanwhile: the worker has the plan as it was.
void PlanExporter::start(Job job)
{
    const QString path = QString::fromStdString(job.path);
    m_worker = std::jthread([this, job = std::move(job), path](const std::stop_token& stop) {
        SimulationOptions options;
        options.stop = stop;
        options.progress = [this](double part) {
            QMetaObject::invokeMethod(this, [this, part] { Q_EMIT progressed(part); }, Qt::QueuedConnection);
        };
        runFor(this, [&] {
            const Written written = job.settled().write(options);
            tellWritten(path, written.result, written.note);
        });
    });
}

/// From the worker.
void PlanExporter::tellWritten(const QString& path, const Result<void>& result, const QString& note)
{
    QMetaObject::invokeMethod(
        this,
        [this, path, result, note] {
            setBusy(false);
            if (result)
                Q_EMIT finished(path, note);
            else
                Q_EMIT failed(result.error());
        },
        Qt::QueuedConnection);
}

void PlanExporter::askComparison(const ComparisonWords& words)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    const QFileInfo plan(document->filePath());
    QString path = m_needs.fileToWrite(m_window, tr("Save the comparison"),
                                       tr("%1/%2 changes.pdf").arg(plan.absolutePath(), plan.completeBaseName()),
                                       tr("PDF (*.pdf);;Web page (*.html);;Text (*.txt)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pdf");
    writeComparison(words, QFileInfo(path).absoluteFilePath());
}

bool PlanExporter::writeComparison(const ComparisonWords& words, const QString& path)
{
    if (m_busy || !m_needs.document())
        return false;
    setBusy(true);
    m_worker = std::jthread([this, words, path, stamp = stamp()] {
        runFor(this, [&] {
            const QString ending = QFileInfo(path).suffix().toLower();
            const QByteArray bytes = ending == u"pdf"            ? comparisonPdf(words, stamp)
                                     : ending.startsWith(u"htm") ? comparisonHtml(words, lightPalette(), true).toUtf8()
                                                                 : comparisonText(words).toUtf8();
            const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
            tellWritten(path, writeFileAtomically(path.toStdString(), text), {});
        });
    });
    return true;
}

void PlanExporter::cancel()
{
    m_worker.request_stop();
}

void PlanExporter::showProgress()
{
    constexpr int kPatience = 500; // milliseconds: shorter work needs no dialog
    m_progress = new QProgressDialog(trestle::tr("Writing the file…"), trestle::tr("Cancel"), 0, 100, m_window);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setWindowTitle(trestle::tr("Export"));
    m_progress->setMinimumDuration(kPatience);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    connect(m_progress, &QProgressDialog::canceled, this, &PlanExporter::cancel);
    connect(this, &PlanExporter::progressed, m_progress,
            [dialog = m_progress](double part) { dialog->setValue(static_cast<int>(part * 100)); });
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
