#include "ui/charts/nice_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace trestle {

NiceScale niceScale(double most, int wanted)
{
    if (!(most > 0))
        return {};
    // Two ways to go wrong: air above the highest mark, and more or fewer steps than were asked for.
    constexpr double kStepPrice = 0.15;
    const int asked = std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(most / asked)));
    NiceScale best;
    double least = std::numeric_limits<double>::infinity();
    for (const double factor : std::array{1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        const int steps = std::max(1, static_cast<int>(std::ceil(most / step - 1e-9)));
        const double price = steps * step / most + kStepPrice * std::abs(steps - asked);
        if (steps <= asked + 1 && price < least) {
            least = price;
            best = {step, steps};
        }
    }
    return best;
}

} // namespace trestle
