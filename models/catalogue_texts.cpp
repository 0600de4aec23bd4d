#include "models/catalogue_texts.h"

#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <utility>

namespace trestle {

namespace {

/// Which text, of what.
using TextPlace = std::pair<CatalogueField, std::string>;
using Texts = std::map<TextPlace, std::string>;

/// Strings that are no text to read: the names of skills, phases and questions that the estimate goes by.
bool isText(CatalogueField field)
{
    switch (field) {
    case CatalogueField::itemCondition:
    case CatalogueField::itemSkill:
    case CatalogueField::riskPhase:
    case CatalogueField::riskCondition:
    case CatalogueField::riskSkill: return false;
    default: return true;
    }
}

/// Calls `body(place, text)` for each text of a catalogue; the text may be changed.
template <class AnyCatalogue, class Body>
void forEachText(AnyCatalogue& catalogue, Body&& body)
{
    forEachPair(catalogue, catalogue, [&](CatalogueField field, const std::string& subject, const auto&, auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
            if (isText(field))
                body(TextPlace{field, subject}, value);
    });
}

Texts textsOf(const Catalogue& catalogue)
{
    Texts texts;
    forEachText(catalogue, [&](TextPlace place, const std::string& text) { texts.emplace(std::move(place), text); });
    return texts;
}

bool isCriterion(CatalogueField field)
{
    return field == CatalogueField::itemInPlaceWhen || field == CatalogueField::itemPartlyWhen ||
           field == CatalogueField::itemDoesNotCount;
}

/// The texts of `now` that change, as they will be.
Texts changedTexts(const Catalogue& now, const Catalogue& earlier, const Catalogue& newest)
{
    const Texts said = textsOf(earlier);
    const Texts ours = textsOf(now);
    const auto isUntouched = [&](const TextPlace& place) {
        const auto then = said.find(place);
        const auto here = ours.find(place);
        return then != said.end() && here != ours.end() && then->second == here->second;
    };
    Texts changed = textsOf(newest);
    std::erase_if(changed, [&](const auto& entry) {
        const auto& [place, text] = entry;
        if (!isUntouched(place) || ours.at(place) == text)
            return true;
        return isCriterion(place.first) && !isUntouched({CatalogueField::itemExplanation, place.second});
    });
    return changed;
}

CatalogueValue valueOrNothing(const std::string& text)
{
    return text.empty() ? CatalogueValue() : CatalogueValue(text);
}

} // namespace

std::vector<CatalogueDifference> newerTexts(const Catalogue& now, const Catalogue& earlier, const Catalogue& newest)
{
    const Texts changed = changedTexts(now, earlier, newest);
    std::vector<CatalogueDifference> differences;
    forEachText(now, [&](const TextPlace& place, const std::string& text) {
        if (const auto next = changed.find(place); next != changed.end())
            differences.push_back({place.first, place.second, valueOrNothing(text), valueOrNothing(next->second), {}});
    });
    std::ranges::stable_sort(differences, {}, &CatalogueDifference::field);
    return differences;
}

Catalogue withNewerTexts(Catalogue now, const Catalogue& earlier, const Catalogue& newest)
{
    const Texts changed = changedTexts(now, earlier, newest);
    forEachText(now, [&](const TextPlace& place, std::string& text) {
        if (const auto next = changed.find(place); next != changed.end())
            text = next->second;
    });
    now.version = newest.version;
    return now;
}

} // namespace trestle
