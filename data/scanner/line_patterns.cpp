#include "data/scanner/line_patterns.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

namespace trestle::scanner {

namespace {

constexpr int kShortestPiece = 3;
constexpr std::int64_t kPatternMemory = std::int64_t{1} << 20;
/// Places of one pattern in one file; no rule counts further.
constexpr std::size_t kMostPlaces = 50;

RE2::Options lineOptions()
{
    RE2::Options options(RE2::Latin1); // any byte is a character: files are not always UTF-8
    options.set_log_errors(false);
    options.set_max_mem(kPatternMemory);
    return options;
}

/// Where code ends and a comment begins that stands behind it on its line.
std::string_view withoutTrailingComment(std::string_view line, CommentStyle style)
{
    const std::string_view mark = style == CommentStyle::slashes  ? " // "
                                  : style == CommentStyle::hash   ? " # "
                                  : style == CommentStyle::dashes ? " -- "
                                                                  : "";
    return mark.empty() ? line : line.substr(0, line.find(mark));
}

/// Of all pieces so few that a line which matches still holds one of them: of those that it must hold together, the
/// longest, which is the rarest. A pattern for "where", then "password", is tried on
/// lines with "password".
void keepNeeded(const re2::FilteredRE2& filter, std::vector<std::string>& pieces)
{
    std::vector<std::size_t> byLength(pieces.size());
    std::iota(byLength.begin(), byLength.end(), std::size_t{0});
    std::ranges::stable_sort(byLength, {}, [&](std::size_t piece) { return pieces[piece].size(); });
    std::vector<bool> isNeeded(pieces.size(), true);
    const auto mayMatchWithout = [&] {
        std::vector<int> others;
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (!isNeeded[i])
                others.push_back(static_cast<int>(i));
        std::vector<int> potentials;
        filter.AllPotentials(others, &potentials);
        return !potentials.empty();
    };
    for (const std::size_t piece : byLength) {
        isNeeded[piece] = false;
        isNeeded[piece] = mayMatchWithout();
    }
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (isNeeded[i])
            kept.push_back(pieces[i]);
    pieces = std::move(kept);
}

} // namespace

CommentStyle commentStyle(std::string_view path)
{
    using enum CommentStyle;
    static const std::map<std::string_view, CommentStyle> byEnding{
        {"py", hash},        {"rb", hash},         {"rake", hash},      {"ex", hash},        {"exs", hash},
        {"sh", hash},        {"bash", hash},       {"yml", hash},       {"yaml", hash},      {"toml", hash},
        {"tf", hash},        {"hcl", hash},        {"env", hash},       {"conf", hash},      {"cfg", hash},
        {"ini", hash},       {"properties", hash}, {"sql", dashes},     {"lua", dashes},     {"html", markup},
        {"xml", markup},     {"svg", markup},      {"csproj", markup},  {"js", slashes},     {"jsx", slashes},
        {"mjs", slashes},    {"cjs", slashes},     {"ts", slashes},     {"tsx", slashes},    {"mts", slashes},
        {"cts", slashes},    {"vue", slashes},     {"svelte", slashes}, {"astro", slashes},  {"go", slashes},
        {"java", slashes},   {"kt", slashes},      {"kts", slashes},    {"groovy", slashes}, {"gradle", slashes},
        {"scala", slashes},  {"cs", slashes},      {"fs", slashes},     {"php", slashes},    {"rs", slashes},
        {"prisma", slashes}, {"c", slashes},       {"cpp", slashes},
    };
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return name == "Dockerfile" || name == "Gemfile" || name == "Makefile" || name == "Rakefile" ? hash : none;
    const auto found = byEnding.find(name.substr(dot + 1));
    return found == byEnding.end() ? none : found->second;
}

bool isComment(std::string_view line, CommentStyle style)
{
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return false;
    line.remove_prefix(start);
    switch (style) {
    case CommentStyle::none: return false;
    case CommentStyle::slashes:
        return line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ") || line.starts_with("*/") ||
               line.starts_with("{/*") || line.starts_with("<!--") || line.starts_with("# ");
    case CommentStyle::hash: return line.starts_with('#');
    case CommentStyle::dashes: return line.starts_with("--");
    case CommentStyle::markup: return line.starts_with("<!--");
    }
    return false;
}

bool isTextPattern(const std::string& pattern)
{
    return RE2("(?m)" + pattern, lineOptions()).ok();
}

struct LinePatterns::Pattern {
    re2::FilteredRE2 filter{kShortestPiece};
    std::vector<std::string> pieces; ///< one of them is in every line that matches
    std::unique_ptr<RE2> except;
    bool inComments = false;
    std::vector<std::uint32_t> pieceNumbers;
};

LinePatterns::LinePatterns() = default;
LinePatterns::~LinePatterns() = default;

std::optional<std::size_t> LinePatterns::add(const std::string& pattern, const std::string& except, bool inComments)
{
    auto added = std::make_unique<Pattern>();
    int id = 0;
    if (added->filter.Add(pattern, lineOptions(), &id) != RE2::NoError)
        return std::nullopt;
    added->filter.Compile(&added->pieces);
    keepNeeded(added->filter, added->pieces);
    if (added->pieces.empty())
        return std::nullopt;
    if (!except.empty()) {
        added->except = std::make_unique<RE2>(except, lineOptions());
        if (!added->except->ok())
            return std::nullopt;
    }
    added->inComments = inComments;
    m_patterns.push_back(std::move(added));
    return m_patterns.size() - 1;
}

void LinePatterns::compile()
{
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::string> pieces;
    for (const auto& pattern : m_patterns)
        for (const std::string& piece : pattern->pieces) {
            const auto [found, isNew] = numbers.try_emplace(piece, static_cast<std::uint32_t>(pieces.size()));
            if (isNew)
                pieces.push_back(piece);
            pattern->pieceNumbers.push_back(found->second);
        }
    m_pieceCount = pieces.size();
    m_search = std::make_unique<TextSearch>(pieces);
}

LinePatterns::Choice LinePatterns::choice(const std::vector<std::size_t>& patterns) const
{
    Choice made;
    made.patternsOfPiece.resize(m_pieceCount);
    made.isEmpty = patterns.empty();
    for (const std::size_t pattern : patterns)
        for (const std::uint32_t piece : m_patterns[pattern]->pieceNumbers)
            made.patternsOfPiece[piece].push_back(static_cast<std::uint32_t>(pattern));
    return made;
}

std::vector<LinePatterns::Place> LinePatterns::find(std::string_view text, const Choice& choice,
                                                    CommentStyle comments) const
{
    std::vector<Place> places;
    if (choice.isEmpty)
        return places;
    struct Seen {
        int line = 0;          ///< on which it was tried last
        std::size_t count = 0; ///< of its places
    };
    std::vector<Seen> seen(m_patterns.size());
    int number = 1;
    std::size_t start = 0; // of the line
    std::size_t end = std::min(text.find('\n'), text.size());
    bool isSkipped = false;
    bool commented = false;
    std::size_t codeLength = 0;
    const auto goTo = [&](std::size_t at) {
        while (at >= end && end < text.size()) {
            start = end + 1;
            end = std::min(text.find('\n', start), text.size());
            ++number;
        }
        const std::string_view line = text.substr(start, end - start);
        isSkipped = line.size() > kLongestLine;
        commented = !isSkipped && isComment(line, comments);
        codeLength = isSkipped ? 0 : withoutTrailingComment(line, comments).size();
    };
    goTo(0);
    m_search->search(text, [&](std::uint32_t piece, std::size_t behind) {
        const std::vector<std::uint32_t>& candidates = choice.patternsOfPiece[piece];
        if (candidates.empty())
            return;
        if (behind - 1 >= end)
            goTo(behind - 1);
        if (isSkipped)
            return;
        const re2::StringPiece whole(text.data() + start, end - start);
        const re2::StringPiece code(whole.data(), codeLength);
        for (const std::uint32_t candidate : candidates) {
            const Pattern& pattern = *m_patterns[candidate];
            Seen& own = seen[candidate];
            if (own.line == number || own.count == kMostPlaces || (commented && !pattern.inComments))
                continue;
            own.line = number;
            const re2::StringPiece& line = pattern.inComments ? whole : code;
            re2::StringPiece match;
            if (!pattern.filter.GetRE2(0).Match(line, 0, line.size(), RE2::UNANCHORED, &match, 1) ||
                (pattern.except && RE2::PartialMatch(line, *pattern.except)))
                continue;
            ++own.count;
            places.push_back({candidate, number, static_cast<std::size_t>(match.data() - text.data())});
        }
    });
    return places;
}

} // namespace trestle::scanner
