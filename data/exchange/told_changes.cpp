#include "data/exchange/told_changes.h"

#include "data/exchange/audience_rules.h"

#include <variant>

namespace trestle {

namespace {

bool isTold(FieldId field, Audience audience)
{
    switch (field) {
    case FieldId::weeklyRate:
    case FieldId::paidOut:
    case FieldId::billRate:
    case FieldId::rateBasis:
    case FieldId::rateKind:
    case FieldId::rateAmount:
    case FieldId::superPercent:
    case FieldId::onCosts:
    case FieldId::weeksAtWork:
    case FieldId::timeAWeek:
    case FieldId::rateAsOf: return showsRates(audience);
    case FieldId::wantedMargin:
    case FieldId::markUp: return showsMargin(audience);
    case FieldId::price:
    case FieldId::priceKind:
    case FieldId::priceConfidence:
    case FieldId::priceStep:
    case FieldId::paymentTerms:
    case FieldId::validity:
    case FieldId::payments: return showsPrice(audience);
    case FieldId::cash:
    case FieldId::cashOpening:
    case FieldId::cashMonthly:
    case FieldId::cashOnce:
    case FieldId::cashBuffer:
    case FieldId::cashNote: return showsCash(audience);
    case FieldId::notes:
    case FieldId::phaseNotes:
    case FieldId::itemNote: return showsNotes(audience);
    case FieldId::targetDate:
    case FieldId::budget: return showsGoals(audience);
    case FieldId::itemEvidence: return showsEvidence(audience);
    case FieldId::proposals: return showsProposals(audience);
    default: return true;
    }
}

void hideRate(ChangeValue& value)
{
    if (auto* person = std::get_if<Person>(&value))
        person->weeklyRate = {};
}

} // namespace

std::vector<Change> toldChanges(std::vector<Change> changes, Audience audience)
{
    std::erase_if(changes, [&](const Change& change) { return !isTold(change.field, audience); });
    if (!showsRates(audience))
        for (Change& change : changes) {
            hideRate(change.before);
            hideRate(change.after);
        }
    return changes;
}

} // namespace trestle
