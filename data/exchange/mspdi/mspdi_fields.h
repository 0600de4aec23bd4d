#pragma once

#include "models/catalogue.h"

#include <array>
#include <optional>
#include <string_view>

/// The numbers and names of MS Project XML that its writer and its reader share.
namespace trestle::mspdi {

/// A custom field of a task that holds one case of a range.
struct RangeField {
    std::string_view id;
    std::string_view name;
    std::string_view alias;
};
inline constexpr std::array<RangeField, 3> kDurations{{{"188743783", "Duration1", "Low duration"},
                                                       {"188743784", "Duration2", "Likely duration"},
                                                       {"188743785", "Duration3", "High duration"}}};
inline constexpr std::array<RangeField, 3> kCosts{
    {{"188743786", "Cost1", "Low cost"}, {"188743787", "Cost2", "Likely cost"}, {"188743788", "Cost3", "High cost"}}};

inline constexpr int kInDays = 7; ///< of durations and lags
inline constexpr int kPerHour = 2;
inline constexpr int kNobody = -65535; ///< the resource of work that nobody is assigned to
inline constexpr int kAsSoonAsPossible = 0;
inline constexpr int kStartNoEarlierThan = 4;

/// In the order of the format's numbers from 0.
inline constexpr std::array kLinkTypes{LinkType::finishToFinish, LinkType::finishToStart, LinkType::startToFinish,
                                       LinkType::startToStart};

constexpr int numberOf(LinkType type)
{
    int number = 0;
    while (kLinkTypes.at(static_cast<std::size_t>(number)) != type)
        ++number;
    return number;
}

} // namespace trestle::mspdi
