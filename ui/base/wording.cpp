#include "ui/base/wording.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording_detail.h"

#include <QStringList>

namespace trestle::wording {

namespace {

QString quoted(const std::string& text)
{
    return tr("“%1”").arg(format::text(text));
}

} // namespace

QString itemState(ItemState state)
{
    switch (state) {
    case ItemState::missing: return tr("to build");
    case ItemState::partial: return tr("partly");
    case ItemState::done: return tr("in place");
    case ItemState::excluded: return tr("not needed");
    case ItemState::underWay: return tr("under way");
    }
    return {};
}

QString provenance(ProvenanceKind kind)
{
    switch (kind) {
    case ProvenanceKind::stated: return tr("stated");
    case ProvenanceKind::derived: return tr("derived");
    case ProvenanceKind::assumed: return tr("assumed");
    case ProvenanceKind::yours: return tr("yours");
    }
    return {};
}

QString provenanceMeaning(ProvenanceKind kind)
{
    switch (kind) {
    case ProvenanceKind::stated: return tr("The source says it.");
    case ProvenanceKind::derived: return tr("Computed from figures that the source states.");
    case ProvenanceKind::assumed: return tr("An assumption of the catalogue, not of the source.");
    case ProvenanceKind::yours: return tr("Entered by you.");
    }
    return {};
}

QString caseName(Case which)
{
    switch (which) {
    case Case::low: return tr("low");
    case Case::likely: return tr("likely");
    case Case::high: return tr("high");
    }
    return {};
}

QString sure(int confidence)
{
    return tr("%1 sure").arg(format::wholePercent(confidence));
}

QString priceKind(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return tr("time and materials");
    case PriceKind::capped: return tr("capped");
    case PriceKind::fixed: return tr("fixed");
    }
    return {};
}

QString itemScope(ItemScope scope)
{
    switch (scope) {
    case ItemScope::phase2: return tr("phase 2");
    case ItemScope::option: return tr("an option");
    case ItemScope::taken: return tr("an option that was taken");
    }
    return {};
}

QString scopeChoice(std::optional<ItemScope> scope)
{
    if (!scope)
        return tr("In the plan and its price");
    switch (*scope) {
    case ItemScope::phase2: return tr("Phase 2, priced apart");
    case ItemScope::option: return tr("Option that the client may take");
    case ItemScope::taken: return tr("Option that the client has taken");
    }
    return {};
}

QString itemStanding(const Plan& plan, const ItemPlan& item)
{
    if (!isApart(plan.inputs.scopes, item.id))
        return itemState(item.state);
    return scopeOf(plan.inputs, item.id) == ItemScope::phase2 ? tr("phase 2") : tr("option");
}

QString paymentWhen(const Catalogue& catalogue, const PaymentPart& part)
{
    switch (part.when) {
    case PaymentWhen::signing: return tr("at signing");
    case PaymentWhen::phaseFinished: {
        const Phase* phase = findPhase(catalogue, part.phase);
        return tr("%1 finished").arg(format::text(phase ? phase->title : part.phase));
    }
    case PaymentWhen::launch: return tr("at launch");
    case PaymentWhen::monthly: return tr("monthly");
    }
    return {};
}

QString riskStatus(RiskStatus status)
{
    switch (status) {
    case RiskStatus::open: return tr("open");
    case RiskStatus::responded: return tr("responded");
    case RiskStatus::happened: return tr("happened");
    case RiskStatus::notHappened: return tr("did not happen");
    }
    return {};
}

QString costMode(CostMode mode)
{
    return mode == CostMode::worked ? tr("Pay for hours worked") : tr("Pay from first day to finish");
}

QString linkType(LinkType type)
{
    switch (type) {
    case LinkType::finishToStart: return tr("starts after the finish of");
    case LinkType::startToStart: return tr("starts after the start of");
    case LinkType::finishToFinish: return tr("finishes after the finish of");
    case LinkType::startToFinish: return tr("finishes after the start of");
    }
    return {};
}

QString maintainer(Maintainer maintainer)
{
    switch (maintainer) {
    case Maintainer::unanswered: return tr("no answer yet");
    case Maintainer::onePerson: return tr("one person");
    case Maintainer::team: return tr("a team");
    }
    return {};
}

QString nodeTitle(const Plan& plan, const std::string& id)
{
    if (const PhasePlan* phase = plan.findPhase(id))
        return format::text(phase->shortTitle.empty() ? phase->title : phase->shortTitle);
    if (const ItemPlan* item = plan.findItem(id))
        return format::text(item->title);
    return format::text(id);
}

QString nodeTitles(const Plan& plan, const std::vector<std::string>& ids)
{
    if (ids.empty())
        return tr("nothing");
    QStringList titles;
    for (const std::string& id : ids)
        titles += nodeTitle(plan, id);
    return titles.join(tr(", "));
}

QString wait(const Plan& plan, const WaitReason& reason)
{
    const auto name = [&](std::size_t at) { return at < reason.on.size() ? format::text(reason.on[at]) : QString(); };
    const auto title = [&](std::size_t at) {
        return at < reason.on.size() ? nodeTitle(plan, reason.on[at]) : QString();
    };
    switch (reason.kind) {
    case WaitKind::link: return tr("waits for %1").arg(nodeTitles(plan, reason.on));
    case WaitKind::start: return tr("starts with the plan");
    case WaitKind::person: return tr("starts when %1 finishes “%2”").arg(name(0), title(1));
    case WaitKind::place: return tr("starts when “%1” is finished: enough people are on this phase").arg(title(0));
    case WaitKind::leave: return tr("starts when %1 is back").arg(name(0));
    }
    return {};
}

QString slack(Weeks slack)
{
    return slack <= kSlackEpsilon ? tr("the finish slips with it")
                                  : tr("nothing for %1, then the finish slips").arg(format::weeks(slack));
}

namespace {

QString catalogueError(const Error& e, const QString& what, const QString& fix)
{
    switch (e.code) {
    case ErrorCode::invalidJson: return tr("This is not valid JSON: %1.").arg(fix);
    case ErrorCode::jsonTooDeep: return tr("The JSON is nested too deeply; at most %1 levels are read.").arg(what);
    case ErrorCode::duplicateKey: return tr("The key “%1” appears twice; remove one.").arg(what);
    case ErrorCode::schemaViolation:
        return what.isEmpty() ? tr("Found nothing here, expected %1.").arg(fix)
                              : tr("%1 does not belong here; expected %2.").arg(what, fix);
    case ErrorCode::unsupportedVersion:
        return tr("Version %1 is not supported; the newest that this Trestle reads is %2.").arg(what, fix);
    case ErrorCode::wrongKind: return tr("This file holds %1, not %2; choose another file.").arg(what, fix);
    case ErrorCode::duplicateId: return tr("The id “%1” is used twice; ids must be unique.").arg(what);
    case ErrorCode::sharesDoNotSumToOne:
        return tr("The shares of the items of “%1” sum to %2; they must sum to 1.").arg(what, fix);
    case ErrorCode::invalidEstimate: return tr("The estimate of “%1” must be 0 ≤ low ≤ likely ≤ high.").arg(what);
    case ErrorCode::unknownNode: return tr("A link names “%1”, which does not exist.").arg(what);
    case ErrorCode::negativeLag: return tr("The link %1 has a negative lag; use 0 or more weeks.").arg(what);
    case ErrorCode::linkToOwnItem: return tr("The link %1 joins a phase with its own item; remove it.").arg(what);
    case ErrorCode::cycle: return tr("These wait for each other in a circle: %1. Remove one of the links.").arg(what);
    default: return {};
    }
}

QString inputError(const Error& e, const QString& what, const QString& fix)
{
    switch (e.code) {
    case ErrorCode::unknownItem:
        return fix.isEmpty() ? tr("There is no item “%1” in the catalogue.").arg(what)
                             : tr("There is no item “%1” in the catalogue; did you mean “%2”?").arg(what, fix);
    case ErrorCode::unknownPhase: return tr("There is no phase “%1” in the catalogue.").arg(what);
    case ErrorCode::unknownCondition: return tr("“%1” is not one of the profile's answers: %2.").arg(what, fix);
    case ErrorCode::unknownScale: return tr("“%1” is not one of the sizes: %2.").arg(what, fix);
    case ErrorCode::unknownRisk: return tr("There is no risk “%1”.").arg(what);
    case ErrorCode::noResponse: return tr("The risk “%1” has no response that could be in the plan.").arg(what);
    case ErrorCode::unknownPerson: return tr("There is nobody called “%1” on the team: %2.").arg(what, fix);
    case ErrorCode::unknownScenario:
        return fix.isEmpty() ? tr("There is no scenario “%1”.").arg(what)
                             : tr("There is no scenario “%1”; did you mean “%2”?").arg(what, fix);
    case ErrorCode::unknownVersion: return tr("No version is named “%1”.").arg(what);
    case ErrorCode::invalidValue:
        if (what.isEmpty())
            return fix.isEmpty() ? tr("Nothing was entered.") : tr("Nothing was entered; enter %1.").arg(fix);
        return fix.isEmpty() ? tr("“%1” is not a value that can be used.").arg(what)
                             : tr("“%1” cannot be used; enter %2.").arg(what, fix);
    case ErrorCode::invalidCalendar:
        return what.isEmpty()
                   ? tr("The holidays can't be read, line %1: Trestle reads %2.").arg(format::text(e.where), fix)
                   : tr("The holidays can't be read, line %1, “%2”: Trestle reads %3.")
                         .arg(format::text(e.where), what, fix);
    case ErrorCode::invalidTasks:
        return what.isEmpty() ? tr("The tasks can't be read: Trestle reads %1.").arg(fix)
                              : tr("“%1” can't be read: Trestle reads %2.").arg(what, fix);
    case ErrorCode::invalidTimes:
        return what.isEmpty() ? tr("The times can't be read: Trestle reads %1.").arg(fix)
                              : tr("“%1” can't be read: Trestle reads %2.").arg(what, fix);
    case ErrorCode::invalidRecord:
        return tr("Your record of past plans, %1, is damaged (%2) and stays as it is; mend it, or move it away to "
                  "begin a "
                  "new one.")
            .arg(what, fix);
    case ErrorCode::invalidDate: return tr("“%1” is not a date that can be used; enter %2.").arg(what, fix);
    case ErrorCode::invalidAllocation:
        return tr("The allocation of %1 is %2; enter 0.001 to 1 (1 is full time).").arg(quoted(e.what), fix);
    case ErrorCode::invalidRate:
        return fix.isEmpty()
                   ? tr("The weekly rate of %1 must be 0 or more.").arg(quoted(e.what))
                   : tr("The weekly rate of %1 is too large; enter at most %2 dollars.").arg(quoted(e.what), fix);
    case ErrorCode::duplicateName: return tr("There is already a “%1”; choose another name.").arg(what);
    case ErrorCode::tooManyPeople: return tr("%1 people are too many; a plan holds up to %2.").arg(what, fix);
    case ErrorCode::noPeople: return tr("There is work left and nobody on the team; add a person.");
    case ErrorCode::nobodyAble:
        return tr("Nobody on the team can do “%1”, which needs the skill “%2”; give it to someone.").arg(what, fix);
    case ErrorCode::nobodyLeft:
        return e.where == "/runs"
                   ? tr("Should the work take longer than planned, nobody is left for “%1” after the last day of %2. "
                        "Choose a later day, or add someone who stays.")
                         .arg(what, fix)
                   : tr("Nobody is left to finish “%1” after the last day of %2. Choose a later day, or add someone "
                        "who "
                        "stays.")
                         .arg(what, fix);
    case ErrorCode::afterStatusDate:
        return tr("%1 is after the status date, %2. Move the status date to that day or later, or correct the day.")
            .arg(what, fix);
    case ErrorCode::finishBeforeStart:
        return tr("The finish, %1, is before the start, %2. Correct one of them.").arg(what, fix);
    case ErrorCode::notBegun:
        return tr("Something is recorded of “%1”, which is neither under way nor finished. Say that it is one of them, "
                  "or clear what is recorded.")
            .arg(what);
    case ErrorCode::finishedUnderWay:
        return tr("“%1” is under way and has a finish, %2. Say that it is in place, or clear the finish.")
            .arg(what, fix);
    case ErrorCode::noBaseline: return tr("The plan has no baseline yet. Set one first.");
    case ErrorCode::planTooLong:
        return tr("The plan would take %1 weeks; enter estimates and a team with which it takes %2 weeks at most.")
            .arg(what, fix);
    case ErrorCode::noOpeningCash: return tr("Enter how much is in the bank on the start date.");
    case ErrorCode::planTooDear:
        return tr("The plan would cost AUD %1; enter rates and running costs with which it costs AUD %2 at most.")
            .arg(what, fix);
    default: return {};
    }
}

QString fileError(const Error& e, const QString& what, const QString& fix)
{
    const QString reason = fix.isEmpty() ? QString() : tr(" (%1)").arg(fix);
    switch (e.code) {
    case ErrorCode::fileNotFound: return tr("There is no file %1; it may have been moved or renamed.").arg(what);
    case ErrorCode::fileUnreadable: return tr("%1 could not be read%2.").arg(what, reason);
    case ErrorCode::fileUnwritable:
        return tr("%1 could not be written%2; choose another place or check its permissions.").arg(what, reason);
    case ErrorCode::fileExists: return tr("%1 exists already; choose another name.").arg(what);
    case ErrorCode::fileTooLarge: return tr("%1 is too large; files of up to %2 are read.").arg(what, fix);
    case ErrorCode::outOfMemory:
        return tr("There is not enough memory to read %1; close other programs and try again.").arg(what);
    case ErrorCode::notAPlan:
        return fix.isEmpty() ? tr("%1 is not a Trestle plan.").arg(what)
                             : tr("%1 is not a Trestle plan: %2.").arg(what, fix);
    case ErrorCode::newerPlan:
        return tr("%1 was made by a newer Trestle (format %2); update Trestle to open it.").arg(what, fix);
    case ErrorCode::damagedPlan:
        return tr("%1 is damaged%2; “trestle check --repair” writes what is sound to a new file.").arg(what, reason);
    case ErrorCode::lockedPlan: return tr("%1 is open elsewhere%2.").arg(what, reason);
    case ErrorCode::diskFull: return tr("There is no room left on the disk of %1; free some and try again.").arg(what);
    case ErrorCode::emptyReport:
        return tr("The pages that were chosen have nothing to tell of this plan; choose others.");
    case ErrorCode::noExportForAudience:
        return tr("“%1” is not for those readers. It can be exported for: %2.").arg(what, fix);
    case ErrorCode::noOffer:
        return what.isEmpty()
                   ? tr("The plan offers nothing to a client yet; name a client, or give somebody a bill rate.")
                   : tr("%1 offers nothing to a client; it has neither a client nor a bill rate.").arg(what);
    case ErrorCode::noChanges:
        return tr("“%1” tells what has changed since a version; choose the one that was agreed.").arg(what);
    case ErrorCode::noChart: return tr("This plan has no chart “%1” for those readers. It has: %2.").arg(what, fix);
    case ErrorCode::unknownFormat: return tr("“%1” is not a known format: %2.").arg(what, fix);
    case ErrorCode::notAPicture:
        return tr("%1 is not a picture that can be used; choose a PNG of at most %2 pixels a side.").arg(what, fix);
    case ErrorCode::needsDisplaySupport: return tr("This build cannot write %1.").arg(what);
    case ErrorCode::cancelled: return tr("Stopped.");
    default: return tr("Something went wrong inside Trestle (%1); please report it.").arg(what);
    }
}

constexpr QLatin1StringView kScenarios{"/scenarios"};

/// Places worth telling: files and where in them, not a field of the plan, which the sentence names, and not the part
/// of a damaged plan.
QString place(const Error& e)
{
    if (e.code == ErrorCode::damagedPlan)
        return {};
    QString where = format::text(e.where);
    if (where.endsWith(u'#')) // the document as a whole
        where.chop(1);
    if (where.startsWith(kScenarios) && where.size() > kScenarios.size() + 1)
        return tr("In the scenario “%1”: ").arg(where.sliced(kScenarios.size() + 1));
    if (where == kScenarios)
        return {};
    const bool file = !isField(e.where) && e.where.find_first_of("/#") != std::string::npos;
    return file ? tr("%1: ").arg(where) : QString();
}

} // namespace

QString error(const Error& error)
{
    const QString what = format::text(error.what);
    const QString fix = detail(error.fix);
    for (const auto table : {catalogueError, inputError, fileError}) {
        const QString sentence = table(error, what, fix);
        if (!sentence.isEmpty())
            return place(error) + sentence;
    }
    return {};
}

} // namespace trestle::wording
