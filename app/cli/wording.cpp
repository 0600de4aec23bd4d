#include "app/cli/wording.h"

#include "app/cli/text.h"
#include "app/cli/wording_detail.h"
#include "data/exchange/clean_text.h"

#include <string_view>
#include <utility>

namespace trestle::cli {

namespace {

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

std::string inBrackets(const std::string& reason)
{
    return reason.empty() ? "" : " (" + reason + ")";
}

/// The place, for errors that do not name it in their sentence. A bare JSON pointer into the inputs reads as a path of
/// fields. The list of scenarios says nothing that the sentence does not.
std::string place(const Error& error)
{
    if (error.where.empty() || error.where == "/scenarios")
        return {};
    std::string where = isField(error.where) ? error.where.substr(1) : error.where;
    if (where.ends_with('#')) // the document as a whole
        where.pop_back();
    return where + ": ";
}

std::string catalogueError(const Error& e)
{
    const std::string fix = worded(e.fix);
    switch (e.code) {
    case ErrorCode::invalidJson: return "not valid JSON: " + fix;
    case ErrorCode::jsonTooDeep: return "the JSON is nested too deeply; at most " + e.what + " levels are read";
    case ErrorCode::duplicateKey: return "the key " + quoted(e.what) + " stands there twice; remove one";
    case ErrorCode::schemaViolation:
        return (e.what.empty() ? "found nothing" : "found " + e.what) + ", expected " + fix;
    case ErrorCode::unsupportedVersion:
        return "version " + e.what + " is not known here; the newest that can be read is " + fix;
    case ErrorCode::wrongKind:
        return "this is JSON of the kind " + quoted(e.what) + ", not " + quoted(fix) +
               (e.what == "figures" ? "; write one with 'trestle export PLAN OUT.json'" : "");
    case ErrorCode::duplicateId:
        return "the id " + quoted(e.what) + " is used twice; ids are unique over phases and items";
    case ErrorCode::sharesDoNotSumToOne:
        return "the shares of the items of " + quoted(e.what) + " sum to " + fix + "; make them sum to 1";
    case ErrorCode::invalidEstimate: return "the estimate of " + quoted(e.what) + " must be 0 <= low <= likely <= high";
    case ErrorCode::unknownNode: return "a link names " + quoted(e.what) + ", which is no phase or item";
    case ErrorCode::negativeLag: return "the link " + e.what + " has a negative lag; use 0 or more weeks";
    case ErrorCode::linkToOwnItem: return "the link " + e.what + " joins a phase and its own item; remove it";
    case ErrorCode::cycle: return "these wait for each other in a circle: " + e.what + "; remove one of the links";
    default: return {};
    }
}

std::string inputError(const Error& e)
{
    const std::string fix = worded(e.fix);
    switch (e.code) {
    case ErrorCode::unknownItem:
        return "there is no item " + quoted(e.what) +
               (fix.empty() ? "; 'trestle plan' lists them" : "; did you mean " + quoted(fix) + "?");
    case ErrorCode::unknownPhase: return "there is no phase " + quoted(e.what) + " in the catalogue";
    case ErrorCode::unknownCondition:
        return "there is no profile answer " + quoted(e.what) + "; known are " + (fix.empty() ? "none" : fix);
    case ErrorCode::unknownScale: return "there is no scale " + quoted(e.what) + "; known are " + fix;
    case ErrorCode::unknownRisk:
        return "there is no risk " + quoted(e.what) + (fix.empty() ? "; add it with --risk" : "; there is " + fix);
    case ErrorCode::noResponse:
        return "the risk " + quoted(e.what) + " has no response; give it one with --response ID:COST:P";
    case ErrorCode::unknownPerson:
        return "there is nobody called " + quoted(e.what) + " on the team" + (fix.empty() ? "" : "; there is " + fix);
    case ErrorCode::unknownScenario:
        return "there is no scenario " + quoted(e.what) +
               (fix.empty() ? "; 'trestle scenario list PLAN' shows those there are"
                            : "; did you mean " + quoted(fix) + "?");
    case ErrorCode::unknownVersion:
        return "no version is named " + quoted(e.what) +
               (fix.empty() ? "; the window's History page names versions" : "; there is " + fix);
    case ErrorCode::invalidValue:
        return (e.what.empty() ? "nothing is given" : quoted(e.what) + " cannot be used") +
               (fix.empty() ? "" : "; give " + fix);
    case ErrorCode::invalidCalendar:
        return (e.what.empty() ? "the holidays" : quoted(e.what)) + " cannot be read; give " + fix;
    case ErrorCode::invalidTasks:
        return (e.what.empty() ? "the tasks" : quoted(e.what)) + " cannot be read; give " + fix;
    case ErrorCode::invalidTimes:
        return (e.what.empty() ? "the times" : quoted(e.what)) + " cannot be read; give " + fix;
    case ErrorCode::invalidRecord:
        return "the record " + quoted(e.what) + " is damaged" + inBrackets(fix) +
               " and stays as it is; mend it, or move it away to begin a new one";
    case ErrorCode::invalidDate: return quoted(e.what) + " is not a date that can be used; give " + fix;
    case ErrorCode::invalidAllocation:
        return "the allocation of " + quoted(e.what) + " is " + quoted(fix) + "; give 0.001 to 1 (full time)";
    case ErrorCode::invalidRate:
        return "the weekly rate of " + quoted(e.what) +
               (fix.empty() ? " is below 0; give 0 or more dollars"
                            : " is too large; give at most " + fix + " dollars");
    case ErrorCode::duplicateName:
        if (e.where == "/scenarios")
            return "there is a scenario " + quoted(e.what) + " already; choose another name";
        return "the name " + quoted(e.what) + " is given twice; names are unique";
    case ErrorCode::tooManyPeople: return e.what + " people are more than the " + fix + " that a plan can hold";
    case ErrorCode::noPeople: return "there is work and nobody to do it; add someone with --person NAME:FTE:RATE";
    case ErrorCode::nobodyAble:
        return "nobody on the team can do " + quoted(e.what) + ", which needs the skill " + quoted(fix) +
               "; add it with --person NAME:FTE:RATE:" + fix;
    case ErrorCode::nobodyLeft:
        return (e.where == "/runs" ? "in some simulated runs nobody is left to finish " : "nobody is left to finish ") +
               quoted(e.what) + " after the last day of " + fix + "; give a later one with --last-day NAME:DATE";
    case ErrorCode::afterStatusDate:
        return e.what + " is after the status date, " + fix + "; give a later one with --as-of, or correct the day";
    case ErrorCode::finishBeforeStart:
        return "the finish, " + e.what + ", is before the start, " + fix + "; correct one of them";
    case ErrorCode::notBegun:
        return "something is recorded of " + quoted(e.what) +
               ", which is neither under way nor finished; say which with " + e.what + "=underway or " + e.what +
               "=done";
    case ErrorCode::finishedUnderWay:
        return quoted(e.what) + " is under way and has a finish, " + fix + "; say " + e.what +
               "=done, or clear the finish with --finished " + e.what + ":";
    case ErrorCode::noBaseline: return "the plan has no baseline yet; set one with trestle baseline PLAN";
    case ErrorCode::planTooLong:
        return "the plan takes " + e.what + " weeks; give estimates and a team with which it takes " + fix +
               " weeks at most";
    case ErrorCode::noOpeningCash:
        return "the plan does not say how much is in the bank on its start date; give it with trestle set PLAN "
               "--cash-opening DOLLARS";
    case ErrorCode::planTooDear:
        return "the plan costs AUD " + e.what + "; give rates and running costs with which it costs AUD " + fix +
               " at most";
    default: return {};
    }
}

std::string fileError(const Error& e)
{
    const std::string fix = worded(e.fix);
    switch (e.code) {
    case ErrorCode::fileNotFound: return "there is no file " + quoted(e.what);
    case ErrorCode::fileUnreadable: return "cannot read " + quoted(e.what) + inBrackets(fix);
    case ErrorCode::fileUnwritable:
        return "cannot write " + quoted(e.what) + inBrackets(fix) + "; choose another place or check its permissions";
    case ErrorCode::fileExists:
        return quoted(e.what) + " exists already; choose another name" + (fix.empty() ? "" : " or add " + fix);
    case ErrorCode::fileTooLarge: return quoted(e.what) + " is too large; at most " + fix + " are read";
    case ErrorCode::outOfMemory:
        return "there is not enough memory to read " + quoted(e.what) + "; close other programs and try again";
    case ErrorCode::notAPlan:
        return quoted(e.what) + " is not a plan" + inBrackets(fix) + "; give a .trestle file or a plan as JSON";
    case ErrorCode::newerPlan:
        return quoted(e.what) + " was made by a newer Trestle (format " + fix + "); update Trestle to open it";
    case ErrorCode::damagedPlan:
        return quoted(e.what) + " is damaged" + inBrackets(fix) +
               "; 'trestle check PLAN --repair OUT' saves what is sound";
    case ErrorCode::lockedPlan:
        return quoted(e.what) + " is open elsewhere" + inBrackets(fix) + "; close it there first";
    case ErrorCode::diskFull: return "no room left to write " + quoted(e.what) + "; free some and try again";
    case ErrorCode::emptyReport:
        return "the chosen pages have nothing to tell of this plan; choose others with --pages";
    case ErrorCode::noExportForAudience:
        return "the format " + quoted(e.what) + " is not for that audience; it can be written for " + fix;
    case ErrorCode::notAPicture:
        return quoted(e.what) + " is not a picture that can be used; give a PNG of at most " + fix + " pixels a side";
    case ErrorCode::noOffer:
        return (e.what.empty() ? "the plan" : "the version " + quoted(e.what)) +
               " has neither a client nor a bill rate, so that it offers nothing; name one with trestle set PLAN "
               "--client "
               "NAME, and bill rates with --bill-rate NAME:AUD";
    case ErrorCode::noChanges:
        return "the format " + quoted(e.what) +
               " tells what has changed since a version; name the version that was agreed with --since VERSION";
    case ErrorCode::noChart: return "this plan has no chart " + quoted(e.what) + " for that audience; it has " + fix;
    case ErrorCode::unknownFormat: return "there is no format " + quoted(e.what) + "; known are " + fix;
    default: return {};
    }
}

std::string ownError(const Error& e)
{
    switch (e.code) {
    case ErrorCode::needsDisplaySupport:
        if (e.where == "display")
            return "there is no display to open " + e.what + " on; 'trestle --help' lists what works without";
        return "this installation has no window and cannot make " + e.what +
               "; 'trestle --help' lists what works without";
    case ErrorCode::cancelled: return "stopped";
    default: return "something went wrong inside Trestle: " + e.what;
    }
}

} // namespace

std::string worded(const Error& error)
{
    for (const auto table : {catalogueError, inputError})
        if (const std::string sentence = table(error); !sentence.empty())
            return place(error) + sentence;
    // Files are named in the sentence.
    const std::string sentence = fileError(error);
    return sentence.empty() ? ownError(error) : sentence;
}

std::string explained(const Error& damage)
{
    const std::string& at = damage.where;
    const std::string found = worded(damage.fix);
    const bool isMissing = damage.fix.kind == DetailKind::missing;
    const bool hashDiffers = damage.fix.kind == DetailKind::hashDiffers;
    if (damage.code != ErrorCode::damagedPlan)
        return "what the plan holds cannot be used: " + worded(damage);
    if (at == "header")
        return "the first bytes of the file are not those of a plan (" + found + ")";
    if (at == "journal")
        return damage.fix.kind == DetailKind::notAFile
                   ? "what should be the journal of a crashed write beside the file is none"
                   : "the journal beside the file " + found + ", which a plan's never does";
    if (at == "pages")
        return "the pages of the database do not fit together: " + found;
    if (at == "head")
        return "the mark of the current revision " + (isMissing     ? "is missing"
                                                      : hashDiffers ? "has another hash than it"
                                                                    : found);
    if (at == "catalogue")
        return "the catalogue in the file is " + (isMissing ? found : "not as it was saved: its hash does not match");
    for (const auto& [table, subject] :
         {std::pair("revision/", "revision "), std::pair("tag/", "the name of revision ")})
        if (at.starts_with(table))
            return subject + at.substr(std::string_view(table).size()) +
                   (isMissing ? " is missing" : " is not as it was saved: its hash does not match");
    if (!at.empty())
        return "the table " + quoted(at) + ' ' +
               (damage.fix.kind == DetailKind::unexpectedDefinition ? "is missing or not that of a plan" : found);
    return "the database cannot be read" + inBrackets(found);
}

std::string worded(ItemState state)
{
    switch (state) {
    case ItemState::missing: return "to build";
    case ItemState::partial: return "partly";
    case ItemState::done: return "in place";
    case ItemState::excluded: return "not needed";
    case ItemState::underWay: return "under way";
    }
    return {};
}

std::string tickBox(ItemState state)
{
    switch (state) {
    case ItemState::missing: return "[ ]";
    case ItemState::partial: return "[~]";
    case ItemState::done: return "[x]";
    case ItemState::excluded: return "[-]";
    case ItemState::underWay: return "[>]";
    }
    return {};
}

std::string worded(const WaitReason& reason)
{
    const auto on = [&](std::size_t at) { return at < reason.on.size() ? reason.on[at] : std::string(); };
    switch (reason.kind) {
    case WaitKind::link: return joined(reason.on, ", ");
    case WaitKind::start: return {};
    case WaitKind::person: return on(1) + " (" + on(0) + ")";
    case WaitKind::place: return on(0) + " (for a place)";
    case WaitKind::leave: return on(0) + " to be there";
    }
    return {};
}

std::string worded(NoItemPrice why)
{
    switch (why) {
    case NoItemPrice::inPlace: return "in place already";
    case NoItemPrice::notNeeded: return "not needed";
    case NoItemPrice::notAsked: return "the profile does not ask for it";
    case NoItemPrice::noPlan: return "there is no plan with it";
    }
    return {};
}

std::string worded(OrderStanding standing)
{
    switch (standing) {
    case OrderStanding::absent: return "no part of it";
    case OrderStanding::notNeeded: return worded(ItemState::excluded);
    case OrderStanding::phase2: return "phase 2";
    case OrderStanding::option: return "option";
    case OrderStanding::toBuild: return worded(ItemState::missing);
    case OrderStanding::partial: return worded(ItemState::partial);
    case OrderStanding::inPlace: return worded(ItemState::done);
    }
    return {};
}

std::string worded(NoSaving why)
{
    switch (why) {
    case NoSaving::saves: return {};
    case NoSaving::othersDrive: return "other work drives the finish";
    case NoSaving::orderShifts: return "the people freed are needed elsewhere";
    case NoSaving::tooSmall: return "less than half a day";
    }
    return {};
}

std::string worded(const ExportFormat& format)
{
    const std::string name(format.name);
    switch (format.content) {
    case ExportContent::report: return "a " + name + " report";
    case ExportContent::cashFlow: return "cash flow as " + name;
    case ExportContent::people: return "people by week as " + name;
    case ExportContent::page: return "a web page as " + name;
    case ExportContent::tickets: return "tickets for " + name;
    case ExportContent::proposal: return "a " + name + " proposal";
    case ExportContent::changeOrder: return "a " + name + " change order";
    case ExportContent::dates: return "dates as " + name;
    case ExportContent::slides: return name + " slides";
    case ExportContent::workbook: return "an " + name + " workbook";
    case ExportContent::chart:
    case ExportContent::table:
    case ExportContent::tasks:
    case ExportContent::plan: return name;
    }
    return name;
}

std::string worded(const Loss& loss, const ExportFormat& format)
{
    const std::string name(format.name);
    const std::string count = std::to_string(loss.count);
    const auto noPlace = [&](const std::string& what, const std::string& counted = {}) {
        return name + " has no place for " + what + " (" + counted + count + "); plan JSON has";
    };
    switch (loss.kind) {
    case LossKind::rounded: return "efforts and weeks are rounded to " + count + " decimals";
    case LossKind::guarded: return "texts that a spreadsheet would run as formulas (" + count + ") got a leading '";
    case LossKind::characters:
        return "control characters and bytes that are no text (" + count + ") became the sign for an unknown character";
    case LossKind::items: return noPlace("items with their people and costs");
    case LossKind::links: return noPlace("the links between phases and items");
    case LossKind::teamDates: return noPlace("leave, first days and skills", "people: ");
    case LossKind::rates: return noPlace("allocations and weekly rates", "people: ");
    case LossKind::goals: return noPlace("target and budget");
    case LossKind::profile: return noPlace("the answers on the product");
    case LossKind::estimates:
        return name + " does not tell which estimates are your own, and why (" + count + "); plan JSON does";
    case LossKind::settings: return noPlace("settings such as the order and the confidence");
    case LossKind::daysOff: return noPlace("the days off");
    case LossKind::price: return noPlace("the price, the cash and what is offered apart");
    case LossKind::chances: return name + " has no place for the simulation; 'trestle risk --json' and the PDF have";
    case LossKind::notes: return noPlace("notes on the plan and its phases");
    case LossKind::skills: return noPlace("skills", "people: ");
    case LossKind::notNeeded: return "items that are not needed (" + count + ") are left out; plan JSON has them";
    case LossKind::partly: return "items partly in place (" + count + ") are told by the work that is left";
    case LossKind::finishLinks:
        return "links to a phase's finish (" + count +
               ") go to its last item, or are left out where they would move it";
    case LossKind::shortened: return "names and texts (" + count + ") are cut to the longest that " + name + " takes";
    case LossKind::glyphs:
        return "no font here has " + characterNames(loss.characters) + " (characters: " + count +
               "): boxes or gaps stand in their place";
    case LossKind::evidence: return noPlace("where ticks come from, and proposals");
    case LossKind::renamed: return "people's names (" + count + ") are changed to what " + name + " takes";
    }
    return {};
}

} // namespace trestle::cli
