#pragma once

#include "models/money/payments.h"
#include "models/risk/simulation.h"

#include <vector>

/// Invoices as money that comes in: those of a plan that isInvoiced, ex GST.
namespace trestle {

/// Of the likely plan, at its price of the agreed kind: see paymentSchedule. None where nothing is invoiced; `risk`
/// was simulated with SimulationOptions::price or ::cash.
std::vector<Payment> likelyInvoices(const Plan& plan, const Risk& risk);

/// The cash of each run with what it invoices: each part on the day on which that run gets there, paid `terms` later,
/// and of what that run charges. A late launch is paid late. `risk` was simulated with SimulationOptions::cash.
CashRuns cashWithInvoices(const Plan& plan, const Risk& risk);

} // namespace trestle
