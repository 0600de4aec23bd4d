#include "data/exchange/english_text.h"
#include "data/exchange/html/html_text.h"
#include "data/exchange/proposal/client_words.h"
#include "data/exchange/slides/slide_pages.h"
#include "models/money/offer_scope.h"
#include "models/money/payments.h"

#include <algorithm>
#include <numeric>

namespace trestle::slides {

namespace {

constexpr double kOfferBottom = 6.7;
constexpr double kPaymentRow = 0.34;
constexpr double kTableWidth = 7.0;
constexpr double kScopeLeft = kSide + kTableWidth + 0.5;

std::string whenOf(const DeckSource& deck, const Payment& payment)
{
    const PaymentPart& part = payment.part;
    switch (part.when) {
    case PaymentWhen::signing: return "Signing";
    case PaymentWhen::phaseFinished: {
        const PhasePlan* phase = deck.plan.findPhase(part.phase);
        return phase ? deck.nameOf(*phase) + " finished" : std::string("Phase finished");
    }
    case PaymentWhen::launch: return "Launch";
    case PaymentWhen::monthly: return english::monthYear(monthOf(payment.invoiced));
    }
    return {};
}

/// A line of the table of payments: what, when, and the amount as it is paid.
struct Line {
    std::string what;
    std::string day;
    Money amount;
};

/// Part by part; those that have no room are one line.
std::vector<Line> linesOf(const DeckSource& deck, const std::vector<Payment>& payments)
{
    constexpr std::size_t kMost = 11;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < payments.size(); ++i) {
        const Payment& payment = payments[i];
        const std::string day = html::shortDay(payment.invoiced) + ' ' +
                                std::to_string(static_cast<int>(std::chrono::year_month_day{payment.invoiced}.year()));
        if (i >= kMost && payments.size() > kMost + 1) {
            lines.back() = {std::to_string(i - kMost + 2) + " more", "to " + day, lines.back().amount};
            lines.back().amount += payment.incGst();
        } else {
            lines.push_back({whenOf(deck, payment), day, payment.incGst()});
        }
    }
    return lines;
}

/// Gives what all payments come to.
Money addPayments(const DeckSource& deck, Slide& slide, Money price)
{
    const std::vector<Payment> payments = paymentSchedule(deck.plan, price);
    std::vector<std::vector<Cell>> rows{{{"Payment"},
                                         {"Invoice, likely", false, true},
                                         {deck.plan.inputs.gstRegistered ? "AUD incl. GST" : "AUD", false, true}}};
    const std::vector<Line> lines = linesOf(deck, payments);
    std::vector<Money> amounts;
    for (const Line& line : lines)
        amounts.push_back(line.amount);
    const bool cents = clientdoc::haveCents(amounts);
    for (const Line& line : lines)
        rows.push_back(
            {{line.what}, {line.day, false, true}, {clientdoc::amountText(line.amount, cents), false, true}});
    const Money sum = std::accumulate(amounts.begin(), amounts.end(), Money{});
    rows.push_back({{"Together", true}, {""}, {clientdoc::amountText(sum, cents), true, true}});
    slide.table(kSide, kContentTop, "Payments", {3.2, 1.9, 1.9}, kPaymentRow, rows);
    slide.text(
        {kSide, kContentTop + kPaymentRow * static_cast<double>(rows.size()) + 0.12, kTableWidth, lineHeight(kNote)},
        "Each invoice is " + english::dueText(deck.plan.inputs.price.termsDays) + ".", {kNote, Ink::soft});
    return sum;
}

/// What is in the price and what is not, as far as there is room; the proposal has every item.
class ScopeColumn {
public:
    ScopeColumn(const DeckSource& deck, Slide& slide, double left) : m_deck(deck), m_slide(slide), m_left(left) {}

    void add(const std::string& title, const std::vector<std::size_t>& items)
    {
        if (items.empty() || m_y + lineHeight(kStrong) + 2 * lineHeight(kNote) > kOfferBottom)
            return;
        m_y = m_slide.text({m_left, m_y, width(), lineHeight(kStrong)}, title, {kStrong}) + 0.05;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool isLast = m_y + 2 * lineHeight(kNote) > kOfferBottom;
            line(isLast && i + 1 < items.size() ? std::to_string(items.size() - i) + " more"
                                                : m_deck.clean(m_deck.plan.items[items[i]].title));
            if (isLast)
                break;
        }
        m_y += 0.15;
    }
    void addIncluded(const std::vector<std::size_t>& items)
    {
        m_y = m_slide.text({m_left, m_y, width(), lineHeight(kStrong)}, "Included", {kStrong}) + 0.05;
        constexpr std::size_t kMost = 9;
        std::vector<std::pair<const PhasePlan*, std::size_t>> phases;
        for (const PhasePlan& phase : m_deck.plan.phases)
            if (const auto count = static_cast<std::size_t>(std::ranges::count_if(
                    items,
                    [&](std::size_t item) { return &m_deck.plan.phases[m_deck.plan.items[item].phase] == &phase; }));
                count > 0)
                phases.emplace_back(&phase, count);
        for (std::size_t i = 0; i < phases.size(); ++i) {
            if (i + 1 == kMost && phases.size() > kMost) {
                line(std::to_string(phases.size() - i) + " more phases");
                break;
            }
            const PhasePlan& phase = *phases[i].first;
            line(m_deck.nameOf(phase) + ": " + counted(phases[i].second, "item", "items"));
        }
        m_y += 0.15;
    }

private:
    [[nodiscard]] double width() const { return kSlideWidth - kSide - m_left; }
    void line(const std::string& text)
    {
        m_y = m_slide.text({m_left, m_y, width(), lineHeight(kNote)}, text, {kNote}) + 0.03;
    }

    const DeckSource& m_deck;
    Slide& m_slide;
    double m_left;
    double m_y = kContentTop;
};

} // namespace

Result<Slide> offerSlide(const DeckSource& deck)
{
    Slide slide = deck.deck.next();
    const OfferScope scope = offerScope(deck.plan);
    std::string title = capital(counted(scope.included.size(), "item", "items")) + " included";
    if (deck.price) {
        const PriceKind kind = deck.plan.inputs.price.kind;
        const Money sum = addPayments(deck, slide, deck.price->of(kind).price);
        const std::string amount =
            "AUD " + html::amountText(toldPrice(kind, sum)) + (deck.plan.inputs.gstRegistered ? " incl. GST" : "");
        title = kind == PriceKind::fixed    ? amount + ", fixed"
                : kind == PriceKind::capped ? "At most " + amount
                                            : "Likely " + amount + ", for the hours worked";
    }
    slide.title({kSide, kTitleTop, kInner, lineHeight(kTitle)}, title);
    ScopeColumn column(deck, slide, deck.price ? kScopeLeft : kSide);
    column.addIncluded(scope.included);
    column.add("Options, priced apart", scope.options);
    column.add("Phase 2, priced apart", scope.phase2);
    column.add("Not included", scope.excluded);
    return slide;
}

} // namespace trestle::slides
