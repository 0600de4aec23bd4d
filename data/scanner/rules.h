#pragma once

#include "data/scanner/facts.h"
#include "data/scanner/folder_walk.h"
#include "data/scanner/scan.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The rules of a scan, from resources/catalogue/evidence.json: which signals speak for and against each item, and
/// what follows from those that were found.
namespace trestle::scanner {

struct RuleSet;

/// A signal that was found.
struct Hit {
    std::size_t signal = 0; ///< index into RuleSet::allSignals
    Evidence place; ///< path and excerpt as the bytes of the file (lineAround() in excerpt.h): scanFolder() masks
};

/// Finds the signals of one file. Built once for a scan; const functions may be called from many threads.
class RuleMatcher {
public:
    RuleMatcher();                              ///< of the rules built into the program
    explicit RuleMatcher(const RuleSet& rules); ///< that outlive it
    ~RuleMatcher();
    RuleMatcher(const RuleMatcher&) = delete;
    RuleMatcher& operator=(const RuleMatcher&) = delete;

    /// Whether the text of a file of this path can hold anything that a rule asks for; else its name alone counts.
    [[nodiscard]] bool readsText(std::string_view path) const;
    /// Adds what is found in a file; at most a few places for each signal. `text` is empty where !readsText().
    void match(std::string_view path, std::string_view text, std::vector<Hit>& hits) const;
    /// Adds what the folder as a whole shows: the signals of something that is nowhere. `files` is sorted by path.
    void matchFolder(std::span<const FoundFile> files, std::vector<Hit>& hits) const;

private:
    struct Compiled;
    std::unique_ptr<const Compiled> m_compiled;
};

/// The signals that count with these hits: found often enough, with all that they need and nothing that makes them
/// void; indices into RuleSet::allSignals, rising.
std::vector<std::size_t> countingSignals(const RuleSet& rules, std::span<const Hit> hits);

/// What the hits of a folder say of each item that the rules speak of and the catalogue has, in the catalogue's order.
std::vector<ScanItem> verdicts(const Catalogue& catalogue, std::span<const Hit> hits);
std::vector<ScanItem> verdicts(const RuleSet& rules, const Catalogue& catalogue, std::span<const Hit> hits);

} // namespace trestle::scanner
