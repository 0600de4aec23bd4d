#pragma once

#include "ui/base/settings.h"

#include <QList>

namespace trestle {

/// What has become of a plan since it was open here.
struct RecentNews {
    enum class Kind {
        Current,    ///< name and headline are those of the file as it is now
        Gone,       ///< nothing is at the path
        Unreadable, ///< something is, but no plan that can be read
    };
    Kind kind = Kind::Current;
    RecentPlan plan;
};

/// Reads each plan and simulates it: a program or a person may have changed it since. Takes a few milliseconds a plan,
/// on a network drive as long as that takes; for a thread of its own.
QList<RecentNews> newsOf(const QList<RecentPlan>& plans);

} // namespace trestle
