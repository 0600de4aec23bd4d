#include "data/scanner/excerpt.h"
#include "data/scanner/glob_set.h"
#include "data/scanner/line_patterns.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace trestle::scanner {

namespace {

/// Places of a signal in one file, where its rule does not count further.
constexpr std::size_t kFewPlaces = 4;
constexpr std::size_t kEveryAside = (1U << kAsides) - 1;

RE2::Options textOptions()
{
    RE2::Options options(RE2::Latin1);
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{1} << 20);
    return options;
}

std::unique_ptr<RE2> compiled(const std::string& pattern)
{
    return pattern.empty() ? nullptr : std::make_unique<RE2>("(?m)" + pattern, textOptions());
}

bool holds(const RE2& pattern, std::string_view text)
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

} // namespace

/// Where a find looks: files that fit one of the globs, none of the others, and are not set aside, but for what `also`
/// says.
struct FindScope {
    std::vector<std::size_t> globs;
    std::vector<std::size_t> notGlobs;
    std::size_t also = 0; ///< a bit for each Aside
    friend auto operator<=>(const FindScope&, const FindScope&) = default;
};

struct RuleMatcher::Compiled {
    struct Any {
        std::size_t signal = 0;
        std::unique_ptr<RE2> with;
        std::unique_ptr<RE2> without;
        std::size_t also = 0;
        bool transitive = false; ///< of a dependency
        std::vector<std::unique_ptr<RE2>> keys;
        std::unique_ptr<RE2> value;

        [[nodiscard]] bool suits(std::string_view text) const
        {
            return (!with || holds(*with, text)) && (!without || !holds(*without, text));
        }
    };
    /// All that is looked for in files of the same scopes.
    struct Kind {
        std::vector<std::size_t> names; ///< into finds: the file is there
        std::vector<std::size_t> keys;  ///< into finds
        LinePatterns::Choice lines;
        bool readsForNames = false;
    };
    /// A path's place among them.
    struct Sorted {
        const Kind* kind = nullptr;
        std::size_t aside = 0; ///< bits
    };

    explicit Compiled(const RuleSet& from);
    [[nodiscard]] Sorted sorted(std::string_view path) const;
    [[nodiscard]] bool readsFacts(std::string_view path, const Kind& kind) const;
    const Kind& kindOf(const std::vector<std::size_t>& scopes) const;
    void addFind(std::size_t signal, const Find& find);
    std::size_t scopeOf(const Find& find, std::size_t also);

    const RuleSet& rules;
    std::vector<Any> finds;
    GlobSet globs;
    std::vector<std::size_t> asideOfGlob; ///< bits, by glob
    std::map<FindScope, std::size_t> scopes;
    std::vector<std::size_t> alsoOfScope;
    std::vector<std::vector<std::size_t>> scopesOfGlob;
    std::vector<std::vector<std::size_t>> notScopesOfGlob;
    std::vector<std::vector<std::size_t>> namesOfScope; ///< into finds
    std::vector<std::vector<std::size_t>> keysOfScope;  ///< into finds
    std::vector<std::vector<std::size_t>> linesOfScope; ///< patterns
    LinePatterns lines;
    std::vector<std::size_t> findOfPattern;
    std::map<std::pair<Ecosystem, std::string>, std::vector<std::size_t>> dependencies;
    std::vector<std::pair<std::pair<Ecosystem, std::string>, std::size_t>> dependenciesFrom; ///< by the start of a name
    bool readsLockFiles = false;
    GlobSet absentGlobs;
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>> absences; ///< signal, its globs

    mutable std::mutex kindsMutex;
    mutable std::map<std::vector<std::size_t>, std::unique_ptr<const Kind>> kinds;
};

RuleMatcher::Compiled::Compiled(const RuleSet& from) : rules(from)
{
    for (std::size_t aside = 0; aside < kAsides; ++aside)
        for (const std::string& glob : rules.aside[aside]) {
            const std::size_t id = globs.add(glob);
            asideOfGlob.resize(std::max(asideOfGlob.size(), id + 1));
            asideOfGlob[id] |= std::size_t{1} << aside;
        }
    for (std::size_t signal = 0; signal < rules.allSignals.size(); ++signal)
        for (const Find& find : rules.allSignals[signal].finds)
            addFind(signal, find);
    asideOfGlob.resize(globs.size());
    scopesOfGlob.resize(globs.size());
    notScopesOfGlob.resize(globs.size());
    for (const auto& [scope, id] : scopes) {
        for (const std::size_t glob : scope.globs)
            scopesOfGlob[glob].push_back(id);
        for (const std::size_t glob : scope.notGlobs)
            notScopesOfGlob[glob].push_back(id);
    }
    lines.compile();
}

std::size_t RuleMatcher::Compiled::scopeOf(const Find& find, std::size_t also)
{
    FindScope scope;
    for (const std::string& glob : find.files)
        scope.globs.push_back(globs.add(glob));
    for (const std::string& glob : find.notFiles)
        scope.notGlobs.push_back(globs.add(glob));
    std::ranges::sort(scope.globs);
    std::ranges::sort(scope.notGlobs);
    scope.also = also;
    const auto [found, isNew] = scopes.try_emplace(std::move(scope), scopes.size());
    if (isNew) {
        alsoOfScope.push_back(also);
        namesOfScope.emplace_back();
        keysOfScope.emplace_back();
        linesOfScope.emplace_back();
    }
    return found->second;
}

void RuleMatcher::Compiled::addFind(std::size_t signal, const Find& find)
{
    std::size_t also = 0;
    for (std::size_t aside = 0; aside < kAsides; ++aside)
        also |= std::size_t{find.also[aside]} << aside;
    if (find.kind == FindKind::absence) {
        std::vector<std::size_t> ids;
        for (const std::string& glob : find.files)
            ids.push_back(absentGlobs.add(glob));
        absences.emplace_back(signal, std::move(ids));
        return;
    }
    Any made;
    made.signal = signal;
    made.with = compiled(find.with);
    made.without = compiled(find.without);
    made.also = also;
    made.transitive = find.transitive;
    for (const std::string& key : find.keys)
        made.keys.push_back(std::make_unique<RE2>(keyPattern(key), textOptions()));
    made.value = compiled(find.value);
    const std::size_t id = finds.size();
    finds.push_back(std::move(made));
    switch (find.kind) {
    case FindKind::dependency:
        readsLockFiles |= find.transitive;
        for (const std::string& name : find.names)
            if (name.ends_with('*'))
                dependenciesFrom.push_back({{find.ecosystem, name.substr(0, name.size() - 1)}, id});
            else
                dependencies[{find.ecosystem, name}].push_back(id);
        break;
    case FindKind::file: namesOfScope[scopeOf(find, also)].push_back(id); break;
    case FindKind::key: keysOfScope[scopeOf(find, also)].push_back(id); break;
    case FindKind::line: {
        const std::size_t scope = scopeOf(find, also);
        for (const std::string& pattern : find.patterns)
            if (const auto number = lines.add(pattern, find.notPattern, find.comments)) {
                linesOfScope[scope].push_back(*number);
                findOfPattern.push_back(id);
            }
        break;
    }
    case FindKind::absence: break;
    }
}

RuleMatcher::Compiled::Sorted RuleMatcher::Compiled::sorted(std::string_view path) const
{
    Sorted result;
    std::vector<std::size_t> own;
    std::vector<std::size_t> refused;
    for (const std::size_t glob : globs.matching(path)) {
        result.aside |= asideOfGlob[glob];
        own.insert(own.end(), scopesOfGlob[glob].begin(), scopesOfGlob[glob].end());
        refused.insert(refused.end(), notScopesOfGlob[glob].begin(), notScopesOfGlob[glob].end());
    }
    std::erase_if(own, [&](std::size_t scope) {
        return (result.aside & ~alsoOfScope[scope] & kEveryAside) != 0 ||
               std::ranges::find(refused, scope) != refused.end();
    });
    std::ranges::sort(own);
    own.erase(std::ranges::unique(own).begin(), own.end());
    result.kind = &kindOf(own);
    return result;
}

const RuleMatcher::Compiled::Kind& RuleMatcher::Compiled::kindOf(const std::vector<std::size_t>& own) const
{
    const std::scoped_lock lock(kindsMutex);
    std::unique_ptr<const Kind>& known = kinds[own];
    if (!known) {
        auto made = std::make_unique<Kind>();
        std::vector<std::size_t> patterns;
        for (const std::size_t scope : own) {
            std::ranges::copy(namesOfScope[scope], std::back_inserter(made->names));
            std::ranges::copy(keysOfScope[scope], std::back_inserter(made->keys));
            std::ranges::copy(linesOfScope[scope], std::back_inserter(patterns));
        }
        made->lines = lines.choice(patterns);
        made->readsForNames =
            std::ranges::any_of(made->names, [&](std::size_t id) { return finds[id].with || finds[id].without; });
        known = std::move(made);
    }
    return *known;
}

bool RuleMatcher::Compiled::readsFacts(std::string_view path, const Kind& kind) const
{
    switch (heldFacts(path)) {
    case HeldFacts::none: return false;
    case HeldFacts::keys: return !kind.keys.empty();
    case HeldFacts::named: return true;
    case HeldFacts::locked: return readsLockFiles;
    }
    return false;
}

namespace {

/// The hits of one file, few for each signal and no line twice.
class FileHits {
public:
    FileHits(const RuleSet& rules, std::string_view path, std::string_view text, std::vector<Hit>& hits)
        : m_rules(rules), m_path(path), m_text(text), m_hits(hits)
    {
    }

    void add(std::size_t signal, int line, std::optional<std::size_t> at = {})
    {
        auto& [count, last] = m_seen[signal];
        if (count == std::max(kFewPlaces, m_rules.allSignals[signal].places) || (count > 0 && last == line))
            return;
        ++count;
        last = line;
        const std::string excerpt = at ? lineAround(m_text, *at) : std::string();
        m_hits.push_back({signal, {std::string(m_path), line, excerpt, m_rules.allSignals[signal].id}});
    }

    /// The first byte of a line, for lines asked for in rising order.
    std::size_t startOf(int line)
    {
        if (line < m_line) {
            m_line = 1;
            m_start = 0;
        }
        for (; m_line < line; ++m_line) {
            const std::size_t end = m_text.find('\n', m_start);
            if (end == std::string_view::npos)
                break;
            m_start = end + 1;
        }
        return m_start;
    }

private:
    const RuleSet& m_rules;
    std::string_view m_path;
    std::string_view m_text;
    std::vector<Hit>& m_hits;
    std::map<std::size_t, std::pair<std::size_t, int>> m_seen; ///< places so far and the last one's line, by signal
    int m_line = 1;
    std::size_t m_start = 0;
};

} // namespace

RuleMatcher::RuleMatcher() : RuleMatcher(builtInRules()) {}
RuleMatcher::RuleMatcher(const RuleSet& rules) : m_compiled(std::make_unique<const Compiled>(rules)) {}
RuleMatcher::~RuleMatcher() = default;

bool RuleMatcher::readsText(std::string_view path) const
{
    const Compiled::Kind& kind = *m_compiled->sorted(path).kind;
    return !kind.lines.isEmpty || kind.readsForNames || m_compiled->readsFacts(path, kind);
}

void RuleMatcher::match(std::string_view path, std::string_view text, std::vector<Hit>& hits) const
{
    const Compiled& own = *m_compiled;
    const auto [kind, aside] = own.sorted(path);
    FileHits found(own.rules, path, text, hits);
    for (const std::size_t id : kind->names)
        if (own.finds[id].suits(text))
            found.add(own.finds[id].signal, 0);
    if (text.empty())
        return;

    std::map<std::size_t, bool> suits;
    const auto suitsText = [&](std::size_t id) {
        const auto [known, isNew] = suits.try_emplace(id, true);
        if (isNew)
            known->second = own.finds[id].suits(text);
        return known->second;
    };
    for (const LinePatterns::Place& place : own.lines.find(text, kind->lines, commentStyle(path)))
        if (const std::size_t id = own.findOfPattern[place.pattern]; suitsText(id))
            found.add(own.finds[id].signal, place.line, place.at);

    if (!own.readsFacts(path, *kind))
        return;
    const FileFacts facts = factsOf(path, text);
    const auto addFact = [&](std::size_t id, int line) {
        if (suitsText(id))
            found.add(own.finds[id].signal, line, line > 0 ? std::optional(found.startOf(line)) : std::nullopt);
    };
    for (const KeyFact& fact : facts.keys)
        for (const std::size_t id : kind->keys) {
            const Compiled::Any& find = own.finds[id];
            if (std::ranges::any_of(find.keys, [&](const auto& key) { return RE2::FullMatch(fact.key, *key); }) &&
                (!find.value || holds(*find.value, fact.value)))
                addFact(id, fact.line);
        }
    for (const Dependency& dependency : facts.dependencies) {
        const auto addDependency = [&](std::size_t id) {
            const Compiled::Any& find = own.finds[id];
            if ((dependency.isDirect || find.transitive) && (aside & ~find.also) == 0)
                addFact(id, dependency.line);
        };
        if (const auto exact = own.dependencies.find({dependency.ecosystem, dependency.name});
            exact != own.dependencies.end())
            std::ranges::for_each(exact->second, addDependency);
        for (const auto& [start, id] : own.dependenciesFrom)
            if (start.first == dependency.ecosystem && dependency.name.starts_with(start.second))
                addDependency(id);
    }
}

void RuleMatcher::matchFolder(std::span<const FoundFile> files, std::vector<Hit>& hits) const
{
    std::vector<bool> isThere(m_compiled->absentGlobs.size());
    for (const FoundFile& file : files)
        for (const std::size_t glob : m_compiled->absentGlobs.matching(file.path))
            isThere[glob] = true;
    for (const auto& [signal, globs] : m_compiled->absences)
        if (std::ranges::none_of(globs, [&](std::size_t glob) { return isThere[glob]; }))
            hits.push_back({signal, {{}, 0, {}, m_compiled->rules.allSignals[signal].id}});
}

} // namespace trestle::scanner
