#include "data/scanner/rule_set.h"
#include "data/scanner/scan.h"
#include "models/evidence_rules.h"
#include "models/proposals.h"

#include <algorithm>
#include <iterator>

namespace trestle {

std::string_view ruleSentence(std::string_view rule)
{
    const scanner::RuleSet& rules = scanner::builtInRules();
    const auto found = rules.signalById.find(rule);
    return found == rules.signalById.end() ? std::string_view() : rules.allSignals[found->second].sentence;
}

bool speaksAgainst(std::string_view rule)
{
    const scanner::RuleSet& rules = scanner::builtInRules();
    const auto found = rules.signalById.find(rule);
    return found != rules.signalById.end() && rules.allSignals[found->second].says == scanner::Says::against;
}

std::string_view whyElsewhere(std::string_view item)
{
    const scanner::RuleSet& rules = scanner::builtInRules();
    const auto found = std::ranges::find(rules.items, item, &scanner::RuledItem::id);
    return found == rules.items.end() ? std::string_view() : found->elsewhere;
}

void proposeScan(const Scan& scan, Date today, Inputs& inputs)
{
    for (const ScanItem& item : scan.items) {
        // What an assistant said waits for its answer.
        if (const auto found = inputs.proposals.find(item.id);
            found != inputs.proposals.end() && !found->second.by.empty() && waitsForAnswer(inputs, item.id))
            continue;
        Proposal proposal;
        proposal.state = item.state;
        proposal.confidence = item.confidence;
        // What lies too deep to be named is evidence for no plan.
        std::ranges::copy_if(item.evidence, std::back_inserter(proposal.evidence),
                             [](const Evidence& place) { return place.path.size() <= kLongestEvidencePath; });
        proposal.on = today;
        propose(inputs, item.id, std::move(proposal));
    }
}

} // namespace trestle
