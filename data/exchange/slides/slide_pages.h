#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/export_source.h"
#include "data/exchange/slides/deck.h"
#include "models/money/price.h"
#include "models/money/use_of_funds.h"
#include "models/risk/promises.h"

#include <optional>
#include <string>

namespace trestle::slides {

inline constexpr double kTitleTop = 0.65; ///< inches, on all slides but the first
inline constexpr double kContentTop = 1.5;

/// What the slides of a deck are made from.
struct DeckSource {
    const ExportSource& source;
    const Plan& plan;
    const Risk& risk;
    int confidence;                    ///< in per cent: the plan's; the price's where that is what is read
    Headline promise;                  ///< at that
    std::optional<UseOfFunds> funds;   ///< for who reads the cost
    std::optional<PriceFigures> price; ///< for a client of a plan that has one
    Deck& deck;
    TextCleaner& cleaner;

    /// A text of the user's as it may stand in a line.
    [[nodiscard]] std::string clean(std::string_view text) const { return isolated(cleaner.clean(text)); }
    [[nodiscard]] std::string name() const { return clean(plan.inputs.name); }
    [[nodiscard]] std::string nameOf(const PhasePlan& phase) const
    {
        return clean(phase.shortTitle.empty() ? phase.title : phase.shortTitle);
    }
};

/// The promise, and what it means in countable odds; for a client the date, the price and what it is for.
Result<Slide> headlineSlide(const DeckSource& deck);
/// The phases as bars over the months.
Result<Slide> planSlide(const DeckSource& deck);
/// Use of funds by month, and how sure the finish is.
Result<Slide> moneySlide(const DeckSource& deck);
/// For a client: what is paid when, and what is in the price and what is not.
Result<Slide> offerSlide(const DeckSource& deck);

/// "eight" up to twelve, "14" above.
std::string countWord(std::size_t count);
/// The same with its noun: "one phase", "eight phases".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// The same at the start of a sentence.
std::string capital(std::string text);
std::string dayAndMonth(Date day); ///< "26 July"
/// "ex GST" or "incl. GST": of amounts of cost.
std::string costUnit(const Plan& plan);

} // namespace trestle::slides
