// Times that were kept elsewhere, taken into the open plan.
#include "data/formats/import_file.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/base/wording.h"
#include "ui/dialogs/patience.h"
#include "ui/document/plan_document.h"
#include "ui/times/times_dialog.h"
#include "ui/window/main_window.h"

#include <QFileInfo>

#include <utility>

namespace trestle {

void MainWindow::askTimes()
{
    const QString folder = m_settings.text(keys::lastFolder, plansFolder());
    const QString path = m_services.ask.fileToOpen(this, tr("Import times"), folder,
                                                   tr("Time sheets (*.csv *.tsv *.tab *.txt *.xlsx);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setText(keys::lastFolder, QFileInfo(path).absolutePath());
    std::optional<Result<TimesFile>> read = readTimesAt(path);
    if (!read)
        return;
    if (*read)
        showTimes(path, std::move(**read));
    else
        tell(wording::error(read->error()));
}

std::optional<Result<TimesFile>> MainWindow::readTimesAt(const QString& path)
{
    return waitFor<Result<TimesFile>>(this, tr("Opening %1…").arg(QFileInfo(path).fileName()),
                                      [path = format::utf8(path)] { return readTimesFile(path, path); });
}

void MainWindow::showTimes(const QString& path, TimesFile file)
{
    TimesDialog(*m_document, {QFileInfo(path).fileName(), std::make_shared<const TimesFile>(std::move(file))}, this)
        .exec();
}

bool MainWindow::takesTimes(const QString& path)
{
    const auto kind = m_document ? importKindAt(format::utf8(path)) : std::nullopt;
    if (kind != ImportKind::csv && kind != ImportKind::workbook)
        return false;
    std::optional<Result<TimesFile>> read = readTimesAt(path);
    if (!read)
        return true;
    if (!*read || !tellsOfTimes((*read)->table))
        return false;
    showTimes(path, std::move(**read));
    return true;
}

} // namespace trestle
