#include "ui/report/plan_exporter.h"

#include "data/exchange/csv.h"
#include "data/file_io.h"
#include "models/risk/simulation.h"
#include "ui/format.h"
#include "ui/history/comparison_words.h"
#include "ui/plan_document.h"
#include "ui/report/changes_sheets.h"
#include "ui/report/exports.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QProgressDialog>
#include <QStringList>
#include <QWidget>

#include <array>
#include <chrono>

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
    FormatText{PlanExport::Pdf, "exportPdf", QT_TRANSLATE_NOOP("PlanExporter", "Report as &PDF…"),
               QT_TRANSLATE_NOOP("PlanExporter", "PDF (*.pdf)"), ".pdf"},
    FormatText{PlanExport::Png, "exportPng", QT_TRANSLATE_NOOP("PlanExporter", "Gantt chart as P&NG…"),
               QT_TRANSLATE_NOOP("PlanExporter", "PNG (*.png)"), ".png"},
    FormatText{PlanExport::Svg, "exportSvg", QT_TRANSLATE_NOOP("PlanExporter", "Gantt chart as &SVG…"),
               QT_TRANSLATE_NOOP("PlanExporter", "SVG (*.svg)"), ".svg"},
    FormatText{PlanExport::Csv, "exportCsv", QT_TRANSLATE_NOOP("PlanExporter", "Table as &CSV…"),
               QT_TRANSLATE_NOOP("PlanExporter", "CSV (*.csv)"), ".csv"},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("PlanExporter", text);
}

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

/// What is written, as it was when it was asked for.
struct Job {
    Plan plan;
    std::shared_ptr<const Risk> risk; ///< null: still to be simulated
    PlanExport format = PlanExport::Pdf;
    ExportStamp stamp;
    std::string path;
};

QByteArray drawn(const Job& job, const Risk& risk)
{
    switch (job.format) {
    case PlanExport::Pdf: return reportPdf(job.plan, risk, job.stamp);
    case PlanExport::Png: return ganttPng(job.plan, risk, job.stamp);
    case PlanExport::Svg: return ganttSvg(job.plan, risk, job.stamp);
    case PlanExport::Csv: break;
    }
    return {};
}

Written writePlan(const Job& job, const SimulationOptions& options)
{
    if (job.format == PlanExport::Csv)
        return writeTable(job.plan, job.stamp, job.path);
    std::shared_ptr<const Risk> risk = job.risk;
    if (!risk) {
        Result<Risk> made = simulate(job.plan, options);
        if (!made)
            return {std::unexpected(made.error()), {}};
        risk = std::make_shared<const Risk>(std::move(*made));
    }
    const QByteArray bytes = drawn(job, *risk);
    if (options.stop.stop_requested())
        return {fail(ErrorCode::cancelled), {}};
    return {writeFileAtomically(job.path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
            {}};
}

} // namespace

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

void PlanExporter::ask(PlanExport format)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    const FormatText& text = textOf(format);
    const QString ending = QString::fromLatin1(text.ending);
    const QFileInfo plan(document->filePath());
    QString path =
        m_needs.fileToWrite(m_window, tr("Export"), plan.absolutePath() + u'/' + plan.completeBaseName() + ending,
                            trestle::tr(text.filter));
    if (path.isEmpty())
        return;
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    write(format, QFileInfo(path).absoluteFilePath());
}

bool PlanExporter::write(PlanExport format, const QString& path)
{
    const PlanDocument* document = m_needs.document();
    if (m_busy || !document)
        return false;
    setBusy(true);
    const std::chrono::milliseconds now{m_needs.clock()};
    ExportStamp stamp{format::utf8(document->activeScenario()),
                      std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(now)},
                      planHash(document->project())};
    // The worker has a plan of its own; edits go on meanwhile.
    Job job{document->plan(), document->risk(), format, std::move(stamp), path.toStdString()};
    m_worker = std::jthread([this, job = std::move(job), path](const std::stop_token& stop) {
        SimulationOptions options;
        options.stop = stop;
        options.progress = [this](double part) {
            QMetaObject::invokeMethod(this, [this, part] { Q_EMIT progressed(part); }, Qt::QueuedConnection);
        };
        const Written written = writePlan(job, options);
        tellWritten(path, written.result, written.note);
    });
    return true;
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
    if (m_busy)
        return false;
    setBusy(true);
    m_worker = std::jthread([this, words, path] {
        const QString ending = QFileInfo(path).suffix().toLower();
        const QByteArray bytes = ending == u"pdf"            ? comparisonPdf(words)
                                 : ending.startsWith(u"htm") ? comparisonHtml(words, lightPalette(), true).toUtf8()
                                                             : comparisonText(words).toUtf8();
        tellWritten(path,
                    writeFileAtomically(path.toStdString(),
                                        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                    {});
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
