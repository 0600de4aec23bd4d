#include "ui/scan/evidence_file.h"

#include "ui/base/format.h"
#include "ui/base/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>

namespace trestle {

namespace {

constexpr qsizetype kMostFolders = 200;

/// A plan, with what follows it in an entry of the settings.
QString startOfEntry(const QString& planFile)
{
    constexpr int kEnough = 12;
    const QByteArray path = QFileInfo(planFile).absoluteFilePath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(kEnough)) + u' ';
}

} // namespace

std::optional<QString> evidenceFile(const QString& folder, const Evidence& place)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString path = format::raw(place.path);
    if (root.isEmpty() || path.startsWith(u'/') || path.contains(QChar::Null))
        return std::nullopt;
    const QString file = QFileInfo(QDir(root).filePath(path)).canonicalFilePath();
    const QString inside = root.endsWith(u'/') ? root : root + u'/';
    if (file != root && !file.startsWith(inside))
        return std::nullopt;
    return file;
}

std::optional<OpenCommand> openCommand(const QString& pattern, const QString& file, int line)
{
    QStringList parts = QProcess::splitCommand(pattern);
    if (parts.isEmpty())
        return std::nullopt;
    OpenCommand command{parts.takeFirst(), {}};
    const QString number = QString::number(std::max(1, line));
    bool named = false;
    for (const QString& part : std::as_const(parts)) {
        named = named || part.contains(QStringLiteral("{file}"));
        // The file last: its name may hold what stands for the line.
        QString argument = part;
        argument.replace(QStringLiteral("{line}"), number);
        command.arguments += argument.replace(QStringLiteral("{file}"), file);
    }
    if (!named)
        command.arguments += file;
    return command;
}

QString scanFolderOf(const Settings& settings, const QString& planFile)
{
    const QString start = startOfEntry(planFile);
    for (const QString& entry : settings.list(keys::scanFolders))
        if (entry.startsWith(start))
            return entry.mid(start.size());
    return {};
}

void rememberScanFolder(Settings& settings, const QString& planFile, const QString& folder)
{
    const QString start = startOfEntry(planFile);
    QStringList all = settings.list(keys::scanFolders);
    all.removeIf([&](const QString& entry) { return entry.startsWith(start); });
    all.prepend(start + folder);
    if (all.size() > kMostFolders)
        all.resize(kMostFolders);
    settings.setList(keys::scanFolders, all);
}

} // namespace trestle
