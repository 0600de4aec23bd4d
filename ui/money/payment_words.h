#pragma once

#include "models/money/payments.h"

#include <QString>

/// What is said of an invoice, to its writer and to the client alike.
namespace trestle::paymentwords {

/// "At signing", "Testing finished", "January 2027".
QString when(const Catalogue& catalogue, const Payment& payment);
/// "20 %".
QString part(const Payment& payment);

} // namespace trestle::paymentwords
