#include "ui/report/export_progress.h"

#include "ui/base/tr.h"

namespace trestle {

ExportProgress::ExportProgress(QWidget* window)
    : QProgressDialog(trestle::tr("Writing the file…"), trestle::tr("Cancel"), 0, 100, window)
{
    constexpr int kPatience = 500; // milliseconds: shorter work needs no dialog
    setObjectName(QStringLiteral("exportProgress"));
    setWindowTitle(trestle::tr("Export"));
    setMinimumDuration(kPatience);
    setAutoClose(false);
    setAutoReset(false);
}

void ExportProgress::showPart(double part)
{
    setValue(static_cast<int>(part * 100));
}

} // namespace trestle
