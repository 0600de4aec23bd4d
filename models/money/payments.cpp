#include "models/money/payments.h"

#include "models/money/price.h"
#include "models/plan/cost.h"

#include <algorithm>

namespace trestle {

namespace {

using std::chrono::year_month;

Date signingOf(const Plan& plan)
{
    return plan.inputs.start;
}

/// Nothing is invoiced before signing.
Date launchOf(const Plan& plan)
{
    return std::max(plan.finishDate.likely, signingOf(plan));
}

Date phaseFinishOf(const Plan& plan, const std::string& id)
{
    const PhasePlan* phase = plan.findPhase(id);
    return phase && phase->hasWork ? plan.calendar.lastDate(0, phase->when.likely.finish) : signingOf(plan);
}

void addMonthly(const Plan& plan, double percent, std::vector<Payment>& payments)
{
    const Date launch = launchOf(plan);
    std::vector<Date> days;
    for (year_month month = monthOf(signingOf(plan)); month <= monthOf(launch); month += std::chrono::months{1})
        days.push_back(std::min(Date{month / std::chrono::last}, launch));
    for (const Date day : days) {
        const PaymentPart part{percent / static_cast<double>(days.size()), PaymentWhen::monthly, {}};
        payments.push_back({part, day, {}, {}, {}});
    }
}

void addPart(const Plan& plan, const PaymentPart& part, std::vector<Payment>& payments)
{
    switch (part.when) {
    case PaymentWhen::signing: payments.push_back({part, signingOf(plan), {}, {}, {}}); break;
    case PaymentWhen::phaseFinished: payments.push_back({part, phaseFinishOf(plan, part.phase), {}, {}, {}}); break;
    case PaymentWhen::launch: payments.push_back({part, launchOf(plan), {}, {}, {}}); break;
    case PaymentWhen::monthly: addMonthly(plan, part.percent, payments); break;
    }
}

} // namespace

std::vector<Payment> paymentSchedule(const Plan& plan, Money price)
{
    std::vector<Payment> payments;
    for (const PaymentPart& part : plan.inputs.price.payments)
        addPart(plan, part, payments);
    if (payments.empty())
        addMonthly(plan, 100, payments);
    std::ranges::stable_sort(payments, {}, &Payment::invoiced);
    std::vector<double> parts;
    for (const Payment& payment : payments)
        parts.push_back(payment.part.percent);
    const std::vector<Money> amounts = splitByLargestRemainder(price, parts);
    const std::vector<Money> taxes = splitByLargestRemainder(gstOn(plan.inputs, price), parts);
    for (std::size_t i = 0; i < payments.size(); ++i) {
        payments[i].due = payments[i].invoiced + std::chrono::days{plan.inputs.price.termsDays};
        payments[i].exGst = amounts[i];
        payments[i].gst = taxes[i];
    }
    return payments;
}

Date validUntil(const PriceTerms& terms, Date day)
{
    return day + std::chrono::days(terms.validityDays);
}

} // namespace trestle
