#include "data/exchange/foreign/foreign_links.h"

#include "data/exchange/foreign/import_limits.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace trestle {

namespace {

/// Summary tasks stand for the items below them: a file with many links between them is no reason to look at each item
/// again and again.
constexpr std::size_t kMostLookedAt = 20'000'000;
constexpr std::size_t kMostTried = 10 * kMostLinks;

class LinkMaker {
public:
    LinkMaker(const ForeignProject& project, const TaskOutline& outline, const std::vector<std::string>& ids,
              ImportLosses& losses)
        : m_project(project), m_outline(outline), m_ids(ids), m_losses(losses)
    {
    }

    std::vector<Link> make()
    {
        for (std::size_t to = 0; to < m_project.tasks.size(); ++to)
            for (const ForeignLink& link : m_project.tasks[to].links)
                add(link, to);
        return std::move(m_links);
    }

private:
    [[nodiscard]] bool isNode(std::size_t task) const { return m_outline.isItem(task) || m_outline.isPhase(task); }

    void add(ForeignLink link, std::size_t to)
    {
        const bool outside =
            m_outline.phaseOf[link.from] == TaskOutline::none || m_outline.phaseOf[to] == TaskOutline::none;
        if (outside || link.from == to || m_outline.isWithin(to, link.from) || m_outline.isWithin(link.from, to)) {
            m_losses.add(ImportLossKind::links);
            return;
        }
        if (m_looked > kMostLookedAt || !m_given.insert({link.from, to, link.type}).second) {
            m_losses.add(ImportLossKind::links);
            return;
        }
        if (link.lag < 0)
            lead(link);
        if (!isNode(link.from) || !isNode(to))
            m_losses.add(ImportLossKind::summaryLinks);
        const bool leavesStart = link.type == LinkType::startToStart || link.type == LinkType::startToFinish;
        const bool boundsStart = link.type == LinkType::finishToStart || link.type == LinkType::startToStart;
        // All items have to be finished, or held back; the first that starts, or the last that finishes, stands for
        // one.
        const auto from = leavesStart ? oneOf(link.from, true) : allOf(link.from);
        const auto targets = boundsStart ? allOf(to) : oneOf(to, false);
        m_tried += from.size() * targets.size();
        if (m_tried > kMostTried && from.size() * targets.size() > 1) {
            m_losses.add(ImportLossKind::links);
            return;
        }
        for (const std::size_t source : from)
            for (const std::size_t target : targets)
                addOne(source, target, link);
    }

    void addOne(std::size_t from, std::size_t to, const ForeignLink& link)
    {
        if (m_links.size() >= kMostLinks || from == to || !m_known.insert({from, to, link.type}).second) {
            m_losses.add(ImportLossKind::links);
            return;
        }
        m_links.push_back(
            {m_ids[from], m_ids[to], link.type, link.lag, {}, {ProvenanceKind::stated, m_project.source}});
    }

    /// What begins before the finish of another begins so long after its start.
    void lead(ForeignLink& link)
    {
        const bool leavesFinish = link.type == LinkType::finishToStart || link.type == LinkType::finishToFinish;
        const Weeks afterStart = durationOf(link.from) + link.lag;
        m_losses.add(leavesFinish && afterStart >= 0 ? ImportLossKind::leads : ImportLossKind::leadsLost);
        link.lag = leavesFinish ? std::max(Weeks{}, afterStart) : Weeks{};
        if (link.type == LinkType::finishToStart)
            link.type = LinkType::startToStart;
        else if (link.type == LinkType::finishToFinish)
            link.type = LinkType::startToFinish;
    }

    [[nodiscard]] Weeks durationOf(std::size_t task) const { return m_project.tasks[task].duration; }

    [[nodiscard]] std::vector<std::size_t> allOf(std::size_t task)
    {
        if (isNode(task))
            return {task};
        m_looked += m_outline.end[task] - task;
        std::vector<std::size_t> items;
        for (std::size_t i = task + 1; i < m_outline.end[task]; ++i)
            if (m_outline.isItem(i))
                items.push_back(i);
        return items;
    }
    [[nodiscard]] std::vector<std::size_t> oneOf(std::size_t task, bool first)
    {
        const std::vector<std::size_t> items = allOf(task);
        const auto date = [&](std::size_t item) {
            const ForeignTask& of = m_project.tasks[item];
            return (first ? of.start : of.finish).value_or(first ? Date::max() : Date::min());
        };
        return {first ? *std::ranges::min_element(items, {}, date) : *std::ranges::max_element(items, {}, date)};
    }

    const ForeignProject& m_project;
    const TaskOutline& m_outline;
    const std::vector<std::string>& m_ids;
    ImportLosses& m_losses;
    using Ends = std::tuple<std::size_t, std::size_t, LinkType>;
    std::set<Ends> m_given;
    std::set<Ends> m_known;
    std::size_t m_looked = 0; ///< at tasks below summary tasks
    std::size_t m_tried = 0;  ///< links that those stand for
    std::vector<Link> m_links;
};

} // namespace

std::vector<Link> foreignLinks(const ForeignProject& project, const TaskOutline& outline,
                               const std::vector<std::string>& ids, ImportLosses& losses)
{
    return LinkMaker(project, outline, ids, losses).make();
}

} // namespace trestle
