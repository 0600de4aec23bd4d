#pragma once

#include "data/scanner/facts.h"
#include "models/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The rules of a scan as they stand in resources/catalogue/evidence.json; resources/docs/evidence-rules.md says what
/// each key means.
namespace trestle::scanner {

/// Files that prove nothing unless a find asks for them.
enum class Aside : std::uint8_t { tests, docs, examples };
inline constexpr std::size_t kAsides = 3;

enum class FindKind : std::uint8_t { dependency, file, line, key, absence };

struct Find {
    FindKind kind = FindKind::line;
    Ecosystem ecosystem = Ecosystem::npm;
    std::vector<std::string> names; ///< as Dependency::name; '*' at the end stands for anything
    bool transitive = false;
    std::vector<std::string> files;    ///< globs, groups filled in
    std::vector<std::string> notFiles; ///< of these, those that do not count
    std::vector<std::string> patterns;
    std::string notPattern;
    std::string with;    ///< some line of the same file has to hold this; may be empty
    std::string without; ///< no line of the same file may hold this; may be empty
    bool comments = false;
    std::vector<std::string> keys; ///< globs of keys
    std::string value;
    std::array<bool, kAsides> also{};
};

enum class Says : std::uint8_t { forIt, against, elsewhere };

struct Signal {
    std::string id;
    Says says = Says::forIt;
    std::vector<std::size_t> parts; ///< indices into the item's; none for a context
    double weight = 0;              ///< 0 for a context
    std::vector<std::size_t> needs; ///< indices into RuleSet::allSignals
    std::vector<std::size_t> unless;
    std::size_t places = 1; ///< the least that count
    std::size_t files = 1;
    std::vector<Find> finds; ///< none: found where all of its needs are
    std::string sentence;
};

struct RuledItem {
    std::string id;
    std::vector<std::string> parts; ///< at least one; its name is empty where the item is one part
    bool atMostPartial = false;
    bool noneIsUnsure = false;
    std::vector<std::size_t> noneNeeds; ///< indices into RuleSet::allSignals
    std::string elsewhere;
    std::vector<std::size_t> signalIndices; ///< indices into RuleSet::allSignals
};

struct RuleSet {
    std::string catalogue; ///< id of the catalogue that the items are of
    std::vector<Signal> allSignals;
    std::vector<RuledItem> items;
    std::array<std::vector<std::string>, kAsides> aside;
    std::map<std::string, std::size_t, std::less<>> signalById;
};

/// From the text of such a file; the schema is not checked. Errors name the item or signal at fault, as `invalidValue`.
Result<RuleSet> readRules(std::string_view text, const std::string& where);
/// Those built into the program; read once.
const RuleSet& builtInRules();

} // namespace trestle::scanner
