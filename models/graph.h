#pragma once

#include "models/network.h"

namespace trestle {

/// The nodes and links of a network, without people. Errors: unknownNode, negativeLag, linkToOwnItem, cycle, each
/// with a JSON pointer into the catalogue.
Result<Network> buildGraph(const Catalogue& catalogue, const Scope& scope);

} // namespace trestle
