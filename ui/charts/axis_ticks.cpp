#include "ui/charts/axis_ticks.h"

#include <algorithm>
#include <cmath>

namespace trestle {

std::vector<double> axisTicks(double first, double last, double pixels, double apart, double least)
{
    if (!(last > first) || !(pixels > 0))
        return {};
    const double wanted = std::max(least, (last - first) / pixels * apart);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= wanted * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    std::vector<double> ticks;
    for (double n = std::ceil(first / step - 1e-9); n * step <= last + step * 1e-9; ++n)
        ticks.push_back(n == 0 ? 0.0 : n * step);
    return ticks;
}

} // namespace trestle
