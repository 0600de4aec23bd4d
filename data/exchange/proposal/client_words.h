#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/export_source.h"
#include "data/exchange/proposal/client_document.h"
#include "models/money/payments.h"

#include <span>
#include <string>
#include <string_view>

/// What proposals and change orders say alike.
namespace trestle::clientdoc {

/// Texts of the plan as a client's document holds them.
class Cleaner {
public:
    /// On one line; `otherwise` where nothing is left.
    std::string line(std::string_view text, std::string_view otherwise = {});
    /// In lines, which "\n" ends.
    std::string lines(std::string_view text);
    /// What was replaced, for the document.
    [[nodiscard]] std::vector<Loss> losses() const;

private:
    TextCleaner m_cleaner;
};

/// The day of the document, as the calendar on the wall had it.
Date dayOf(const ExportSource& source);

/// Whether one of them has cents: then all in a table are told with them, so that they meet.
bool haveCents(std::span<const Money> amounts);
std::string amountText(Money amount, bool withCents); ///< "43,000", "43,000.50"
/// With its sign, "0" for none.
std::string differenceText(Money amount, bool withCents);
std::string audText(Money amount); ///< "AUD 236,500"
std::string percentText(double percent);
std::string countText(std::size_t count, std::string_view one, std::string_view many);
/// "a, b and c".
std::string joined(std::span<const std::string> parts);

/// Above the words that make items done.
inline constexpr const char* kDoneWhen = "It is done when this is true";

std::string priceName(PriceKind kind); ///< "Fixed price"

/// "Signing", "Testing finished", "January 2027".
std::string whenText(const Catalogue& catalogue, PaymentWhen when, const std::string& phase, Date invoiced,
                     Cleaner& cleaner);

/// What makes an item done, "" where the catalogue does not say.
std::string meaningOf(const Plan& plan, const std::string& item, Cleaner& cleaner);

/// Company, logo, note, head and foot. `kind`: "Proposal", "Change order".
void addLetterhead(ClientDocument& document, const ExportSource& source, const std::string& kind, Cleaner& cleaner);

/// Both parties and the lines to fill in. `accepts`: what the client does by signing.
DocumentSection acceptance(const ExportSource& source, const std::string& accepts, Cleaner& cleaner);

} // namespace trestle::clientdoc
