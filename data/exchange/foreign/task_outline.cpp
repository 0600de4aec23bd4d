#include "data/exchange/foreign/task_outline.h"

#include <algorithm>

namespace trestle {

namespace {

void findParents(const std::vector<ForeignTask>& tasks, TaskOutline& outline)
{
    outline.parent.assign(tasks.size(), TaskOutline::none);
    outline.end.resize(tasks.size());
    std::vector<std::size_t> open;
    const auto closeTo = [&](int level, std::size_t at) {
        while (!open.empty() && tasks[open.back()].level >= level) {
            outline.end[open.back()] = at;
            open.pop_back();
        }
    };
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        closeTo(tasks[i].level, i);
        if (!open.empty())
            outline.parent[i] = open.back();
        open.push_back(i);
    }
    closeTo(std::numeric_limits<int>::min(), tasks.size());
}

/// The tasks one below another, or at the top.
std::vector<std::size_t> below(const TaskOutline& outline, std::size_t above)
{
    std::vector<std::size_t> found;
    const std::size_t last = above == TaskOutline::none ? outline.end.size() : outline.end[above];
    for (std::size_t i = above == TaskOutline::none ? 0 : above + 1; i < last; i = outline.end[i])
        found.push_back(i);
    return found;
}

} // namespace

TaskOutline outlineOf(const std::vector<ForeignTask>& tasks)
{
    TaskOutline outline;
    findParents(tasks, outline);
    std::vector<std::size_t> top = below(outline, TaskOutline::none);
    while (top.size() == 1) {
        const std::vector<std::size_t> next = below(outline, top.front());
        if (std::ranges::all_of(next, [&](std::size_t task) { return outline.isItem(task); }))
            break;
        outline.whole = top.front();
        top = next;
    }
    outline.phaseOf.assign(tasks.size(), TaskOutline::none);
    std::size_t loose = TaskOutline::none;
    for (const std::size_t task : top) {
        const bool isLoose = outline.isItem(task);
        if (!isLoose || loose == TaskOutline::none) {
            outline.phases.push_back({isLoose ? TaskOutline::none : task, {}});
            loose = isLoose ? outline.phases.size() - 1 : loose;
        }
        const std::size_t phase = isLoose ? loose : outline.phases.size() - 1;
        for (std::size_t i = task; i < outline.end[task]; ++i) {
            outline.phaseOf[i] = phase;
            if (outline.isItem(i))
                outline.phases[phase].items.push_back(i);
        }
    }
    return outline;
}

} // namespace trestle
