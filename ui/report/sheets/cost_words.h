#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <QString>

#include <vector>

/// The cost of a plan as the report has it: by phase and service, in the three cases.
namespace trestle {

struct ReportCostLine {
    QString title;
    QString low;
    QString likely;
    QString high;
    QString share;
    bool sum = false;
    friend bool operator==(const ReportCostLine&, const ReportCostLine&) = default;
};

/// "AUD ex GST", "AUD incl. GST": of the report's amounts, by the choice kept in the plan.
QString reportUnit(const Plan& plan);
/// What was spent where anything was, phases, then engineering together, services, risks where they cost something, and the total.
std::vector<ReportCostLine> costLines(const Plan& plan);
/// How people are paid, and whether GST is in it.
QString costBasis(const Plan& plan);
QString costNote(const Plan& plan, const Risk& risk);

} // namespace trestle
