#include "app/cli/actual_edits.h"

#include "app/cli/values.h"
#include "models/typed/typed_figures.h"

#include <algorithm>
#include <array>
#include <set>

namespace trestle::cli {

namespace {

/// ITEM:VALUE of an item that there is.
struct ItemText {
    std::string item;
    std::string value; ///< empty: to be cleared
};

/// Splits at the last colon: the item of a risk has one of its own.
Result<ItemText> readItem(const Inputs& inputs, const Catalogue& catalogue, const std::string& text,
                          const std::string& option, const std::string& form)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return fail(ErrorCode::invalidValue, text, option, form);
    ItemText given{text.substr(0, colon), trimmed(text.substr(colon + 1))};
    const bool isOfRisk = given.item.starts_with(kRiskItem) &&
                          findRisk(inputs.risks, std::string_view(given.item).substr(kRiskItem.size()));
    if (!isOfRisk && !findItem(catalogue, given.item))
        return fail(ErrorCode::unknownItem, given.item, option, nearestItemId(catalogue, given.item));
    return given;
}

Result<double> readEffort(const std::string& text, const std::string& option, double hoursPerWeek)
{
    const auto effort = readTypedEffort(text, hoursPerWeek);
    if (!effort)
        return fail(ErrorCode::invalidValue, text, option,
                    "person-weeks, as in 0.4, or days or hours, as in 3d or 20h");
    return static_cast<double>(*effort);
}

Result<ThreePoint> readLeft(const std::string& text, const std::string& option, double hoursPerWeek)
{
    const std::vector<std::string> parts = split(text, '/');
    if (parts.size() != 1 && parts.size() != 3)
        return fail(ErrorCode::invalidValue, text, option, "what is left, or LOW/LIKELY/HIGH, as in 0.3/0.5/1");
    std::array<double, 3> efforts{};
    for (std::size_t i = 0; i < efforts.size(); ++i) {
        const auto effort = readEffort(parts[parts.size() == 1 ? 0 : i], option, hoursPerWeek);
        if (!effort)
            return std::unexpected(effort.error());
        efforts.at(i) = *effort;
    }
    if (!std::ranges::is_sorted(efforts))
        return fail(ErrorCode::invalidValue, text, option, "the low effort first, the high one last");
    return ThreePoint{efforts[0], efforts[1], efforts[2]};
}

/// Calls `set(text)` with each ITEM:VALUE; of an empty value `clear(input)` is called.
template <class Set, class Clear>
Result<void> forEachItem(Inputs& inputs, const Catalogue& catalogue, const std::vector<std::string>& texts,
                         const std::string& option, const std::string& form, Set set, Clear clear)
{
    for (const std::string& text : texts) {
        const auto given = readItem(inputs, catalogue, text, option, form);
        if (!given)
            return std::unexpected(given.error());
        if (const auto found = inputs.items.find(given->item); given->value.empty() && found != inputs.items.end())
            clear(found->second.actual);
        if (given->value.empty())
            continue;
        if (Result<void> ok = set(*given); !ok)
            return ok;
    }
    return {};
}

/// The items whose state is said in words.
std::set<std::string> saidItems(const std::vector<std::string>& states)
{
    std::set<std::string> items;
    for (const std::string& text : states)
        items.insert(text.substr(0, text.rfind('=')));
    return items;
}

Result<void> changeItems(Inputs& inputs, const Catalogue& catalogue, const ActualEdits& changes,
                         const std::set<std::string>& said, Date today)
{
    const auto become = [&](const std::string& item, ItemState state) {
        if (said.contains(item) || stateOf(inputs, item) == state)
            return;
        setState(inputs, item, state);
        inputs.items[item].changed = today;
    };
    const auto start = [&](const ItemText& given) -> Result<void> {
        const auto date = readDate(given.value, "--started");
        if (!date)
            return std::unexpected(date.error());
        const ItemState state = stateOf(inputs, given.item);
        if (state == ItemState::missing || state == ItemState::partial)
            become(given.item, ItemState::underWay);
        inputs.items[given.item].actual.started = *date;
        return {};
    };
    const auto finish = [&](const ItemText& given) -> Result<void> {
        const auto date = readDate(given.value, "--finished");
        if (!date)
            return std::unexpected(date.error());
        become(given.item, ItemState::done);
        inputs.items[given.item].actual.finished = *date;
        return {};
    };
    const auto spend = [&](const ItemText& given) -> Result<void> {
        const auto effort = readEffort(given.value, "--spent", inputs.hoursPerWeek);
        if (!effort)
            return std::unexpected(effort.error());
        inputs.items[given.item].actual.spent = *effort;
        return {};
    };
    const auto leave = [&](const ItemText& given) -> Result<void> {
        const auto left = readLeft(given.value, "--left", inputs.hoursPerWeek);
        if (!left)
            return std::unexpected(left.error());
        if (stateOf(inputs, given.item) == ItemState::done)
            return fail(ErrorCode::invalidValue, given.item, "--left",
                        "an item that is under way, or say with it " + given.item + "=underway");
        inputs.items[given.item].actual.left = *left;
        return {};
    };
    if (auto ok = forEachItem(inputs, catalogue, changes.started, "--started", "ITEM:DATE, as in sessions:2027-01-04",
                              start, [](ItemActual& actual) { actual.started.reset(); });
        !ok)
        return ok;
    if (auto ok = forEachItem(inputs, catalogue, changes.finished, "--finished", "ITEM:DATE, as in sessions:2027-01-04",
                              finish, [](ItemActual& actual) { actual.finished.reset(); });
        !ok)
        return ok;
    if (auto ok = forEachItem(inputs, catalogue, changes.spent, "--spent", "ITEM:EFFORT, as in sessions:3d", spend,
                              [](ItemActual& actual) { actual.spent.reset(); });
        !ok)
        return ok;
    return forEachItem(inputs, catalogue, changes.left, "--left",
                       "ITEM:EFFORT, as in sessions:2d or sessions:0.3/0.5/1", leave,
                       [](ItemActual& actual) { actual.left.reset(); });
}

Result<void> changeCost(std::vector<ActualCost>& costs, const std::string& text)
{
    const std::string option = "--actual";
    if (text.empty()) {
        costs.clear();
        return {};
    }
    const std::size_t first = text.find(':');
    const auto month = parseMonth(text.substr(0, first));
    if (!month || first == std::string::npos)
        return fail(ErrorCode::invalidValue, text, option, "MONTH:AUD:LABEL, as in 2027-01:31250:Wages");
    const std::size_t second = text.find(':', first + 1);
    const std::string amount = text.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    const auto label = readText(second == std::string::npos ? "" : text.substr(second + 1), option);
    if (!label)
        return std::unexpected(label.error());
    ActualCost cost{*month, {}, trimmed(*label)};
    const auto same = std::ranges::find_if(
        costs, [&](const ActualCost& other) { return other.month == cost.month && other.label == cost.label; });
    if (amount.empty()) {
        if (same == costs.end())
            return fail(ErrorCode::invalidValue, text, option, "the month and the label of an amount that is there");
        costs.erase(same);
        return {};
    }
    const auto money = readSignedMoney(amount, option);
    if (!money)
        return std::unexpected(money.error());
    cost.amount = *money;
    if (same != costs.end())
        *same = std::move(cost);
    else
        costs.insert(std::ranges::upper_bound(costs, cost.month, {}, &ActualCost::month), std::move(cost));
    return {};
}

} // namespace

Result<void> changeActuals(Inputs& inputs, const Catalogue& catalogue, const ActualEdits& changes,
                           const std::vector<std::string>& states, Date today)
{
    if (auto ok = changeItems(inputs, catalogue, changes, saidItems(states), today); !ok)
        return ok;
    for (const std::string& text : changes.costs)
        if (auto ok = changeCost(inputs.actualCosts, text); !ok)
            return ok;
    return {};
}

Error inActuals(Error error, const ActualEdits& changes)
{
    if (error.where.starts_with("/actualCosts") && !changes.costs.empty())
        error.where = "--actual";
    const std::string items = "/items/";
    if (!error.where.starts_with(items))
        return error;
    const std::size_t end = error.where.find('/', items.size());
    const std::string item = error.where.substr(items.size(), end == std::string::npos ? end : end - items.size());
    const std::string figure = end == std::string::npos ? "" : error.where.substr(end + 1);
    const auto name = [&](const std::vector<std::string>& texts, const std::string& key) {
        const auto isOfItem = [&](const std::string& text) { return text.starts_with(item + ":"); };
        if (!error.where.starts_with("--") && (figure.empty() || figure == key) && std::ranges::any_of(texts, isOfItem))
            error.where = "--" + key;
    };
    name(changes.started, "started");
    name(changes.finished, "finished");
    name(changes.spent, "spent");
    name(changes.left, "left");
    return error;
}

} // namespace trestle::cli
