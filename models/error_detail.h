#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace trestle {

/// What an error adds to its code: what was expected of a value, why a file cannot be used, what is damaged in it.
/// `ui/wording_detail` and `app/cli/wording_detail` have the words for each kind.
enum class DetailKind : std::uint8_t {
    none,
    verbatim, ///< a name, an id, a figure, or the words of the system, of SQLite or of the JSON parser

    // What was expected of a value.
    name,
    skillName,
    id,
    fromTo,         ///< least, most
    fromBelow,      ///< least, and what it must stay below
    aboveUpTo,      ///< what it must exceed, most
    atLeast,        ///< least
    weekWindow,     ///< the first week is 1 or later, the last not before it
    orderedDays,    ///< the first day not after the last
    partsOfHundred, ///< per cent that sum to 100
    notBeforeStart, ///< the start of the plan
    oneOf,          ///< the values allowed
    exactDollars,   ///< two decimals at most
    isoDate,
    isoMonth,
    monthDay,

    // What was expected of an iCalendar file.
    calendarFile,
    calendarEnd,
    calendarLine,   ///< one not so long
    singleEvents,   ///< without a rule that repeats
    wholeDayEvents, ///< without a time of day
    compactDate,
    fewerHolidays,
    bytes,
    megabytes,

    // What was expected of a project of another program.
    xmlFile,        ///< well-formed
    tasksFile,      ///< with at least one task
    noDefinitions,  ///< XML without a document type, which may hold entities
    fewerTags,      ///< most, in XML
    fewerTasks,     ///< most
    shorterTasks,   ///< most weeks
    flatterTasks,   ///< most levels
    ganFile,        ///< of GanttProject, with at least one task
    tableFile,      ///< CSV or a workbook, with at least one row of tasks
    timesTable,     ///< of what happened: a column of items, and one of dates, efforts or hours
    namedColumn,    ///< one column that tells what tasks are called
    workbookFile,   ///< a whole workbook (.xlsx), without a password
    closedQuotes,   ///< a quotation mark that opens a cell is closed
    fewerColumns,   ///< most
    fewerRows,      ///< most
    fewerCells,     ///< most
    shorterCells,   ///< most bytes
    smallerArchive, ///< most megabytes unpacked

    // What was expected in a JSON document. Types are those of JSON Schema: object, array, string, integer, …
    jsonType,    ///< the types allowed
    jsonAtLeast, ///< least, and the types allowed
    jsonAtMost,  ///< most, and the types allowed
    jsonKey,     ///< the keys allowed
    mostCharacters,
    mostEntries,
    mostItems, ///< in the whole catalogue
    textNotEmpty,
    listNotEmpty,
    idCharacters,
    wholeCatalogue,        ///< or its id and version
    valueOrWholeCatalogue, ///< the value of the built-in catalogue, as JSON
    sha256,

    // Why a text is not JSON that can be used.
    integerOutOfRange, ///< the digits
    numberOutOfRange,  ///< the digits
    textTooLong,       ///< most bytes
    keyTooLong,        ///< most bytes
    endlessWord,
    nulInText,
    nulInKey,
    unexpectedContent,

    // What a file is instead of a plan.
    folder,
    pipe,
    socket,
    device,
    emptyFile,
    textFile,
    imageFile,    ///< PNG, JPEG
    documentFile, ///< PDF
    archiveFile,  ///< ZIP
    dataFile,     ///< JSON, XML
    databaseFile, ///< SQLite

    // Why a file cannot be read or written.
    otherProgram, ///< it holds the file
    tookTooLong,
    severalNames, ///< how many hard links there are to it
    replacedByOther,
    changedByOther,
    openedReadOnly,
    readOnlyFile,
    readOnlyJournal, ///< a crashed write is to be rolled back, and the file cannot be written
    noFileName,
    damagedCopy,
    inTheWay, ///< the file beside it that a new one cannot live with

    // What is wrong in a damaged plan; `where` of the error names the part.
    cutOff,
    wrongVersion, ///< the version found
    notAFile,
    namesAnotherFile,
    missing,
    hashDiffers,
    notCanonical,
    unexpectedDefinition,
    namesMissingRevision,
    idOutOfRange,
    nothingVerifies,
};

/// How many arguments the words of a kind need; `many`: one or more.
struct DetailShape {
    static constexpr int many = -1;
    DetailKind kind = DetailKind::none;
    int arguments = 0;
};

/// Every kind, in the order of the values.
inline constexpr auto kDetails = std::to_array<DetailShape>({
    {DetailKind::none},
    {DetailKind::verbatim, 1},
    {DetailKind::name},
    {DetailKind::skillName},
    {DetailKind::id},
    {DetailKind::fromTo, 2},
    {DetailKind::fromBelow, 2},
    {DetailKind::aboveUpTo, 2},
    {DetailKind::atLeast, 1},
    {DetailKind::weekWindow},
    {DetailKind::orderedDays},
    {DetailKind::partsOfHundred},
    {DetailKind::notBeforeStart, 1},
    {DetailKind::oneOf, DetailShape::many},
    {DetailKind::exactDollars},
    {DetailKind::isoDate},
    {DetailKind::isoMonth},
    {DetailKind::monthDay},
    {DetailKind::calendarFile},
    {DetailKind::calendarEnd},
    {DetailKind::calendarLine},
    {DetailKind::singleEvents},
    {DetailKind::wholeDayEvents},
    {DetailKind::compactDate},
    {DetailKind::fewerHolidays},
    {DetailKind::bytes, 1},
    {DetailKind::megabytes, 1},
    {DetailKind::xmlFile},
    {DetailKind::tasksFile},
    {DetailKind::noDefinitions},
    {DetailKind::fewerTags, 1},
    {DetailKind::fewerTasks, 1},
    {DetailKind::shorterTasks, 1},
    {DetailKind::flatterTasks, 1},
    {DetailKind::ganFile},
    {DetailKind::tableFile},
    {DetailKind::timesTable},
    {DetailKind::namedColumn},
    {DetailKind::workbookFile},
    {DetailKind::closedQuotes},
    {DetailKind::fewerColumns, 1},
    {DetailKind::fewerRows, 1},
    {DetailKind::fewerCells, 1},
    {DetailKind::shorterCells, 1},
    {DetailKind::smallerArchive, 1},
    {DetailKind::jsonType, DetailShape::many},
    {DetailKind::jsonAtLeast, DetailShape::many},
    {DetailKind::jsonAtMost, DetailShape::many},
    {DetailKind::jsonKey, DetailShape::many},
    {DetailKind::mostCharacters, 1},
    {DetailKind::mostEntries, 1},
    {DetailKind::mostItems, 1},
    {DetailKind::textNotEmpty},
    {DetailKind::listNotEmpty},
    {DetailKind::idCharacters},
    {DetailKind::wholeCatalogue},
    {DetailKind::valueOrWholeCatalogue, 1},
    {DetailKind::sha256},
    {DetailKind::integerOutOfRange, 1},
    {DetailKind::numberOutOfRange, 1},
    {DetailKind::textTooLong, 1},
    {DetailKind::keyTooLong, 1},
    {DetailKind::endlessWord},
    {DetailKind::nulInText},
    {DetailKind::nulInKey},
    {DetailKind::unexpectedContent},
    {DetailKind::folder},
    {DetailKind::pipe},
    {DetailKind::socket},
    {DetailKind::device},
    {DetailKind::emptyFile},
    {DetailKind::textFile},
    {DetailKind::imageFile, 1},
    {DetailKind::documentFile, 1},
    {DetailKind::archiveFile, 1},
    {DetailKind::dataFile, 1},
    {DetailKind::databaseFile, 1},
    {DetailKind::otherProgram},
    {DetailKind::tookTooLong},
    {DetailKind::severalNames, 1},
    {DetailKind::replacedByOther},
    {DetailKind::changedByOther},
    {DetailKind::openedReadOnly},
    {DetailKind::readOnlyFile},
    {DetailKind::readOnlyJournal},
    {DetailKind::noFileName},
    {DetailKind::damagedCopy},
    {DetailKind::inTheWay, 1},
    {DetailKind::cutOff},
    {DetailKind::wrongVersion, 1},
    {DetailKind::notAFile},
    {DetailKind::namesAnotherFile},
    {DetailKind::missing},
    {DetailKind::hashDiffers},
    {DetailKind::notCanonical},
    {DetailKind::unexpectedDefinition},
    {DetailKind::namesMissingRevision},
    {DetailKind::idOutOfRange},
    {DetailKind::nothingVerifies},
});

static_assert(kDetails.size() == static_cast<std::size_t>(DetailKind::nothingVerifies) + 1);
static_assert([] {
    for (std::size_t i = 0; i < kDetails.size(); ++i)
        if (kDetails.at(i).kind != static_cast<DetailKind>(i))
            return false;
    return true;
}());

/// A kind with its arguments: `Detail{DetailKind::fromTo, {"0", "1"}}`. A text alone is verbatim, an empty one none.
struct Detail {
    DetailKind kind = DetailKind::none;
    std::vector<std::string> arguments;

    Detail() = default;
    // NOLINTBEGIN(google-explicit-constructor): a kind without arguments, or a text, is the whole detail
    Detail(DetailKind given, std::vector<std::string> with = {}) : kind(given), arguments(std::move(with)) {}
    Detail(std::string text)
    {
        if (text.empty())
            return;
        kind = DetailKind::verbatim;
        arguments.push_back(std::move(text));
    }
    Detail(const char* text) : Detail(std::string(text)) {}
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] bool empty() const { return kind == DetailKind::none; }

    friend bool operator==(const Detail&, const Detail&) = default;
};

} // namespace trestle
