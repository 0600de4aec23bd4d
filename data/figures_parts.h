#pragma once

#include "models/decisions/comparison.h"

#include <nlohmann/json.hpp>

/// Parts that the figures for other programs have in common.
namespace trestle {

using FiguresJson = nlohmann::ordered_json;

FiguresJson weeksJson(const Percentiles& weeks);   ///< {"p10", "p50", "p80", "p90"}
FiguresJson moneyJson(const Percentiles& dollars); ///< the same in dollars, to the cent
/// What was spent up to the status date: {"labour", "running", "books", "ownTime", "total"}, own time a part of labour.
FiguresJson actualJson(const Actual& actual);
FiguresJson headlineJson(const Headline& headline); ///< {"weeks", "date", "total"}
/// The plan's own target and budget with its chances, null where it has none.
FiguresJson targetJson(const Plan& plan, const TargetChance& chances);
FiguresJson nameOrNull(const std::string& name); ///< null for an empty one: the base, or no person

} // namespace trestle
