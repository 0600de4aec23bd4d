#include "ui/report/export_path.h"

#include "ui/base/tr.h"
#include "ui/base/wording_exports.h"

#include <QFileInfo>

namespace trestle {

QString ExportPlace::start() const
{
    return folder.isEmpty() ? QFileInfo(plan).absolutePath() : folder;
}

QString askExportPath(const AskFileToWrite& ask, QWidget* parent, const ExportPlace& place, const ExportFormat& format,
                      const QString& addition)
{
    const QString ending = u'.' + QString::fromUtf8(format.ending);
    QString path =
        ask(parent, tr("Export"), place.start() + u'/' + QFileInfo(place.plan).completeBaseName() + addition + ending,
            wording::fileFilter(format));
    if (path.isEmpty())
        return {};
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    return QFileInfo(path).absoluteFilePath();
}

QString askPackPath(const AskFolder& ask, QWidget* parent, const ExportPlace& place, Audience audience)
{
    const QString folder = ask(parent, tr("Where to put the folder of the pack"), place.start());
    if (folder.isEmpty())
        return {};
    return QFileInfo(folder).absoluteFilePath() + u'/' + QFileInfo(place.plan).completeBaseName() +
           wording::fileAddition(audience);
}

QString askPicturePath(const AskFileToWrite& ask, QWidget* parent, const ExportPlace& place, const QString& subject)
{
    QString addition = subject;
    for (QChar& sign : addition)
        if (QStringLiteral("/\\:*?\"<>|").contains(sign) || sign < u' ')
            sign = u'-';
    constexpr qsizetype kMostLetters = 60;
    const QString name = QFileInfo(place.plan).completeBaseName() +
                         (addition.isEmpty() ? tr(" plan") : u' ' + addition.left(kMostLetters).trimmed());
    QString path = ask(parent, tr("Save the picture"), place.start() + u'/' + name + QStringLiteral(".png"),
                       tr("PNG (*.png);;SVG (*.svg)"));
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    return QFileInfo(path).absoluteFilePath();
}

QString askComparisonPath(const AskFileToWrite& ask, QWidget* parent, const QString& planPath)
{
    const QFileInfo plan(planPath);
    QString path = ask(parent, tr("Save the comparison"),
                       tr("%1/%2 changes.pdf").arg(plan.absolutePath(), plan.completeBaseName()),
                       tr("PDF (*.pdf);;Web page (*.html);;Text (*.txt)"));
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pdf");
    return QFileInfo(path).absoluteFilePath();
}

} // namespace trestle
