#include "ui/history/history_rows.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace trestle {

namespace {

using Ids = std::unordered_map<std::int64_t, std::size_t>; // where a revision stands, oldest first

/// Marks the way from a revision to the first one.
void markWay(std::vector<Standing>& standings, const std::vector<Revision>& revisions, const Ids& ids,
             std::int64_t from, Standing standing)
{
    for (auto at = ids.find(from); at != ids.end() && standings[at->second] == Standing::aside;) {
        standings[at->second] = standing;
        const std::optional<std::int64_t> parent = revisions[at->second].parent;
        at = parent ? ids.find(*parent) : ids.end();
    }
}

std::vector<Standing> standingsOf(const std::vector<Revision>& revisions, const Ids& ids, std::int64_t head)
{
    std::vector<Standing> standings(revisions.size(), Standing::aside);
    if (revisions.empty())
        return standings;
    markWay(standings, revisions, ids, head, Standing::past);
    // Redo leads to the newest revision: nothing else is ever done without becoming the newest.
    markWay(standings, revisions, ids, revisions.back().id, Standing::undone);
    if (const auto at = ids.find(head); at != ids.end())
        standings[at->second] = Standing::head;
    return standings;
}

class Lanes {
public:
    /// Ends the lines that lead to `row` at it.
    void arrive(HistoryRow& row)
    {
        std::optional<std::size_t> lane;
        for (std::size_t i = 0; i < m_expected.size(); ++i) {
            if (m_expected[i] != row.revision.id)
                continue;
            m_expected[i].reset();
            if (lane)
                row.branches.push_back(i);
            else
                lane = i;
        }
        row.lineUp = lane.has_value();
        row.lane = lane ? *lane : free();
        for (std::size_t i = 0; i < m_expected.size(); ++i)
            if (m_expected[i])
                row.passing.push_back(i);
    }
    void leave(HistoryRow& row, std::int64_t parent)
    {
        row.lineDown = true;
        if (row.lane >= m_expected.size())
            m_expected.resize(row.lane + 1);
        m_expected[row.lane] = parent;
    }

private:
    [[nodiscard]] std::size_t free() const
    {
        const auto found = std::ranges::find_if_not(m_expected, [](const auto& lane) { return lane.has_value(); });
        return static_cast<std::size_t>(found - m_expected.begin());
    }

    std::vector<std::optional<std::int64_t>> m_expected; // per lane: the revision that its line leads to
};

} // namespace

std::vector<HistoryRow> layOutHistory(const std::vector<Revision>& revisions, std::int64_t head)
{
    Ids ids;
    for (std::size_t i = 0; i < revisions.size(); ++i)
        ids.emplace(revisions[i].id, i);
    const std::vector<Standing> standings = standingsOf(revisions, ids, head);
    std::vector<HistoryRow> rows;
    rows.reserve(revisions.size());
    Lanes lanes;
    for (std::size_t i = revisions.size(); i-- > 0;) {
        HistoryRow row;
        row.revision = revisions[i];
        row.standing = standings[i];
        lanes.arrive(row);
        if (row.revision.parent && ids.contains(*row.revision.parent))
            lanes.leave(row, *row.revision.parent);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace trestle
