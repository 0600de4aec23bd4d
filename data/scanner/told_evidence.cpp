#include "data/scanner/told_evidence.h"

#include "data/scanner/scan.h"

namespace trestle {

std::string placeText(const Evidence& place)
{
    return place.line > 0 ? place.path + ':' + std::to_string(place.line) : place.path;
}

std::string_view meaningOf(const Evidence& place)
{
    const std::string_view sentence = ruleSentence(place.rule);
    return sentence.empty() ? std::string_view(place.rule) : sentence;
}

} // namespace trestle
