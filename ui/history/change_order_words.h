#pragma once

#include "models/money/change_order.h"
#include "ui/history/comparison_words.h"

namespace trestle {

/// "Change order since “Sent to the client”".
QString changeOrderTitle(const VersionName& before);

/// A change order in words that a client can read, in the form of a comparison, so that it is shown, copied and saved
/// like one. Nothing in it is a cost, a rate, a margin or a chance.
ComparisonWords changeOrderWords(const ChangeOrder& order, const Catalogue& catalogue, const Inputs& newer,
                                 const VersionName& before, const VersionName& after);

} // namespace trestle
