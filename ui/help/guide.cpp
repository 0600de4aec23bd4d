#include "ui/help/guide.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QWidget>

namespace trestle::guide {

namespace {

const QString kRoot = QStringLiteral(":/docs/");

/// Where a relative link leads, below the root: "screenshots/plan-light.png".
QString resolved(const QString& link, const QString& fromPage)
{
    const QString folder = fromPage.contains(u'/') ? fromPage.section(u'/', 0, -2) + u'/' : QString();
    return QDir::cleanPath(folder + link);
}

QString fileOf(const QString& page)
{
    return kRoot + page + QStringLiteral(".md");
}

} // namespace

const QStringList& pages()
{
    static const QStringList all{"guide/first-plan",   "guide/checklist", "guide/scan",      "guide/plan",
                                 "guide/progress",     "guide/cost",      "guide/price",     "guide/cash",
                                 "guide/risk",         "guide/team",      "guide/calendar",  "guide/scenarios",
                                 "guide/history",      "guide/record",    "guide/exports",   "guide/proposals",
                                 "guide/importing",    "guide/times",     "guide/catalogue", "guide/keyboard",
                                 "guide/command-line", "guide/files",     "guide/terms",     "how-sure",
                                 "command-line",       "catalogue-format"};
    return all;
}

std::optional<QString> textOf(const QString& page)
{
    QFile file(fileOf(page));
    if (!pages().contains(page) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll());
}

QString titleOf(const QString& page)
{
    static const QRegularExpression heading(QStringLiteral("^# (.+)$"), QRegularExpression::MultilineOption);
    return heading.match(textOf(page).value_or(QString())).captured(1);
}

std::optional<Place> placeOf(const QString& link, const QString& fromPage)
{
    const QString file = link.section(u'#', 0, 0);
    const QString anchor = link.section(u'#', 1);
    QString page = file.isEmpty() ? fromPage : resolved(file, fromPage);
    if (page.endsWith(QStringLiteral(".md")))
        page.chop(3);
    if (!pages().contains(page))
        return std::nullopt;
    return anchor.isEmpty() ? page : page + u'#' + anchor;
}

QString pictureFile(const QString& link, const QString& fromPage)
{
    return kRoot + resolved(link, fromPage);
}

QString slugOf(const QString& heading)
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w\\- ]"), QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(unfit).replace(u' ', u'-');
}

Place topicOf(const QString& part)
{
    for (const Topic& topic : topics())
        if (part == QLatin1String(topic.part))
            return QStringLiteral("guide/") + QLatin1String(topic.place);
    return {};
}

Place topicFor(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const Place place = topicOf(widget->objectName()); !place.isEmpty())
            return place;
    return pages().first();
}

} // namespace trestle::guide
