#include "data/scanner/rule_set.h"

#include "data/embedded.h"
#include "data/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace trestle::scanner {

namespace {

using nlohmann::json;

constexpr auto kEcosystems = std::to_array<std::pair<std::string_view, Ecosystem>>({
    {"npm", Ecosystem::npm},
    {"python", Ecosystem::python},
    {"go", Ecosystem::go},
    {"ruby", Ecosystem::ruby},
    {"composer", Ecosystem::composer},
    {"maven", Ecosystem::maven},
    {"nuget", Ecosystem::nuget},
    {"mix", Ecosystem::mix},
    {"cargo", Ecosystem::cargo},
});
constexpr auto kFindKinds = std::to_array<std::pair<std::string_view, FindKind>>({
    {"dependency", FindKind::dependency},
    {"file", FindKind::file},
    {"line", FindKind::line},
    {"key", FindKind::key},
    {"absence", FindKind::absence},
});
constexpr auto kSays = std::to_array<std::pair<std::string_view, Says>>({
    {"for", Says::forIt},
    {"against", Says::against},
    {"elsewhere", Says::elsewhere},
});
constexpr auto kAsideWords = std::to_array<std::pair<std::string_view, Aside>>({
    {"tests", Aside::tests},
    {"docs", Aside::docs},
    {"examples", Aside::examples},
});

/// A rule that cannot be; ends the reading.
struct Fault {
    std::string at;
    std::string what;
};

using Words = std::vector<std::string>;

Words words(const json& from, const char* key)
{
    return from.value(key, Words{});
}

template <class Value, std::size_t N>
Value valueOf(const std::array<std::pair<std::string_view, Value>, N>& table, const std::string& word,
              const std::string& at)
{
    for (const auto& [name, value] : table)
        if (name == word)
            return value;
    throw Fault{at, word};
}

class Reader {
public:
    explicit Reader(const json& document) : m_document(document) {}

    RuleSet read()
    {
        m_document.at("catalogue").get_to(m_rules.catalogue);
        for (const auto& [word, aside] : kAsideWords)
            m_rules.aside[static_cast<std::size_t>(aside)] =
                globs(m_document.at("aside").at(std::string(word)).get<Words>(), "aside");
        for (const json& context : m_document.at("context"))
            addSignal(context, nullptr);
        for (const json& item : m_document.at("items"))
            addItem(item);
        resolve();
        return std::move(m_rules);
    }

private:
    void addItem(const json& from)
    {
        RuledItem item;
        from.at("id").get_to(item.id);
        item.parts = words(from, "parts");
        if (item.parts.empty())
            item.parts.emplace_back();
        item.atMostPartial = from.contains("atMost");
        item.noneIsUnsure = from.value("noneIsUnsure", false);
        item.elsewhere = from.value("elsewhere", std::string());
        for (const json& signal : from.at("signals")) {
            item.signalIndices.push_back(m_rules.allSignals.size());
            addSignal(signal, &item);
        }
        if (item.signalIndices.empty() && item.elsewhere.empty())
            throw Fault{item.id, "elsewhere"};
        m_rules.items.push_back(std::move(item));
    }

    void addSignal(const json& from, const RuledItem* item)
    {
        Signal signal;
        from.at("id").get_to(signal.id);
        signal.says = valueOf(kSays, from.value("says", std::string("for")), signal.id);
        signal.weight = item ? from.at("weight").get<double>() : 0;
        signal.places = from.value("places", std::size_t{1});
        signal.files = from.value("files", std::size_t{1});
        signal.sentence = from.value("sentence", std::string());
        if (item)
            signal.parts = partsOf(words(from, "parts"), *item, signal.id);
        if (from.contains("find"))
            for (const json& find : from.at("find"))
                signal.finds.push_back(readFind(find, signal.id));
        else if (words(from, "needs").empty())
            throw Fault{signal.id, "find"};
        if (!m_rules.signalById.emplace(signal.id, m_rules.allSignals.size()).second)
            throw Fault{signal.id, "id"};
        m_rules.allSignals.push_back(std::move(signal));
    }

    static std::vector<std::size_t> partsOf(const Words& names, const RuledItem& item, const std::string& at)
    {
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < item.parts.size(); ++i)
            if (names.empty() || std::ranges::find(names, item.parts[i]) != names.end())
                parts.push_back(i);
        if (!names.empty() && parts.size() != names.size())
            throw Fault{at, "parts"};
        return parts;
    }

    Find readFind(const json& from, const std::string& at) const
    {
        Find find;
        find.kind = valueOf(kFindKinds, from.at("kind").get<std::string>(), at);
        checkKeys(from, find.kind, at);
        if (find.kind == FindKind::dependency)
            find.ecosystem = valueOf(kEcosystems, from.at("ecosystem").get<std::string>(), at);
        for (const std::string& name : words(from, "names"))
            find.names.push_back(comparedName(find.ecosystem, name));
        find.transitive = from.value("transitive", false);
        find.files = globs(words(from, "files"), at);
        find.notFiles = globs(words(from, "notFiles"), at);
        find.patterns = words(from, "patterns");
        find.notPattern = from.value("not", std::string());
        find.with = from.value("with", std::string());
        find.without = from.value("without", std::string());
        find.comments = from.value("comments", false);
        find.keys = words(from, "keys");
        find.value = from.value("value", std::string());
        for (const std::string& word : words(from, "also"))
            find.also[static_cast<std::size_t>(valueOf(kAsideWords, word, at))] = true;
        return find;
    }

    /// A kind has keys that it needs, and others that mean nothing for it.
    static void checkKeys(const json& from, FindKind kind, const std::string& at)
    {
        struct Keys {
            std::set<std::string> needed;
            std::set<std::string> allowed;
        };
        static const std::map<FindKind, Keys> keys{
            {FindKind::dependency, {{"ecosystem", "names"}, {"transitive", "also"}}},
            {FindKind::file, {{"files"}, {"notFiles", "also"}}},
            {FindKind::line, {{"files", "patterns"}, {"not", "notFiles", "comments", "also"}}},
            {FindKind::key, {{"files", "keys"}, {"notFiles", "value", "also"}}},
            {FindKind::absence, {{"files"}, {}}},
        };
        const Keys& own = keys.at(kind);
        for (const std::string& key : own.needed)
            if (!from.contains(key))
                throw Fault{at, key};
        for (const auto& [key, value] : from.items())
            if (key != "kind" && key != "with" && key != "without" && !own.needed.contains(key) &&
                !own.allowed.contains(key))
                throw Fault{at, key};
    }

    [[nodiscard]] Words globs(const Words& from, const std::string& at, int depth = 0) const
    {
        Words all;
        for (const std::string& glob : from) {
            if (!glob.starts_with('@')) {
                all.push_back(glob);
                continue;
            }
            const auto group = m_document.at("groups").find(glob.substr(1));
            if (group == m_document.at("groups").end() || depth > 3)
                throw Fault{at, glob};
            std::ranges::copy(globs(group->get<Words>(), at, depth + 1), std::back_inserter(all));
        }
        std::ranges::sort(all);
        all.erase(std::ranges::unique(all).begin(), all.end());
        return all;
    }

    /// Names become indices, once all signals are there.
    void resolve()
    {
        std::size_t next = 0;
        for (const json& context : m_document.at("context"))
            resolveSignal(context, next++);
        std::size_t item = 0;
        for (const json& from : m_document.at("items")) {
            RuledItem& to = m_rules.items[item++];
            to.noneNeeds = indices(words(from, "noneNeeds"), to.id);
            for (const json& signal : from.at("signals"))
                resolveSignal(signal, next++);
        }
        refuseCircles();
    }

    void resolveSignal(const json& from, std::size_t index)
    {
        Signal& signal = m_rules.allSignals[index];
        signal.needs = indices(words(from, "needs"), signal.id);
        signal.unless = indices(words(from, "unless"), signal.id);
    }

    [[nodiscard]] std::vector<std::size_t> indices(const Words& ids, const std::string& at) const
    {
        std::vector<std::size_t> all;
        for (const std::string& id : ids) {
            const auto found = m_rules.signalById.find(id);
            if (found == m_rules.signalById.end())
                throw Fault{at, id};
            all.push_back(found->second);
        }
        return all;
    }

    void refuseCircles() const
    {
        enum class Seen : std::uint8_t { no, open, done };
        std::vector<Seen> seen(m_rules.allSignals.size(), Seen::no);
        const auto visit = [&](const auto& self, std::size_t index) -> void {
            const Signal& signal = m_rules.allSignals[index];
            if (seen[index] == Seen::open)
                throw Fault{signal.id, "needs"};
            if (seen[index] == Seen::done)
                return;
            seen[index] = Seen::open;
            for (const auto& others : {std::span(signal.needs), std::span(signal.unless)})
                for (const std::size_t other : others)
                    self(self, other);
            seen[index] = Seen::done;
        };
        for (std::size_t i = 0; i < seen.size(); ++i)
            visit(visit, i);
    }

    const json& m_document;
    RuleSet m_rules;
};

} // namespace

Result<RuleSet> readRules(std::string_view text, const std::string& where)
{
    const auto document = parseJson(text, where);
    if (!document)
        return std::unexpected(document.error());
    try {
        return Reader(*document).read();
    } catch (const Fault& fault) {
        return fail(ErrorCode::invalidValue, fault.what, where + "#" + fault.at);
    } catch (const json::exception& error) {
        return fail(ErrorCode::schemaViolation, {}, where, error.what());
    }
}

const RuleSet& builtInRules()
{
    static const RuleSet rules = [] {
        static constexpr std::string_view path = "catalogue/evidence.json";
        return readRules(embeddedJson(path).value_or(""), std::string(path)).value_or(RuleSet{});
    }();
    return rules;
}

} // namespace trestle::scanner
