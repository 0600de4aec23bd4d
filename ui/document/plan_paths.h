#pragma once

#include <QString>

/// Where plan files are put.
namespace trestle {

/// Documents/Trestle in the user's home.
QString plansFolder();
/// A file name for a plan's name in a folder, with a number where the name is taken.
QString freePlanPath(const QString& folder, const QString& name);

} // namespace trestle
