#pragma once

#include "models/inputs.h"

namespace trestle {

/// An outside view as people know it: how many times the estimate projects take.
struct OutsideFactors {
    double usual = 1;      ///< half of them take no more: exp(m)
    double eightOfTen = 1; ///< eight of ten take no more: exp(m + s·Φ⁻¹(0.8))
    friend bool operator==(const OutsideFactors&, const OutsideFactors&) = default;
};

OutsideFactors factorsOf(const OutsideView& view);
/// The user's own outside view with these factors, to four decimals of m and s. `eightOfTen` is at least `usual`.
OutsideView ownOutsideView(const OutsideFactors& factors);

} // namespace trestle
