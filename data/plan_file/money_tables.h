#pragma once

#include "data/plan_file/plan_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

/// What a client is charged and whether the money lasts, as tables for other programs.
namespace trestle::planfile {

/// The tables that writeMoneyTables() fills.
inline constexpr std::array kMoneyTables{"plan_price", "plan_payment", "plan_cash", "plan_cash_month"};

/// Adds the scenario's rows: of its price where there is a client or a bill rate, of its cash where it says what is in
/// the bank. Those of before are gone.
void writeMoneyTables(SQLite::Database& db, const SimulatedScenario& simulated);

} // namespace trestle::planfile
