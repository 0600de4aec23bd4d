#pragma once

#include "data/scanner/scan.h"
#include "models/proposals.h"

#include <QString>

#include <vector>

namespace trestle {

/// The last scan of a plan's prototype, as the window remembers it until it is closed: the plan keeps the proposals
/// alone.
struct LastScan {
    QString folder;                      ///< what was scanned
    Scan scan;                           ///< its `items` are proposals of the plan by now
    std::vector<ProposalChange> changes; ///< from the scan before; none after the first
};

} // namespace trestle
