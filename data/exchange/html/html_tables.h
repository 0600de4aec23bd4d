#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/html/html_text.h"

#include <string>

namespace trestle::html {

/// Phases and their items with people, days, effort and cost. What is in place or not needed stands in one line below
/// its phase. Without effort and cost for who may not read them.
std::string itemTable(const Plan& plan, Audience audience, Escaper& escape);
/// Labour, running costs and risks by month in the likely plan.
std::string monthCosts(const Plan& plan);
/// Where the figures come from: the source, then for each phase and each rule of the catalogue its kind and its note.
std::string sourceList(const ExportSource& source, Escaper& escape);

} // namespace trestle::html
