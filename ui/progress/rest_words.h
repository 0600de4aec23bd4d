#pragma once

#include "models/progress/progress_report.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What finished work says of the rest, in words.
namespace trestle::restwords {

/// "1.5", "1.04": by how much, as far as it says anything; "1" where it is as expected.
QString times(double ratio);
/// "Database took 1.5 times what was likely."; needs observed phases.
QString took(const Plan& plan, const ProgressReport& report);
/// "Database took 1.5 times what was likely. The rest is now expected at 1.1 times."
QString sentence(const Plan& plan, const ProgressReport& report);
/// "1.1", where something is learnt and something is left; else nothing.
std::optional<QString> factor(const Plan& plan, const ProgressReport& report);
/// Phase, what was finished of it, what it took, what was likely for it, what is left as it was likely, and now.
std::vector<QStringList> reasons(const Plan& plan, const ProgressReport& report);
QStringList reasonHeads();
/// How one follows from the other.
QString explanation();

} // namespace trestle::restwords
