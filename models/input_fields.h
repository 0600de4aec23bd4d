#pragma once

#include "models/scenario.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>

/// The field table: every field of the inputs, declared once. A scenario's overlay, the difference between two
/// versions, the inputs of the simulation, reading and writing JSON, and the options of the command line all follow
/// from it:
///
///     forEachField<Person>([&](const auto& field) { use(field.key, person.*field.member); });
///
/// A new field needs its member in inputs.h (and in scenario.h where scenarios may differ in it), its line here, its
/// shape in resources/schema/plan.json, and its words in ui/base/field_words.cpp and app/cli/field_words.cpp.
namespace trestle {

/// In the order in which changes are listed.
enum class FieldId : std::uint8_t {
    // Inputs, each followed by the fields of what it holds.
    name,
    client,
    notes,
    start,
    asOf,
    targetDate,
    budget,
    items,
    itemProgress,
    itemState,
    itemActual,
    itemStarted,
    itemFinished,
    itemSpent,
    itemLeft,
    itemPartlyBefore,
    itemOwner,
    itemNote,
    itemChanged,
    itemEvidence,
    evidenceState,
    evidencePlaces,
    evidenceBy,
    evidenceOn,
    placePath,
    placeLine,
    placeExcerpt,
    placeRule,
    proposals,
    proposalState,
    proposalConfidence,
    proposalEvidence,
    proposalBy,
    proposalOn,
    proposalAnswer,
    estimates,
    estimateEffort,
    estimateNote,
    estimateChanged,
    phaseNotes,
    profile,
    conditions,
    scale,
    validated,
    maintainer,
    team,
    personName,
    allocation,
    weeklyRate,
    skills,
    firstDay,
    leave,
    lastDay,
    isRole,
    paidOut,
    billRate,
    rateBasis,
    rateKind,
    rateAmount,
    superPercent,
    onCosts,
    weeksAtWork,
    timeAWeek,
    rateAsOf,
    region,
    workedHolidays,
    daysOff,
    dayOffDate,
    dayOffLabel,
    closures,
    closureFirst,
    closureLast,
    closureLabel,
    hoursPerWeek,
    costMode,
    order,
    monthsAfterLaunch,
    correlation,
    outsideView,
    risks,
    riskId,
    riskNumber,
    riskTitle,
    riskChance,
    riskPhase,
    riskSkill,
    riskOwner,
    riskEffort,
    riskDelay,
    riskMoney,
    riskStatus,
    riskResponse,
    responseCost,
    responseChance,
    responseEffort,
    responseDelay,
    responseMoney,
    responseTitle,
    riskEvents,
    risksGiven,
    confidence,
    gst,
    gstRegistered,
    scopes,
    price,
    priceKind,
    priceConfidence,
    priceStep,
    wantedMargin,
    markUp,
    paymentTerms,
    validity,
    payments,
    paymentPercent,
    paymentWhen,
    paymentPhase,
    cash,
    cashOpening,
    cashMonthly,
    monthlyLabel,
    monthlyAmount,
    monthlyFrom,
    monthlyTo,
    monthlyNote,
    cashOnce,
    onceLabel,
    onceAmount,
    onceDate,
    onceNote,
    cashBuffer,
    cashNote,
    actualCosts,
    actualMonth,
    actualAmount,
    actualLabel,
    baseline,
    promised, ///< any of the figures of a baseline
    learn,
    scenarios, ///< of a Project: which scenarios there are
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(FieldId::scenarios) + 1;

/// Whether a run of the simulation depends on the field.
enum class InRuns : std::uint8_t { no, yes };
/// When the field stands in a plan's JSON.
enum class InJson : std::uint8_t {
    always,
    whereSaid, ///< unless it has the value of a new plan
    inPlace,   ///< always, as keys of its holder instead of under a key of its own
};

/// A field of `Owner`. `Own` is the type of the pointer to where a scenario keeps its own value; that of null: all
/// scenarios share the base's.
template <class Owner, class Value, class Own = std::nullptr_t>
struct Field {
    static constexpr bool isShared = std::is_null_pointer_v<Own>;

    FieldId id;
    std::string_view key;  ///< in JSON
    std::string_view word; ///< on the command line, as in `--word` and `--as-base word`; empty: not settable there
    Value Owner::* member;
    InRuns inRuns;
    InJson inJson;
    Own own{};
};

template <class Owner, class Value>
consteval auto shared(FieldId id, std::string_view key, std::string_view word, Value Owner::* member, InRuns inRuns,
                      InJson inJson = InJson::whereSaid)
{
    return Field<Owner, Value>{id, key, word, member, inRuns, inJson};
}

template <class Value, class Own>
consteval auto varying(FieldId id, std::string_view key, std::string_view word, Value Inputs::* member,
                       Own Scenario::* own, InRuns inRuns, InJson inJson = InJson::whereSaid)
{
    return Field<Inputs, Value, Own Scenario::*>{id, key, word, member, inRuns, inJson, own};
}

/// The fields of a struct, in the order in which a scenario lists its own and `--help` its options. Empty for every
/// other type.
template <class Owner>
struct FieldsOf {
    static constexpr std::tuple<> all{};
};

template <>
struct FieldsOf<ItemProgress> {
    static constexpr std::tuple all{
        shared(FieldId::itemState, "state", "", &ItemProgress::state, InRuns::yes, InJson::always),
    };
};

template <>
struct FieldsOf<ItemActual> {
    static constexpr std::tuple all{
        shared(FieldId::itemStarted, "started", "", &ItemActual::started, InRuns::yes),
        shared(FieldId::itemFinished, "finished", "", &ItemActual::finished, InRuns::yes),
        shared(FieldId::itemSpent, "spent", "", &ItemActual::spent, InRuns::yes),
        shared(FieldId::itemLeft, "left", "", &ItemActual::left, InRuns::yes),
        shared(FieldId::itemPartlyBefore, "partlyBefore", "", &ItemActual::partlyBefore, InRuns::yes),
    };
};

template <>
struct FieldsOf<ActualCost> {
    static constexpr std::tuple all{
        shared(FieldId::actualMonth, "month", "", &ActualCost::month, InRuns::yes, InJson::always),
        shared(FieldId::actualAmount, "amount", "", &ActualCost::amount, InRuns::yes, InJson::always),
        shared(FieldId::actualLabel, "label", "", &ActualCost::label, InRuns::no),
    };
};

template <>
struct FieldsOf<PromisedItem> {
    static constexpr std::tuple all{
        shared(FieldId::promised, "state", "", &PromisedItem::state, InRuns::yes, InJson::always),
        shared(FieldId::promised, "effort", "", &PromisedItem::effort, InRuns::no, InJson::always),
        shared(FieldId::promised, "start", "", &PromisedItem::start, InRuns::no),
        shared(FieldId::promised, "finish", "", &PromisedItem::finish, InRuns::no),
    };
};

template <>
struct FieldsOf<PromisedSpend> {
    static constexpr std::tuple all{
        shared(FieldId::promised, "by", "", &PromisedSpend::by, InRuns::no, InJson::always),
        shared(FieldId::promised, "total", "", &PromisedSpend::total, InRuns::no, InJson::always),
    };
};

template <>
struct FieldsOf<Baseline> {
    static constexpr std::tuple all{
        shared(FieldId::promised, "name", "", &Baseline::name, InRuns::no, InJson::always),
        shared(FieldId::promised, "taken", "", &Baseline::taken, InRuns::no, InJson::always),
        shared(FieldId::promised, "items", "", &Baseline::items, InRuns::yes, InJson::always),
        shared(FieldId::promised, "finish", "", &Baseline::finish, InRuns::no, InJson::always),
        shared(FieldId::promised, "finishP50", "", &Baseline::finishP50, InRuns::no, InJson::always),
        shared(FieldId::promised, "finishP80", "", &Baseline::finishP80, InRuns::no, InJson::always),
        shared(FieldId::promised, "finishP90", "", &Baseline::finishP90, InRuns::no, InJson::always),
        shared(FieldId::promised, "total", "", &Baseline::total, InRuns::no, InJson::always),
        shared(FieldId::promised, "totalP50", "", &Baseline::totalP50, InRuns::no, InJson::always),
        shared(FieldId::promised, "totalP80", "", &Baseline::totalP80, InRuns::no, InJson::always),
        shared(FieldId::promised, "totalP90", "", &Baseline::totalP90, InRuns::no, InJson::always),
        shared(FieldId::promised, "effortP50", "", &Baseline::effortP50, InRuns::no, InJson::always),
        shared(FieldId::promised, "effortP80", "", &Baseline::effortP80, InRuns::no, InJson::always),
        shared(FieldId::promised, "effortP90", "", &Baseline::effortP90, InRuns::no, InJson::always),
        shared(FieldId::promised, "spend", "", &Baseline::spend, InRuns::no, InJson::always),
    };
};

template <>
struct FieldsOf<ItemInput> {
    static constexpr std::tuple all{
        shared(FieldId::itemProgress, "", "", &ItemInput::progress, InRuns::yes, InJson::inPlace),
        shared(FieldId::itemActual, "", "", &ItemInput::actual, InRuns::yes, InJson::inPlace),
        shared(FieldId::itemOwner, "owner", "", &ItemInput::owner, InRuns::no),
        shared(FieldId::itemNote, "note", "", &ItemInput::note, InRuns::no),
        shared(FieldId::itemChanged, "changed", "", &ItemInput::changed, InRuns::no),
        shared(FieldId::itemEvidence, "evidence", "", &ItemInput::evidence, InRuns::no),
    };
};

template <>
struct FieldsOf<TickEvidence> {
    static constexpr std::tuple all{
        shared(FieldId::evidenceState, "state", "", &TickEvidence::state, InRuns::no, InJson::always),
        shared(FieldId::evidencePlaces, "places", "", &TickEvidence::places, InRuns::no),
        shared(FieldId::evidenceBy, "by", "", &TickEvidence::by, InRuns::no),
        shared(FieldId::evidenceOn, "on", "", &TickEvidence::on, InRuns::no, InJson::always),
    };
};

template <>
struct FieldsOf<Evidence> {
    static constexpr std::tuple all{
        shared(FieldId::placePath, "path", "", &Evidence::path, InRuns::no, InJson::always),
        shared(FieldId::placeLine, "line", "", &Evidence::line, InRuns::no),
        shared(FieldId::placeExcerpt, "excerpt", "", &Evidence::excerpt, InRuns::no),
        shared(FieldId::placeRule, "rule", "", &Evidence::rule, InRuns::no),
    };
};

template <>
struct FieldsOf<Proposal> {
    static constexpr std::tuple all{
        shared(FieldId::proposalState, "state", "", &Proposal::state, InRuns::no, InJson::always),
        shared(FieldId::proposalConfidence, "confidence", "", &Proposal::confidence, InRuns::no, InJson::always),
        shared(FieldId::proposalEvidence, "evidence", "", &Proposal::evidence, InRuns::no),
        shared(FieldId::proposalBy, "by", "", &Proposal::by, InRuns::no),
        shared(FieldId::proposalOn, "on", "", &Proposal::on, InRuns::no, InJson::always),
        shared(FieldId::proposalAnswer, "answer", "", &Proposal::answer, InRuns::no),
    };
};

template <>
struct FieldsOf<OwnEstimate> {
    static constexpr std::tuple all{
        shared(FieldId::estimateEffort, "", "", &OwnEstimate::effort, InRuns::yes, InJson::inPlace),
        shared(FieldId::estimateNote, "note", "", &OwnEstimate::note, InRuns::no),
        shared(FieldId::estimateChanged, "changed", "", &OwnEstimate::changed, InRuns::no),
    };
};

template <>
struct FieldsOf<Profile> {
    static constexpr std::tuple all{
        shared(FieldId::conditions, "conditions", "profile", &Profile::conditions, InRuns::yes),
        shared(FieldId::scale, "scale", "scale", &Profile::scale, InRuns::yes),
        shared(FieldId::validated, "validated", "validated", &Profile::validated, InRuns::no),
        shared(FieldId::maintainer, "maintainer", "maintainer", &Profile::maintainer, InRuns::no),
    };
};

template <>
struct FieldsOf<RateBasis> {
    static constexpr std::tuple all{
        shared(FieldId::rateKind, "kind", "", &RateBasis::kind, InRuns::no, InJson::always),
        shared(FieldId::rateAmount, "amount", "", &RateBasis::amount, InRuns::no, InJson::always),
        shared(FieldId::superPercent, "superPercent", "", &RateBasis::superPercent, InRuns::no),
        shared(FieldId::onCosts, "onCosts", "", &RateBasis::onCosts, InRuns::no),
        shared(FieldId::weeksAtWork, "weeksAtWork", "", &RateBasis::weeksAtWork, InRuns::no),
        shared(FieldId::timeAWeek, "timeAWeek", "", &RateBasis::timeAWeek, InRuns::no),
        shared(FieldId::rateAsOf, "asOf", "", &RateBasis::asOf, InRuns::no),
    };
};

template <>
struct FieldsOf<Person> {
    static constexpr std::tuple all{
        shared(FieldId::personName, "name", "", &Person::name, InRuns::yes, InJson::always),
        shared(FieldId::allocation, "allocation", "", &Person::allocation, InRuns::yes, InJson::always),
        shared(FieldId::weeklyRate, "weeklyRate", "", &Person::weeklyRate, InRuns::yes, InJson::always),
        shared(FieldId::skills, "skills", "", &Person::skills, InRuns::yes),
        shared(FieldId::firstDay, "firstDay", "first-day", &Person::firstDay, InRuns::yes),
        shared(FieldId::leave, "leave", "leave", &Person::leave, InRuns::yes),
        shared(FieldId::lastDay, "lastDay", "", &Person::lastDay, InRuns::yes),
        shared(FieldId::isRole, "isRole", "", &Person::isRole, InRuns::no),
        shared(FieldId::paidOut, "paidOut", "", &Person::paidOut, InRuns::yes),
        shared(FieldId::billRate, "billRate", "", &Person::billRate, InRuns::yes),
        shared(FieldId::rateBasis, "rateBasis", "", &Person::rateBasis, InRuns::no),
    };
};

template <>
struct FieldsOf<DayOff> {
    static constexpr std::tuple all{
        shared(FieldId::dayOffDate, "date", "", &DayOff::date, InRuns::yes, InJson::always),
        shared(FieldId::dayOffLabel, "label", "", &DayOff::label, InRuns::no),
    };
};

template <>
struct FieldsOf<YearlyClosure> {
    static constexpr std::tuple all{
        shared(FieldId::closureFirst, "first", "", &YearlyClosure::first, InRuns::yes, InJson::always),
        shared(FieldId::closureLast, "last", "", &YearlyClosure::last, InRuns::yes, InJson::always),
        shared(FieldId::closureLabel, "label", "", &YearlyClosure::label, InRuns::no),
    };
};

template <>
struct FieldsOf<RiskResponse> {
    static constexpr std::tuple all{
        shared(FieldId::responseCost, "cost", "", &RiskResponse::cost, InRuns::yes, InJson::always),
        shared(FieldId::responseChance, "p", "", &RiskResponse::p, InRuns::yes, InJson::always),
        shared(FieldId::responseEffort, "effort", "", &RiskResponse::effort, InRuns::yes),
        shared(FieldId::responseDelay, "delay", "", &RiskResponse::delay, InRuns::yes),
        shared(FieldId::responseMoney, "money", "", &RiskResponse::money, InRuns::yes),
        shared(FieldId::responseTitle, "title", "", &RiskResponse::title, InRuns::no),
    };
};

template <>
struct FieldsOf<RiskEvent> {
    static constexpr std::tuple all{
        shared(FieldId::riskId, "id", "", &RiskEvent::id, InRuns::yes, InJson::always),
        shared(FieldId::riskNumber, "number", "", &RiskEvent::number, InRuns::yes, InJson::always),
        shared(FieldId::riskTitle, "title", "", &RiskEvent::title, InRuns::no),
        shared(FieldId::riskChance, "p", "", &RiskEvent::p, InRuns::yes, InJson::always),
        shared(FieldId::riskPhase, "phase", "", &RiskEvent::phase, InRuns::yes, InJson::always),
        shared(FieldId::riskSkill, "skill", "", &RiskEvent::skill, InRuns::yes),
        shared(FieldId::riskOwner, "owner", "", &RiskEvent::owner, InRuns::no),
        shared(FieldId::riskEffort, "effort", "", &RiskEvent::effort, InRuns::yes),
        shared(FieldId::riskDelay, "delay", "", &RiskEvent::delay, InRuns::yes),
        shared(FieldId::riskMoney, "money", "", &RiskEvent::money, InRuns::yes),
        shared(FieldId::riskStatus, "status", "", &RiskEvent::status, InRuns::yes),
        shared(FieldId::riskResponse, "response", "", &RiskEvent::response, InRuns::yes),
    };
};

template <>
struct FieldsOf<RiskRegister> {
    static constexpr std::tuple all{
        shared(FieldId::riskEvents, "events", "", &RiskRegister::events, InRuns::yes, InJson::always),
        shared(FieldId::risksGiven, "given", "", &RiskRegister::given, InRuns::yes, InJson::always),
    };
};

template <>
struct FieldsOf<PaymentPart> {
    static constexpr std::tuple all{
        shared(FieldId::paymentPercent, "percent", "", &PaymentPart::percent, InRuns::no, InJson::always),
        shared(FieldId::paymentWhen, "at", "", &PaymentPart::when, InRuns::no, InJson::always),
        shared(FieldId::paymentPhase, "phase", "", &PaymentPart::phase, InRuns::no),
    };
};

template <>
struct FieldsOf<PriceTerms> {
    static constexpr std::tuple all{
        shared(FieldId::priceKind, "kind", "price", &PriceTerms::kind, InRuns::no, InJson::always),
        shared(FieldId::priceConfidence, "confidence", "price-confidence", &PriceTerms::confidence, InRuns::no),
        shared(FieldId::priceStep, "step", "price-step", &PriceTerms::step, InRuns::no),
        shared(FieldId::wantedMargin, "margin", "margin", &PriceTerms::marginPercent, InRuns::yes),
        shared(FieldId::markUp, "markUp", "markup", &PriceTerms::markUpPercent, InRuns::yes),
        shared(FieldId::paymentTerms, "terms", "terms", &PriceTerms::termsDays, InRuns::no),
        shared(FieldId::validity, "validity", "validity", &PriceTerms::validityDays, InRuns::no),
        shared(FieldId::payments, "payments", "payment", &PriceTerms::payments, InRuns::no),
    };
};

template <>
struct FieldsOf<MonthlyLine> {
    static constexpr std::tuple all{
        shared(FieldId::monthlyLabel, "label", "", &MonthlyLine::label, InRuns::no, InJson::always),
        shared(FieldId::monthlyAmount, "amount", "", &MonthlyLine::amount, InRuns::yes, InJson::always),
        shared(FieldId::monthlyFrom, "from", "", &MonthlyLine::from, InRuns::yes, InJson::always),
        shared(FieldId::monthlyTo, "to", "", &MonthlyLine::to, InRuns::yes),
        shared(FieldId::monthlyNote, "note", "", &MonthlyLine::note, InRuns::no),
    };
};

template <>
struct FieldsOf<OneOff> {
    static constexpr std::tuple all{
        shared(FieldId::onceLabel, "label", "", &OneOff::label, InRuns::no, InJson::always),
        shared(FieldId::onceAmount, "amount", "", &OneOff::amount, InRuns::yes, InJson::always),
        shared(FieldId::onceDate, "date", "", &OneOff::date, InRuns::yes, InJson::always),
        shared(FieldId::onceNote, "note", "", &OneOff::note, InRuns::no),
    };
};

template <>
struct FieldsOf<CashPlan> {
    static constexpr std::tuple all{
        shared(FieldId::cashOpening, "opening", "cash-opening", &CashPlan::opening, InRuns::yes),
        shared(FieldId::cashMonthly, "monthly", "cash-monthly", &CashPlan::monthly, InRuns::yes),
        shared(FieldId::cashOnce, "once", "cash-once", &CashPlan::once, InRuns::yes),
        shared(FieldId::cashBuffer, "buffer", "cash-buffer", &CashPlan::bufferMonths, InRuns::yes),
        shared(FieldId::cashNote, "note", "", &CashPlan::note, InRuns::no),
    };
};

template <>
struct FieldsOf<Inputs> {
    static constexpr std::tuple all{
        shared(FieldId::name, "name", "", &Inputs::name, InRuns::no, InJson::always),
        shared(FieldId::client, "client", "client", &Inputs::client, InRuns::no),
        shared(FieldId::notes, "notes", "", &Inputs::notes, InRuns::no),
        varying(FieldId::start, "start", "start", &Inputs::start, &Scenario::start, InRuns::yes, InJson::always),
        shared(FieldId::asOf, "asOf", "as-of", &Inputs::asOf, InRuns::yes),
        varying(FieldId::team, "team", "team", &Inputs::team, &Scenario::team, InRuns::yes, InJson::always),
        varying(FieldId::profile, "profile", "profile", &Inputs::profile, &Scenario::profile, InRuns::yes),
        varying(FieldId::items, "items", "items", &Inputs::items, &Scenario::items, InRuns::yes),
        shared(FieldId::proposals, "proposals", "", &Inputs::proposals, InRuns::no),
        shared(FieldId::estimates, "estimates", "", &Inputs::estimates, InRuns::yes),
        shared(FieldId::phaseNotes, "phaseNotes", "", &Inputs::phaseNotes, InRuns::no),
        varying(FieldId::daysOff, "daysOff", "days-off", &Inputs::daysOff, &Scenario::daysOff, InRuns::yes),
        varying(FieldId::closures, "closures", "closures", &Inputs::closures, &Scenario::closures, InRuns::yes),
        shared(FieldId::region, "region", "region", &Inputs::region, InRuns::yes),
        shared(FieldId::workedHolidays, "workedHolidays", "", &Inputs::workedHolidays, InRuns::yes),
        shared(FieldId::hoursPerWeek, "hoursPerWeek", "hours-per-week", &Inputs::hoursPerWeek, InRuns::no),
        varying(FieldId::targetDate, "targetDate", "target", &Inputs::targetDate, &Scenario::targetDate, InRuns::no),
        varying(FieldId::budget, "budget", "budget", &Inputs::budget, &Scenario::budget, InRuns::no),
        varying(FieldId::order, "order", "order", &Inputs::order, &Scenario::order, InRuns::yes, InJson::always),
        varying(FieldId::costMode, "costMode", "cost-mode", &Inputs::costMode, &Scenario::costMode, InRuns::yes,
                InJson::always),
        shared(FieldId::monthsAfterLaunch, "monthsAfterLaunch", "", &Inputs::monthsAfterLaunch, InRuns::yes,
               InJson::always),
        shared(FieldId::correlation, "correlation", "rho", &Inputs::correlation, InRuns::yes, InJson::always),
        varying(FieldId::outsideView, "outsideView", "outside-view", &Inputs::outsideView, &Scenario::outsideView,
                InRuns::yes),
        varying(FieldId::risks, "risks", "risks", &Inputs::risks, &Scenario::risks, InRuns::yes),
        shared(FieldId::confidence, "confidence", "confidence", &Inputs::confidence, InRuns::no, InJson::always),
        shared(FieldId::gst, "gst", "gst", &Inputs::gst, InRuns::no),
        shared(FieldId::gstRegistered, "gstRegistered", "gst-registered", &Inputs::gstRegistered, InRuns::yes),
        varying(FieldId::scopes, "scope", "scope", &Inputs::scopes, &Scenario::scopes, InRuns::yes),
        varying(FieldId::price, "price", "price", &Inputs::price, &Scenario::price, InRuns::yes),
        varying(FieldId::cash, "cash", "cash", &Inputs::cash, &Scenario::cash, InRuns::yes),
        shared(FieldId::actualCosts, "actualCosts", "", &Inputs::actualCosts, InRuns::yes),
        varying(FieldId::baseline, "baseline", "baseline", &Inputs::baseline, &Scenario::baseline, InRuns::yes),
        shared(FieldId::learn, "learn", "learn", &Inputs::learn, InRuns::yes),
    };
};

template <class Owner>
inline constexpr bool kHasFields = std::tuple_size_v<decltype(FieldsOf<Owner>::all)> != 0;

/// Calls `body` with each field of `Owner`.
template <class Owner, class Body>
constexpr void forEachField(Body&& body)
{
    std::apply([&](const auto&... field) { (body(field), ...); }, FieldsOf<Owner>::all);
}

/// Calls `body` with each field in which a scenario may differ from the base.
template <class Body>
constexpr void forEachVaryingField(Body&& body)
{
    forEachField<Inputs>([&](const auto& field) {
        if constexpr (!std::remove_cvref_t<decltype(field)>::isShared)
            body(field);
    });
}

} // namespace trestle
