#pragma once

#include "models/evidence.h"

#include <QString>

/// The words for what a look at the prototype found: part of the window's one table of wording.
namespace trestle::wording {

/// "in place", "partly", "no sign", "sign of the opposite", "settled elsewhere".
QString foundState(FoundState state);
/// "confident", "unsure".
QString foundConfidence(FoundConfidence confidence);
/// "to answer", "accepted", "declined".
QString proposalAnswer(ProposalAnswer answer);

} // namespace trestle::wording
