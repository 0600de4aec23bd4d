#pragma once

#include "models/risk/simulation.h"

#include <span>
#include <vector>

namespace trestle {

/// The ⌈qN⌉-th smallest of a sorted sample.
double quantileOf(std::span<const double> sorted, double q);
Percentiles percentilesOf(std::span<const double> sorted);

/// Ranks from 0, ties sharing their mean rank.
std::vector<double> ranksOf(std::span<const double> sample);
/// Pearson's correlation of two samples, of ranks: Spearman's. 0 where one of them does not vary.
double correlationOf(std::span<const double> a, std::span<const double> b);

} // namespace trestle
