#include "app/cli/field_words.h"

namespace trestle::cli {

std::optional<FieldWords> fieldWords(FieldId field)
{
    switch (field) {
    case FieldId::start: return FieldWords{"DATE", "The first day of work"};
    case FieldId::asOf: return FieldWords{"DATE", "Replan from this day: nothing left is planned before it; '' clears"};
    case FieldId::targetDate: return FieldWords{"DATE", "The day to be finished by; '' clears"};
    case FieldId::budget: return FieldWords{"AUD", "The budget for labour and running costs, ex GST; '' clears"};
    case FieldId::conditions:
        return FieldWords{"ID,ID", "What holds of the product: payments, compliance, user-content, enterprise. "
                                   "Replaces the answers so far; '' clears"};
    case FieldId::scale: return FieldWords{"ID", "Users to plan for: 10k, 100k, 1m"};
    case FieldId::validated: return FieldWords{"yes|no", "Whether the idea is validated with real users"};
    case FieldId::maintainer: return FieldWords{"one|team", "Who maintains the product"};
    case FieldId::costMode:
        return FieldWords{"worked|retained",
                          "Whether people cost what they work, or from their first day to the finish"};
    case FieldId::order:
        return FieldWords{"catalogue|optimised",
                          "The order in which items are taken: the catalogue's, or a better one where there is one"};
    case FieldId::correlation: return FieldWords{"NUMBER", "How far phases go over or under together, 0 to 1"};
    case FieldId::outsideView:
        return FieldWords{"usual|estimates|overrunning|M:S",
                          "How far the project as a whole varies: like other projects, not at all, like projects that "
                          "ran over, or the mean and the spread of the logarithm, as in 0.05:0.3"};
    case FieldId::confidence: return FieldWords{"50|80|90", "Per cent of certainty of the headline"};
    case FieldId::gst:
        return FieldWords{"ex|inc", "Whether a report shows the cost ex GST, or as a price with 10 % GST on all of it"};
    case FieldId::name:
    case FieldId::client:
    case FieldId::notes:
    case FieldId::items:
    case FieldId::itemProgress:
    case FieldId::itemState:
    case FieldId::itemOwner:
    case FieldId::itemNote:
    case FieldId::itemChanged:
    case FieldId::estimates:
    case FieldId::estimateEffort:
    case FieldId::estimateNote:
    case FieldId::estimateChanged:
    case FieldId::phaseNotes:
    case FieldId::profile:
    case FieldId::team:
    case FieldId::personName:
    case FieldId::allocation:
    case FieldId::weeklyRate:
    case FieldId::skills:
    case FieldId::firstDay:
    case FieldId::leave:
    case FieldId::daysOff:
    case FieldId::dayOffDate:
    case FieldId::dayOffLabel:
    case FieldId::monthsAfterLaunch:
    case FieldId::risks:
    case FieldId::riskId:
    case FieldId::riskNumber:
    case FieldId::riskTitle:
    case FieldId::riskChance:
    case FieldId::riskPhase:
    case FieldId::riskSkill:
    case FieldId::riskOwner:
    case FieldId::riskEffort:
    case FieldId::riskDelay:
    case FieldId::riskMoney:
    case FieldId::riskStatus:
    case FieldId::riskResponse:
    case FieldId::responseCost:
    case FieldId::responseChance:
    case FieldId::responseEffort:
    case FieldId::responseDelay:
    case FieldId::responseMoney:
    case FieldId::responseTitle:
    case FieldId::riskEvents:
    case FieldId::risksGiven:
    case FieldId::scenarios: break;
    }
    return std::nullopt;
}

} // namespace trestle::cli
