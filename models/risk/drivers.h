#pragma once

#include "models/earliest_times.h"
#include "models/float_graph.h"

#include <span>
#include <vector>

namespace trestle {

/// Which phases drive the finish of a schedule: those whose slack is at most kSlackEpsilon, as slackWithPeople() and
/// slackByLinks() have it. For many runs: it keeps its memory, and walks back from the finish along what is tight only.
/// The network must outlive it.
class DriverSearch {
public:
    explicit DriverSearch(const Network& network);

    /// Per phase with work: does it drive the finish of this schedule, with people?
    const std::vector<std::uint8_t>& withPeople(const Schedule& schedule);
    /// The same by links alone, with everyone available at once.
    const std::vector<std::uint8_t>& byLinks(std::span<const PersonWeeks> work, std::span<const Weeks> delay = {});

private:
    const Network& m_network;
    EarliestTimes m_earliest;
    FloatGraph m_graph;
    std::vector<std::uint8_t> m_drives; // per phase
};

} // namespace trestle
