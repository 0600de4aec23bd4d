#include "ui/document/plan_paths.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace trestle {

QString plansFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Trestle"));
}

QString freePlanPath(const QString& folder, const QString& name)
{
    static const QRegularExpression unsafe(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    QString base = QString(name).replace(unsafe, QStringLiteral(" ")).simplified().left(80).trimmed();
    while (base.startsWith(u'.') || base.startsWith(u' '))
        base.remove(0, 1); // a leading dot would hide the file
    if (base.isEmpty())
        base = QStringLiteral("plan");
    const QDir directory(folder);
    QString path = directory.filePath(base + QStringLiteral(".trestle"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = directory.filePath(QStringLiteral("%1 %2.trestle").arg(base, QString::number(number)));
    return path;
}

bool isImported(const QString& path)
{
    static const QStringList endings{QStringLiteral("json"), QStringLiteral("xml"), QStringLiteral("gan"),
                                     QStringLiteral("csv"),  QStringLiteral("tsv"), QStringLiteral("tab"),
                                     QStringLiteral("xlsx"), QStringLiteral("xls")};
    return endings.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

} // namespace trestle
