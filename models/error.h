#pragma once

#include "models/error_detail.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace trestle {

/// What went wrong, as a kind. The words for it live in `ui/` and `app/cli/`, one table each; what the arguments
/// mean for each kind stands beside it.
enum class ErrorCode : std::uint8_t {
    // The catalogue. `where` is FILE#/json/pointer where the file is known.
    invalidJson,         ///< not JSON; fix: the reason; where: file and position
    jsonTooDeep,         ///< what: the deepest nesting allowed
    duplicateKey,        ///< what: the key
    schemaViolation,     ///< what: the value found, as JSON; fix: what was expected
    unsupportedVersion,  ///< what: the version found; fix: the newest that is understood
    wrongKind,           ///< what: the kind found ("figures"); fix: the kind expected ("plan")
    duplicateId,         ///< what: the id
    sharesDoNotSumToOne, ///< what: the phase; fix: the sum found
    invalidEstimate,     ///< what: the node; the three points are not 0 <= low <= likely <= high
    unknownNode,         ///< what: the id a link names
    negativeLag,         ///< what: "from -> to"
    linkToOwnItem,       ///< what: "from -> to": a link between a phase and one of its own items
    cycle,               ///< what: the nodes of the cycle, "a -> b -> a"
    // The inputs. `where` is the field.
    unknownItem,      ///< what: the id; fix: the nearest known id, or empty
    unknownPhase,     ///< what: the id
    unknownCondition, ///< what: the id; fix: the known ones
    unknownScale,     ///< what: the id; fix: the known ones
    unknownRisk,      ///< what: the id; fix: the known ones
    noResponse,       ///< what: the risk that has no response to be in the plan
    unknownPerson,    ///< what: the name; fix: the known ones
    unknownScenario,  ///< what: the name; fix: the nearest known name, or empty
    unknownVersion,   ///< what: the name; fix: the names there are, or empty
    invalidValue,     ///< what: the value; where: the field; fix: what was expected
    invalidCalendar,  ///< an iCalendar file; what: the text, or empty; where: the line; fix: what is read
    invalidTasks, ///< a project of another program; what: the text, or empty; where: the file, and its line where it
                  ///< is known; fix: what is read
    invalidDate,  ///< what: the text; where: the field; fix: the form expected
    invalidAllocation, ///< what: the person; fix: the allocation found
    invalidRate,       ///< what: the person; fix: the largest rate, where it is above that
    duplicateName,     ///< what: the name; where: team or scenarios
    tooManyPeople,     ///< what: the number found; fix: the largest allowed
    noPeople,          ///< there is work, and no one on the team can do it
    nobodyAble,        ///< what: the item; fix: the skill it needs
    nobodyLeft,        ///< what: the item; fix: who could do it last, and has a last day; where: /team, or /runs where
                       ///< only simulated runs take so long
    afterStatusDate,   ///< what: the day or month; fix: the status date
    finishBeforeStart, ///< what: the finish of an item; fix: its start; where: /items/ID/finished
    notBegun,          ///< what: the item of which something is recorded although it is neither under way nor finished
    finishedUnderWay,  ///< what: the item that is under way; fix: the day on which it is said to have finished
    noBaseline,        ///< what: what is asked for, which needs a baseline
    invalidTimes,      ///< a table of what happened; what: the text, or empty; where: the file and its line; fix: what is
                       ///< read
    invalidRecord,     ///< a record of past plans; what: the path; where: the part at fault; fix: what is wrong
    planTooLong,       ///< what: the weeks that the plan takes; fix: the most it may take
    planTooDear,       ///< what: the dollars that the plan costs; fix: the most it may cost
    noOpeningCash,     ///< asked whether the money lasts, and the plan does not say what is in the bank
    // Files.
    fileNotFound,        ///< what: the path
    fileUnreadable,      ///< what: the path; fix: the system's reason
    fileUnwritable,      ///< what: the path; fix: the system's reason
    fileExists,          ///< what: the path
    fileTooLarge,        ///< what: the path; fix: the largest size allowed
    outOfMemory,         ///< what: the path
    notAPlan,            ///< what: the path; fix: what it is instead, where known
    newerPlan,           ///< what: the path; fix: the version found
    damagedPlan,         ///< what: the path; where: the part at fault, as header, journal, pages,
                         ///< head, catalogue, revision/ID, tag/ID or a table; fix: what is wrong with it
    lockedPlan,          ///< what: the path; fix: the holder
    diskFull,            ///< what: the path
    unknownFormat,       ///< what: the ending or format; fix: the known ones
    emptyReport,         ///< none of the pages that were chosen has anything to tell
    noExportForAudience, ///< what: the format; fix: the audiences that it can be written for
    notAPicture,         ///< what: the path; fix: the most pixels along a side
    noOffer,   ///< asked for what a client reads of an offer; what: the version that has neither client nor bill
               ///< rate, empty: the plan
    noChanges, ///< what: the format, which tells what has changed since a version, and none is given
    noChart,   ///< what: the chart, which the plan lacks or its readers may not see; fix: those that there are
    needsDisplaySupport, ///< what: the format: this build has no Qt
    cancelled,           ///< the user stopped it
    internal,            ///< what: a broken invariant of ours; the last kind
};

/// An error names the thing at fault, where it stands and what would mend it, as arguments for its wording.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string what;
    std::string where;
    Detail fix;

    friend bool operator==(const Error&, const Error&) = default;
};

/// That `where` is a field of the inputs or of the catalogue in hand ("/team/0/allocation"), not a place in a file:
/// that names the file first, and then stands at "#" or at a line and column.
inline bool isField(std::string_view where)
{
    if (!where.starts_with('/') || where.find('#') != std::string_view::npos)
        return false;
    const std::size_t colon = where.rfind(':');
    return colon == std::string_view::npos ||
           where.find_first_not_of("0123456789", colon + 1) != std::string_view::npos;
}

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string what = {}, std::string where = {}, Detail fix = {})
{
    return std::unexpected(Error{code, std::move(what), std::move(where), std::move(fix)});
}

} // namespace trestle
