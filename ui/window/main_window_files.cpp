// The window's dealings with files: new, open, sample, copy.
#include "data/embedded.h"
#include "data/file_io.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_paths.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>

#include <utility>

namespace trestle {

namespace {

QString planFilter()
{
    return MainWindow::tr("Trestle plans (*.trestle *.json)");
}

Result<ProjectDocument> embeddedProject(const char* name)
{
    const std::optional<std::string_view> text = embeddedJson(name);
    return text ? parsePlanJson(*text, name) : fail(ErrorCode::internal, name);
}

} // namespace

QString MainWindow::plansFolder() const
{
    return m_services.plansFolder.isEmpty() ? trestle::plansFolder() : m_services.plansFolder;
}

bool MainWindow::openPath(const QString& path)
{
    if (shows(path))
        return true;
    if (raiseWhereOpen(path)) {
        endOpening();
        return true;
    }
    if (!settleChanges())
        return false;
    const bool exported = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    const bool opened = exported ? importPlan(path) : openPlanFile(QFileInfo(path).absoluteFilePath());
    endOpening(); // also where the user would not wait
    return opened;
}

bool MainWindow::makeFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QDir().mkpath(folder))
        return true;
    tell(wording::error({ErrorCode::fileUnwritable, format::utf8(folder), {}, {}}));
    return false;
}

bool MainWindow::create(const QString& path, const ProjectDocument& project, const QString& label)
{
    return makeFolder(path) &&
           adopt(PlanFile::create(format::utf8(path), project, format::utf8(label), m_services.clock));
}

bool MainWindow::newPlan(const NewPlan& wanted)
{
    const Result<LoadedCatalogue> catalogue = builtinCatalogue();
    if (!catalogue) {
        tell(wording::error(catalogue.error()));
        return false;
    }
    Project project;
    project.base = userInputs(*catalogue->catalogue, format::utf8(wanted.name), wanted.start);
    project.base.client = format::utf8(wanted.client);
    if (!settleChanges())
        return false;
    return create(wanted.path, {std::move(project), *catalogue}, tr("New plan"));
}

bool MainWindow::importPlan(const QString& path)
{
    const std::string where = format::utf8(path);
    const Result<std::string> text = readTextFile(where);
    const Result<ProjectDocument> project = text ? parsePlanJson(*text, where) : std::unexpected(text.error());
    if (!project) {
        tell(wording::error(project.error()));
        return false;
    }
    const QString name = format::raw(project->project.base.name);
    return create(freePlanPath(plansFolder(), name), *project, tr("Imported from %1").arg(QFileInfo(path).fileName()));
}

/// The sample has a past: a version that was sent out, named, and the plan as it is now with two scenarios, so that
/// every comparison has something to show.
bool MainWindow::openSample()
{
    if (!settleChanges())
        return false;
    const Result<ProjectDocument> before = embeddedProject("samples/ledgerly-before.json");
    const Result<ProjectDocument> now = embeddedProject("samples/ledgerly.json");
    if (!before || !now) {
        tell(wording::error(before ? now.error() : before.error()));
        return false;
    }
    const QString path = freePlanPath(plansFolder(), format::raw(now->project.base.name).toLower());
    if (!makeFolder(path))
        return false;
    Result<PlanFile> file =
        PlanFile::create(format::utf8(path), *before, format::utf8(tr("Copy of the sample")), m_services.clock);
    if (file) {
        Result<void> done = file->setTag(file->head().id, format::utf8(tr("Sent to the client")));
        if (done)
            done = file->edit(now->project, format::utf8(tr("Two weeks of work, and two scenarios")));
        if (!done)
            file = std::unexpected(done.error());
    }
    if (!adopt(std::move(file)))
        return false;
    m_workspace->showPage(Workspace::PlanTab);
    return true;
}

void MainWindow::askNew()
{
    const Date today = m_services.today ? m_services.today() : format::fromQDate(QDate::currentDate());
    if (const std::optional<NewPlan> wanted = m_services.ask.newPlan(this, plansFolder(), today))
        forAnotherPlan().newPlan(*wanted);
}

/// Beside the plan: what is edited there shows here at once.
void MainWindow::editCatalogue()
{
    if (!m_catalogue) {
        const auto name = [](QWidget* parent, const QString& title, const QString& label, const QString& text) {
            bool given = false;
            const QString typed = QInputDialog::getText(parent, title, label, QLineEdit::Normal, text, &given);
            return given ? typed : QString();
        };
        m_catalogue =
            new CatalogueWindow(*m_document, {m_services.ask.fileToOpen, m_services.ask.fileToWrite, name}, this);
        m_catalogue->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_catalogue, &QObject::destroyed, this, [this] { m_catalogue = nullptr; });
    }
    m_catalogue->show();
    m_catalogue->raise();
    m_catalogue->activateWindow();
}

void MainWindow::askOpen()
{
    const QString folder = m_settings.text(keys::lastFolder, plansFolder());
    const QString path = m_services.ask.fileToOpen(this, tr("Open a plan"), folder, planFilter());
    if (path.isEmpty())
        return;
    m_settings.setText(keys::lastFolder, QFileInfo(path).absolutePath());
    openBeside(path);
}

void MainWindow::saveCopy()
{
    if (!m_document)
        return;
    const QFileInfo file(m_document->filePath());
    const QString suggested = freePlanPath(file.absolutePath(), tr("%1 copy").arg(file.completeBaseName()));
    QString path = m_services.ask.fileToWrite(this, tr("Save a copy"), suggested, tr("Trestle plans (*.trestle)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".trestle")))
        path += QStringLiteral(".trestle");
    m_document->saveCopy(QFileInfo(path).absoluteFilePath());
}

} // namespace trestle
