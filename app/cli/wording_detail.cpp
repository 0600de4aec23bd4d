#include "app/cli/wording_detail.h"

#include "app/cli/text.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace trestle::cli {

namespace {

/// "a, b or c".
std::string alternatives(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " or " : ", ") + parts[i];
    return text;
}

std::string jsonTypeWord(std::string_view type)
{
    if (type == "object")
        return "an object";
    if (type == "array")
        return "a list";
    if (type == "string")
        return "text";
    if (type == "integer")
        return "a whole number";
    if (type == "number")
        return "a number";
    if (type == "boolean")
        return "true or false";
    return std::string(type);
}

std::string jsonTypes(std::vector<std::string> types)
{
    std::ranges::transform(types, types.begin(), jsonTypeWord);
    return alternatives(types);
}

std::string expectedWords(const Detail& d)
{
    const auto argument = [&](std::size_t at) { return at < d.arguments.size() ? d.arguments[at] : std::string(); };
    switch (d.kind) {
    case DetailKind::verbatim: return argument(0);
    case DetailKind::name: return "a name";
    case DetailKind::skillName: return "a skill's name";
    case DetailKind::id: return "an id";
    case DetailKind::fromTo: return argument(0) + " to " + argument(1);
    case DetailKind::fromBelow: return argument(0) + " or more, less than " + argument(1);
    case DetailKind::aboveUpTo: return "more than " + argument(0) + ", up to " + argument(1);
    case DetailKind::atLeast: return argument(0) + " or more";
    case DetailKind::weekWindow: return "first week from 1, last not before it";
    case DetailKind::orderedDays: return "the first day before the last";
    case DetailKind::partsOfHundred: return "payments that add up to 100";
    case DetailKind::notBeforeStart:
        return "a day not before the start, " + argument(0) + ": what came before is in the opening cash";
    case DetailKind::oneOf: return alternatives(d.arguments);
    case DetailKind::exactDollars: return "dollars with at most two decimals";
    case DetailKind::monthDay: return "a day of the year such as 12-25";
    case DetailKind::calendarFile: return "a calendar file (.ics)";
    case DetailKind::calendarEnd: return "a whole calendar file: this one is cut off";
    case DetailKind::calendarLine: return "lines of up to 8,192 characters";
    case DetailKind::singleEvents:
        return "events on a date of their own; rules that repeat are not read, so export single days";
    case DetailKind::wholeDayEvents: return "events of whole days, without a time";
    case DetailKind::compactDate: return "a date such as 20270126";
    case DetailKind::fewerHolidays: return "up to 5,000 days";
    case DetailKind::xmlFile: return "well-formed XML";
    case DetailKind::tasksFile: return "MS Project XML with at least one task";
    case DetailKind::noDefinitions: return "XML without a document type";
    case DetailKind::fewerTags: return "XML of up to " + argument(0) + " tags";
    case DetailKind::fewerTasks: return "up to " + argument(0) + " tasks";
    case DetailKind::shorterTasks: return "tasks and lags of up to " + argument(0) + " weeks";
    case DetailKind::flatterTasks: return "tasks on up to " + argument(0) + " levels";
    case DetailKind::ganFile: return "a GanttProject file with at least one task";
    case DetailKind::tableFile: return "a table with at least one task below its headings";
    case DetailKind::timesTable: return "a table with a column of items, and one of dates, time spent or hours";
    case DetailKind::namedColumn: return "the column of task names, as --map 'Task name=name'";
    case DetailKind::workbookFile: return "a whole workbook (.xlsx) without a password";
    case DetailKind::closedQuotes: return "cells whose quotation marks are closed";
    case DetailKind::fewerColumns: return "up to " + argument(0) + " columns";
    case DetailKind::fewerRows: return "up to " + argument(0) + " rows";
    case DetailKind::fewerCells: return "a table of up to " + argument(0) + " cells";
    case DetailKind::shorterCells: return "cells of up to " + argument(0) + " bytes";
    case DetailKind::smallerArchive: return "a workbook of up to " + argument(0) + " MB unpacked";
    case DetailKind::isoDate: return "a date such as 2027-01-04";
    case DetailKind::isoMonth: return "a month such as 2027-01";
    case DetailKind::bytes: return argument(0) + " bytes";
    case DetailKind::megabytes: return argument(0) + " MB";
    default: return {};
    }
}

std::string jsonWords(const Detail& d)
{
    const std::string first = d.arguments.empty() ? std::string() : d.arguments.front();
    const auto typesAfterFirst = [&] { return jsonTypes({std::next(d.arguments.begin()), d.arguments.end()}); };
    switch (d.kind) {
    case DetailKind::jsonType: return jsonTypes(d.arguments);
    case DetailKind::jsonAtLeast: return typesAfterFirst() + ", " + first + " or more";
    case DetailKind::jsonAtMost: return typesAfterFirst() + ", " + first + " or less";
    case DetailKind::jsonKey: return "one of " + joined(d.arguments, ", ");
    case DetailKind::mostCharacters: return "at most " + first + " characters";
    case DetailKind::mostEntries: return "at most " + first + " entries";
    case DetailKind::mostItems: return "at most " + first + " items in all";
    case DetailKind::textNotEmpty: return "text that is not empty";
    case DetailKind::listNotEmpty: return "a list that is not empty";
    case DetailKind::idCharacters: return "letters, digits, - _ and .";
    case DetailKind::wholeCatalogue: return "a catalogue, or its id and version";
    case DetailKind::valueOrWholeCatalogue: return first + ", or a whole catalogue";
    case DetailKind::sha256: return "a SHA-256 as 64 hexadecimal digits";
    case DetailKind::integerOutOfRange: return "integer out of range: " + first;
    case DetailKind::numberOutOfRange: return "number out of range: " + first;
    case DetailKind::textTooLong: return "text longer than " + first + " bytes";
    case DetailKind::keyTooLong: return "key longer than " + first + " bytes";
    case DetailKind::endlessWord: return "endless number or word";
    case DetailKind::nulInText: return "NUL character in a text";
    case DetailKind::nulInKey: return "NUL character in a key";
    case DetailKind::unexpectedContent: return "unexpected content";
    default: return {};
    }
}

std::string fileWords(const Detail& d)
{
    const std::string first = d.arguments.empty() ? std::string() : d.arguments.front();
    switch (d.kind) {
    case DetailKind::folder: return "directory";
    case DetailKind::pipe: return "pipe";
    case DetailKind::socket: return "socket";
    case DetailKind::device: return "device";
    case DetailKind::emptyFile: return "empty file";
    case DetailKind::textFile: return "text file";
    case DetailKind::imageFile: return first + " image";
    case DetailKind::documentFile: return first + " document";
    case DetailKind::archiveFile: return first + " archive";
    case DetailKind::dataFile: return first + " file";
    case DetailKind::databaseFile: return first + " database";
    case DetailKind::otherProgram: return "another program";
    case DetailKind::tookTooLong: return "took too long";
    case DetailKind::severalNames: return "it has " + first + " names, which are hard links to one file";
    case DetailKind::replacedByOther: return "replaced by another program";
    case DetailKind::changedByOther: return "changed by another program";
    case DetailKind::openedReadOnly: return "opened read-only";
    case DetailKind::readOnlyFile: return "read-only";
    case DetailKind::readOnlyJournal: return "a crashed write has to be rolled back, and the file is read-only";
    case DetailKind::noFileName: return "no file name";
    case DetailKind::damagedCopy: return "the copy came out damaged";
    case DetailKind::inTheWay: return "'" + first + "' is in the way";
    default: return {};
    }
}

std::string damageWords(const Detail& d)
{
    switch (d.kind) {
    case DetailKind::cutOff: return "cut off";
    case DetailKind::wrongVersion: return "version " + (d.arguments.empty() ? std::string() : d.arguments.front());
    case DetailKind::notAFile: return "not a file";
    case DetailKind::namesAnotherFile: return "names another file";
    case DetailKind::missing: return "missing";
    case DetailKind::hashDiffers: return "hash does not match";
    case DetailKind::notCanonical: return "not canonical";
    case DetailKind::unexpectedDefinition: return "unexpected definition";
    case DetailKind::namesMissingRevision: return "names a revision that is missing";
    case DetailKind::idOutOfRange: return "id out of range";
    case DetailKind::nothingVerifies: return "no revision verifies";
    default: return {};
    }
}

} // namespace

std::string worded(const Detail& detail)
{
    for (const auto table : {expectedWords, jsonWords, fileWords, damageWords})
        if (const std::string words = table(detail); !words.empty())
            return words;
    return {};
}

} // namespace trestle::cli
