#include "models/nearest.h"

#include <algorithm>
#include <numeric>

namespace trestle {

namespace {

constexpr std::size_t kLongest = 64; // the distance takes quadratic time; longer ids are not mistyped ids

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row[b.size()];
}

} // namespace

std::string nearestOf(std::string_view text, const std::vector<std::string_view>& candidates)
{
    if (text.size() > kLongest)
        return {};
    const std::string wanted = lowered(text);
    std::string nearest;
    std::size_t least = text.size() / 3 + 1; // further off it is another word, not a slip
    for (const std::string_view candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), text.size()) - std::min(candidate.size(), text.size());
        if (candidate.size() > kLongest || longer > least) // each sign more is a slip
            continue;
        if (const std::size_t distance = editDistance(wanted, lowered(candidate)); distance <= least) {
            if (distance < least || nearest.empty())
                nearest = candidate;
            least = distance;
        }
    }
    return nearest;
}

} // namespace trestle
