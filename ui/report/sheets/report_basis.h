#pragma once

#include "ui/report/sheets/report_words.h"

#include <vector>

namespace trestle {

/// What the figures of a plan rest on, by kind of source: stated, derived, assumed, yours.
std::vector<ReportBasis> reportBasis(const Plan& plan);

} // namespace trestle
