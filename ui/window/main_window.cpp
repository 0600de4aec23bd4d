#include "ui/window/main_window.h"

#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/base/wording.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/checklist/checklist.h"
#include "ui/document/file_guard.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_paths.h"
#include "ui/help/helper.h"
#include "ui/pages/history_page.h"
#include "ui/pages/start_page.h"
#include "ui/pictures/chart_home.h"
#include "ui/report/plan_exporter.h"
#include "ui/scenarios/scenario_button.h"
#include "ui/summary/summary_text.h"
#include "ui/team/team_page.h"
#include "ui/widgets/toast.h"
#include "ui/window/edit_news.h"
#include "ui/window/header_bar.h"
#include "ui/window/window_actions.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QUrl>

#include <utility>

namespace trestle {

namespace {

constexpr QSize kWanted{1480, 940};
constexpr QSize kSmallest{1024, 640};

/// The one local file that is dragged, or nothing.
QString draggedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

bool mayBePlan(const QString& path)
{
    return path.endsWith(QStringLiteral(".trestle"), Qt::CaseInsensitive) || isImported(path);
}

} // namespace

bool openWithDesktop(const QUrl& url)
{
    return QDesktopServices::openUrl(url);
}

MainWindow::MainWindow(Settings& settings, WindowServices services, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_services(std::move(services)),
      m_scans(new ScanRunner(m_services.scan, *this)), m_header(new HeaderBar(this)), m_stack(new QStackedWidget(this)),
      m_toast(new Toast(m_stack)), m_actions(new WindowActions(m_header->menus(), this)),
      m_helper(new Helper(m_services.openOutside, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMenuWidget(m_header);
    m_stack->setObjectName(QStringLiteral("stack"));
    setCentralWidget(m_stack);
    makeActions();

    connect(&m_header->scenario(), &ScenarioButton::removeWanted, this, &MainWindow::removeScenario);
    connect(&m_header->scenario(), &ScenarioButton::compareWanted, this, [this] { m_workspace->showScenarios(); });
    setMinimumSize(kSmallest);
    resize(screen() ? kWanted.boundedTo(screen()->availableSize()).expandedTo(kSmallest) : kWanted);
    restoreGeometry(m_settings.bytes(keys::geometry));
    if (!m_services.opening.isEmpty())
        showOpening();
    refresh();
}

/// In place of the start page, which nobody would see but for a moment.
void MainWindow::showOpening()
{
    m_opening = new QLabel(tr("Opening %1…").arg(m_services.opening), m_stack);
    m_opening->setObjectName(QStringLiteral("openingPage"));
    m_opening->setTextFormat(Qt::PlainText);
    m_opening->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_opening);
}

/// Whatever was to be opened is open, or is not.
void MainWindow::endOpening()
{
    if (!m_opening)
        return;
    delete std::exchange(m_opening, nullptr);
    refresh();
}

StartPage& MainWindow::startPage()
{
    if (m_start)
        return *m_start;
    m_start = new StartPage(m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::newWanted, this, [this] { askNew(); });
    connect(m_start, &StartPage::openWanted, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::scanWanted, this, &MainWindow::askScan);
    fillSampleMenu(m_start->sampleMenu());
    connect(m_start, &StartPage::recentWanted, this, &MainWindow::openPath, Qt::QueuedConnection);
    connect(
        m_start, &StartPage::forgetWanted, this,
        [this](const QString& path) {
            m_settings.forget(path);
            refresh();
        },
        Qt::QueuedConnection);
    return *m_start;
}

MainWindow::~MainWindow()
{
    dropDocument();
}

void MainWindow::present(std::unique_ptr<PlanDocument> document)
{
    dropDocument();
    m_document = std::move(document);
    if (m_services.today)
        m_document->setToday(m_services.today);
    connect(m_document.get(), &PlanDocument::planChanged, this, &MainWindow::refreshPlanParts);
    connect(m_document.get(), &PlanDocument::saveStateChanged, this, &MainWindow::refreshTitle);
    connect(m_document.get(), &PlanDocument::saveStateChanged, this, &MainWindow::refreshUndo);
    connect(m_document.get(), &PlanDocument::undoChanged, this, &MainWindow::refreshUndo);
    connect(
        m_document.get(), &PlanDocument::copySaved, this,
        [this](const QString& path) {
            if (m_document && !openCopy(path))
                tellCopy(path);
        },
        Qt::QueuedConnection);
    connect(m_document.get(), &PlanDocument::catalogueReplaced, this, [this] {
        const QString chosen = m_workspace ? m_workspace->selection().node() : QString();
        dropWorkspace();
        const auto showAgain = [this, chosen] {
            showWorkspace();
            const std::string id = format::utf8(chosen);
            if (m_workspace && (m_document->plan().findPhase(id) || m_document->plan().findItem(id)))
                m_workspace->selection().select(chosen);
        };
        QMetaObject::invokeMethod(this, showAgain, Qt::QueuedConnection);
    });
    showWorkspace();
    endOpening();
    rememberPlan();
}

void MainWindow::showWorkspace()
{
    if (!m_document || m_workspace)
        return;
    m_workspace = new Workspace(*m_document, m_settings, m_stack);
    new ChartHome(*m_workspace, {[this] { return m_exporter->pictureFrame(); },
                                 [this](const QString& subject, const ChartPicture& picture) {
                                     m_exporter->askPicture(subject, picture);
                                 }});
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    auto* news = new EditNews(*m_document, *m_toast, *m_workspace);
    news->setToldElsewhere([this] { return m_workspace->isTrying(); });
    connect(m_workspace, &Workspace::removeScenarioWanted, this, &MainWindow::removeScenario);
    connect(m_workspace, &Workspace::copyWanted, this, &MainWindow::saveCopy);
    connect(m_workspace, &Workspace::retryWanted, this, &MainWindow::tryAgain);
    connect(m_workspace, &Workspace::saveComparisonWanted, this, [this] {
        if (const std::optional<ComparisonWords> words = m_workspace->history().comparison())
            m_exporter->askComparison(*words);
    });
    connect(m_workspace, &Workspace::proposalWanted, m_exporter, &PlanExporter::askProposal);
    connectScans();
    connectRecord();
    connect(m_workspace, &Workspace::inspectorShownChanged, m_actions, &WindowActions::refresh);
    m_header->setDocument(m_document.get());
    m_guard = new FileGuard(*m_document, m_workspace);
    connect(m_guard, &FileGuard::problemChanged, m_workspace, &Workspace::setFileProblem);
    connect(m_guard, &FileGuard::told, m_workspace, &Workspace::tell);
    refresh();
    m_workspace->checklist().focusList();
}

/// The workspace refers to the document to its last breath.
void MainWindow::dropWorkspace()
{
    if (!m_workspace)
        return;
    m_workspace->keepState();
    m_guard = nullptr;
    delete std::exchange(m_workspace, nullptr);
}

void MainWindow::dropDocument()
{
    if (!m_document)
        return;
    m_scans->cancel();
    m_lastScan.reset();
    rememberPlan();
    m_header->setDocument(nullptr);
    delete m_catalogue;
    m_toast->dismiss(); // it may be about this plan
    dropWorkspace();
    m_document.reset();
}

bool MainWindow::closePlan()
{
    if (!settleChanges())
        return false;
    dropDocument();
    refresh();
    return true;
}

bool MainWindow::settleChanges()
{
    if (!m_document || m_document->waitUntilSaved())
        return true;
    m_document->retrySaving();
    const QString problem = wording::error(m_document->saveError());
    switch (m_services.ask.unsaved(this, problem)) {
    case Ask::Unsaved::SaveCopy: saveCopy(); return false;
    case Ask::Unsaved::Discard: return true;
    case Ask::Unsaved::Cancel: return false;
    }
    return false;
}

void MainWindow::rememberPlan()
{
    m_settings.remember({m_document->filePath(), format::text(m_document->inputs().name),
                         headlineInList(m_document->plan(), m_document->risk().get())});
}

void MainWindow::refresh()
{
    const bool open = m_document != nullptr;
    m_header->showPlanParts(open);
    if (!open && !m_opening) {
        startPage().setRecent(m_settings.recentPlans());
        m_stack->setCurrentWidget(m_start);
    }
    refreshPlanParts();
    refreshUndo();
}

/// What of the plan stands in the title, the header and the menus.
void MainWindow::refreshPlanParts()
{
    refreshTitle();
    if (!m_document)
        return;
    m_header->setTeam(teamLine(*m_document));
    m_actions->refresh();
}

/// The plan's name, and whether it is saved.
void MainWindow::refreshTitle()
{
    if (!m_document) {
        setWindowTitle(tr("Trestle"));
        return;
    }
    const QString name = format::text(m_document->inputs().name);
    const bool readOnly = m_document->readOnlyReason().has_value();
    const bool failed = m_document->saveState() == PlanDocument::SaveState::Failed;
    setWindowTitle(readOnly ? tr("%1 (read-only) — Trestle").arg(name)
                   : failed ? tr("%1 (not saved) — Trestle").arg(name)
                            : tr("%1 — Trestle").arg(name));
    const PlanDocument::SaveState state = m_document->saveState();
    const QString client = format::text(m_document->inputs().client);
    const QString about = client.isEmpty() ? name : tr("%1, for %2").arg(name, client);
    m_header->setPlan(name, client,
                      readOnly                                   ? tr("read-only")
                      : state == PlanDocument::SaveState::Saved  ? tr("saved")
                      : state == PlanDocument::SaveState::Saving ? tr("saving…")
                                                                 : tr("not saved"),
                      about + u'\n' + m_document->filePath(), failed);
}

void MainWindow::refreshUndo()
{
    const auto name = [this](const char* id, const QString& plain, const QString& with, bool can, QString what) {
        m_actions->action(id).setText(can ? with.arg(what.replace(u'&', QStringLiteral("&&"))) : plain);
    };
    const bool undo = m_document && m_document->canUndo();
    const bool redo = m_document && m_document->canRedo();
    name("actionUndo", tr("&Undo"), tr("&Undo %1"), undo, undo ? m_document->undoLabel() : QString());
    name("actionRedo", tr("&Redo"), tr("&Redo %1"), redo, redo ? m_document->redoLabel() : QString());
    m_actions->refresh();
}

void MainWindow::tell(const QString& text)
{
    endOpening();
    if (m_workspace)
        m_workspace->tell(text);
    else
        startPage().tell(text);
}

/// What was done, with what can be done with the file that it made.
void MainWindow::tellSaved(const QString& path, const QString& note)
{
    const QFileInfo file(path);
    m_toast->tell(
        note.isEmpty() ? tr("Saved %1").arg(file.fileName()) : tr("Saved %1; %2").arg(file.fileName(), note),
        {{QStringLiteral("toastOpen"), tr("Open"), [this, path] { openOutside(path); }},
         {QStringLiteral("toastFolder"), tr("Show in folder"), [this, file] { openOutside(file.absolutePath()); }}});
}

void MainWindow::tellPacked(const QString& folder, int files, const QString& note)
{
    std::vector<Toast::Action> actions{
        {QStringLiteral("toastFolder"), tr("Show in folder"), [this, folder] { openOutside(folder); }}};
    if (!note.isEmpty())
        actions.push_back({QStringLiteral("toastLeftOut"), tr("What is left out"),
                           [this, note] { m_services.ask.leftOut(this, note); }});
    m_toast->tell(tr("Saved %1 files in %2").arg(files).arg(QFileInfo(folder).fileName()), std::move(actions));
}

void MainWindow::tellNotSaved(const Error& error, const QStringList& written)
{
    const QString problem = wording::error(error);
    tell(written.isEmpty() ? problem
                           : tr("%1 Written before that: %2.").arg(problem, written.join(QStringLiteral(", "))));
}

void MainWindow::tellCopy(const QString& path)
{
    const QFileInfo file(path);
    m_toast->tell(
        tr("Saved the copy %1").arg(file.fileName()),
        {{QStringLiteral("toastOpen"), tr("Open it here"), [this, path] { openPath(path); }},
         {QStringLiteral("toastFolder"), tr("Show in folder"), [this, file] { openOutside(file.absolutePath()); }}});
}

void MainWindow::openOutside(const QString& path)
{
    if (!m_services.openOutside(QUrl::fromLocalFile(path)))
        tell(tr("No program on this computer opens %1.").arg(path));
}

void MainWindow::removeScenario(const QString& name)
{
    if (m_document && m_services.ask.removeScenario(this, name))
        m_document->removeScenario(name);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setBytes(keys::geometry, saveGeometry());
    if (!settleChanges()) {
        event->ignore();
        return;
    }
    m_scans->cancel();
    dropDocument();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (mayBePlan(draggedFile(event->mimeData())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(event->mimeData());
    if (!mayBePlan(path))
        return;
    event->acceptProposedAction();
    if (!takesTimes(path))
        openBeside(path);
}

} // namespace trestle
