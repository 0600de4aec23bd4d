#include "ui/money/payment_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

namespace trestle::paymentwords {

QString when(const Catalogue& catalogue, const Payment& payment)
{
    if (payment.part.when != PaymentWhen::monthly)
        return format::capitalised(wording::paymentWhen(catalogue, payment.part));
    const std::chrono::year_month month = monthOf(payment.invoiced);
    return format::monthYear(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())));
}

QString part(const Payment& payment)
{
    return format::percent(payment.part.percent / 100, 1);
}

} // namespace trestle::paymentwords
