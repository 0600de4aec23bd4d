#include "app/cli/money_edits.h"

#include "app/cli/values.h"
#include "data/words.h"
#include "models/nearest.h"

#include <algorithm>

namespace trestle::cli {

namespace {

/// The three parts of LABEL:AUD:WHEN; a label may have colons of its own.
struct LineText {
    std::string label;
    std::string amount;
    std::string when;
};

std::optional<LineText> lineText(const std::string& text)
{
    const std::size_t last = text.rfind(':');
    const std::size_t middle = last == std::string::npos || last == 0 ? std::string::npos : text.rfind(':', last - 1);
    if (middle == std::string::npos)
        return std::nullopt;
    return LineText{trimmed(text.substr(0, middle)), text.substr(middle + 1, last - middle - 1), text.substr(last + 1)};
}

template <class Line>
void replaceOrAdd(std::vector<Line>& lines, Line line)
{
    if (const auto found = std::ranges::find(lines, line.label, &Line::label); found != lines.end())
        *found = std::move(line);
    else
        lines.push_back(std::move(line));
}

/// `LABEL:` takes the line of that label away.
template <class Line>
bool isTakenAway(std::vector<Line>& lines, const std::string& text)
{
    if (!text.ends_with(':'))
        return false;
    return std::erase_if(lines,
                         [&](const Line& line) { return line.label == trimmed(text.substr(0, text.size() - 1)); }) > 0;
}

template <class Line, class Read>
Result<void> changeLines(std::vector<Line>& lines, const std::vector<std::string>& texts, const std::string& option,
                         const std::string& form, Read read)
{
    for (const std::string& text : texts) {
        if (text.empty())
            lines.clear();
        if (text.empty() || isTakenAway(lines, text))
            continue;
        const auto parts = lineText(text);
        if (!parts)
            return fail(ErrorCode::invalidValue, text, option, form);
        const auto label = readName(parts->label, option);
        if (!label)
            return std::unexpected(label.error());
        const auto amount = readSignedMoney(parts->amount, option);
        if (!amount)
            return std::unexpected(amount.error());
        Line line;
        line.label = *label;
        line.amount = *amount;
        if (auto ok = read(line, parts->when); !ok)
            return ok;
        replaceOrAdd(lines, std::move(line));
    }
    return {};
}

Result<void> readDates(MonthlyLine& line, const std::string& text)
{
    const std::size_t dots = text.find("..");
    const auto from = readDate(std::string_view(text).substr(0, dots), "--cash-monthly");
    if (!from)
        return std::unexpected(from.error());
    line.from = *from;
    if (dots == std::string::npos)
        return {};
    const auto to = readDate(std::string_view(text).substr(dots + 2), "--cash-monthly");
    if (!to)
        return std::unexpected(to.error());
    line.to = *to;
    return {};
}

Result<void> readDay(OneOff& line, const std::string& text)
{
    const auto date = readDate(text, "--cash-once");
    if (!date)
        return std::unexpected(date.error());
    line.date = *date;
    return {};
}

Result<PaymentPart> readPayment(const std::string& text, const Catalogue& catalogue)
{
    const std::string option = "--payment";
    const std::size_t colon = text.find(':');
    const std::string form = "PERCENT:signing, :launch, :monthly or a phase, as in 30:signing";
    if (colon == std::string::npos)
        return fail(ErrorCode::invalidValue, text, option, form);
    const auto percent = readNumber(text.substr(0, colon), option);
    if (!percent)
        return std::unexpected(percent.error());
    const std::string when = text.substr(colon + 1);
    if (const auto moment = parseWord<PaymentWhen>(when); moment && *moment != PaymentWhen::phaseFinished)
        return PaymentPart{*percent, *moment, {}};
    if (findPhase(catalogue, when))
        return PaymentPart{*percent, PaymentWhen::phaseFinished, when};
    return fail(ErrorCode::invalidValue, text, option, form);
}

Result<void> changePayments(PriceTerms& price, const Catalogue& catalogue, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        if (text.empty()) {
            price.payments.clear();
            continue;
        }
        const auto part = readPayment(text, catalogue);
        if (!part)
            return std::unexpected(part.error());
        const auto same = std::ranges::find_if(price.payments, [&](const PaymentPart& other) {
            return other.when == part->when && other.phase == part->phase;
        });
        if (same != price.payments.end())
            *same = *part;
        else
            price.payments.push_back(*part);
    }
    return {};
}

Result<void> changeScope(Inputs& inputs, const Catalogue& catalogue, const std::vector<std::string>& items,
                         const std::string& option, ItemScope scope)
{
    for (const std::string& item : items) {
        if (item.empty())
            std::erase_if(inputs.scopes, [&](const auto& entry) { return entry.second == scope; });
        else if (!findItem(catalogue, item))
            return fail(ErrorCode::unknownItem, item, option, nearestItemId(catalogue, item));
        else
            setScope(inputs, item, scope);
    }
    return {};
}

} // namespace

Result<void> changeMoney(Inputs& inputs, const Catalogue& catalogue, const MoneyEdits& changes)
{
    if (auto ok = changePayments(inputs.price, catalogue, changes.payments); !ok)
        return ok;
    if (auto ok = changeScope(inputs, catalogue, changes.phase2, "--phase2", ItemScope::phase2); !ok)
        return ok;
    if (auto ok = changeScope(inputs, catalogue, changes.options, "--option", ItemScope::option); !ok)
        return ok;
    if (auto ok = changeScope(inputs, catalogue, changes.taken, "--take-option", ItemScope::taken); !ok)
        return ok;
    if (auto ok = changeLines(inputs.cash.monthly, changes.monthly, "--cash-monthly",
                              "LABEL:AUD:FROM or LABEL:AUD:FROM..TO, as in 'Rent:-6000:2027-01-04'", readDates);
        !ok)
        return ok;
    return changeLines(inputs.cash.once, changes.once, "--cash-once", "LABEL:AUD:DATE, as in 'Grant:40000:2027-05-14'",
                       readDay);
}

Error inMoney(Error error, const MoneyEdits& changes)
{
    const auto name = [&](const std::vector<std::string>& given, std::string_view pointer, const char* option) {
        if (!given.empty() && error.where.starts_with(pointer))
            error.where = option;
    };
    name(changes.payments, "/price/payments", "--payment");
    name(changes.monthly, "/cash/monthly", "--cash-monthly");
    name(changes.once, "/cash/once", "--cash-once");
    return error;
}

} // namespace trestle::cli
