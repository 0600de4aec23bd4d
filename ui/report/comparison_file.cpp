#include "ui/report/comparison_file.h"

#include "data/file_io.h"
#include "ui/report/sheets/changes_part.h"
#include "ui/theme/theme.h"

#include <QFileInfo>

namespace trestle {

Result<void> writeComparisonFile(const ComparisonWords& words, const ExportStamp& stamp, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const QByteArray bytes = ending == u"pdf"            ? comparisonPdf(words, stamp)
                             : ending.startsWith(u"htm") ? comparisonHtml(words, lightPalette(), true).toUtf8()
                                                         : comparisonText(words).toUtf8();
    return writeFileAtomically(path.toStdString(), bytes.toStdString());
}

} // namespace trestle
