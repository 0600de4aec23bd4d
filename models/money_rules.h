#pragma once

#include "models/catalogue.h"
#include "models/money_terms.h"

namespace trestle {

struct Inputs;

/// Whether a plan is for a client: one is named, or somebody has a bill rate.
bool isPriced(const Inputs& inputs);
/// Whether what a client pays is agreed, so that it can be counted on: somebody has a bill rate, or the parts of the
/// price are named. The name of a client alone says nothing of money.
bool isInvoiced(const Inputs& inputs);

/// Per cent that the parts of a price add up to.
double sumOfParts(const std::vector<PaymentPart>& parts);
/// Whether they make a whole.
bool isWhole(double percent);

/// The rules of a price: figures in range, parts that name a phase where they should, and sum to 100.
Result<void> checkPrice(const Catalogue& catalogue, const PriceTerms& price);

/// The rules of cash on a plan that starts on `start`: labels not empty, each once; amounts and dates in range; nothing
/// dated before the start, since that is in the opening cash.
Result<void> checkCash(const CashPlan& cash, Date start);

} // namespace trestle
