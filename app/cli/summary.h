#pragma once

#include "app/cli/text.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// Name, headline, the three cases, readiness, target and budget.
std::vector<std::string> summaryLines(const Plan& plan, const std::string& scenario, const Style& style);

/// What the reader should know before trusting the figures: warnings first, then the catalogue's notes on phases.
struct Advice {
    bool warning = false;
    std::string text;
};
std::vector<Advice> adviceOn(const Plan& plan);

/// That learning is off, where there is something to learn from; else empty.
std::string learningOff(const Plan& plan);

} // namespace trestle::cli
