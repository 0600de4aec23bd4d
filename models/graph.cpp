#include "models/graph.h"

#include "models/event_graph.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace trestle {

namespace {

using NodeTable = std::unordered_map<std::string_view, NodeIndex>;

constexpr NodeIndex kOutOfScope = ~NodeIndex{0}; // an add-on whose condition does not hold

NodeTable nodeTable(const Catalogue& catalogue, const Scope& scope)
{
    NodeTable table;
    table.reserve(scope.items.size() + catalogue.phases.size());
    for (const Phase& phase : catalogue.phases)
        for (const Item& item : phase.addOns)
            table[item.id] = kOutOfScope;
    for (std::size_t i = 0; i < scope.items.size(); ++i)
        table[scope.items[i].item->id] = static_cast<NodeIndex>(i);
    for (std::size_t p = 0; p < catalogue.phases.size(); ++p)
        table[catalogue.phases[p].id] = static_cast<NodeIndex>(scope.items.size() + p);
    return table;
}

bool joinsPhaseAndOwnItem(const Network& network, const NetworkLink& link)
{
    const auto within = [&](NodeIndex phase, NodeIndex item) {
        return network.isPhase(phase) && !network.isPhase(item) && network.phaseNode(network.phaseOf[item]) == phase;
    };
    return link.from == link.to || within(link.from, link.to) || within(link.to, link.from);
}

// Lists, per node, the links that touch it at one end.
void indexLinks(const Network& network, NodeIndex NetworkLink::* end, std::vector<std::uint32_t>& first,
                std::vector<std::uint32_t>& list)
{
    first.assign(network.nodeCount() + 1, 0);
    for (const NetworkLink& link : network.links)
        ++first[link.*end + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    list.resize(network.links.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t l = 0; l < network.links.size(); ++l)
        list[next[network.links[l].*end]++] = l;
}

Result<void> addCatalogueLinks(const Catalogue& catalogue, const NodeTable& nodes, Network& network)
{
    for (std::size_t l = 0; l < catalogue.links.size(); ++l) {
        const Link& link = catalogue.links[l];
        const std::string where = "/links/" + std::to_string(l);
        const auto from = nodes.find(link.from);
        const auto to = nodes.find(link.to);
        if (from == nodes.end())
            return fail(ErrorCode::unknownNode, link.from, where + "/from");
        if (to == nodes.end())
            return fail(ErrorCode::unknownNode, link.to, where + "/to");
        if (!(link.lag >= 0.0 && link.lag <= 1e4))
            return fail(ErrorCode::negativeLag, link.from + " -> " + link.to, where + "/lag");
        if (from->second == kOutOfScope || to->second == kOutOfScope)
            continue;
        const NetworkLink compiled{from->second, to->second, link.type, link.lag, static_cast<std::uint32_t>(l)};
        if (joinsPhaseAndOwnItem(network, compiled))
            return fail(ErrorCode::linkToOwnItem, link.from + " -> " + link.to, where);
        network.links.push_back(compiled);
    }
    indexLinks(network, &NetworkLink::from, network.outFirst, network.out);
    indexLinks(network, &NetworkLink::to, network.inFirst, network.in);
    return {};
}

std::string nodeName(const Catalogue& catalogue, const Scope& scope, NodeIndex node)
{
    return node < scope.items.size() ? scope.items[node].item->id : catalogue.phases[node - scope.items.size()].id;
}

} // namespace

Result<Network> buildGraph(const Catalogue& catalogue, const Scope& scope)
{
    Network network;
    network.itemCount = static_cast<std::uint32_t>(scope.items.size());
    network.phaseCount = static_cast<std::uint32_t>(catalogue.phases.size());
    network.itemCrewLimit = static_cast<std::uint32_t>(catalogue.itemCrewLimit.value);
    network.phaseCrewLimit = static_cast<std::uint32_t>(catalogue.phaseCrewLimit.value);
    for (const ScopeItem& entry : scope.items)
        network.phaseOf.push_back(static_cast<std::uint32_t>(entry.phase));
    for (const std::size_t first : scope.firstItem)
        network.firstItem.push_back(static_cast<std::uint32_t>(first));

    std::vector<std::uint32_t> catalogueOrder(network.itemCount);
    std::iota(catalogueOrder.begin(), catalogueOrder.end(), 0U);
    network.setOrder(std::move(catalogueOrder));

    if (auto ok = addCatalogueLinks(catalogue, nodeTable(catalogue, scope), network); !ok)
        return std::unexpected(ok.error());
    if (const auto cycle = findCycle(network); !cycle.empty()) {
        std::string names;
        for (const NodeIndex node : cycle)
            names += (names.empty() ? "" : " -> ") + nodeName(catalogue, scope, node);
        return fail(ErrorCode::cycle, names, "/links");
    }
    return network;
}

} // namespace trestle
