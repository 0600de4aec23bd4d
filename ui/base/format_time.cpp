#include "ui/base/format_time.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <QDateTime>

namespace trestle::format {

namespace {

QString clockTime(const QDateTime& local)
{
    return local.toString(QStringLiteral("HH:mm"));
}

} // namespace

QString dateTime(std::int64_t milliseconds)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds);
    return tr("%1, %2").arg(mediumDate(fromQDate(local.date())), clockTime(local));
}

QString moment(std::int64_t milliseconds, Date today)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds);
    const Date day = fromQDate(local.date());
    if (day == today)
        return tr("today, %1").arg(clockTime(local));
    if (day == today - std::chrono::days(1))
        return tr("yesterday, %1").arg(clockTime(local));
    return dateTime(milliseconds);
}

} // namespace trestle::format
