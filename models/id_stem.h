#pragma once

#include <string>
#include <string_view>

namespace trestle {

/// An id made of a title: "The load test fails!" is "the-load-test-fails". `otherwise` where nothing of it is left.
std::string idStem(std::string_view title, std::string_view otherwise);

/// `stem`, or with the least number behind it that is not taken.
template <class IsTaken>
std::string freeId(const std::string& stem, IsTaken&& isTaken)
{
    std::string id = stem;
    for (int copy = 2; isTaken(id); ++copy)
        id = stem + '-' + std::to_string(copy);
    return id;
}

} // namespace trestle
