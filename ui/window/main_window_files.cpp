// The window's dealings with files: new, open, sample, copy.
#include "data/formats/import_file.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/dialogs/patience.h"
#include "ui/document/plan_document.h"
#include "ui/document/plan_paths.h"
#include "ui/document/sample_plans.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

#include <utility>

namespace trestle {

namespace {

QString planFilter()
{
    return MainWindow::tr("Plans and tasks (*.trestle *.json *.xml *.gan *.csv *.tsv *.tab *.xlsx)");
}

} // namespace

QString MainWindow::plansFolder() const
{
    return m_services.plansFolder.isEmpty() ? trestle::plansFolder() : m_services.plansFolder;
}

Date MainWindow::today() const
{
    return m_services.today ? m_services.today() : format::fromQDate(QDate::currentDate());
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
    const bool opened = isImported(path) ? importPlan(path) : openPlanFile(QFileInfo(path).absoluteFilePath());
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

bool MainWindow::newPlan(const NewPlan& wanted, const QString& catalogueFile)
{
    const std::optional<LoadedCatalogue> catalogue = catalogueOfNewPlans(catalogueFile);
    if (!catalogue || !settleChanges())
        return false;
    Project project;
    project.base = wanted.inputs;
    return create(wanted.path, {std::move(project), *catalogue}, tr("New plan"));
}

std::optional<LoadedCatalogue> MainWindow::catalogueOfNewPlans(const QString& file)
{
    Result<LoadedCatalogue> catalogue = file.isEmpty() ? builtinCatalogue() : loadCatalogueFile(format::utf8(file));
    if (catalogue)
        return std::move(*catalogue);
    tell(wording::error(catalogue.error()));
    return std::nullopt;
}

bool MainWindow::importPlan(const QString& path)
{
    const QString file = QFileInfo(path).fileName();
    std::optional<Result<ImportFile>> read = waitFor<Result<ImportFile>>(
        this, tr("Opening %1…").arg(file), [path = format::utf8(path)] { return readImportFile(path, path); });
    if (!read)
        return false;
    if (!*read) {
        tell(wording::error(read->error()));
        return false;
    }
    const auto content = std::make_shared<const ImportFile>(std::move(**read));
    const std::optional<ProjectDocument> document = documentOf(file, content);
    return document && create(freePlanPath(plansFolder(), format::raw(document->project.base.name)), *document,
                              tr("Imported from %1").arg(file));
}

/// Plan JSON is a plan as it is; of what other programs wrote, the user sees first what becomes of it.
std::optional<ProjectDocument> MainWindow::documentOf(const QString& file,
                                                      const std::shared_ptr<const ImportFile>& content)
{
    if (const auto* document = std::get_if<ProjectDocument>(&content->content))
        return *document;
    std::optional<ImportedPlan> imported = m_services.ask.importing(this, {file, content, today()});
    return imported ? std::optional(std::move(imported->document)) : std::nullopt;
}

bool MainWindow::openSample(const QString& id)
{
    const std::optional<SamplePlan> sample = samplePlan(id);
    if (!sample || !settleChanges())
        return false;
    const QString path = freePlanPath(plansFolder(), sample->name.toLower());
    if (!makeFolder(path) || !adopt(copySample(*sample, path, m_services.clock)))
        return false;
    m_workspace->showPage(Workspace::PlanTab); // whatever was looked at the last time
    m_workspace->offerHint();
    return true;
}

void MainWindow::fillSampleMenu(QMenu& menu)
{
    for (const SamplePlan& sample : samplePlans()) {
        QAction* action = menu.addAction(tr("%1: %2").arg(sample.name, sample.about));
        action->setObjectName(QStringLiteral("sample_") + sample.id);
        connect(action, &QAction::triggered, this, [this, id = sample.id] { forAnotherPlan().openSample(id); });
    }
}

void MainWindow::askNew(const QString& catalogueFile)
{
    const std::optional<LoadedCatalogue> catalogue = catalogueOfNewPlans(catalogueFile);
    if (!catalogue)
        return;
    const NewPlanSetting setting{catalogue->catalogue, plansFolder(), today(), m_settings.rateCards(),
                                 m_services.ask.folder};
    const auto wanted = m_services.ask.newPlan(this, setting);
    if (!wanted)
        return;
    MainWindow& window = forAnotherPlan();
    if (window.newPlan(*wanted, catalogueFile) && !wanted->prototype.isEmpty())
        window.scanPrototype(wanted->prototype);
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
