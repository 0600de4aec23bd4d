#include "ui/gantt/gantt_links.h"

#include "models/plan/who_waits.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace trestle {

namespace {

/// Rows by node, items of closed phases at their phase's row.
class RowsByNode {
public:
    RowsByNode(const Plan& plan, const GanttLayout& layout)
    {
        m_rows.reserve(plan.items.size() + plan.phases.size());
        for (std::size_t r = 0; r < layout.rows.size(); ++r) {
            const GanttRow& row = layout.rows[r];
            m_rows.emplace(nodeOf(plan, row), r);
            if (!row.isPhase() || row.open)
                continue;
            const PhasePlan& phase = plan.phases[row.index];
            for (std::size_t i = 0; i < phase.itemCount; ++i)
                m_rows.emplace(plan.items[phase.firstItem + i].id, r);
        }
    }

    [[nodiscard]] std::size_t of(std::string_view node) const
    {
        const auto found = m_rows.find(node);
        return found == m_rows.end() ? GanttLayout::kNoRow : found->second;
    }

private:
    std::unordered_map<std::string_view, std::size_t> m_rows;
};

class Arrows {
public:
    Arrows(const Plan& plan, const GanttLayout& layout) : m_layout(layout), m_rows(plan, layout) {}

    [[nodiscard]] std::size_t rowOf(std::string_view node) const { return m_rows.of(node); }

    void add(std::string_view from, std::string_view to, LinkType type, bool byPeople)
    {
        const std::size_t source = m_rows.of(from);
        const std::size_t target = m_rows.of(to);
        if (source == target || source == GanttLayout::kNoRow || target == GanttLayout::kNoRow)
            return;
        if (!m_layout.rows[source].hasWork || !m_layout.rows[target].hasWork)
            return;
        // Several links between the same two bars are one arrow, and one that binds makes it bind.
        const auto [known, isNew] = m_byEnds.emplace(std::tuple(source, target, type), byPeople);
        if (!isNew)
            known->second = known->second && byPeople;
    }

    [[nodiscard]] std::vector<GanttArrow> laidOut() const
    {
        std::vector<GanttArrow> arrows;
        arrows.reserve(m_byEnds.size());
        for (const auto& [ends, byPeople] : m_byEnds) {
            const auto [from, to, type] = ends;
            arrows.push_back(
                {arrowPath(m_layout.rows[from], m_layout.rows[to], type, m_layout.metrics), from, to, byPeople});
        }
        return arrows;
    }

private:
    const GanttLayout& m_layout;
    RowsByNode m_rows;
    std::map<std::tuple<std::size_t, std::size_t, LinkType>, bool> m_byEnds;
};

} // namespace

QPolygonF arrowPath(const GanttRow& from, const GanttRow& to, LinkType type, const GanttMetrics& metrics)
{
    const bool leavesRight = type == LinkType::finishToStart || type == LinkType::finishToFinish;
    const bool entersLeft = type == LinkType::finishToStart || type == LinkType::startToStart;
    const QPointF tail(leavesRight ? from.bar.right() : from.bar.left(), from.bar.center().y());
    const QPointF tip(entersLeft ? to.bar.left() : to.bar.right(), to.bar.center().y());
    const double out = tail.x() + (leavesRight ? metrics.stub / 2 : -metrics.stub / 2);
    const double in = tip.x() + (entersLeft ? -metrics.stub : metrics.stub);

    if (leavesRight != entersLeft) { // both ends on the same side: around whichever reaches farther
        const double turn = leavesRight ? std::max(out, in) : std::min(out, in);
        return {{tail, {turn, tail.y()}, {turn, tip.y()}, tip}};
    }
    if (leavesRight ? in >= out : in <= out)
        return {{tail, {in, tail.y()}, {in, tip.y()}, tip}};
    // The successor begins too close: back along the edge of its row.
    const double lane = to.top > from.top ? to.top : to.bottom();
    return {{tail, {out, tail.y()}, {out, lane}, {in, lane}, {in, tip.y()}, tip}};
}

std::vector<GanttArrow> layoutArrows(const Plan& plan, const GanttLayout& layout, LinkMode mode,
                                     std::string_view selected)
{
    if (mode == LinkMode::None || (mode == LinkMode::Selected && selected.empty()))
        return {};
    Arrows arrows(plan, layout);
    const std::size_t selectedRow = arrows.rowOf(selected);
    const bool closedPhase =
        selectedRow != GanttLayout::kNoRow && layout.rows[selectedRow].isPhase() && !layout.rows[selectedRow].open;
    const auto isSelected = [&](std::string_view node) {
        return node == selected || (closedPhase && arrows.rowOf(node) == selectedRow);
    };
    for (const LinkPlan& link : plan.links)
        if (mode == LinkMode::All || isSelected(link.from) || isSelected(link.to))
            arrows.add(link.from, link.to, link.type, !link.tight);
    if (const std::string_view item = itemWaitedFor(plan, selected); !item.empty())
        arrows.add(item, selected, LinkType::finishToStart, true);
    return arrows.laidOut();
}

} // namespace trestle
