#pragma once

#include "models/date.h"
#include "models/units.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the user says of money that comes in: the price of an engagement, and the cash that a project lives on.
namespace trestle {

enum class PriceKind : std::uint8_t {
    timeAndMaterials, ///< the client pays what is worked and bought
    capped,           ///< the same, at most the cap
    fixed,            ///< one price, whatever happens
};

/// When a part of the price is invoiced.
enum class PaymentWhen : std::uint8_t {
    signing,       ///< the start
    phaseFinished, ///< a phase without work is invoiced at signing
    launch,        ///< the likely finish
    monthly,       ///< equal parts at the end of each month to launch
};

struct PaymentPart {
    double percent = 0;
    PaymentWhen when = PaymentWhen::launch;
    std::string phase; ///< of `phaseFinished` alone
    friend bool operator==(const PaymentPart&, const PaymentPart&) = default;
};

/// Wanted of a price, per cent.
inline constexpr double kMostMargin = 95;

/// How a client is charged. Bill rates are of the people (Person::billRate).
struct PriceTerms {
    PriceKind kind = PriceKind::fixed;
    std::optional<int> confidence;     ///< 50, 80 or 90; absent: the plan's
    Money step = Money::dollars(1000); ///< a price and a cap are rounded up to it
    double marginPercent = 35;         ///< wanted, 0 to 95: of the bill rate of who has none of their own
    double markUpPercent = 0;          ///< on what is bought, 0 to 1,000
    int termsDays = 14;                ///< from an invoice to the money
    int validityDays = 30;             ///< from the day of the quote
    std::vector<PaymentPart> payments; ///< sum to 100; none agreed yet: monthly
    friend bool operator==(const PriceTerms&, const PriceTerms&) = default;
};

/// An amount at the end of every month with from <= that day <= to; what goes out is negative.
struct MonthlyLine {
    std::string label;
    Money amount;
    Date from{};
    std::optional<Date> to{};
    std::string note{};
    friend bool operator==(const MonthlyLine&, const MonthlyLine&) = default;
};

/// An amount once, which counts at the end of its month: a grant, a tranche of an investment.
struct OneOff {
    std::string label;
    Money amount;
    Date date{};
    std::string note{};
    friend bool operator==(const OneOff&, const OneOff&) = default;
};

/// The money that the project lives on.
struct CashPlan {
    std::optional<Money> opening;     ///< in the bank on the start date; absent: cash is not asked about
    std::vector<MonthlyLine> monthly; ///< labels differ
    std::vector<OneOff> once;         ///< labels differ
    int bufferMonths = 3;             ///< after launch, 0 to 120
    std::string note;
    friend bool operator==(const CashPlan&, const CashPlan&) = default;
};

/// Where an item stands to what a client is offered. An item that is not listed is in.
enum class ItemScope : std::uint8_t {
    phase2, ///< priced apart, in no total
    option, ///< the client may tick it in the quote; until then in no total
    taken,  ///< an option that the client has ticked: in the plan and in its total
};
using ItemScopes = std::map<std::string, ItemScope>;

/// Whether the item is not part of the plan for now.
bool isApart(const ItemScopes& scopes, std::string_view item);

} // namespace trestle
