#include "models/slack.h"

#include "models/earliest_times.h"
#include "models/float_graph.h"

#include <algorithm>
#include <limits>

namespace trestle {

std::vector<Weeks> slackWithPeople(const Network& network, const Schedule& schedule)
{
    FloatGraph graph(network);
    graph.read(schedule);
    graph.findRoom();
    std::vector<Weeks> slack(network.nodeCount());
    for (NodeIndex node = 0; node < network.nodeCount(); ++node)
        slack[node] = graph.roomOfStart(node);
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        const NodeIndex node = network.phaseNode(p);
        if (!schedule.hasWork[node])
            continue;
        slack[node] = std::numeric_limits<Weeks>::infinity();
        for (std::uint32_t i = network.firstItem[p]; i < network.firstItem[p + 1]; ++i)
            if (schedule.hasWork[i])
                slack[node] = std::min(slack[node], slack[i]);
    }
    return slack;
}

std::vector<Weeks> slackByLinks(const Network& network, std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    return slackWithPeople(network, earliestTimes(network, work, delay));
}

} // namespace trestle
