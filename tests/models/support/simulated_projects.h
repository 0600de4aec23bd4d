#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <array>
#include <cstdint>
#include <memory>

/// Made-up projects that come about as the model says, followed while they are worked on: how well do forecasts hold
/// that are made on the way?
namespace trestle {

/// How the efforts of a project come about, besides each phase's own draw.
enum class Truth : std::uint8_t {
    drawn,       ///< by the plan's outside view, what is done and what is left correlating as learning.h says
    noisy,       ///< the same, and items of a phase differ by as much as learning.h assumes
    fixedFactor, ///< 1.3 times as much, everything, in every project
};

struct FollowOptions {
    std::uint32_t projects = 400;
    std::uint32_t runs = 1'000; ///< of each forecast
    std::uint64_t seed = 1;
    Truth truth = Truth::drawn;
};

/// What a forecast of the weeks to the end is worth, over all projects.
struct ForecastWorth {
    double inBand = 0; ///< share of projects that end between P10 and P90
    double crps = 0;   ///< mean, weeks; less is better
};

/// Part of the way by likely effort.
inline constexpr std::array kPartsOfTheWay{.25, .5, .75};

struct FollowedProjects {
    double part = 0;
    ForecastWorth learning;
    ForecastWorth without;
    double underWay = 0; ///< items under way, mean
};

/// With three people at work side by side, on more items: half of the way is no end of a phase then.
Inputs sideBySide(Inputs inputs);

/// `inputs`: of a plan that is about to begin. A project's items are done in the order of its likely plan; at each part
/// of the way the first working day is taken at which they are, what is finished and under way by then is recorded with
/// its true effort, and the plan is made and simulated with it.
std::array<FollowedProjects, kPartsOfTheWay.size()> followProjects(const std::shared_ptr<const Catalogue>& catalogue,
                                                                   const Inputs& inputs, const FollowOptions& options);

} // namespace trestle
