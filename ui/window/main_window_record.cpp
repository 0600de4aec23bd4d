// The record of past plans: its files, and what is told of it.
#include "ui/record/record_store.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QDir>

namespace trestle {

namespace {

QString recordFilter()
{
    return MainWindow::tr("Records of past plans (*.json)");
}

} // namespace

void MainWindow::connectRecord()
{
    connect(m_workspace, &Workspace::recordExportWanted, this, &MainWindow::exportRecord);
    connect(m_workspace, &Workspace::recordMergeWanted, this, &MainWindow::mergeRecord);
    connect(&m_workspace->records(), &RecordStore::told, this, [this](const QString& text) { m_toast->tell(text); });
}

void MainWindow::exportRecord()
{
    const QString suggested = QDir(m_settings.text(keys::lastFolder)).filePath(tr("Record of past plans.json"));
    const QString path = m_services.ask.fileToWrite(this, tr("Export the record"), suggested, recordFilter());
    if (!path.isEmpty())
        m_workspace->records().exportTo(path);
}

void MainWindow::mergeRecord()
{
    const QString path =
        m_services.ask.fileToOpen(this, tr("Merge another record"), m_settings.text(keys::lastFolder), recordFilter());
    if (!path.isEmpty())
        m_workspace->records().merge(path);
}

} // namespace trestle
