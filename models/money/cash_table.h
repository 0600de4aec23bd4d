#pragma once

#include "models/money/payments.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace trestle {

/// A month of the likely plan's cash; what goes out is negative.
struct CashMonth {
    std::chrono::year_month month;
    Money first;                ///< on the first of the month
    Money invoices;             ///< that are due in it, ex GST
    Money spent;                ///< up to the status date, without own time; with GST where that is not got back
    Money team;                 ///< without those whose time is not paid out
    std::vector<Money> running; ///< of each running cost of the plan
    Money risks;                ///< responses, and what has happened
    std::vector<Money> monthly; ///< of each monthly line
    std::vector<Money> once;    ///< of each one-off
    Money last;                 ///< on the last day
    friend bool operator==(const CashMonth&, const CashMonth&) = default;
};

/// From the month of the start to the end of the buffer after launch. Each month's lines add up to the step from its
/// first balance to its last, which is the next one's first, to the cent.
struct CashTable {
    std::vector<CashMonth> months; ///< never empty
    std::size_t launch = 0;        ///< the month of the likely finish
    Money lowest;                  ///< of the month ends to launch's
    Money deficit;                 ///< of the lowest month end of all, 0 where none is below 0
    std::optional<std::chrono::year_month> firstBelowZero{};

    [[nodiscard]] Money atLaunch() const { return months[launch].last; }
    friend bool operator==(const CashTable&, const CashTable&) = default;
};

/// Without an opening balance it starts at 0. Running costs go on after launch, and carry GST where the plan's owner is
/// not registered. `invoices`: see likelyInvoices; those due after the end of the buffer are in no month.
CashTable cashTable(const Plan& plan, std::span<const Payment> invoices = {});

} // namespace trestle
