#include "models/decisions/budget_cover.h"

namespace trestle {

namespace {

// The plan of the first `count` open items: the rest is left out of its scope.
Result<Headline> headlineOfFirst(const Plan& plan, const std::vector<std::string>& open, std::size_t count,
                                 int confidence, const QuestionOptions& options)
{
    Inputs inputs = plan.inputs;
    for (std::size_t i = count; i < open.size(); ++i)
        inputs.items[open[i]].progress.state = ItemState::excluded;
    const auto made = estimate(plan.catalogue, inputs, options);
    if (!made)
        return std::unexpected(made.error());
    return made->headlineAt(confidence);
}

} // namespace

Result<BudgetCover> budgetCover(const Plan& plan, Money budget, int confidence, const QuestionOptions& options)
{
    std::vector<std::string> open;
    for (const ItemPlan& item : plan.items)
        if (item.effort.high > kEpsilon)
            open.push_back(item.id);

    BudgetCover cover;
    auto whole = headlineOfFirst(plan, open, open.size(), confidence, options);
    if (!whole)
        return std::unexpected(whole.error());
    cover.whole = *whole;
    cover.headline = *whole;

    std::size_t fits = open.size();
    if (whole->total > budget) {
        // More items cost more: the largest count that fits lies between one that does and one that does not.
        std::size_t tooMany = open.size();
        fits = 0;
        // Even without any item, services of what is in place run on after launch.
        auto none = headlineOfFirst(plan, open, 0, confidence, options);
        if (!none)
            return std::unexpected(none.error());
        cover.headline = *none;
        while (tooMany - fits > 1) {
            const std::size_t middle = (fits + tooMany) / 2;
            auto tried = headlineOfFirst(plan, open, middle, confidence, options);
            if (!tried)
                return std::unexpected(tried.error());
            if (tried->total <= budget) {
                fits = middle;
                cover.headline = *tried;
            } else {
                tooMany = middle;
            }
            if (options.progress)
                options.progress(1.0 - static_cast<double>(tooMany - fits) / static_cast<double>(open.size()));
        }
    }
    cover.unspent = budget - cover.headline.total;
    cover.covered.assign(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(fits));
    cover.left.assign(open.begin() + static_cast<std::ptrdiff_t>(fits), open.end());
    return cover;
}

} // namespace trestle
