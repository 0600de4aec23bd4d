#include "ui/base/wording_detail.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <QStringList>

namespace trestle::wording {

namespace {

QStringList argumentsOf(const Detail& detail)
{
    QStringList texts;
    for (const std::string& argument : detail.arguments)
        texts += format::text(argument);
    return texts;
}

/// "a, b or c".
QString alternatives(QStringList parts)
{
    if (parts.size() < 2)
        return parts.value(0);
    const QString last = parts.takeLast();
    return tr("%1 or %2").arg(parts.join(tr(", ")), last);
}

QString jsonTypeWord(const QString& type)
{
    if (type == QLatin1StringView("object"))
        return tr("an object");
    if (type == QLatin1StringView("array"))
        return tr("a list");
    if (type == QLatin1StringView("string"))
        return tr("text");
    if (type == QLatin1StringView("integer"))
        return tr("a whole number");
    if (type == QLatin1StringView("number"))
        return tr("a number");
    if (type == QLatin1StringView("boolean"))
        return tr("true or false");
    return type;
}

QString jsonTypes(QStringList types)
{
    for (QString& type : types)
        type = jsonTypeWord(type);
    return alternatives(std::move(types));
}

QString expectedDetail(const Detail& d)
{
    const QStringList arguments = argumentsOf(d);
    const auto argument = [&](int at) { return arguments.value(at); };
    switch (d.kind) {
    case DetailKind::verbatim: return argument(0);
    case DetailKind::name: return tr("a name");
    case DetailKind::skillName: return tr("a skill's name");
    case DetailKind::id: return tr("an id");
    case DetailKind::fromTo: return tr("%1 to %2").arg(argument(0), argument(1));
    case DetailKind::fromBelow: return tr("%1 or more, less than %2").arg(argument(0), argument(1));
    case DetailKind::aboveUpTo: return tr("more than %1, up to %2").arg(argument(0), argument(1));
    case DetailKind::atLeast: return tr("%1 or more").arg(argument(0));
    case DetailKind::weekWindow: return tr("first week from 1, last not before it");
    case DetailKind::orderedDays: return tr("the first day before the last");
    case DetailKind::partsOfHundred: return tr("payments that add up to 100");
    case DetailKind::notBeforeStart:
        return tr("a day not before the start, %1: what came before is in the opening cash").arg(argument(0));
    case DetailKind::oneOf: return alternatives(arguments);
    case DetailKind::exactDollars: return tr("dollars with at most two decimals");
    case DetailKind::monthDay: return tr("a day of the year such as 12-25");
    case DetailKind::calendarFile: return tr("a calendar file (.ics)");
    case DetailKind::calendarEnd: return tr("a whole calendar file: this one is cut off");
    case DetailKind::calendarLine: return tr("lines of up to 8,192 characters");
    case DetailKind::singleEvents:
        return tr("events on a date of their own; rules that repeat are not read, so export single days");
    case DetailKind::wholeDayEvents: return tr("events of whole days, without a time");
    case DetailKind::compactDate: return tr("a date such as 20270126");
    case DetailKind::fewerHolidays: return tr("up to 5,000 days");
    case DetailKind::xmlFile: return tr("well-formed XML");
    case DetailKind::tasksFile: return tr("MS Project XML with at least one task");
    case DetailKind::noDefinitions: return tr("XML without a document type");
    case DetailKind::fewerTags: return tr("XML of up to %1 tags").arg(argument(0));
    case DetailKind::fewerTasks: return tr("up to %1 tasks").arg(argument(0));
    case DetailKind::shorterTasks: return tr("tasks and lags of up to %1 weeks").arg(argument(0));
    case DetailKind::flatterTasks: return tr("tasks on up to %1 levels").arg(argument(0));
    case DetailKind::ganFile: return tr("a GanttProject file with at least one task");
    case DetailKind::tableFile: return tr("a table with at least one task below its headings");
    case DetailKind::timesTable:
        return tr("a table with a column of items, and one of dates, time spent or hours");
    case DetailKind::namedColumn: return tr("a table in which one column has the names of the tasks");
    case DetailKind::workbookFile: return tr("a whole workbook (.xlsx) without a password");
    case DetailKind::closedQuotes: return tr("cells whose quotation marks are closed");
    case DetailKind::fewerColumns: return tr("up to %1 columns").arg(argument(0));
    case DetailKind::fewerRows: return tr("up to %1 rows").arg(argument(0));
    case DetailKind::fewerCells: return tr("a table of up to %1 cells").arg(argument(0));
    case DetailKind::shorterCells: return tr("cells of up to %1 bytes").arg(argument(0));
    case DetailKind::smallerArchive: return tr("a workbook of up to %1 MB unpacked").arg(argument(0));
    case DetailKind::isoDate: return tr("a date such as 2027-01-04");
    case DetailKind::isoMonth: return tr("a month such as 2027-01");
    case DetailKind::bytes: return tr("%1 bytes").arg(argument(0));
    case DetailKind::megabytes: return tr("%1 MB").arg(argument(0));
    default: return {};
    }
}

QString jsonDetail(const Detail& d)
{
    const QString first = argumentsOf(d).value(0);
    const auto typesAfterFirst = [&] { return jsonTypes(argumentsOf(d).sliced(1)); };
    switch (d.kind) {
    case DetailKind::jsonType: return jsonTypes(argumentsOf(d));
    case DetailKind::jsonAtLeast: return tr("%1, %2 or more").arg(typesAfterFirst(), first);
    case DetailKind::jsonAtMost: return tr("%1, %2 or less").arg(typesAfterFirst(), first);
    case DetailKind::jsonKey: return tr("one of %1").arg(argumentsOf(d).join(tr(", ")));
    case DetailKind::mostCharacters: return tr("at most %1 characters").arg(first);
    case DetailKind::mostEntries: return tr("at most %1 entries").arg(first);
    case DetailKind::mostItems: return tr("at most %1 items in all").arg(first);
    case DetailKind::textNotEmpty: return tr("text that is not empty");
    case DetailKind::listNotEmpty: return tr("a list that is not empty");
    case DetailKind::idCharacters: return tr("letters, digits, - _ and .");
    case DetailKind::wholeCatalogue: return tr("a catalogue, or its id and version");
    case DetailKind::valueOrWholeCatalogue: return tr("%1, or a whole catalogue").arg(first);
    case DetailKind::sha256: return tr("a SHA-256 as 64 hexadecimal digits");
    case DetailKind::integerOutOfRange: return tr("integer out of range: %1").arg(first);
    case DetailKind::numberOutOfRange: return tr("number out of range: %1").arg(first);
    case DetailKind::textTooLong: return tr("text longer than %1 bytes").arg(first);
    case DetailKind::keyTooLong: return tr("key longer than %1 bytes").arg(first);
    case DetailKind::endlessWord: return tr("endless number or word");
    case DetailKind::nulInText: return tr("NUL character in a text");
    case DetailKind::nulInKey: return tr("NUL character in a key");
    case DetailKind::unexpectedContent: return tr("unexpected content");
    default: return {};
    }
}

QString fileDetail(const Detail& d)
{
    const QString first = argumentsOf(d).value(0);
    switch (d.kind) {
    case DetailKind::folder: return tr("folder");
    case DetailKind::pipe: return tr("pipe");
    case DetailKind::socket: return tr("socket");
    case DetailKind::device: return tr("device");
    case DetailKind::emptyFile: return tr("empty file");
    case DetailKind::textFile: return tr("text file");
    case DetailKind::imageFile: return tr("%1 image").arg(first);
    case DetailKind::documentFile: return tr("%1 document").arg(first);
    case DetailKind::archiveFile: return tr("%1 archive").arg(first);
    case DetailKind::dataFile: return tr("%1 file").arg(first);
    case DetailKind::databaseFile: return tr("%1 database").arg(first);
    case DetailKind::otherProgram: return tr("another program");
    case DetailKind::tookTooLong: return tr("took too long");
    case DetailKind::severalNames: return tr("it has %1 names, which are hard links to one file").arg(first);
    case DetailKind::replacedByOther: return tr("replaced by another program");
    case DetailKind::changedByOther: return tr("changed by another program");
    case DetailKind::openedReadOnly: return tr("opened read-only");
    case DetailKind::readOnlyFile: return tr("read-only");
    case DetailKind::readOnlyJournal: return tr("a crashed write has to be rolled back, and the file is read-only");
    case DetailKind::noFileName: return tr("no file name");
    case DetailKind::damagedCopy: return tr("the copy came out damaged");
    case DetailKind::inTheWay: return tr("“%1” is in the way").arg(first);
    default: return {};
    }
}

QString damageDetail(const Detail& d)
{
    switch (d.kind) {
    case DetailKind::cutOff: return tr("cut off");
    case DetailKind::wrongVersion: return tr("version %1").arg(argumentsOf(d).value(0));
    case DetailKind::notAFile: return tr("not a file");
    case DetailKind::namesAnotherFile: return tr("names another file");
    case DetailKind::missing: return tr("missing");
    case DetailKind::hashDiffers: return tr("hash does not match");
    case DetailKind::notCanonical: return tr("not canonical");
    case DetailKind::unexpectedDefinition: return tr("unexpected definition");
    case DetailKind::namesMissingRevision: return tr("names a revision that is missing");
    case DetailKind::idOutOfRange: return tr("id out of range");
    case DetailKind::nothingVerifies: return tr("no revision verifies");
    default: return {};
    }
}

} // namespace

QString detail(const Detail& detail)
{
    for (const auto table : {expectedDetail, jsonDetail, fileDetail, damageDetail})
        if (const QString words = table(detail); !words.isEmpty())
            return words;
    return {};
}

} // namespace trestle::wording
