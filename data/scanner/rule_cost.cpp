#include "data/scanner/rule_cost.h"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace trestle::scanner {

namespace {

constexpr std::size_t kLongestPath = 1024;
constexpr double kMostSteps = 5e7; ///< some nanoseconds each

/// How many stars of a rule may fit in many ways, and the longest run of others.
struct RuleShape {
    std::size_t stars = 0;
    std::size_t run = 0;
};

RuleShape shapeOf(std::string_view rule)
{
    RuleShape shape;
    if (rule.ends_with('/'))
        rule.remove_suffix(1);
    std::size_t run = 0;
    for (std::size_t i = 0; i < rule.size();) {
        const std::size_t end = std::min(rule.find_first_not_of('*', i), rule.size());
        const std::size_t stars = end - i;
        run = stars > 0 ? 0 : run + 1;
        shape.run = std::max(shape.run, run);
        // At the end it fits or not, and one before '/' takes what is up to the next '/'.
        if (stars > 1 ? end < rule.size() : stars == 1 && end < rule.size() && rule[end] != '/')
            ++shape.stars;
        i = std::max(end, i + 1);
    }
    return shape;
}

} // namespace

bool RuleCost::add(std::string_view rules, std::string_view folder)
{
    constexpr std::size_t mostBytes = std::size_t{256} << 10U;
    constexpr std::size_t mostLines = 5000;
    constexpr std::size_t longestLine = 1024;
    // Its name stands before the rules as it is, stars and all.
    if (rules.size() > mostBytes || folder.contains('*'))
        return false;
    RuleCost here;
    double steps = 0;
    for (std::size_t lines = 0; !rules.empty(); ++lines) {
        const std::string_view line = rules.substr(0, rules.find('\n'));
        rules.remove_prefix(std::min(rules.size(), line.size() + 1));
        // A backslash at the end joins the next line to it.
        if (lines == mostLines || line.size() > longestLine || line.ends_with('\\'))
            return false;
        if (line.empty() || line.starts_with('#'))
            continue;
        const RuleShape shape = shapeOf(line);
        if (shape.stars > kMostStars)
            return false;
        // What it takes back is looked for in the rules before it.
        if (line.starts_with('!'))
            steps += here.stepsOf(line.size() + folder.size());
        if (steps > kMostSteps)
            return false;
        ++here.m_rules;
        here.m_runs[shape.stars] += static_cast<double>(shape.run + 1);
    }
    m_rules += here.m_rules;
    std::ranges::transform(m_runs, here.m_runs, m_runs.begin(), std::plus());
    return true;
}

bool RuleCost::isBearable(std::string_view path) const
{
    const auto folders = static_cast<double>(1 + std::ranges::count(path, '/'));
    return m_rules == 0 || (path.size() <= kLongestPath && folders * stepsOf(path.size()) <= kMostSteps);
}

double RuleCost::stepsOf(std::size_t length) const
{
    const auto places = static_cast<double>(length + 1);
    double steps = m_rules * places; // whether it is below the folder of the rule
    double ways = 1;
    for (std::size_t stars = 0; stars < m_runs.size(); ++stars) {
        steps += m_runs[stars] * ways;
        ways *= places / static_cast<double>(stars + 1);
    }
    return steps;
}

} // namespace trestle::scanner
