#pragma once

#include "data/plan_file/plan_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trestle {

/// How a revision stands to the plan as it is now.
enum class Standing : std::uint8_t {
    head,   ///< it is the plan as it is now
    past,   ///< the way that led to it
    undone, ///< undone; redo leads there
    aside,  ///< undone, and something else was done instead
};

/// A revision in the list, with its place in the picture of branches beside it: lanes are counted from the left.
struct HistoryRow {
    Revision revision;
    Standing standing = Standing::past;
    std::size_t lane = 0;
    bool lineUp = false;               ///< to the edit after it, in its own lane
    bool lineDown = false;             ///< to the edit that it was made on
    std::vector<std::size_t> branches; ///< lanes of other edits that were made on it
    std::vector<std::size_t> passing;  ///< lanes of lines that only pass by
    friend bool operator==(const HistoryRow& a, const HistoryRow& b)
    {
        return a.revision.id == b.revision.id && a.revision.parent == b.revision.parent &&
               a.revision.at == b.revision.at && a.revision.label == b.revision.label &&
               a.revision.tag == b.revision.tag && a.standing == b.standing && a.lane == b.lane &&
               a.lineUp == b.lineUp && a.lineDown == b.lineDown && a.branches == b.branches && a.passing == b.passing;
    }
};

/// The rows, newest first. `revisions` are oldest first, parents before children, as the file lists them. Lane 0 is
/// the way to the newest revision, which is where redo leads.
std::vector<HistoryRow> layOutHistory(const std::vector<Revision>& revisions, std::int64_t head);

} // namespace trestle
