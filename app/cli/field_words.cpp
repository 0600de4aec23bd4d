#include "app/cli/field_words.h"

namespace trestle::cli {

std::optional<FieldWords> fieldWords(FieldId field)
{
    switch (field) {
    case FieldId::client:
        return FieldWords{"NAME", "Whom it is for, which makes the plan one with a price; '' for "
                                  "nobody"};
    case FieldId::start: return FieldWords{"DATE", "The first day of work"};
    case FieldId::asOf: return FieldWords{"DATE", "Replan from this day: nothing left is planned before it; '' clears"};
    case FieldId::targetDate: return FieldWords{"DATE", "The day to be finished by; '' clears"};
    case FieldId::budget: return FieldWords{"AUD", "The budget for labour and running costs, ex GST; '' clears"};
    case FieldId::conditions:
        return FieldWords{"ID,ID", "What the product needs: payments, compliance, user-content, enterprise. "
                                   "Replaces the answers so far; '' clears"};
    case FieldId::scale: return FieldWords{"ID", "Users to plan for: 10k, 100k, 1m"};
    case FieldId::validated: return FieldWords{"yes|no", "Whether the idea is validated with real users"};
    case FieldId::maintainer: return FieldWords{"one|team", "Who will run the product"};
    case FieldId::costMode:
        return FieldWords{"worked|retained", "Pay for hours worked, or from the first day to the finish"};
    case FieldId::order:
        return FieldWords{"catalogue|optimised",
                          "The order in which items are taken: the catalogue's, or a better one where there is one"};
    case FieldId::correlation:
        return FieldWords{"NUMBER", "If one phase runs late, do others too: 0 never, 0.5 often, 1 always"};
    case FieldId::outsideView:
        return FieldWords{"usual|estimates|overrunning|record|M:S",
                          "How far the project as a whole varies: like other projects, not at all, like projects that "
                          "ran over, as your record of past plans says, or the mean and the spread of the logarithm, "
                          "as in 0.05:0.3"};
    case FieldId::confidence: return FieldWords{"50|80|90", "Per cent of certainty of the headline"};
    case FieldId::gst:
        return FieldWords{"ex|inc", "Whether a report shows the cost ex GST, or as a price with 10 % GST on all of it"};
    case FieldId::gstRegistered: return FieldWords{"yes|no", "Whether you are registered for GST: yes unless given"};
    case FieldId::priceKind:
        return FieldWords{"time|capped|fixed", "What the client pays: the hours, at most a cap, or one fixed price"};
    case FieldId::priceConfidence:
        return FieldWords{"50|80|90", "How sure the price is, per cent; '' for the headline's"};
    case FieldId::priceStep: return FieldWords{"AUD", "Prices are rounded up to it, 1000 unless given"};
    case FieldId::wantedMargin:
        return FieldWords{"PERCENT", "Wanted margin of those without a bill rate, 35 unless given"};
    case FieldId::markUp: return FieldWords{"PERCENT", "Mark-up on what is bought, 0 unless given"};
    case FieldId::paymentTerms: return FieldWords{"DAYS", "From an invoice to the money, 14 unless given"};
    case FieldId::validity: return FieldWords{"DAYS", "How long a quote is valid, 30 unless given"};
    case FieldId::cashOpening: return FieldWords{"AUD", "Cash in the bank on the start date; '' clears"};
    case FieldId::cashBuffer: return FieldWords{"MONTHS", "That the money should last after launch, 3 unless given"};
    case FieldId::region:
        return FieldWords{"nsw|vic|qld|wa|sa|tas|act|nt",
                          "The state or territory whose public holidays are days off; '' for none"};
    case FieldId::hoursPerWeek:
        return FieldWords{"HOURS", "Hours in a full-time week, 38 unless given; figures do not depend on them"};
    case FieldId::learn:
        return FieldWords{"on|off", "Whether finished work moves what is expected of the rest: on unless given"};
    default: break; // not settable, or by an option of its own
    }
    return std::nullopt;
}

} // namespace trestle::cli
