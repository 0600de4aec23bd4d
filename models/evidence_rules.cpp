#include "models/evidence_rules.h"

#include "models/inputs.h"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace trestle {

namespace {

Result<void> checkEvidenceText(const std::string& text, std::size_t most, const std::string& where)
{
    if (text.size() <= most)
        return {};
    return fail(ErrorCode::invalidValue, text.substr(0, 40), where,
                {DetailKind::mostCharacters, {std::to_string(most)}});
}

/// That a path stays within the prototype's folder.
bool isBelowFolder(std::string_view path)
{
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos)
        return false;
    return std::ranges::none_of(std::views::split(path, '/'),
                                [](const auto& step) { return std::string_view(step) == ".."; });
}

Result<void> checkPlace(const Evidence& place, const std::string& where)
{
    if (auto ok = checkEvidenceText(place.path, kLongestEvidencePath, where + "/path"); !ok)
        return ok;
    if (!isBelowFolder(place.path))
        return fail(ErrorCode::invalidValue, place.path, where + "/path");
    if (place.line < 0)
        return fail(ErrorCode::invalidValue, std::to_string(place.line), where + "/line", {DetailKind::atLeast, {"0"}});
    if (auto ok = checkEvidenceText(place.excerpt, kLongestExcerpt, where + "/excerpt"); !ok)
        return ok;
    return checkEvidenceText(place.rule, kLongestEvidenceRule, where + "/rule");
}

Result<void> checkPlaces(const std::vector<Evidence>& places, const std::string& where)
{
    if (places.size() > kMostEvidence)
        return fail(ErrorCode::invalidValue, std::to_string(places.size()), where,
                    {DetailKind::mostEntries, {std::to_string(kMostEvidence)}});
    for (std::size_t i = 0; i < places.size(); ++i)
        if (auto ok = checkPlace(places[i], where + '/' + std::to_string(i)); !ok)
            return ok;
    return {};
}

Result<void> checkAuthor(const std::string& by, Date on, const std::string& where)
{
    if (auto ok = checkEvidenceText(by, kLongestEvidenceAuthor, where + "/by"); !ok)
        return ok;
    return checkPlanDate(on, where + "/on");
}

} // namespace

Result<void> checkTickEvidence(const TickEvidence& evidence, const std::string& where)
{
    if (auto ok = checkPlaces(evidence.places, where + "/places"); !ok)
        return ok;
    return checkAuthor(evidence.by, evidence.on, where);
}

Result<void> checkProposals(const Catalogue& catalogue, const std::map<std::string, Proposal>& proposals)
{
    for (const auto& [id, proposal] : proposals) {
        if (!findItem(catalogue, id))
            return fail(ErrorCode::unknownItem, id, "/proposals", nearestItemId(catalogue, id));
        const std::string where = "/proposals/" + id;
        if (auto ok = checkPlaces(proposal.evidence, where + "/evidence"); !ok)
            return ok;
        if (auto ok = checkAuthor(proposal.by, proposal.on, where); !ok)
            return ok;
    }
    return {};
}

} // namespace trestle
