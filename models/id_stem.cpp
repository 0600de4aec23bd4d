#include "models/id_stem.h"

#include <cstddef>

namespace trestle {

namespace {

constexpr std::size_t kLongestStem = 60;

} // namespace

std::string idStem(std::string_view title, std::string_view otherwise)
{
    std::string stem;
    for (const char c : title) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (isLetter || isCapital)
            stem += isCapital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
        if (stem.size() >= kLongestStem)
            break;
    }
    while (!stem.empty() && stem.back() == '-')
        stem.pop_back();
    return stem.empty() ? std::string(otherwise) : stem;
}

} // namespace trestle
