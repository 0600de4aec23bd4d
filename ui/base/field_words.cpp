#include "ui/base/field_words.h"

#include "ui/base/tr.h"

namespace trestle::fieldwords {

namespace {

struct FieldLine {
    ChangeGroup group;
    const char* label;  ///< %1: the subject
    const char* none;   ///< where there is no value; empty: "empty"
    const char* plural; ///< within a sentence, where the label has a subject; empty: the label
};

#define TR(text) QT_TRANSLATE_NOOP("Trestle", text)

FieldLine lineOf(FieldId field)
{
    using G = ChangeGroup;
    switch (field) {
    case FieldId::name: return {G::Texts, TR("Name of the plan"), "", ""};
    case FieldId::client: return {G::Texts, TR("Client"), TR("none"), ""};
    case FieldId::notes: return {G::Texts, TR("Notes on the plan"), TR("none"), ""};
    case FieldId::start: return {G::Dates, TR("Start"), "", ""};
    case FieldId::asOf: return {G::Dates, TR("Replanned from"), TR("the start"), TR("the day to replan from")};
    case FieldId::targetDate: return {G::Dates, TR("Target date"), TR("none"), ""};
    case FieldId::budget: return {G::Money, TR("Budget"), TR("none"), ""};
    case FieldId::items:
    case FieldId::itemProgress:
    case FieldId::itemState: return {G::Items, "%1", "", TR("items in place")};
    case FieldId::itemActual:
    case FieldId::itemStarted: return {G::Items, TR("Start of %1"), TR("not said"), TR("starts")};
    case FieldId::itemFinished: return {G::Items, TR("Finish of %1"), TR("not said"), TR("finishes")};
    case FieldId::itemSpent: return {G::Items, TR("Time spent on %1"), TR("not said"), TR("time spent")};
    case FieldId::itemLeft: return {G::Items, TR("Work left on %1"), TR("worked out"), TR("work left")};
    case FieldId::itemPartlyBefore:
        return {G::Items, TR("%1 was partly in place when work began"), "", TR("what was partly in place")};
    case FieldId::itemOwner: return {G::Items, TR("Owner of %1"), TR("none"), TR("owners")};
    case FieldId::itemNote: return {G::Items, TR("Note on %1"), TR("none"), TR("notes")};
    case FieldId::itemChanged: return {G::Items, TR("Last change of %1"), "", TR("days of change")};
    case FieldId::itemEvidence:
    case FieldId::evidenceState:
    case FieldId::evidencePlaces:
    case FieldId::evidenceBy:
    case FieldId::evidenceOn:
    case FieldId::placePath:
    case FieldId::placeLine:
    case FieldId::placeExcerpt:
    case FieldId::placeRule: return {G::Items, TR("Evidence for %1"), TR("none"), TR("evidence")};
    case FieldId::proposals:
    case FieldId::proposalState:
    case FieldId::proposalConfidence:
    case FieldId::proposalEvidence:
    case FieldId::proposalBy:
    case FieldId::proposalOn:
    case FieldId::proposalAnswer: return {G::Items, TR("Proposal for %1"), TR("none"), TR("proposals")};
    case FieldId::estimates:
    case FieldId::estimateEffort:
        return {G::Estimates, TR("Estimate of %1"), TR("the catalogue’s"), TR("your own estimates")};
    case FieldId::estimateNote:
        return {G::Estimates, TR("Reason for the estimate of %1"), TR("none"), TR("your own estimates")};
    case FieldId::estimateChanged: return {G::Estimates, TR("Last change of the estimate of %1"), "", ""};
    case FieldId::phaseNotes: return {G::Items, TR("Note on %1"), TR("none"), TR("notes")};
    case FieldId::profile: return {G::Product, TR("Product"), "", ""};
    case FieldId::conditions: return {G::Product, "%1", "", TR("needs of the product")};
    case FieldId::scale: return {G::Product, TR("Expected users"), "", ""};
    case FieldId::validated: return {G::Product, TR("Validated with users"), TR("no answer yet"), ""};
    case FieldId::maintainer: return {G::Product, TR("Who will run it"), "", ""};
    case FieldId::team: return {G::Team, "%1", TR("not on the team"), TR("the team")};
    case FieldId::personName: return {G::Team, TR("Name of %1"), "", TR("names")};
    case FieldId::allocation: return {G::Team, TR("Allocation of %1"), "", TR("allocations")};
    case FieldId::weeklyRate: return {G::Team, TR("Weekly rate of %1"), "", TR("weekly rates")};
    case FieldId::skills: return {G::Team, TR("Skills of %1"), TR("any"), TR("skills")};
    case FieldId::firstDay: return {G::Team, TR("First day of %1"), TR("the start"), TR("first days")};
    case FieldId::leave: return {G::Team, TR("Leave of %1"), TR("none"), TR("leave")};
    case FieldId::lastDay: return {G::Team, TR("Last day of %1"), TR("the finish"), TR("last days")};
    case FieldId::isRole: return {G::Team, TR("%1 is a role without a name yet"), "", TR("roles")};
    case FieldId::paidOut: return {G::Team, TR("%1 is paid out"), "", TR("who is paid out")};
    case FieldId::billRate: return {G::Team, TR("Bill rate of %1"), TR("none"), TR("bill rates")};
    case FieldId::rateBasis:
    case FieldId::rateKind:
    case FieldId::rateAmount:
    case FieldId::superPercent:
    case FieldId::onCosts:
    case FieldId::weeksAtWork:
    case FieldId::timeAWeek:
    case FieldId::rateAsOf:
        return {G::Team, TR("How the rate of %1 was worked out"), TR("entered as it is"),
                TR("how rates were worked out")};
    case FieldId::region: return {G::Dates, TR("Public holidays"), TR("none"), ""};
    case FieldId::workedHolidays: return {G::Dates, TR("Work on the public holiday %1"), "", TR("holidays worked")};
    case FieldId::closures:
    case FieldId::closureFirst:
    case FieldId::closureLast:
    case FieldId::closureLabel: return {G::Dates, TR("Closed every year, %1"), TR("open"), TR("yearly closures")};
    case FieldId::hoursPerWeek: return {G::Settings, TR("Hours in a full-time week"), "", ""};
    case FieldId::daysOff:
    case FieldId::dayOffDate:
    case FieldId::dayOffLabel: return {G::Dates, TR("Day off %1"), TR("a working day"), TR("days off")};
    case FieldId::costMode: return {G::Money, TR("Cost of people"), "", ""};
    case FieldId::order: return {G::Settings, TR("Order of the work"), "", ""};
    case FieldId::monthsAfterLaunch: return {G::Money, TR("Running costs after launch"), "", ""};
    case FieldId::correlation:
        return {G::Settings, TR("If one phase runs late, others do too"), "", TR("how far phases run late together")};
    case FieldId::outsideView: return {G::Settings, TR("How far projects vary"), "", ""};
    case FieldId::risks:
    case FieldId::riskEvents:
    case FieldId::riskId:
    case FieldId::riskNumber:
    case FieldId::risksGiven: return {G::Risks, TR("Risk %1"), TR("not in the register"), TR("the risks")};
    case FieldId::riskTitle: return {G::Risks, TR("Title of risk %1"), TR("none"), TR("titles of risks")};
    case FieldId::riskChance: return {G::Risks, TR("Chance of risk %1"), "", TR("chances of risks")};
    case FieldId::riskPhase: return {G::Risks, TR("Phase of risk %1"), "", TR("phases of risks")};
    case FieldId::riskSkill: return {G::Risks, TR("Skill that risk %1 takes"), TR("any"), TR("skills of risks")};
    case FieldId::riskOwner: return {G::Risks, TR("Owner of risk %1"), TR("none"), TR("owners of risks")};
    case FieldId::riskEffort: return {G::Risks, TR("Effort of risk %1"), TR("none"), TR("efforts of risks")};
    case FieldId::riskDelay: return {G::Risks, TR("Delay by risk %1"), TR("none"), TR("delays of risks")};
    case FieldId::riskMoney: return {G::Risks, TR("Money of risk %1"), TR("none"), TR("money of risks")};
    case FieldId::riskStatus: return {G::Risks, TR("State of risk %1"), "", TR("states of risks")};
    case FieldId::riskResponse:
    case FieldId::responseCost:
    case FieldId::responseChance:
    case FieldId::responseEffort:
    case FieldId::responseDelay:
    case FieldId::responseMoney:
    case FieldId::responseTitle: return {G::Risks, TR("Response to risk %1"), TR("none"), TR("responses to risks")};
    case FieldId::confidence: return {G::Settings, TR("Confidence of the headline"), "", TR("how sure to be")};
    case FieldId::gst: return {G::Money, TR("Shown as a price with GST"), "", TR("the price with GST")};
    case FieldId::gstRegistered: return {G::Money, TR("Registered for GST"), "", ""};
    case FieldId::scopes: return {G::Items, TR("%1 in what is offered"), TR("in"), TR("what is offered apart")};
    case FieldId::price:
    case FieldId::priceKind: return {G::Money, TR("Kind of price"), "", TR("the price")};
    case FieldId::priceConfidence: return {G::Money, TR("How sure the price is"), TR("as the headline"), ""};
    case FieldId::priceStep: return {G::Money, TR("Prices rounded up to"), "", ""};
    case FieldId::wantedMargin: return {G::Money, TR("Wanted margin, %"), "", ""};
    case FieldId::markUp: return {G::Money, TR("Mark-up on purchases, %"), "", ""};
    case FieldId::paymentTerms: return {G::Money, TR("Days to pay an invoice"), "", ""};
    case FieldId::validity: return {G::Money, TR("Days that a quote is valid"), "", ""};
    case FieldId::payments:
    case FieldId::paymentPercent:
    case FieldId::paymentWhen:
    case FieldId::paymentPhase: return {G::Money, TR("Payments"), TR("monthly"), ""};
    case FieldId::cash:
    case FieldId::cashOpening: return {G::Money, TR("Opening cash"), TR("none"), TR("cash")};
    case FieldId::cashMonthly:
    case FieldId::monthlyLabel:
    case FieldId::monthlyAmount:
    case FieldId::monthlyFrom:
    case FieldId::monthlyTo:
    case FieldId::monthlyNote: return {G::Money, TR("Monthly line %1"), TR("not there"), TR("monthly lines")};
    case FieldId::cashOnce:
    case FieldId::onceLabel:
    case FieldId::onceAmount:
    case FieldId::onceDate:
    case FieldId::onceNote: return {G::Money, TR("One-off %1"), TR("not there"), TR("one-offs")};
    case FieldId::cashBuffer: return {G::Money, TR("Months that the money should last after launch"), "", ""};
    case FieldId::cashNote: return {G::Money, TR("Note on cash"), TR("none"), ""};
    case FieldId::actualCosts:
    case FieldId::actualMonth:
    case FieldId::actualAmount:
    case FieldId::actualLabel: return {G::Money, TR("Spent in %1"), TR("nothing entered"), TR("amounts spent")};
    case FieldId::baseline:
    case FieldId::promised: return {G::Settings, TR("Baseline"), TR("none"), TR("the baseline")};
    case FieldId::learn: return {G::Settings, TR("Learns from finished work"), "", ""};
    case FieldId::scenarios: return {G::Settings, TR("Scenario “%1”"), TR("not there"), TR("scenarios")};
    }
    return {G::Texts, "%1", "", ""};
}

#undef TR

bool isSaid(const char* words)
{
    return *words != '\0';
}

} // namespace

ChangeGroup group(FieldId field)
{
    return lineOf(field).group;
}

QString label(FieldId field, const QString& subject)
{
    const QString words = tr(lineOf(field).label);
    return words.contains(QStringLiteral("%1")) ? words.arg(subject) : words;
}

QString none(FieldId field)
{
    const FieldLine line = lineOf(field);
    return isSaid(line.none) ? tr(line.none) : tr("empty");
}

QString inSentence(FieldId field)
{
    const FieldLine line = lineOf(field);
    if (isSaid(line.plural))
        return tr(line.plural);
    const QString words = tr(line.label);
    return words.left(1).toLower() + words.mid(1);
}

} // namespace trestle::fieldwords
