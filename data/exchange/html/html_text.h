#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/english_text.h"
#include "models/risk/chance.h"

#include <string>
#include <string_view>

/// Text and figures as the HTML page shows them: Australian English in every locale.
namespace trestle::html {

/// Text of the plan in which HTML reads nothing; good in elements and in quoted attributes.
class Escaper {
public:
    std::string operator()(std::string_view text);
    [[nodiscard]] std::size_t replaced() const { return m_cleaner.replaced(); }

private:
    TextCleaner m_cleaner;
};

/// A name that may be written from the right, escaped: it stands apart, so that it turns nothing else round.
std::string isolated(const std::string& escaped);
/// A cell of a table; a phone shows `label` above it, where there is one.
std::string cell(std::string_view kind, const std::string& text, std::string_view label = {});

using english::amountText;
using english::daysText;
using english::longDay;
using english::monthName;
using english::shortDay;

std::string percentText(ToldChance chance);
std::string figureText(double value, int decimals = 1); ///< "1.5", "24"
std::string fixedText(double value);                    ///< with one decimal: "24.0"

} // namespace trestle::html
