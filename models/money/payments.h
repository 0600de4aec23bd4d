#pragma once

#include "models/plan/plan.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace trestle {

/// The parts of a price as they are agreed; where none are, the price is invoiced monthly.
std::vector<PaymentPart> agreedParts(const PriceTerms& terms);

/// A part of a price, or what of a monthly one falls to a month, on the day on which it is invoiced.
struct Invoiced {
    std::size_t part = 0; ///< which of the agreed ones
    double percent = 0;
    Date day{};
};

/// Part by part, for a project that is signed and launched on these days, `launch` not before `signing`.
/// `phaseFinish` tells the last day of the phase of a part that is invoiced then.
std::vector<Invoiced> invoicesOf(std::span<const PaymentPart> parts, Date signing, Date launch,
                                 const std::function<Date(std::size_t part)>& phaseFinish);

/// When a phase of which no work is left is invoiced: on the day when it was finished, where that is known and not
/// before signing, else at signing.
Date invoicedWithoutWork(const Plan& plan, const std::string& phase);

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
