#pragma once

#include "models/plan/plan.h"

#include <vector>

namespace trestle {

/// One invoice of a price.
struct Payment {
    PaymentPart part; ///< its per cent; of monthly parts that of this month
    Date invoiced{};
    Date due{};
    Money exGst;
    Money gst;
    [[nodiscard]] Money incGst() const { return exGst + gst; }
    friend bool operator==(const Payment&, const Payment&) = default;
};

/// The invoices of `price` in the likely plan, by date: amounts sum to the price, and GST to that of the price, to the
/// cent. Where no parts are agreed the price is invoiced monthly. A monthly part is invoiced in equal parts at the end
/// of each month, the last at launch.
std::vector<Payment> paymentSchedule(const Plan& plan, Money price);

/// The last day of a quote that is made on `day`.
Date validUntil(const PriceTerms& terms, Date day);

} // namespace trestle
