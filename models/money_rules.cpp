#include "models/money_rules.h"

#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace trestle {

namespace {

constexpr Money kLeastAmount{-kLargestAmount.cents};
constexpr double kMostMarkUp = 1'000;
constexpr int kMostDays = 3'650;
constexpr int kMostBufferMonths = 120;

Result<void> within(double value, double least, double most, const std::string& where)
{
    if (value >= least && value <= most)
        return {};
    return fail(ErrorCode::invalidValue, numberText(value), where,
                {DetailKind::fromTo, {numberText(least), numberText(most)}});
}

Result<void> amountWithin(Money amount, Money least, const std::string& where)
{
    return within(amount.inDollars(), least.inDollars(), kLargestAmount.inDollars(), where);
}

Result<void> checkPayments(const Catalogue& catalogue, const std::vector<PaymentPart>& parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string where = "/price/payments/" + std::to_string(i);
        if (!(parts[i].percent > 0 && parts[i].percent <= 100))
            return fail(ErrorCode::invalidValue, numberText(parts[i].percent), where + "/percent",
                        {DetailKind::aboveUpTo, {"0", "100"}});
        if (parts[i].when == PaymentWhen::phaseFinished && !findPhase(catalogue, parts[i].phase))
            return fail(ErrorCode::unknownPhase, parts[i].phase, where + "/phase");
    }
    if (const double sum = sumOfParts(parts); !parts.empty() && !isWhole(sum))
        return fail(ErrorCode::invalidValue, numberText(sum), "/price/payments", DetailKind::partsOfHundred);
    return {};
}

template <class Line>
Result<void> checkLabels(const std::vector<Line>& lines, const std::string& where)
{
    std::set<std::string> labels;
    for (const Line& line : lines) {
        if (isBlank(line.label))
            return fail(ErrorCode::invalidValue, line.label, where, DetailKind::textNotEmpty);
        if (!labels.insert(line.label).second)
            return fail(ErrorCode::duplicateName, line.label, where);
    }
    return {};
}

bool hasBillRate(const Inputs& inputs)
{
    return std::ranges::any_of(inputs.team, [](const Person& person) { return person.billRate.has_value(); });
}

} // namespace

bool isPriced(const Inputs& inputs)
{
    return !inputs.client.empty() || hasBillRate(inputs);
}

bool isInvoiced(const Inputs& inputs)
{
    return hasBillRate(inputs) || (isPriced(inputs) && !inputs.price.payments.empty());
}

double sumOfParts(const std::vector<PaymentPart>& parts)
{
    double sum = 0;
    for (const PaymentPart& part : parts)
        sum += part.percent;
    return sum;
}

bool isWhole(double percent)
{
    return std::abs(percent - 100) <= 1e-6;
}

Result<void> checkPrice(const Catalogue& catalogue, const PriceTerms& price)
{
    if (price.confidence && *price.confidence != 50 && *price.confidence != 80 && *price.confidence != 90)
        return fail(ErrorCode::invalidValue, std::to_string(*price.confidence), "/price/confidence",
                    {DetailKind::oneOf, {"50", "80", "90"}});
    if (auto ok = amountWithin(price.step, Money{1}, "/price/step"); !ok)
        return ok;
    if (auto ok = within(price.marginPercent, 0, kMostMargin, "/price/margin"); !ok)
        return ok;
    if (auto ok = within(price.markUpPercent, 0, kMostMarkUp, "/price/markUp"); !ok)
        return ok;
    if (auto ok = within(price.termsDays, 0, kMostDays, "/price/terms"); !ok)
        return ok;
    if (auto ok = within(price.validityDays, 1, kMostDays, "/price/validity"); !ok)
        return ok;
    return checkPayments(catalogue, price.payments);
}

Result<void> checkCash(const CashPlan& cash, Date start)
{
    if (cash.opening)
        if (auto ok = amountWithin(*cash.opening, kLeastAmount, "/cash/opening"); !ok)
            return ok;
    if (auto ok = within(cash.bufferMonths, 0, kMostBufferMonths, "/cash/buffer"); !ok)
        return ok;
    if (auto ok = checkLabels(cash.monthly, "/cash/monthly"); !ok)
        return ok;
    if (auto ok = checkLabels(cash.once, "/cash/once"); !ok)
        return ok;
    for (const MonthlyLine& line : cash.monthly) {
        if (auto ok = amountWithin(line.amount, kLeastAmount, "/cash/monthly"); !ok)
            return ok;
        for (const Date date : {line.from, line.to.value_or(line.from)})
            if (auto ok = checkPlanDate(date, "/cash/monthly"); !ok)
                return ok;
        if (line.to && *line.to < line.from)
            return fail(ErrorCode::invalidDate, isoDate(line.from) + ".." + isoDate(*line.to), "/cash/monthly",
                        DetailKind::orderedDays);
    }
    for (const OneOff& line : cash.once) {
        if (auto ok = amountWithin(line.amount, kLeastAmount, "/cash/once"); !ok)
            return ok;
        if (auto ok = checkPlanDate(line.date, "/cash/once"); !ok)
            return ok;
        if (line.date < start)
            return fail(ErrorCode::invalidDate, isoDate(line.date), "/cash/once",
                        {DetailKind::notBeforeStart, {isoDate(start)}});
    }
    return {};
}

} // namespace trestle
