#include "ui/team/team_words.h"

#include "ui/base/tr.h"

namespace trestle::wording {

QString rateCardProblem(RateCardProblem problem)
{
    switch (problem) {
    case RateCardProblem::noTitle: return tr("Give the role a title.");
    case RateCardProblem::titleTooLong: return tr("Give the role a shorter title.");
    case RateCardProblem::titleTaken: return tr("Another role has this title already.");
    case RateCardProblem::rateOutOfRange: return tr("Enter a smaller rate.");
    case RateCardProblem::full: return tr("A rate card holds %1 roles at most.").arg(RateCard::kMostRoles);
    }
    return {};
}

} // namespace trestle::wording
