#include "models/money/payments.h"

#include "models/money/price.h"
#include "models/plan/cost.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

using std::chrono::year_month;

Date phaseFinishOf(const Plan& plan, const std::string& id)
{
    const PhasePlan* phase = plan.findPhase(id);
    return phase && phase->hasWork ? plan.calendar.lastDate(0, phase->when.likely.finish)
                                   : invoicedWithoutWork(plan, id);
}

void addMonthly(std::size_t part, double percent, Date signing, Date launch, std::vector<Invoiced>& invoices)
{
    const year_month first = monthOf(signing);
    const auto months = static_cast<double>((monthOf(launch) - first).count() + 1);
    for (year_month month = first; month <= monthOf(launch); month += std::chrono::months{1})
        invoices.push_back({part, percent / months, std::min(Date{month / std::chrono::last}, launch)});
}

} // namespace

std::vector<PaymentPart> agreedParts(const PriceTerms& terms)
{
    return terms.payments.empty() ? std::vector{PaymentPart{100, PaymentWhen::monthly, {}}} : terms.payments;
}

std::vector<Invoiced> invoicesOf(std::span<const PaymentPart> parts, Date signing, Date launch,
                                 const std::function<Date(std::size_t part)>& phaseFinish)
{
    std::vector<Invoiced> invoices;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const double percent = parts[part].percent;
        switch (parts[part].when) {
        case PaymentWhen::signing: invoices.push_back({part, percent, signing}); break;
        case PaymentWhen::phaseFinished: invoices.push_back({part, percent, phaseFinish(part)}); break;
        case PaymentWhen::launch: invoices.push_back({part, percent, launch}); break;
        case PaymentWhen::monthly: addMonthly(part, percent, signing, launch, invoices); break;
        }
    }
    return invoices;
}

Date invoicedWithoutWork(const Plan& plan, const std::string& phase)
{
    const PhasePlan* found = plan.findPhase(phase);
    const Date signing = plan.inputs.start;
    return found && found->actualFinish ? std::max(*found->actualFinish, signing) : signing;
}

std::vector<Payment> paymentSchedule(const Plan& plan, Money price)
{
    const std::vector<PaymentPart> agreed = agreedParts(plan.inputs.price);
    const Date signing = plan.inputs.start; // nothing is invoiced before
    const Date launch = std::max(plan.finishDate.likely, signing);
    std::vector<Payment> payments;
    for (const Invoiced& invoiced : invoicesOf(
             agreed, signing, launch, [&](std::size_t part) { return phaseFinishOf(plan, agreed[part].phase); })) {
        PaymentPart part = agreed[invoiced.part];
        part.percent = invoiced.percent;
        payments.push_back({std::move(part), invoiced.day, {}, {}, {}});
    }
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
