#include "models/plan/shown_costs.h"

#include "models/plan/cost.h"
#include "models/rounding.h"

#include <algorithm>
#include <numeric>

namespace trestle {

namespace {

constexpr Money kWorthItsCents = Money::dollars(100);

/// What each line would be without rounding.
std::vector<double> exactLines(Money total, const std::vector<double>& parts)
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<double> lines;
    for (const double part : parts)
        lines.push_back(sum > 0 ? static_cast<double>(total.cents) * (part / sum) : 0.0);
    return lines;
}

/// Two cases of the same lines, the lower of which is not to be above the upper.
struct CasePair {
    std::vector<Money>& lower;
    std::vector<Money>& upper;
    const std::vector<double>& exactLower;
    const std::vector<double>& exactUpper;

    /// By how many cents line `i` may come closer; none where the lower case really costs more.
    [[nodiscard]] std::int64_t room(std::size_t i) const
    {
        constexpr double kHalf = 0.5;
        if (exactLower[i] > exactUpper[i] + kHalf)
            return 0;
        return upper[i].cents - lower[i].cents;
    }
};

/// Moves cents between the lines of one of the two cases until no line breaks the order, from or to where that takes
/// them least away from what they would be without rounding. Gives up where the totals themselves leave no room.
void keepOrder(CasePair pair, bool movesLower)
{
    std::vector<Money>& moved = movesLower ? pair.lower : pair.upper;
    const std::vector<double>& exact = movesLower ? pair.exactLower : pair.exactUpper;
    const std::int64_t step = movesLower ? 1 : -1; // what a line with room gets
    std::vector<std::size_t> takers(moved.size());
    std::iota(takers.begin(), takers.end(), std::size_t{0});
    const auto isBroken = [&](std::size_t i) { return pair.room(i) < 0; };
    if (std::ranges::none_of(takers, isBroken))
        return;
    std::ranges::stable_sort(takers, {}, [&](std::size_t i) {
        return static_cast<double>(step) * (static_cast<double>(moved[i].cents) - exact[i]);
    });
    std::size_t next = 0;
    for (std::size_t i = 0; i < moved.size(); ++i)
        while (isBroken(i)) {
            std::size_t tried = 0;
            while (tried < takers.size() && pair.room(takers[next]) <= 0) {
                next = (next + 1) % takers.size();
                ++tried;
            }
            if (tried == takers.size())
                return;
            moved[takers[next]].cents += step;
            moved[i].cents -= step;
            next = (next + 1) % takers.size();
        }
}

using Lines = std::vector<PerCase<Money>*>;

/// In dollars: the split works on any unit.
void splitShown(const PerCase<Money>& total, const std::vector<const PerCase<Money>*>& exact, const Lines& shown)
{
    PerCase<Money> dollars;
    PerCase<std::vector<double>> parts;
    for (const Case c : kCases) {
        dollars.at(c).cents = total.at(c).cents / 100;
        for (const PerCase<Money>* line : exact)
            parts.at(c).push_back(static_cast<double>(line->at(c).cents));
    }
    const PerCase<std::vector<Money>> lines = splitCases(dollars, parts);
    for (const Case c : kCases)
        for (std::size_t i = 0; i < shown.size(); ++i)
            shown[i]->at(c) = Money::dollars(lines.at(c)[i].cents);
}

template <class Node>
void splitNodes(const PerCase<Money>& total, std::span<Node> nodes)
{
    std::vector<const PerCase<Money>*> exact;
    Lines shown;
    for (Node& node : nodes) {
        exact.push_back(&node.cost);
        shown.push_back(&node.shownCost);
    }
    splitShown(total, exact, shown);
}

template <class Node>
void copyCosts(std::vector<Node>& nodes)
{
    for (Node& node : nodes)
        node.shownCost = node.cost;
}

} // namespace

PerCase<std::vector<Money>> splitCases(const PerCase<Money>& totals, const PerCase<std::vector<double>>& parts)
{
    PerCase<std::vector<Money>> lines;
    PerCase<std::vector<double>> exact;
    for (const Case c : kCases) {
        lines.at(c) = splitByLargestRemainder(totals.at(c), parts.at(c));
        exact.at(c) = exactLines(totals.at(c), parts.at(c));
    }
    keepOrder({lines.low, lines.likely, exact.low, exact.likely}, true);
    keepOrder({lines.likely, lines.high, exact.likely, exact.high}, false);
    return lines;
}

Money toDollars(Money amount)
{
    constexpr std::int64_t kHalfDollar = 50;
    const std::int64_t cents = amount.cents + kHalfDollar;
    return Money::dollars(cents >= 0 ? cents / 100 : -((99 - cents) / 100));
}

bool showsCents(const Plan& plan)
{
    return plan.total.high < kWorthItsCents && plan.total.likely < kWorthItsCents;
}

void addShownCosts(Plan& plan)
{
    if (showsCents(plan)) {
        copyCosts(plan.phases);
        copyCosts(plan.items);
        copyCosts(plan.people);
        copyCosts(plan.running);
        plan.shown = {plan.labour, plan.runningTotal, plan.riskTotal, plan.total, {}, plan.actual.total()};
        return;
    }
    plan.shown.actual = toDollars(plan.actual.total());
    PerCase<Money> toCome;
    for (const Case c : kCases) { // below a dollar there are no dollars to split
        plan.shown.total.at(c) = toDollars(plan.total.at(c));
        toCome.at(c) = plan.shown.total.at(c) - plan.shown.actual;
    }
    splitShown(toCome, {&plan.labour, &plan.runningTotal, &plan.riskTotal},
               {&plan.shown.labour, &plan.shown.running, &plan.shown.risks});
    splitNodes(plan.shown.labour, std::span(plan.phases));
    splitNodes(plan.shown.labour, std::span(plan.people));
    splitNodes(plan.shown.running, std::span(plan.running));
    for (PhasePlan& phase : plan.phases)
        splitNodes(phase.shownCost, std::span(plan.items).subspan(phase.firstItem, phase.itemCount));
}

} // namespace trestle
