// Scanning a prototype's folder: for the open plan, or for a new one.
#include "models/proposals.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_paths.h"
#include "ui/new_plan/scanned_plan_dialog.h"
#include "ui/scan/editor_dialog.h"
#include "ui/scan/evidence_file.h"
#include "ui/scan/scan_review.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

namespace trestle {

namespace {

constexpr std::chrono::milliseconds kSoon(200);

/// That the desktop shows it in an editor. A page or a starter of somebody's prototype would run in its program: of
/// those the folder is shown.
bool isPlainText(const QString& file)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile(file);
    const auto runs = {"text/html", "application/xhtml+xml", "image/svg+xml", "application/x-desktop"};
    return type.inherits(QStringLiteral("text/plain")) && !QFileInfo(file).isExecutable() &&
           std::ranges::none_of(runs, [&](const char* name) { return type.inherits(QLatin1StringView(name)); });
}

} // namespace

bool startDetached(const QString& program, const QStringList& arguments)
{
    return QProcess::startDetached(program, arguments);
}

void MainWindow::connectScans()
{
    connect(m_workspace, &Workspace::scanWanted, this, &MainWindow::askScan);
    connect(m_workspace, &Workspace::evidenceWanted, this, &MainWindow::showEvidence);
    connect(m_workspace, &Workspace::editorWanted, this, [this] { EditorDialog(m_settings, this).exec(); });
    m_workspace->setLastScan(m_lastScan);
}

QString MainWindow::askScanFolder(const QString& start)
{
    return m_services.ask.folder(this, tr("Choose the prototype's folder"), start.isEmpty() ? QDir::homePath() : start);
}

/// Of the open plan; without one, what is found becomes a plan.
void MainWindow::askScan()
{
    const QString folder = askScanFolder(m_document ? scanFolderOf(m_settings, m_document->filePath()) : QString());
    if (folder.isEmpty())
        return;
    if (m_document)
        scanPrototype(folder);
    else
        scanForNewPlan(folder);
}

void MainWindow::scanPrototype(const QString& folder)
{
    rememberScanFolder(m_settings, m_document->filePath(), folder);
    m_scans->start(folder, m_document->plan().catalogue, [this, folder](const Result<Scan>& scan) {
        if (scan && m_document)
            takeScan(folder, *scan);
        else if (!scan)
            tell(wording::error(scan.error()));
    });
}

void MainWindow::takeScan(const QString& folder, const Scan& scan)
{
    const Inputs before = m_document->inputs();
    bool isEarly = false;
    const auto listening = connect(m_document.get(), &PlanDocument::editTooEarly, this, [&isEarly] { isEarly = true; });
    m_document->edit(tr("Scan of %1").arg(QFileInfo(folder).fileName()),
                     [&](Inputs& inputs) { proposeScan(scan, m_document->today(), inputs); });
    disconnect(listening);
    if (isEarly) { // the document is busy with its file for a moment
        QTimer::singleShot(kSoon, m_document.get(), [this, folder, scan] { takeScan(folder, scan); });
        return;
    }
    const auto isKept = [this](const ScanItem& item) { return m_document->inputs().proposals.contains(item.id); };
    if (!std::ranges::all_of(scan.items, isKept))
        return; // refused, which has been told
    LastScan last{folder, scan, {}};
    if (!before.proposals.empty())
        last.changes = proposalChanges(m_document->catalogue(), before, m_document->inputs());
    m_lastScan = std::move(last);
    if (!m_workspace)
        return;
    m_workspace->setLastScan(m_lastScan);
    m_workspace->showScan();
}

void MainWindow::scanForNewPlan(const QString& folder)
{
    const std::optional<LoadedCatalogue> catalogue = catalogueOfNewPlans();
    if (!catalogue)
        return;
    m_scans->start(folder, catalogue->catalogue,
                   [this, folder, plain = catalogue->catalogue](const Result<Scan>& scan) {
                       if (scan)
                           reviewNewPlan(plain, {folder, *scan, {}});
                       else
                           tell(wording::error(scan.error()));
                   });
}

void MainWindow::reviewNewPlan(const std::shared_ptr<const Catalogue>& catalogue, LastScan scan)
{
    auto* dialog = new ScannedPlanDialog(catalogue, today(), std::move(scan), this);
    connect(dialog, &ScannedPlanDialog::evidenceWanted, this,
            [this, dialog](const Evidence& place) { dialog->tell(openEvidence(dialog->scan().folder, place)); });
    connect(dialog, &ScannedPlanDialog::editorWanted, this,
            [this, dialog] { EditorDialog(m_settings, dialog).exec(); });
    connect(dialog, &QDialog::accepted, this, [this, inputs = &dialog->inputs(), dialog] {
        MainWindow& window = forAnotherPlan();
        const QString path = freePlanPath(plansFolder(), format::raw(inputs->name));
        if (window.newPlan({*inputs, path})) {
            window.keepScan(dialog->scan());
            dialog->deleteLater();
            return;
        }
        // What was answered is not lost to a folder that cannot be written to.
        dialog->tell(tr("The plan could not be made as %1. What you answered here is kept: try again.").arg(path));
        QTimer::singleShot(0, dialog, &QDialog::open);
    });
    connect(dialog, &QDialog::rejected, dialog, &QObject::deleteLater);
    dialog->open();
}

/// Of the plan that has just been opened.
void MainWindow::keepScan(const LastScan& scan)
{
    rememberScanFolder(m_settings, m_document->filePath(), scan.folder);
    m_lastScan = scan;
    m_workspace->setLastScan(m_lastScan);
}

/// What kept it from opening; empty: it opens.
QString MainWindow::openEvidence(const QString& folder, const Evidence& place)
{
    const std::optional<QString> file = evidenceFile(folder, place);
    if (!file)
        return tr("%1 is not in %2 any more.").arg(wording::evidencePlace(place), folder);
    const std::optional<OpenCommand> command = openCommand(m_settings.text(keys::openEvidence), *file, place.line);
    if (command)
        return m_services.startProgram(command->program, command->arguments)
                   ? QString()
                   : tr("%1 could not be started. Choose another program in “Open evidence with…”.")
                         .arg(command->program);
    const QString shown = isPlainText(*file) ? *file : QFileInfo(*file).absolutePath();
    return m_services.openOutside(QUrl::fromLocalFile(shown)) ? QString()
                                                              : tr("No program on this computer opens %1.").arg(*file);
}

/// Of the open plan. Where the prototype lies is asked for if this computer does not know.
void MainWindow::showEvidence(const Evidence& place)
{
    QString folder = scanFolderOf(m_settings, m_document->filePath());
    if (folder.isEmpty()) {
        folder = askScanFolder({});
        if (folder.isEmpty())
            return;
        rememberScanFolder(m_settings, m_document->filePath(), folder);
    }
    if (const QString problem = openEvidence(folder, place); !problem.isEmpty())
        tell(problem);
}

} // namespace trestle
