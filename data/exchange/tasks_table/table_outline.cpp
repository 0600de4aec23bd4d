#include "data/exchange/tasks_table/table_outline.h"

#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/tasks_table/cell_text.h"
#include "models/inputs.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <memory>

namespace trestle {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

class RowOrder {
public:
    RowOrder(const std::vector<NestedRow>& rows, const TaskFinder& find, const std::string& where)
        : m_rows(rows), m_where(where), m_parent(rows.size(), kNone), m_below(rows.size()), m_phase(rows.size())
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            m_phase[i] = rows[i].phase;
            if (rows[i].parent.empty())
                continue;
            const auto parent = find(rows[i].parent);
            if (!parent)
                m_phase[i] = rows[i].parent;
            else if (*parent != i)
                m_parent[i] = *parent;
        }
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (m_parent[i] != kNone)
                m_below[m_parent[i]].push_back(i);
    }

    Result<std::vector<OrderedRow>> order()
    {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_parent[i] == kNone && !isBlank(m_phase[i]))
                groups[m_phase[i]].push_back(i);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_parent[i] != kNone)
                continue;
            if (isBlank(m_phase[i])) {
                addWithThoseBelow(i, 1);
                continue;
            }
            auto& group = groups[m_phase[i]];
            if (group.empty()) // it stands where its first row does
                continue;
            m_ordered.push_back({{}, m_phase[i], 1});
            for (const std::size_t row : group)
                addWithThoseBelow(row, 2);
            group.clear();
        }
        for (const OrderedRow& row : m_ordered)
            if (row.level > kDeepestOutline)
                return fail(ErrorCode::invalidTasks, row.row ? m_rows[*row.row].name : std::string(), m_where + '#',
                            {DetailKind::flatterTasks, {std::to_string(kDeepestOutline)}});
        if (m_placed < m_rows.size())
            return circle();
        return std::move(m_ordered);
    }

private:
    void addWithThoseBelow(std::size_t top, int level)
    {
        std::vector<std::pair<std::size_t, int>> open{{top, level}};
        while (!open.empty()) {
            const auto [row, at] = open.back();
            open.pop_back();
            m_ordered.push_back({row, {}, at});
            ++m_placed;
            for (auto below = m_below[row].rbegin(); below != m_below[row].rend(); ++below)
                open.emplace_back(*below, at + 1);
        }
    }

    /// Of rows that no way leads to from one without a parent.
    [[nodiscard]] std::unexpected<Error> circle() const
    {
        std::vector<bool> isPlaced(m_rows.size());
        for (const OrderedRow& row : m_ordered)
            if (row.row)
                isPlaced[*row.row] = true;
        std::size_t at = static_cast<std::size_t>(std::ranges::find(isPlaced, false) - isPlaced.begin());
        std::vector<bool> isSeen(m_rows.size());
        for (; !isSeen[at]; at = m_parent[at])
            isSeen[at] = true;
        constexpr std::size_t mostNamed = 10;
        std::string names = m_rows[at].name;
        std::size_t named = 0;
        for (std::size_t next = m_parent[at]; next != at && ++named < mostNamed; next = m_parent[next])
            names.append(" -> ").append(m_rows[next].name);
        return fail(ErrorCode::cycle, names + " -> " + m_rows[at].name, m_where + '#');
    }

    const std::vector<NestedRow>& m_rows;
    const std::string& m_where;
    std::vector<std::size_t> m_parent;
    std::vector<std::vector<std::size_t>> m_below;
    std::vector<std::string> m_phase;
    std::vector<OrderedRow> m_ordered;
    std::size_t m_placed = 0;
};

} // namespace

Result<std::vector<OrderedRow>> orderRows(const std::vector<NestedRow>& rows, const TaskFinder& find,
                                          const std::string& where)
{
    const bool hasLevels = std::ranges::any_of(rows, [](const NestedRow& row) { return row.level.has_value(); });
    if (!hasLevels)
        return RowOrder(rows, find, where).order();
    std::vector<OrderedRow> ordered;
    int level = 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        level = rows[i].level.value_or(level);
        if (level > kDeepestOutline)
            return fail(ErrorCode::invalidTasks, rows[i].name, where + '#',
                        {DetailKind::flatterTasks, {std::to_string(kDeepestOutline)}});
        ordered.push_back({i, {}, level});
    }
    return ordered;
}

TaskFinder finderOf(const std::vector<NestedRow>& rows)
{
    struct Known {
        std::map<std::string, std::size_t, std::less<>> byId;
        std::map<std::string, std::size_t, std::less<>> byName;
        std::map<std::size_t, std::size_t> byNumber;
    };
    const auto known = std::make_shared<Known>();
    std::size_t mostIds = 0;
    for (const NestedRow& row : rows)
        mostIds = std::max(mostIds, row.ids.size());
    for (std::size_t kind = 0; kind < mostIds; ++kind) // the first column of ids before the others
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (kind < rows[i].ids.size() && !rows[i].ids[kind].empty())
                known->byId.emplace(rows[i].ids[kind], i);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        known->byName.emplace(inSmallLetters(rows[i].name), i);
        if (known->byId.empty())
            known->byNumber.emplace(rows[i].number, i);
    }
    return [known](std::string_view text) -> std::optional<std::size_t> {
        if (const auto found = known->byId.find(text); found != known->byId.end())
            return found->second;
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool isNumber = error == std::errc{} && end == text.data() + text.size();
        if (const auto found = known->byNumber.find(number); isNumber && found != known->byNumber.end())
            return found->second;
        const auto named = known->byName.find(inSmallLetters(text));
        return named != known->byName.end() ? std::optional(named->second) : std::nullopt;
    };
}

} // namespace trestle
