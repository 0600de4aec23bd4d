#include "models/progress/import_times.h"

#include "models/learning.h"
#include "models/progress/item_names.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

constexpr double kMostSpentOnItem = 1e6;          ///< person-weeks, as the rules of actuals have it
constexpr std::size_t kMostComparisons = 50'000; ///< of names with items, for suggestions
constexpr double kHoursPerDay = 24;

/// Weeks to nine decimals: what hours make of them is read and written as a figure that people can compare.
double weeksOfHours(double hours, double hoursPerWeek)
{
    constexpr double steps = 1e9;
    return std::round(hours / hoursPerWeek * steps) / steps;
}

/// What all rows of an item say.
struct ItemSum {
    std::size_t line = 0; ///< the first
    std::size_t rows = 0;
    std::size_t finishes = 0; ///< rows that say that it finished
    std::optional<Date> started;
    std::optional<Date> finished;
    std::optional<double> hours;
    std::optional<double> left;
};

void takeEarlier(std::optional<Date>& day, const std::optional<Date>& other)
{
    if (other && (!day || *other < *day))
        day = other;
}
void takeLater(std::optional<Date>& day, const std::optional<Date>& other)
{
    if (other && (!day || *other > *day))
        day = other;
}

/// The last day that a row tells of.
std::optional<Date> lastDayOf(const TimesRow& row)
{
    std::optional<Date> last = row.day;
    takeLater(last, row.started);
    takeLater(last, row.finished);
    return last;
}

class TimesImporter {
public:
    TimesImporter(const Catalogue& catalogue, const Inputs& inputs, const TimesTable& table,
                  const TimesChoices& choices, Date today)
        : m_table(table), m_choices(choices), m_today(today), m_names(catalogue, inputs)
    {
        m_made.inputs = inputs;
        if (choices.statusDate)
            m_made.inputs.asOf = choices.statusDate;
        m_status = statusDate(m_made.inputs);
    }

    TimesImport import()
    {
        m_made.column =
            m_choices.column && *m_choices.column < m_table.nameColumns.size() ? *m_choices.column : bestColumn();
        for (const TimesRow& row : m_table.rows)
            take(row);
        suggest();
        for (const Item* item : m_names.items())
            if (const auto sum = m_sums.find(item->id); sum != m_sums.end())
                apply(item->id, sum->second);
        std::ranges::stable_sort(m_made.leftOut, {}, &TimesNote::line);
        return std::move(m_made);
    }

private:
    [[nodiscard]] std::size_t bestColumn() const
    {
        std::vector<std::size_t> matches(std::max<std::size_t>(m_table.nameColumns.size(), 1));
        for (const TimesRow& row : m_table.rows)
            for (std::size_t column = 0; column < row.names.size() && column < matches.size(); ++column)
                matches[column] += m_names.find(row.names[column]).empty() ? 0U : 1U;
        return static_cast<std::size_t>(std::ranges::max_element(matches) - matches.begin());
    }

    void leaveOut(const TimesRow& row, TimesProblem problem, std::vector<std::string> what = {})
    {
        m_made.leftOut.push_back({row.line, problem, std::move(what)});
    }

    void take(const TimesRow& row)
    {
        const std::string name = m_made.column < row.names.size() ? row.names[m_made.column] : std::string();
        if (isBlank(name))
            return leaveOut(row, TimesProblem::noItem);
        const std::string id = itemOf(name, row);
        if (id.empty())
            return;
        if (!row.day && !row.started && !row.finished && !(row.hours > 0.0))
            return leaveOut(row, TimesProblem::nothing);
        if (row.day && !(row.hours > 0.0) && !row.finished)
            return leaveOut(row, TimesProblem::nothing);
        if (const auto last = lastDayOf(row); last && *last > m_status) {
            ++m_made.late;
            takeLater(m_made.last, last);
            return leaveOut(row, TimesProblem::afterStatusDate, {isoDate(*last)});
        }
        if (m_table.shape == TimesShape::sheet && row.hours > kHoursPerDay)
            m_made.odd.push_back({row.line, TimesProblem::longDay, {numberText(*row.hours)}});
        add(m_sums[id], row);
    }

    static void add(ItemSum& sum, const TimesRow& row)
    {
        sum.line = sum.rows == 0 ? row.line : sum.line;
        ++sum.rows;
        sum.finishes += row.finished ? 1U : 0U;
        takeEarlier(sum.started, row.started ? row.started : row.day);
        takeLater(sum.finished, row.finished);
        if (row.hours)
            sum.hours = sum.hours.value_or(0) + *row.hours;
        if (row.left)
            sum.left = sum.left.value_or(0) + *row.left;
    }

    /// Empty where the row belongs to no item: then its name is listed.
    std::string itemOf(const std::string& name, const TimesRow& row)
    {
        const std::string plain = plainName(name);
        const auto choice = m_choices.items.find(plain);
        const std::string matched = m_names.find(name);
        const std::string chosen = choice != m_choices.items.end() && m_names.has(choice->second) ? choice->second : "";
        if (chosen.empty() && !matched.empty())
            return matched;
        const auto [at, isNew] = m_unmatched.emplace(plain, m_made.unmatched.size());
        if (isNew)
            m_made.unmatched.push_back({name, row.line, 0, 0, {}, chosen});
        UnmatchedName& unmatched = m_made.unmatched[at->second];
        ++unmatched.rows;
        unmatched.hours += row.hours.value_or(0);
        return chosen;
    }

    void suggest()
    {
        std::size_t left = kMostComparisons;
        for (UnmatchedName& name : m_made.unmatched) {
            if (left < m_names.items().size())
                break;
            left -= m_names.items().size();
            name.suggestion = m_names.suggest(name.name);
        }
    }

    /// The state of an item of which something has happened.
    [[nodiscard]] static ItemState stateAfter(ItemState now, bool isFinished, const ItemSum& sum)
    {
        if (now == ItemState::excluded)
            return now; // what went into it is spent all the same
        if (isFinished || (now == ItemState::done && !(sum.left > 0.0)))
            return ItemState::done;
        return ItemState::underWay;
    }

    void apply(const std::string& id, const ItemSum& sum)
    {
        const auto before = m_made.inputs.items.find(id);
        const ItemInput was = before == m_made.inputs.items.end() ? ItemInput{} : before->second;
        const bool isFinished = sum.finished && (m_table.shape == TimesShape::sheet || sum.finishes == sum.rows);
        const double perWeek = m_made.inputs.hoursPerWeek;
        ImportedItem item{id,         sum.rows,  was.progress.state, stateAfter(was.progress.state, isFinished, sum),
                          was.actual, was.actual};
        ItemInput next = was;
        next.progress.state = item.state;
        if (item.stateBefore == ItemState::partial)
            next.actual.partlyBefore = true;
        ItemActual& actual = next.actual;
        if (sum.started) {
            if (m_choices.add)
                takeEarlier(actual.started, sum.started);
            else
                actual.started = sum.started;
        }
        if (item.state == ItemState::underWay)
            actual.finished.reset();
        else if (isFinished) {
            if (m_choices.add)
                takeLater(actual.finished, sum.finished);
            else
                actual.finished = sum.finished;
        }
        if (sum.hours)
            actual.spent = (m_choices.add ? actual.spent.value_or(0) : 0) + weeksOfHours(*sum.hours, perWeek);
        if (item.state == ItemState::done)
            actual.left.reset();
        else if (sum.left && item.state == ItemState::underWay) {
            const double left = weeksOfHours(*sum.left, perWeek);
            actual.left = ThreePoint{left, left, left};
        }
        const auto refuse = [&](TimesProblem problem, std::vector<std::string> what) {
            m_made.leftOut.push_back({sum.line, problem, std::move(what)});
        };
        if (actual.started && actual.finished && *actual.finished < *actual.started)
            return refuse(TimesProblem::finishBeforeStart, {isoDate(*actual.finished), isoDate(*actual.started)});
        if (actual.spent.value_or(0) > kMostSpentOnItem || (actual.left && actual.left->high > kMostSpentOnItem))
            return refuse(TimesProblem::tooMuch, {});
        item.actual = actual;
        if (item.isChanged()) {
            if (item.state != item.stateBefore)
                next.changed = m_today;
            m_made.inputs.items[id] = std::move(next);
        }
        m_made.items.push_back(std::move(item));
    }

    const TimesTable& m_table;
    const TimesChoices& m_choices;
    Date m_today;
    Date m_status{};
    ItemNames m_names;
    std::map<std::string, std::size_t> m_unmatched; ///< by plain name, into m_made
    std::map<std::string, ItemSum> m_sums;          ///< by id
    TimesImport m_made;
};

} // namespace

std::size_t TimesImport::changed() const
{
    return static_cast<std::size_t>(std::ranges::count_if(items, &ImportedItem::isChanged));
}

std::vector<TimesNote> leftOutOf(const TimesTable& table, const TimesImport& made)
{
    std::vector<TimesNote> all = table.unread;
    all.insert(all.end(), made.leftOut.begin(), made.leftOut.end());
    std::ranges::stable_sort(all, {}, &TimesNote::line);
    return all;
}

TimesImport importTimes(const Catalogue& catalogue, const Inputs& inputs, const TimesTable& table,
                        const TimesChoices& choices, Date today)
{
    return TimesImporter(catalogue, inputs, table, choices, today).import();
}

} // namespace trestle
