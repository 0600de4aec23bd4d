#include "ui/base/wording_scan.h"

#include "ui/base/tr.h"

namespace trestle::wording {

QString foundState(FoundState state)
{
    switch (state) {
    case FoundState::done: return tr("in place");
    case FoundState::partial: return tr("partly");
    case FoundState::none: return tr("no sign");
    case FoundState::opposite: return tr("sign of the opposite");
    case FoundState::elsewhere: return tr("settled elsewhere");
    }
    return {};
}

QString foundConfidence(FoundConfidence confidence)
{
    return confidence == FoundConfidence::confident ? tr("confident") : tr("unsure");
}

QString proposalAnswer(ProposalAnswer answer)
{
    switch (answer) {
    case ProposalAnswer::open: return tr("to answer");
    case ProposalAnswer::accepted: return tr("accepted");
    case ProposalAnswer::declined: return tr("declined");
    }
    return {};
}

} // namespace trestle::wording
