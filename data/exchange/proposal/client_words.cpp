#include "data/exchange/proposal/client_words.h"

#include "data/exchange/csv_table.h"
#include "data/exchange/english_text.h"

#include <algorithm>

namespace trestle::clientdoc {

std::string Cleaner::line(std::string_view text, std::string_view otherwise)
{
    std::string clean = m_cleaner.clean(text);
    std::ranges::replace_if(clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    clean.erase(0, clean.find_first_not_of(' '));
    clean.erase(clean.find_last_not_of(' ') + 1);
    return clean.empty() ? std::string(otherwise) : clean;
}

std::string Cleaner::lines(std::string_view text)
{
    std::string clean = m_cleaner.clean(text);
    std::string out;
    for (std::size_t i = 0; i < clean.size(); ++i)
        if (clean[i] != '\r')
            out += clean[i];
        else if (clean.substr(i + 1, 1) != "\n")
            out += '\n';
    return out;
}

std::vector<Loss> Cleaner::losses() const
{
    if (m_cleaner.replaced() == 0)
        return {};
    return {{LossKind::characters, m_cleaner.replaced()}};
}

Date dayOf(const ExportSource& source)
{
    return std::chrono::floor<std::chrono::days>(source.stamp.onTheWall());
}

bool haveCents(std::span<const Money> amounts)
{
    return std::ranges::any_of(amounts, [](Money amount) { return amount.cents % 100 != 0; });
}

std::string amountText(Money amount, bool withCents)
{
    return english::amountText(amount) + (withCents && amount.cents % 100 == 0 ? ".00" : "");
}

std::string differenceText(Money amount, bool withCents)
{
    return amount == Money{} ? "0" : (amount > Money{} ? "+" : "") + amountText(amount, withCents);
}

std::string audText(Money amount)
{
    return "AUD " + english::amountText(amount);
}

std::string percentText(double percent)
{
    return decimalText(percent, 1) + " %";
}

std::string countText(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

std::string joined(std::span<const std::string> parts)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out.append(i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ").append(parts[i]);
    return out;
}

std::string priceName(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return "Time and materials";
    case PriceKind::capped: return "Price, at most";
    case PriceKind::fixed: break;
    }
    return "Fixed price";
}

std::string whenText(const Catalogue& catalogue, PaymentWhen when, const std::string& phase, Date invoiced,
                     Cleaner& cleaner)
{
    switch (when) {
    case PaymentWhen::signing: return "Signing";
    case PaymentWhen::launch: return "Launch";
    case PaymentWhen::phaseFinished: {
        const Phase* known = findPhase(catalogue, phase);
        return cleaner.line(known ? known->title : phase, phase) + " finished";
    }
    case PaymentWhen::monthly: break;
    }
    return english::monthYear(monthOf(invoiced));
}

std::string meaningOf(const Plan& plan, const std::string& item, Cleaner& cleaner)
{
    const Item* known = findItem(*plan.catalogue, item);
    return known ? cleaner.line(known->explanation) : std::string();
}

void addLetterhead(ClientDocument& document, const ExportSource& source, const std::string& kind, Cleaner& cleaner)
{
    const Inputs& inputs = source.plan->inputs;
    const Letterhead& letterhead = source.look.letterhead;
    const Date day = dayOf(source);
    const Date until = validUntil(inputs.price, day);
    const std::string client = cleaner.line(inputs.client);
    document.company = cleaner.line(letterhead.company);
    document.logo = letterhead.logo;
    document.note = cleaner.lines(letterhead.note);
    document.head = kind + (client.empty() ? "" : " for " + client) + " · " + english::longDay(day);
    document.foot = kind + ' ' + isoDate(day) + (source.stamp.plan.empty() ? "" : ", plan " + source.stamp.plan) +
                    " · valid until " + english::longDay(until);
    if (const std::string by = cleaner.line(letterhead.preparedBy); !by.empty())
        document.foot += " · prepared by " + by;
}

DocumentSection acceptance(const ExportSource& source, const std::string& accepts, Cleaner& cleaner)
{
    const Inputs& inputs = source.plan->inputs;
    const Date until = validUntil(inputs.price, dayOf(source));
    const std::string client = cleaner.line(inputs.client, "the client");
    const std::string company = cleaner.line(source.look.letterhead.company, "the supplier");
    return {"Acceptance",
            {},
            DocumentSignatures{
                {{"For " + client, accepts}, {"For " + company, "Yours to accept until " + english::longDay(until)}},
                {"Name", "Signature", "Date"}}};
}

} // namespace trestle::clientdoc
