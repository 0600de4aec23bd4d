#pragma once

#include "models/evidence.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace trestle {

class Settings;

/// The file of a place, below the folder; nothing where there is none, or it lies outside: a plan may come from
/// anybody, and so may the paths in it.
std::optional<QString> evidenceFile(const QString& folder, const Evidence& place);

/// A program with its arguments, started without a shell.
struct OpenCommand {
    QString program;
    QStringList arguments;
    friend bool operator==(const OpenCommand&, const OpenCommand&) = default;
};
/// Of a pattern such as `code -g {file}:{line}`. It is taken apart before file and line go in, so that a file's name
/// never becomes an argument of its own. Nothing for an empty pattern.
std::optional<OpenCommand> openCommand(const QString& pattern, const QString& file, int line);

/// The folder in which the prototype of a plan was scanned last; empty: none is known here. Kept by the window alone,
/// since the plan may go to somebody else.
QString scanFolderOf(const Settings& settings, const QString& planFile);
void rememberScanFolder(Settings& settings, const QString& planFile, const QString& folder);

} // namespace trestle
