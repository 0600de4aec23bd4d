#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

class QWidget;

/// The user guide inside the program: the pages of `resources/docs/guide`, embedded with their pictures, and which of
/// them tells of what.
namespace trestle::guide {

/// A place in the guide: a page ("risk"), or a heading on it ("risk#what-may-happen").
using Place = QString;

/// The pages in the order of the contents; pages beyond the guide that it leads to come last.
const QStringList& pages();
/// The page's Markdown; nothing where there is no such page.
std::optional<QString> textOf(const QString& page);
/// Its first heading.
QString titleOf(const QString& page);
/// What a link on a page leads to, as a place; nothing for what is not in the program.
std::optional<Place> placeOf(const QString& link, const QString& fromPage);
/// The embedded file of a picture that a page names.
QString pictureFile(const QString& link, const QString& fromPage);
/// A heading as links name it: "Where the figures come from" is "where-the-figures-come-from".
QString slugOf(const QString& heading);

/// What a part of the window has its page for, by its objectName: pages, dialogs, commands.
struct Topic {
    const char* part;
    const char* place;
};
std::span<const Topic> topics();
/// Of a part; empty where the table has no line for it.
Place topicOf(const QString& part);
/// Of the nearest part that the widget is in; the first page where none has one.
Place topicFor(const QWidget* widget);

} // namespace trestle::guide
