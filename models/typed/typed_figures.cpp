#include "models/typed/typed_figures.h"

#include "models/inputs.h"
#include "models/typed/typed_text.h"

#include <array>
#include <optional>
#include <string>

namespace trestle {

namespace {

using typed::Decimal;

struct Unit {
    std::string_view word;
    double perWeek;
};

constexpr double kHours = 1000; ///< in place of a plan's hours a week: finer than days

constexpr std::array kUnits{
    Unit{"w", 1},
    Unit{"wk", 1},
    Unit{"wks", 1},
    Unit{"week", 1},
    Unit{"weeks", 1},
    Unit{"pw", 1},
    Unit{"d", kWorkingDaysPerWeek},
    Unit{"day", kWorkingDaysPerWeek},
    Unit{"days", kWorkingDaysPerWeek},
    Unit{"pd", kWorkingDaysPerWeek},
    Unit{"h", kHours},
    Unit{"hr", kHours},
    Unit{"hrs", kHours},
    Unit{"hour", kHours},
    Unit{"hours", kHours},
};

struct Multiple {
    std::string_view word;
    int zeros;
};

constexpr std::array kMultiples{Multiple{"", 0},  Multiple{"k", 3},   Multiple{"thousand", 3},
                                Multiple{"m", 6}, Multiple{"mil", 6}, Multiple{"million", 6}};

/// Plain text that may be a figure, or what is wrong with it at first sight.
std::expected<std::string, FigureProblem> prepared(std::string_view text, bool percentIsFine = false)
{
    std::optional<std::string> plain = typed::plain(text);
    if (!plain)
        return std::unexpected(FigureProblem::notUnderstood);
    if (plain->empty())
        return std::unexpected(FigureProblem::empty);
    if (!percentIsFine && plain->ends_with('%'))
        return std::unexpected(FigureProblem::percent);
    return std::move(*plain);
}

void takeCurrency(std::string_view& text)
{
    if (!typed::take(text, "aud") && !typed::take(text, "au$"))
        typed::take(text, "a$");
    typed::skipSpace(text);
    typed::take(text, "$");
    typed::skipSpace(text);
}

/// Whether a minus, as of a negative figure, was taken.
bool takeMinus(std::string_view& text)
{
    const bool minus = typed::take(text, "-");
    typed::skipSpace(text);
    return minus;
}

/// digits / 10^places dollars, times 10^zeros, in whole cents.
std::expected<Money, FigureProblem> exactMoney(const Decimal& number, int zeros)
{
    constexpr std::uint64_t kMost = 1'000'000'000'000'000'000; // ten times it fits still
    std::uint64_t cents = number.digits;
    for (int power = zeros + 2 - number.places; power != 0; power += power < 0 ? 1 : -1) {
        if (power < 0 && cents % 10 != 0)
            return std::unexpected(FigureProblem::tooFine);
        if (power > 0 && cents > kMost)
            return std::unexpected(FigureProblem::tooLarge);
        cents = power < 0 ? cents / 10 : cents * 10;
    }
    if (cents > static_cast<std::uint64_t>(kLargestAmount.cents))
        return std::unexpected(FigureProblem::tooLarge);
    return Money{static_cast<std::int64_t>(cents)};
}

} // namespace

std::expected<Money, FigureProblem> readTypedAmount(std::string_view text)
{
    const auto plain = prepared(text);
    if (!plain)
        return std::unexpected(plain.error());
    std::string_view rest = *plain;
    const bool minusFirst = takeMinus(rest);
    takeCurrency(rest);
    const bool minus = minusFirst || takeMinus(rest);
    const std::optional<Decimal> number = typed::takeDecimal(rest);
    if (!number)
        return std::unexpected(FigureProblem::notUnderstood);
    typed::skipSpace(rest);
    std::string_view word = typed::takeWord(rest);
    int zeros = 0;
    for (const Multiple& multiple : kMultiples)
        if (multiple.word == word) {
            zeros = multiple.zeros;
            word = {};
            typed::skipSpace(rest);
        }
    if (word.empty())
        word = typed::takeWord(rest); // "90 000 AUD", "2 million dollars"
    if (!rest.empty() || (!word.empty() && word != "aud" && word != "dollars" && word != "dollar"))
        return std::unexpected(FigureProblem::notUnderstood);
    if (minus && number->digits != 0)
        return std::unexpected(FigureProblem::negative);
    return exactMoney(*number, zeros);
}

std::expected<PersonWeeks, FigureProblem> readTypedEffort(std::string_view text, double hoursPerWeek)
{
    const auto plain = prepared(text);
    if (!plain)
        return std::unexpected(plain.error());
    std::string_view rest = *plain;
    const bool minus = takeMinus(rest);
    PersonWeeks sum = 0;
    double finest = 0; // of the units so far: "2 d 1 w" is as unlikely to be meant as "1 w 2 w"
    do {
        const std::optional<Decimal> number = typed::takeDecimal(rest);
        if (!number)
            return std::unexpected(FigureProblem::notUnderstood);
        typed::skipSpace(rest);
        if (typed::take(rest, "person"))
            static_cast<void>(typed::take(rest, "-") || typed::take(rest, " "));
        const std::string_view word = typed::takeWord(rest);
        double perWeek = word.empty() && finest == 0 && rest.empty() ? 1 : 0;
        for (const Unit& unit : kUnits)
            if (unit.word == word)
                perWeek = unit.perWeek;
        if (perWeek <= finest)
            return std::unexpected(FigureProblem::notUnderstood);
        finest = perWeek;
        sum += number->value() / (perWeek == kHours ? hoursPerWeek : perWeek);
        typed::skipSpace(rest);
    } while (!rest.empty());
    if (minus && sum > 0)
        return std::unexpected(FigureProblem::negative);
    constexpr PersonWeeks kMost = 100'000;
    if (sum > kMost)
        return std::unexpected(FigureProblem::tooLarge);
    return sum;
}

std::expected<double, FigureProblem> readTypedShare(std::string_view text)
{
    const auto plain = prepared(text, true);
    if (!plain)
        return std::unexpected(plain.error());
    std::string_view rest = *plain;
    const bool minus = takeMinus(rest);
    std::optional<Decimal> number = typed::takeDecimal(rest);
    if (!number)
        return std::unexpected(FigureProblem::notUnderstood);
    typed::skipSpace(rest);
    if (typed::take(rest, "%"))
        number->places += 2;
    else
        typed::take(rest, "fte");
    if (!rest.empty())
        return std::unexpected(FigureProblem::notUnderstood);
    if (minus && number->digits != 0)
        return std::unexpected(FigureProblem::negative);
    return number->value();
}

std::expected<double, FigureProblem> readTypedNumber(std::string_view text)
{
    const auto plain = prepared(text);
    if (!plain)
        return std::unexpected(plain.error());
    std::string_view rest = *plain;
    const bool minus = takeMinus(rest);
    const std::optional<Decimal> number = typed::takeDecimal(rest);
    if (!number || !rest.empty())
        return std::unexpected(FigureProblem::notUnderstood);
    if (minus && number->digits != 0)
        return std::unexpected(FigureProblem::negative);
    return number->value();
}

} // namespace trestle
