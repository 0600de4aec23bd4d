#pragma once

#include "models/progress/moved.h"

#include <QString>
#include <QStringList>

#include <vector>

/// How a plan stands to its baseline, and what moved it, in words.
namespace trestle::movedwords {

/// "“Sent to investors”, 4 Jan 2027".
QString name(const Moved& moved);
/// What it is, as promised, now, and the difference.
std::vector<QStringList> rows(const Plan& plan, const Moved& moved);
QStringList heads();
/// "Likely to finish 12 days later: 7 of them are the pace of Database, 5 are late beginnings and idle days."; empty
/// where nothing moved.
QString causes(const Plan& plan, const Moved& moved);

} // namespace trestle::movedwords
