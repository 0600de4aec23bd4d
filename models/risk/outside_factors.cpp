#include "models/risk/outside_factors.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kEightOfTen = 0.8416212335729143; // Φ⁻¹(0.8)

// A factor is entered with two or three digits; further ones of its logarithm mean nothing.
double toFourDecimals(double value)
{
    return std::round(value * 1e4) / 1e4;
}

} // namespace

OutsideFactors factorsOf(const OutsideView& view)
{
    return {std::exp(view.m), std::exp(view.m + kEightOfTen * view.s)};
}

OutsideView ownOutsideView(const OutsideFactors& factors)
{
    const double m = std::log(factors.usual);
    const double s = std::max(0.0, (std::log(factors.eightOfTen) - m) / kEightOfTen);
    return {std::string(OutsideView::own), toFourDecimals(m), toFourDecimals(s)};
}

} // namespace trestle
