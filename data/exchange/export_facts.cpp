#include "data/exchange/export_facts.h"

#include "data/exchange/audience_rules.h"
#include "data/hash.h"

namespace trestle {

std::vector<ExportFact> exportFacts(const ExportSource& source)
{
    const Plan& plan = *source.plan;
    const bool isTold = source.risk && showsChances(source.audience);
    const auto ofRisk = [&](auto figure) { return isTold ? std::to_string(figure(*source.risk)) : std::string(); };
    return {{"Plan", plan.inputs.name},
            {"Client", plan.inputs.client},
            {"Scenario", source.stamp.scenario},
            {"Catalogue", plan.catalogue->id + ' ' + std::to_string(plan.catalogue->version)},
            {"Runs", ofRisk([](const Risk& risk) { return risk.runs; })},
            {"Seed", ofRisk([](const Risk& risk) { return risk.seed; })},
            {"Made at", isoTime(source.stamp.madeAt)},
            {"Plan hash", source.stamp.plan}};
}

std::string factsLine(const ExportSource& source)
{
    std::string line;
    for (const ExportFact& fact : exportFacts(source))
        if (!fact.value.empty())
            line.append(line.empty() ? "" : "; ").append(fact.title).append(": ").append(fact.value);
    return line;
}

std::string stableId(const ExportSource& source, std::string_view kind, std::string_view id)
{
    constexpr std::size_t kDigits = 16;
    std::string whole;
    for (const std::string_view part :
         {std::string_view(source.plan->inputs.name), std::string_view(source.stamp.scenario), kind, id})
        whole.append(std::to_string(part.size())).append(":").append(part); // no two lists of parts are one text
    return sha256Hex(whole).substr(0, kDigits);
}

} // namespace trestle
