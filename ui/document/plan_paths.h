#pragma once

#include <QString>

/// Where plan files are put.
namespace trestle {

/// Documents/Trestle in the user's home.
QString plansFolder();
/// A file name for a plan's name in a folder, with a number where the name is taken.
QString freePlanPath(const QString& folder, const QString& name);
/// Whether a file is of a kind that becomes a plan in a file of its own: an exported plan, a project of another
/// program.
bool isImported(const QString& path);

} // namespace trestle
