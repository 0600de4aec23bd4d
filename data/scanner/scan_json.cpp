#include "data/scanner/scan_json.h"

#include "data/evidence_json.h"
#include "data/figures_text.h"
#include "data/scanner/told_evidence.h"
#include "data/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(std::string_view text)
{
    return text.empty() ? Json() : Json(text);
}

Json placesJson(const std::vector<Evidence>& places)
{
    Json list = evidenceJson(places);
    for (std::size_t i = 0; i < places.size(); ++i)
        list[i]["means"] = meaningOf(places[i]);
    return list;
}

Json itemJson(const ScanItem& found, const Phase& phase, const Item& item)
{
    return {{"id", found.id},
            {"title", item.title},
            {"phase", phase.id},
            {"state", wordOf(found.state)},
            {"confidence", wordOf(found.confidence)},
            {"evidence", placesJson(found.evidence)},
            {"why", orNull(found.state == FoundState::elsewhere ? whyElsewhere(found.id) : std::string_view())}};
}

Json itemsJson(const Scan& scan, const Catalogue& catalogue)
{
    Json items = Json::array();
    for (const Phase& phase : catalogue.phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                if (const auto found = std::ranges::find(scan.items, item.id, &ScanItem::id); found != scan.items.end())
                    items.push_back(itemJson(*found, phase, item));
    return items;
}

Json changesJson(const std::vector<ProposalChange>& changes)
{
    Json list = Json::array();
    for (const ProposalChange& change : changes)
        list.push_back({{"id", change.item},
                        {"before", change.before ? Json(wordOf(*change.before)) : Json()},
                        {"after", wordOf(change.after)}});
    return list;
}

} // namespace

std::string_view wordOf(UnreadReason reason)
{
    static constexpr std::array<std::string_view, 7> words{"noAccess", "tooLarge", "notAFile", "linkOutside",
                                                           "tooDeep",  "tooMany",  "damaged"};
    return words.at(static_cast<std::size_t>(reason));
}

std::string writeScanJson(const Scan& scan, const Catalogue& catalogue, const ScanFacts& facts)
{
    Json root{{"kind", "scan"},
              {"folder", facts.folder},
              {"date", isoDate(facts.on)},
              {"catalogue", {{"id", catalogue.id}, {"version", catalogue.version}}},
              {"items", itemsJson(scan, catalogue)},
              {"files", {{"read", scan.filesRead}, {"bytes", scan.bytesRead}, {"skipped", scan.filesSkipped}}},
              {"notReadCount", scan.unreadCount},
              {"notRead", Json::array()},
              {"ignoreRulesRead", scan.ignoreRulesRead}};
    for (const Unread& unread : scan.unread)
        root["notRead"].push_back({{"path", unread.path}, {"reason", wordOf(unread.reason)}});
    if (facts.changes) {
        root["changes"] = changesJson(*facts.changes);
        root["accepted"] = facts.accepted;
    }
    return figuresText(root);
}

} // namespace trestle
