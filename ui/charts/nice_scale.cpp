#include "ui/charts/nice_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

NiceScale niceScale(double most, int wanted)
{
    if (!(most > 0))
        return {};
    const double rough = most / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : std::array{1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    return {step, std::max(1, static_cast<int>(std::ceil(most / step - 1e-9)))};
}

} // namespace trestle
